//! Two people changed the same place: base, mine, theirs and the result on one page. Either each place is chosen, or
//! the joined text is edited by hand; what I wrote is a draft meanwhile.

mod by_hand; // the joined text, to edit
mod decision; // one place, and whose words shall stand
mod two_texts; // without a base: theirs beside mine

use std::collections::BTreeMap;

use axum::response::Response;
use domain::difference::compare;
use domain::language::Language;
use domain::merge::{Joined, MarkLabels, Passage};
use domain::post::PostForm;
use domain::problem::Problems;
use domain::text::Text;
use leptos::prelude::*;
use store::StoredPost;

pub(crate) use self::two_texts::{Theirs, two_texts};
use crate::components::changes;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// What has to be decided.
pub(crate) struct Conflict<'a> {
    /// What both began from.
    pub(crate) base: &'a PostForm,
    /// What I sent.
    pub(crate) mine: &'a PostForm,
    /// What is stored.
    pub(crate) theirs: &'a StoredPost,
    pub(crate) joined: &'a Joined,
    /// What was chosen so far: `choice-…` to a word.
    pub(crate) chosen: &'a BTreeMap<String, String>,
    /// Whether a choice is missing.
    pub(crate) incomplete: bool,
    /// What is wrong with the joined text.
    pub(crate) problems: &'a Problems,
}

pub(crate) fn page(me: &SignedIn, conflict: &Conflict<'_>) -> Response {
    let text = me.text();
    let words = &text.conflict;
    let theirs = conflict.theirs;
    let lead = (words.lead)(&theirs.saved_by, &text.at(theirs.post.changed_at, me.zone()));
    let count = conflict.joined.conflicts();
    let places = (count > 0).then(|| format!(" {}", (words.places)(count)));
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <div class="conflict">
                <h1>{words.title}</h1>
                <section class="notice" role="alert"><p>{lead}{places}</p><p>{words.kept}</p></section>
                {(count > 0).then(|| choices(text, conflict))}
                {by_hand::form(text, conflict, count == 0)}
                {texts(text, conflict)}
            </div>
        }
    })
}

/// Every place, and whose words shall stand there.
fn choices(text: &'static Text, conflict: &Conflict<'_>) -> impl IntoView + use<> {
    let words = &text.conflict;
    let lang = language(conflict.mine);
    let fields = conflict.joined.fields.iter().map(|one| decision::field(text, conflict, one)).collect::<Vec<_>>();
    let (mut number, mut before) = (0, "");
    let mut passages = Vec::new();
    for passage in &conflict.joined.body {
        match passage {
            Passage::Agreed(text) => before = text,
            Passage::Conflict { base, mine, theirs } => {
                number += 1;
                let place = decision::Place { number, before, base, mine, theirs, lang };
                passages.push(decision::passage(text, conflict, &place));
                before = "";
            }
        }
    }
    let incomplete = conflict.incomplete.then(|| view! { <p class="notice bad" role="alert">{words.choose_all}</p> });
    let id = conflict.theirs.post.id;
    view! {
        <form class="decisions" method="post" action=routes::join_texts(id)>
            <h2>{words.choose}</h2>
            {incomplete}
            {mine(conflict.mine)}
            <input type="hidden" name="theirs" value=conflict.theirs.post.revision_id.to_string() />
            {fields}
            {passages}
            <p class="submit">
                <button class="button primary">{words.save_choices}</button>
                <a class="quiet" href=routes::post(id)>{text.form.cancel}</a>
            </p>
        </form>
    }
}

/// What I sent, to be sent again with the choices.
fn mine(form: &PostForm) -> impl IntoView + use<> {
    let fields = fields(form).into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    fields.collect::<Vec<_>>()
}

/// A form's fields by their names.
fn fields(form: &PostForm) -> Vec<(String, String)> {
    let all = serde_json::to_value(form).unwrap_or_default();
    let all = all.as_object().cloned().unwrap_or_default();
    all.into_iter().map(|(name, value)| (name, value.as_str().unwrap_or_default().to_owned())).collect()
}

/// The three texts, with what either changed.
fn texts(text: &'static Text, conflict: &Conflict<'_>) -> impl IntoView + use<> {
    let words = &text.conflict;
    let (base, lang) = (&conflict.base.body, language(conflict.mine));
    let theirs = conflict.theirs.content.body.as_str();
    let mine = changes::inline(text, &compare(base, &conflict.mine.body), lang);
    let changed = changes::inline(text, &compare(base, theirs), lang);
    let name = (words.theirs)(&conflict.theirs.saved_by);
    view! {
        <details class="three-texts">
            <summary>{words.texts}</summary>
            <div class="columns">
                <section><h2>{words.base}</h2><div class="changes" lang=lang><div class="same">{base.clone()}</div></div></section>
                <section><h2>{words.mine}</h2>{mine}</section>
                <section><h2>{name}</h2>{changed}</section>
            </div>
        </details>
    }
}

/// The form to go on with by hand.
pub(crate) fn marked(text: &'static Text, joined: &Joined, theirs: &StoredPost) -> PostForm {
    let words = &text.conflict;
    let name = (words.mark_theirs)(&theirs.saved_by);
    joined.marked(&MarkLabels { mine: words.mark_mine, theirs: &name, end: words.mark_end })
}

fn language(form: &PostForm) -> &'static str {
    Language::parse(&form.language).unwrap_or(Language::Korean).as_str()
}
