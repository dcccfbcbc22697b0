//! A write-up read by a colleague: its source line by line, what they say about a line, and their answer.

use std::collections::HashMap;

use axum::response::Response;
use domain::access;
use domain::comment::{Anchor, CommentBody, html};
use domain::markdown::{Known, fill};
use domain::review::{Outcome, Remark};
use leptos::either::Either;
use leptos::prelude::*;
use store::Comment;

use crate::api::review::Reviewing;
use crate::components::field::{Field, area, choice, input, wrong};
use crate::components::moment::moment;
use crate::components::review_line::sentence;
use crate::components::submit::submit;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, reviewing: &Reviewing) -> Response {
    let text = me.text();
    let words = &text.reviews;
    let review = &reviewing.review;
    Page::new(words.title, Here::Posts).render(&me.visit, || {
        view! {
            <section class="list wide review">
                <p class="kind"><a href=routes::post(review.post_id) lang=review.language.as_str()>{review.title.clone()}</a></p>
                <h1>{words.title}</h1>
                {wrong(text, &reviewing.problems)}
                {asked(me, reviewing)}
                <h2>{words.source}</h2>
                {lines(me, reviewing)}
                {earlier(me, reviewing)}
                {answer(me, reviewing)}
            </section>
        }
    })
}

/// What it is about: who asked for what, and which revision is on the page.
fn asked(me: &SignedIn, reviewing: &Reviewing) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.reviews;
    let review = &reviewing.review;
    let what =
        if reviewing.is_mine { (words.asked)(&review.asked_by, &(text.day)(review.due)) } else { sentence(me, review) };
    let said = review.answer.as_ref().and_then(|answer| answer.remark.clone());
    let changed = (review.answer.is_none() && reviewing.text.number != review.revision_number)
        .then(|| format!(" {}", (words.changed_since)(review.revision_number)));
    view! {
        <p class="lead">{what}</p>
        {review.remark.clone().map(|remark| view! { <blockquote>{remark}</blockquote> })}
        {said.map(|said| view! { <blockquote>{said}</blockquote> })}
        <p class="soft">{(words.revision)(reviewing.text.number)}{changed}</p>
    }
}

fn lines(me: &SignedIn, reviewing: &Reviewing) -> impl IntoView + use<> {
    let mut said: HashMap<u32, Vec<&Comment>> = HashMap::new();
    for comment in &reviewing.comments {
        if let Anchor::Line { revision, line } = &comment.anchor
            && *revision == reviewing.text.revision_id
        {
            said.entry(*line).or_default().push(comment);
        }
    }
    let may_comment = access::may_write(&me.member);
    let open: Option<usize> = reviewing.comment.line.parse().ok();
    let lines: Vec<_> = (1..)
        .zip(reviewing.text.body.lines())
        .map(|(number, words)| {
            let key = u32::try_from(number).unwrap_or(u32::MAX);
            let comments: Vec<_> = said.remove(&key).unwrap_or_default().into_iter().map(|one| comment(me, one)).collect();
            let form = (may_comment && open == Some(number)).then(|| say(me, reviewing, number));
            let beside = (!comments.is_empty() || form.is_some())
                .then(|| view! { <div class="said-beside">{comments}{form}</div> });
            view! { <li id=format!("line-{number}")>{mark(me, reviewing, number, may_comment)}<code>{words.to_owned()}</code>{beside}</li> }
        })
        .collect();
    view! { <ol class="source" lang=reviewing.review.language.as_str()>{lines}</ol> }
}

/// A line's number, which opens the form for a comment on it.
fn mark(me: &SignedIn, reviewing: &Reviewing, number: usize, may_comment: bool) -> impl IntoView + use<> {
    if !may_comment {
        return Either::Left(view! { <span class="number">{number}</span> });
    }
    let review = &reviewing.review;
    let (to, label) = (routes::review_line(review.post_id, review.id, number), (me.text().reviews.comment_on)(number));
    Either::Right(
        view! { <a class="number" href=to title=label.clone() aria-label=label lang=me.visit.language.as_str()>{number}</a> },
    )
}

fn say(me: &SignedIn, reviewing: &Reviewing, number: usize) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.reviews;
    let review = &reviewing.review;
    let revision = if reviewing.comment.revision.is_empty() {
        reviewing.text.revision_id.to_string()
    } else {
        reviewing.comment.revision.clone()
    };
    let field = Field::new("body", &reviewing.problems).most(CommentBody::LIMIT);
    let away = (routes::review(review.post_id, review.id), text.form.cancel);
    view! {
        <form method="post" action=routes::comment_line(review.post_id, review.id) lang=me.visit.language.as_str()>
            <input type="hidden" name="line" value=number.to_string() />
            <input type="hidden" name="revision" value=revision />
            {area(text, words.comment, 3, String::new(), &reviewing.comment.body, field)}
            {submit(words.say, Some(away))}
        </form>
    }
}

fn comment(me: &SignedIn, comment: &Comment) -> impl IntoView + use<> {
    let text = me.text();
    let words = fill(&html(&comment.body, comment.id), &text.labels(), &Known::default()).into_owned();
    view! {
        <article class="said">
            <p class="soft"><strong>{comment.name.clone()}</strong>" "{moment(text, comment.written_at, me.now(), me.zone())}</p>
            <div class="words" inner_html=words></div>
        </article>
    }
}

/// What was said about lines of other revisions: those lines are not on the page.
fn earlier(me: &SignedIn, reviewing: &Reviewing) -> impl IntoView + use<> {
    let words = &me.text().reviews;
    let elsewhere = reviewing.comments.iter().filter(|one| one.revision != reviewing.text.revision_id);
    let said: Vec<_> = elsewhere
        .map(|one| {
            let place = match one.anchor {
                Anchor::Line { line, .. } => Some((words.earlier_place)(line, one.revision_number)),
                _ => None,
            };
            view! { <li>{place.map(|place| view! { <p class="kind">{place}</p> })}{comment(me, one)}</li> }
        })
        .collect();
    (!said.is_empty()).then(|| view! { <h2>{words.earlier}</h2><ul class="lines">{said}</ul> })
}

fn answer(me: &SignedIn, reviewing: &Reviewing) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.reviews;
    let review = &reviewing.review;
    reviewing.is_mine.then(|| {
        let each = [Outcome::Approved, Outcome::Changes];
        let each = each.map(|one| (one.to_string(), (words.outcome_choice)(one).to_owned()));
        let choices: Vec<_> = std::iter::once((String::new(), words.choose_answer.to_owned())).chain(each).collect();
        let field = |name| Field::new(name, &reviewing.problems);
        let remark = field("remark").hint(words.answer_hint).optional().most(Remark::LIMIT);
        view! {
            <h2>{words.answer_title}</h2>
            <form method="post" action=routes::answer_review(review.post_id, review.id)>
                <input type="hidden" name="revision" value=reviewing.text.revision_id.to_string() />
                {choice(text, words.outcome, &choices, &reviewing.answer.outcome, field("outcome"))}
                {input(text, words.answer_remark, "text", &reviewing.answer.remark, remark)}
                {submit(words.answer, Some((routes::post(review.post_id), words.to_post)))}
            </form>
        }
    })
}
