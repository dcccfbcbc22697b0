//! The list of posts, whole or by kind.

use axum::response::Response;
use domain::access;
use domain::post::PostKind;
use leptos::either::Either;
use leptos::prelude::*;
use store::PostLine;

use crate::components::empty::empty;
use crate::components::post_line::post_line;
use crate::components::turn::turn;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// One page of the list, counted from 1.
pub(crate) struct Posts {
    pub(crate) kind: Option<PostKind>,
    pub(crate) page: usize,
    pub(crate) has_older: bool,
    pub(crate) lines: Vec<PostLine>,
    /// What the reader has not saved.
    pub(crate) drafts: usize,
}

pub(crate) fn page(me: &SignedIn, posts: &Posts) -> Response {
    let text = me.text();
    let words = &text.posts;
    let newer = (posts.page > 1).then(|| routes::posts(posts.kind, posts.page - 1));
    let older = posts.has_older.then(|| routes::posts(posts.kind, posts.page + 1));
    Page::new(words.title, Here::Posts).render(&me.visit, || {
        view! {
            <section class="list">
                <h1>{words.title}</h1>
                {tabs(me, posts.kind)}
                {super::draft::way(text, posts.drafts)}
                {lines(me, posts)}
                {turn(text, newer, older)}
                {access::may_write(&me.member).then(|| view! { <p><a class="quiet" href=routes::TRASH>{text.trash.title}</a></p> })}
                {super::imports::way_here(me)}
            </section>
        }
    })
}

fn tabs(me: &SignedIn, chosen: Option<PostKind>) -> impl IntoView + use<> {
    let text = me.text();
    let kinds = std::iter::once(None).chain(PostKind::ALL.iter().copied().map(Some));
    let tabs: Vec<_> = kinds
        .map(|kind| {
            let label = kind.map_or(text.posts.all, |kind| (text.kind)(kind));
            view! { <a href=routes::posts(kind, 1) aria-current=(kind == chosen).then_some("page")>{label}</a> }
        })
        .collect();
    view! { <nav class="tabs" aria-label=text.posts.tabs>{tabs}<a href=routes::TAGS>{text.tags.title}</a></nav> }
}

fn lines(me: &SignedIn, posts: &Posts) -> impl IntoView + use<> {
    let text = me.text();
    if posts.lines.is_empty() {
        let kind = posts.kind.unwrap_or(PostKind::Retrospective);
        let step = access::may_write(&me.member).then(|| (routes::new_post(kind), text.nav.write));
        return Either::Left(empty((text.posts.empty)(posts.kind), text.posts.empty_hint, step));
    }
    let lines: Vec<_> = posts.lines.iter().map(|line| post_line(text, line, me.now(), me.zone())).collect();
    Either::Right(view! { <ul class="lines">{lines}</ul> })
}
