//! A thread: what it is about, what was said, and what may be done with it.

use domain::access::{self, PostFacts};
use domain::comment::{CommentForm, Placed, Spot, html};
use domain::markdown::{Known, fill};
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;
use store::{Comment, Reading, Thread};

use crate::components::ask::{Question, ask};
use crate::components::face::face;
use crate::components::moment::moment;
use crate::context::SignedIn;
use crate::pages::comment_form::hidden;
use crate::routes;

pub(super) fn thread(
    me: &SignedIn,
    reading: &Reading,
    thread: &Thread,
    known: &Known,
    may_comment: bool,
) -> impl IntoView + use<> {
    let authors = reading.post.author_ids();
    let post = reading.post.facts(&authors);
    let said: Vec<_> = std::iter::once(&thread.first)
        .chain(&thread.replies)
        .map(|one| view! { <li>{comment(me, one, &post, known)}</li> })
        .collect();
    let whole = view! {
        {about(me, reading, thread)}
        <ol class="said">{said}</ol>
        <div class="thread-deeds">
            {may_comment.then(|| reply(me, reading, thread))}
            {access::may_resolve(&me.member, &post, thread.first.writer).then(|| settle(me, thread))}
        </div>
    };
    match &thread.first.resolved {
        Some(settled) => {
            let text = me.text();
            let line = (text.comments.resolved)(&settled.by, &text.since(settled.at, me.now(), me.zone()));
            Either::Left(view! {
                <li class="thread resolved"><details><summary>{line}</summary>{whole}</details></li>
            })
        }
        None => Either::Right(view! { <li class="thread">{whole}</li> }),
    }
}

/// The words it is about; with a way to them, or to the revision that had them.
fn about(me: &SignedIn, reading: &Reading, thread: &Thread) -> impl IntoView + use<> {
    let words = &me.text().comments;
    let lang = reading.post.language.as_str();
    let quote = thread.quote.clone();
    match &thread.placed {
        Placed::Here(Spot::Post) => EitherOf3::A(()),
        Placed::Here(Spot::Heading(id)) => {
            let label = (words.on_heading)(&quote.unwrap_or_default());
            EitherOf3::B(Either::Left(view! { <p class="about"><a href=format!("#{id}")>{label}</a></p> }))
        }
        Placed::Here(Spot::Passage(passage)) => {
            let passage = passage.clone();
            EitherOf3::B(Either::Right(view! {
                <blockquote class="quote" lang=lang data-passage=""><a href=routes::passage(&passage)>{passage.clone()}</a></blockquote>
            }))
        }
        Placed::Here(Spot::Line(line)) => EitherOf3::C(Either::Left(view! {
            <p class="about">{(words.on_line)(*line)}</p>
            {quote.map(|quote| view! { <blockquote class="quote" lang=lang>{quote}</blockquote> })}
        })),
        Placed::Earlier => {
            let number = thread.first.revision_number;
            let to = routes::revision_of(reading.post.id, number);
            EitherOf3::C(Either::Right(view! {
                <p class="about"><a href=to>{(words.earlier)(number)}</a></p>
                {quote.map(|quote| view! { <blockquote class="quote" lang=lang>{quote}</blockquote> })}
            }))
        }
    }
}

fn comment(me: &SignedIn, one: &Comment, post: &PostFacts<'_>, known: &Known) -> impl IntoView + use<> {
    let text = me.text();
    let id = format!("comment-{}", one.id);
    if let Some(deleted) = &one.deleted {
        let line = (text.comments.deleted)(&deleted.by);
        return Either::Left(view! { <article class="comment" id=id><p class="soft">{line}</p></article> });
    }
    let edited = one.edited_at.map(|at| {
        view! { " · "<span title=text.at(at, me.zone())>{text.comments.edited}</span> }
    });
    let said = html(&one.body, one.id);
    let said = fill(&said, &text.labels(), known).into_owned();
    Either::Right(view! {
        <article class="comment" id=id>
            <header>
                {face(one.writer, &one.name, one.picture_at)}
                <p><strong>{one.name.clone()}</strong>" "<small class="soft">{moment(text, one.written_at, me.now(), me.zone())}{edited}</small></p>
            </header>
            <div class="words" inner_html=said></div>
            {deeds(me, one, post)}
        </article>
    })
}

fn deeds(me: &SignedIn, one: &Comment, post: &PostFacts<'_>) -> impl IntoView + use<> {
    let words = &me.text().comments;
    let edit = access::may_edit_comment(&me.member, post, one.writer)
        .then(|| view! { <a class="quiet" href=routes::edit_comment(one.id)>{words.edit}</a> });
    let delete = access::may_delete_comment(&me.member, post, one.writer).then(|| {
        ask(Question {
            id: format!("delete-{}", one.id),
            deed: words.delete,
            title: words.delete_question.to_owned(),
            lead: words.delete_lead,
            action: routes::delete_comment(one.id),
            keep: words.keep,
        })
    });
    (edit.is_some() || delete.is_some()).then(|| view! { <div class="comment-deeds">{edit}{delete}</div> })
}

fn reply(me: &SignedIn, reading: &Reading, thread: &Thread) -> impl IntoView + use<> {
    let (text, first) = (me.text(), &thread.first);
    let form = CommentForm {
        thread: first.id.to_string(),
        seen: reading.post.revision_id.to_string(),
        ..CommentForm::default()
    };
    view! {
        <details class="reply">
            <summary>{text.comments.reply}</summary>
            <form class="comment-form" method="post" action=routes::comments(reading.post.id)>
                {hidden(&form)}
                <div class="field">
                    <textarea name="body" rows="3" lang=text.language.as_str() aria-label=(text.comments.reply_to)(&first.name)></textarea>
                </div>
                <p class="submit"><button class="button">{text.comments.send}</button></p>
            </form>
        </details>
    }
}

fn settle(me: &SignedIn, thread: &Thread) -> impl IntoView + use<> {
    let words = &me.text().comments;
    let id = thread.first.id;
    let (action, label) = if thread.first.resolved.is_some() {
        (routes::reopen_comment(id), words.reopen)
    } else {
        (routes::resolve_comment(id), words.resolve)
    };
    view! { <form method="post" action=action><button class="quiet">{label}</button></form> }
}
