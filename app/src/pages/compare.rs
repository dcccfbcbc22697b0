//! What changed from one revision to another: title, details, tags, and the words.

use axum::response::Response;
use domain::difference::{compare, words};
use domain::language::Language;
use domain::post::{Audience, PostForm};
use domain::text::Text;
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;
use store::{History, StoredRevision};

use crate::components::changes;
use crate::components::moment::moment;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// Two revisions, and how they are looked at.
pub(crate) struct Comparison<'a> {
    pub(crate) history: &'a History,
    pub(crate) from: &'a StoredRevision,
    pub(crate) to: &'a StoredRevision,
    pub(crate) beside: bool,
}

pub(crate) fn page(me: &SignedIn, comparison: &Comparison<'_>) -> Response {
    let text = me.text();
    let Comparison { history, from, to, beside } = comparison;
    let id = history.post.id;
    let (first, second) = (from.revision.number, to.revision.number);
    let title = (text.history.compare_title)(first, second);
    let view = |label: &'static str, this: bool| {
        let to = routes::compared(id, first, second, this);
        view! { <a href=to aria-current=(this == *beside).then_some("page")>{label}</a> }
    };
    Page::new(format!("{title} · {}", history.post.title), Here::Posts).render(&me.visit, || {
        view! {
            <section class="history wide">
                <h1>{title}</h1>
                <p class="lead"><a href=routes::post(id) lang=history.post.language.as_str()>{history.post.title.clone()}</a></p>
                <ul class="two-revisions">{[from, to].map(|one| view! { <li>{told(me, history, one)}</li> })}</ul>
                <nav class="tabs" aria-label=text.history.views>
                    {view(text.history.inline, false)}
                    {view(text.history.beside, true)}
                </nav>
                {differences(text, from, to, *beside)}
                <p class="submit"><a class="quiet" href=routes::revisions(id, 1)>{text.history.back}</a></p>
            </section>
        }
    })
}

/// Whose revision it is, and when it was saved.
fn told(me: &SignedIn, history: &History, one: &StoredRevision) -> impl IntoView + use<> {
    let text = me.text();
    let revision = &one.revision;
    view! {
        <a href=routes::revision(history.post.id, revision.number)>{(text.history.number)(revision.number)}</a>
        " · "{revision.name.clone()}" · "{moment(text, revision.saved_at, me.now(), me.zone())}
    }
}

/// All that differs between two revisions.
pub(crate) fn differences(
    text: &'static Text,
    from: &StoredRevision,
    to: &StoredRevision,
    beside: bool,
) -> impl IntoView + use<> {
    let form = |one: &StoredRevision| {
        let audience = one.revision.audience.unwrap_or(Audience::Team);
        PostForm::of(&one.content, audience, one.revision.id)
    };
    let (mut old, new) = (form(from), form(to));
    if from.revision.audience.is_none() || to.revision.audience.is_none() {
        old.audience.clone_from(&new.audience); // not known: nothing is said of it
    }
    let fields = fields(text, &old, &new);
    let lang = new_language(&new);
    let hunks = compare(&old.body, &new.body);
    let body = if old.body == new.body {
        let sentence = if fields.is_some() { text.history.unchanged } else { text.history.nothing };
        EitherOf3::A(view! { <p class="soft">{sentence}</p> })
    } else if beside {
        EitherOf3::B(changes::beside(text, &hunks, lang))
    } else {
        EitherOf3::C(changes::inline(text, &hunks, lang))
    };
    view! { {fields}{body} }
}

fn new_language(form: &PostForm) -> &'static str {
    Language::parse(&form.language).unwrap_or(Language::Korean).as_str()
}

/// What a field of the form is called.
pub(crate) fn field_label(text: &'static Text, name: &str) -> &'static str {
    let words = &text.editor;
    match name {
        "title" => words.title,
        "start" => words.start,
        "end" => words.end,
        "book" => words.book,
        "summary" => words.summary,
        "check_by" => text.stale.field,
        "tags" => words.tags,
        "language" => words.language,
        "audience" => words.audience,
        _ => words.body,
    }
}

/// What a field says, as people read it.
pub(crate) fn field_words(text: &'static Text, name: &str, value: &str) -> String {
    match name {
        "language" => Language::parse(value).map_or_else(String::new, |one| one.own_name().to_owned()),
        "audience" => Audience::parse(value).map_or_else(String::new, |one| (text.audience)(one).to_owned()),
        _ => value.to_owned(),
    }
}

/// The smaller fields that differ.
fn fields(text: &'static Text, old: &PostForm, new: &PostForm) -> Option<impl IntoView + use<>> {
    let all = [
        ("title", &old.title, &new.title),
        ("start", &old.start, &new.start),
        ("end", &old.end, &new.end),
        ("book", &old.book, &new.book),
        ("summary", &old.summary, &new.summary),
        ("check_by", &old.check_by, &new.check_by),
        ("tags", &old.tags, &new.tags),
        ("language", &old.language, &new.language),
        ("audience", &old.audience, &new.audience),
    ];
    let rows: Vec<_> = all
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(name, old, new)| {
            let (old, new) = (field_words(text, name, old), field_words(text, name, new));
            view! { <dt>{field_label(text, name)}</dt><dd>{changes::words(text, &words(&old, &new))}</dd> }
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <dl class="facts changes">{rows}</dl> })
}

/// The audience's words at the moment of opening, for the form.
pub(crate) fn at_opening(text: &'static Text, form: &PostForm) -> impl IntoView + use<> {
    let is_private = form.audience == Audience::OnlyMe.as_str() && !form.base.is_empty();
    if is_private { Either::Left(view! { <p class="hint">{text.history.at_opening}</p> }) } else { Either::Right(()) }
}
