//! What concerns me: one line each, the newest first.

use axum::response::Response;
use domain::comment::NoticeKind;
use leptos::either::Either;
use leptos::prelude::*;
use store::NoticeLine;

use crate::components::empty::empty;
use crate::components::moment::moment;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// One page of the list.
pub(crate) struct Notices {
    pub(crate) lines: Vec<NoticeLine>,
    pub(crate) has_older: bool,
}

pub(crate) fn page(me: &SignedIn, notices: &Notices) -> Response {
    let words = &me.text().notices;
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        let lines = if notices.lines.is_empty() {
            Either::Left(empty(words.empty_title.to_owned(), words.empty, None))
        } else {
            let lines: Vec<_> = notices.lines.iter().map(|one| line(me, one)).collect();
            Either::Right(view! { <ul class="lines notices">{lines}</ul> })
        };
        view! {
            <section class="list">
                <h1>{words.title}</h1>
                <p class="lead">{words.lead}</p>
                {read_all(me, notices)}
                {lines}
                {older(me, notices)}
            </section>
        }
    })
}

fn line(me: &SignedIn, one: &NoticeLine) -> impl IntoView + use<> {
    let (text, words) = (me.text(), &me.text().notices);
    let unread = one.read_at.is_none();
    let mark = unread.then(|| view! { <span class="unread">{words.unread}</span> });
    view! {
        <li class:is-unread=unread>
            <span class="kind">{(words.line)(one.kind, &one.by)}{mark}</span>
            <a href=place(one) lang=one.language.as_str()>{one.title.clone()}</a>
            {moment(text, one.made_at, me.now(), me.zone())}
        </li>
    }
}

/// Where it happened: the comment, else the post.
fn place(one: &NoticeLine) -> String {
    match (one.kind, one.comment) {
        (NoticeKind::Comment | NoticeKind::Reply | NoticeKind::Mention | NoticeKind::Resolved, Some(comment)) => {
            routes::comment(one.post, comment)
        }
        _ => routes::post(one.post),
    }
}

/// For the lines that are shown and older ones: what comes meanwhile stays unread.
fn read_all(me: &SignedIn, notices: &Notices) -> impl IntoView + use<> {
    let newest = notices.lines.first().map(|line| line.id.to_string());
    me.visit.has_news.then_some(newest).flatten().map(|newest| {
        view! {
            <form class="submit" method="post" action=routes::READ_NOTICES>
                <input type="hidden" name="newest" value=newest />
                <button class="button">{me.text().notices.read_all}</button>
            </form>
        }
    })
}

fn older(me: &SignedIn, notices: &Notices) -> impl IntoView + use<> {
    let words = &me.text().notices;
    let last = notices.lines.last().filter(|_| notices.has_older).map(|line| routes::notices(Some(line.id)));
    last.map(|to| view! { <nav class="turn" aria-label=words.pages><a rel="next" href=to>{words.older}</a></nav> })
}
