//! What is said about a post, below its words; and the ways to it beside its headings.

mod on_headings; // beside each heading, a way to say something about it
mod thread; // a thread, and what is done with it

use std::collections::HashMap;

use domain::comment::CommentForm;
use domain::markdown::{Known, Linked};
use domain::problem::Problems;
use leptos::either::Either;
use leptos::prelude::*;
use store::{Reading, Thread};

pub(super) use self::on_headings::with_ways;
use self::thread::thread;
use crate::components::submit::submit;
use crate::context::SignedIn;
use crate::pages::comment_form::{hidden, words};
use crate::routes;

/// What is said about a post, and the form for more.
pub(crate) struct Talk {
    pub(crate) threads: Vec<Thread>,
    pub(crate) form: CommentForm,
    pub(crate) may_comment: bool,
    /// Members who may be mentioned, where somebody is.
    pub(crate) members: HashMap<String, Linked>,
}

/// Marks what is commented on, and lets a reader comment on the words they select.
const SCRIPT: &str = include_str!("passage.js");

impl Talk {
    /// The script is for who may comment, and where there is a passage to mark.
    pub(super) fn script(&self) -> Option<&'static str> {
        (self.may_comment || self.threads.iter().any(|thread| thread.quote.is_some())).then_some(SCRIPT)
    }

    fn known(&self) -> Known {
        Known { members: self.members.clone(), ..Known::default() }
    }
}

pub(super) fn talk(me: &SignedIn, reading: &Reading, talk: &Talk) -> impl IntoView + use<> {
    let text = me.text();
    let count: usize = talk.threads.iter().map(|thread| 1 + thread.replies.len()).sum();
    let known = talk.known();
    let threads: Vec<_> = talk.threads.iter().map(|one| thread(me, reading, one, &known, talk.may_comment)).collect();
    let threads = if threads.is_empty() {
        Either::Left(view! { <p class="soft">{text.comments.empty}</p> })
    } else {
        Either::Right(view! { <ol class="threads">{threads}</ol> })
    };
    let title = if count == 0 { text.comments.title.to_owned() } else { (text.comments.count)(count) };
    view! {
        <section class="talk" id="comments" aria-labelledby="comments-title">
            <h2 id="comments-title">{title}</h2>
            {threads}
            {talk.may_comment.then(|| form(me, reading, &talk.form))}
        </section>
    }
}

/// The form below; what it is about is shown when the address says so, and filled in by the script.
fn form(me: &SignedIn, reading: &Reading, form: &CommentForm) -> impl IntoView + use<> {
    let text = me.text();
    let id = reading.post.id;
    let heading = reading.headings.iter().find(|heading| heading.id == form.anchor.on);
    let about = heading.map(|heading| (text.comments.on_heading)(&heading.text));
    let is_whole = about.is_none();
    let drop = view! { <a class="quiet" data-drop="" href=routes::comment_on_all(id)>{text.comments.whole}</a> };
    view! {
        <button class="button comment-on" type="button" hidden>{text.comments.on_this}</button>
        <form class="comment-form" id="comment-form" method="post" action=routes::comments(id)>
            <div class="about" hidden=is_whole data-about=text.comments.about>
                <p>{about.unwrap_or_else(|| text.comments.about.to_owned())}</p>
                <blockquote class="quote" lang=reading.post.language.as_str() hidden></blockquote>
                {drop}
            </div>
            {hidden(form)}
            {words(text, "", &Problems::default())}
            {submit(text.comments.send, None)}
        </form>
    }
}
