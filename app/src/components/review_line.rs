//! A review in a list: who reads until when, or what they said.

use domain::review::Outcome;
use leptos::prelude::*;
use store::Review;

use super::ask::{Question, ask};
use crate::context::SignedIn;
use crate::routes;

/// `is_author`: whether the reader may take it back.
pub(crate) fn review_line(me: &SignedIn, review: &Review, is_author: bool) -> impl IntoView + use<> {
    let words = &me.text().reviews;
    let is_open = review.answer.is_none();
    let withdraw = (is_author && is_open).then(|| {
        ask(Question {
            id: format!("withdraw-{}", review.id),
            deed: words.withdraw,
            title: (words.withdraw_question)(&review.reviewer),
            lead: words.withdraw_lead,
            action: routes::withdraw_review(review.post_id, review.id),
            keep: words.keep,
        })
    });
    let said = review.answer.as_ref().and_then(|answer| answer.remark.clone());
    let read = is_open && review.reviewer_id == me.member.id;
    let label = if read { words.read } else { words.title };
    let withdrawn = review.answer.as_ref().is_some_and(|answer| answer.outcome == Outcome::Withdrawn);
    let link = (!withdrawn).then(|| view! { <a href=routes::review(review.post_id, review.id)>{label}</a> });
    view! {
        <li>
            <span>{sentence(me, review)}</span>
            <span class="row-actions">{link}{withdraw}</span>
            {said.map(|said| view! { <p>{said}</p> })}
        </li>
    }
}

/// Who reads it until when, or how they answered.
pub(crate) fn sentence(me: &SignedIn, review: &Review) -> String {
    let text = me.text();
    let words = &text.reviews;
    if let Some(answer) = &review.answer {
        (words.answered)(&review.reviewer, answer.outcome, review.revisions_since())
    } else {
        let late = review.due < me.zone().local(me.now()).date();
        (words.waiting)(&review.reviewer, &(text.day)(review.due), late)
    }
}
