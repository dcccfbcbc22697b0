//! Posts with a tag, what it was called, and the form for another name.

use axum::response::Response;
use domain::access;
use domain::problem::Problems;
use domain::tag::Tag;
use leptos::prelude::*;
use store::{OldName, PostLine, TagNow};

use crate::api::tag::RenameForm;
use crate::components::field::{Field, input, wrong};
use crate::components::moment::moment;
use crate::components::post_line::post_line;
use crate::components::submit::submit;
use crate::components::turn::turn;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// One page of the list, counted from 1, and the form when it is open.
pub(crate) struct TagPage<'a> {
    pub(crate) now: &'a TagNow,
    pub(crate) page: usize,
    pub(crate) has_older: bool,
    pub(crate) lines: Vec<PostLine>,
    /// As typed.
    pub(crate) form: Option<&'a RenameForm>,
    pub(crate) problems: Problems,
    /// The tag that it would be one with.
    pub(crate) merge: Option<Merge>,
}

/// Two tags that would be one, and the posts of each.
pub(crate) struct Merge {
    pub(crate) to: String,
    pub(crate) ones: usize,
    pub(crate) others: usize,
}

impl<'a> TagPage<'a> {
    pub(crate) fn new(now: &'a TagNow) -> Self {
        let problems = Problems::default();
        Self { now, page: 1, has_older: false, lines: Vec::new(), form: None, problems, merge: None }
    }
}

pub(crate) fn page(me: &SignedIn, shown: &TagPage<'_>) -> Response {
    let text = me.text();
    let words = &text.tags;
    let name = &shown.now.name;
    let title = format!("#{name}");
    let lines: Vec<_> = shown.lines.iter().map(|line| post_line(text, line, me.now(), me.zone())).collect();
    let newer = (shown.page > 1).then(|| routes::tag(name, shown.page - 1));
    let older = shown.has_older.then(|| routes::tag(name, shown.page + 1));
    let may_rename = access::may_write(&me.member);
    Page::new(title.clone(), Here::Posts).render(&me.visit, || {
        view! {
            <section class="list">
                <h1>{title}</h1>
                <p class="lead">{(words.posts)(shown.now.posts)}" · "<a href=routes::TAGS>{words.all}</a></p>
                {shown.merge.as_ref().map(|merge| ask(me, name, merge))}
                {wrong(text, &shown.problems)}
                <ul class="lines">{lines}</ul>
                {turn(text, newer, older)}
                {may_rename.then(|| rename(me, shown))}
                {old_names(me, &shown.now.was)}
            </section>
        }
    })
}

fn rename(me: &SignedIn, shown: &TagPage<'_>) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.tags;
    let name = &shown.now.name;
    let typed = shown.form.map_or(name, |form| &form.name);
    let field = Field::new("name", &shown.problems).hint(words.name_hint).most(Tag::LIMIT);
    view! {
        <details class="rename" open=shown.form.is_some() && shown.merge.is_none()>
            <summary>{words.rename}</summary>
            <form method="post" action=routes::rename_tag(name)>
                <p class="hint">{words.rename_lead}</p>
                {input(text, words.name, "text", typed, field)}
                {submit(words.submit, None)}
            </form>
        </details>
    }
}

/// The name is another tag's: asked once more.
fn ask(me: &SignedIn, from: &str, merge: &Merge) -> impl IntoView + use<> {
    let words = &me.text().tags;
    let Merge { to, ones, others } = merge;
    view! {
        <section class="notice" role="alert">
            <h2>{(words.merge_title)(from, to)}</h2>
            <p>{(words.merge_lead)(from, *ones, to, *others)}</p>
            <form method="post" action=routes::rename_tag(from)>
                <input type="hidden" name="name" value=to.clone() />
                <input type="hidden" name="agreed" value=to.clone() />
                {submit(words.merge, Some((routes::tag(from, 1), words.cancel)))}
            </form>
        </section>
    }
}

fn old_names(me: &SignedIn, was: &[OldName]) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.tags;
    let may_undo = access::may_write(&me.member);
    (!was.is_empty()).then(|| {
        let names: Vec<_> = was
            .iter()
            .map(|old| {
                let undo = may_undo.then(|| {
                    let name = (words.undo_of)(&old.tag);
                    view! {
                        <form method="post" action=routes::restore_tag(&old.tag)>
                            <button class="quiet" aria-label=name>{words.undo}</button>
                        </form>
                    }
                });
                view! { <li><span>{(words.was)(&old.tag, &old.by)}" · "{moment(text, old.at, me.now(), me.zone())}</span>{undo}</li> }
            })
            .collect();
        view! { <ul class="old-names">{names}</ul> }
    })
}
