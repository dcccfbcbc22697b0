//! Reading a post: a title, words, and very little else.

mod aside; // what can be done with it
mod below; // what stands below the words
mod contents; // the contents list
mod desk; // what its authors do besides, and who reads it first
mod head; // what stands above them

use axum::response::Response;
use domain::markdown::{Known, fill};
use domain::reminder::Reminder;
use leptos::either::Either;
use leptos::prelude::*;
use store::Reading;

use self::aside::aside;
use self::below::below;
use self::contents::contents;
use self::head::head;
use crate::context::SignedIn;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, reading: &Reading, mine: &[Reminder]) -> Response {
    let text = me.text();
    let post = &reading.post;
    let lang = post.language.as_str();
    let body = if reading.html.is_empty() {
        Either::Left(view! { <p class="soft">{text.post.empty_body}</p> })
    } else {
        Either::Right(
            view! { <div class="words" lang=lang inner_html=fill(&reading.html, &text.labels(), &Known::default()).into_owned()></div> },
        )
    };
    Page::new(post.title.clone(), Here::Posts).render(&me.visit, || {
        view! {
            <div class="read">
                {contents(text, &reading.headings)}
                <article class="prose">
                    {head(me, reading)}
                    {body}
                    {below(me, reading)}
                </article>
                {aside(me, reading, mine)}
            </div>
        }
    })
}
