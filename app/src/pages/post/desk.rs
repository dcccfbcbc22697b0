//! What its authors do with a post besides writing it, and who reads it before it goes further.

use domain::review::{Stage, WriteUpStatus};
use leptos::prelude::*;
use store::Reading;

use crate::components::ask::{Question, ask};
use crate::components::review_line::review_line;
use crate::context::SignedIn;
use crate::routes;

pub(super) fn desk(me: &SignedIn, reading: &Reading) -> impl IntoView + use<> {
    view! { {reviews(me, reading)}{stages(me, reading)}{links(me, reading)} }
}

/// Who reads it, and what they said.
fn reviews(me: &SignedIn, reading: &Reading) -> impl IntoView + use<> {
    let lines: Vec<_> = reading.reviews.iter().map(|one| review_line(me, one, reading.may_edit)).collect();
    (!lines.is_empty()).then(|| view! { <h2>{me.text().reviews.title}</h2><ul class="lines">{lines}</ul> })
}

/// Where its authors can bring it from where it stands.
fn stages(me: &SignedIn, reading: &Reading) -> impl IntoView + use<> {
    let words = &me.text().reviews;
    let status = reading.post.status.filter(|_| reading.may_edit);
    status.map(|status| {
        let offered: &[Stage] = match status {
            WriteUpStatus::Seed => &[Stage::Drafting, Stage::Shared],
            WriteUpStatus::Drafting => &[Stage::Shared, Stage::Seed],
            WriteUpStatus::InReview => &[Stage::Shared],
            WriteUpStatus::Shared => &[Stage::Drafting],
        };
        let buttons: Vec<_> = offered
            .iter()
            .map(|stage| view! { <button class="quiet" name="status" value=stage.as_str()>{(words.become_stage)(*stage)}</button> })
            .collect();
        let id = reading.post.id;
        view! {
            <ul class="links"><li><a href=routes::reviews(id)>{words.link}</a></li></ul>
            <form class="submit" method="post" action=routes::stage(id)>{buttons}</form>
        }
    })
}

fn links(me: &SignedIn, reading: &Reading) -> impl IntoView + use<> {
    let text = me.text();
    let (id, words) = (reading.post.id, &text.trash);
    let authors = reading
        .may_add_author
        .then(|| view! { <ul class="links"><li><a href=routes::authors(id)>{text.authors.link}</a></li></ul> });
    let trash = reading.may_edit.then(|| {
        ask(Question {
            id: "trash".into(),
            deed: words.put,
            title: (words.put_question)(&reading.post.title),
            lead: words.put_lead,
            action: routes::trash_post(id),
            keep: words.keep,
        })
    });
    view! { {authors}{trash} }
}
