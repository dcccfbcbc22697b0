//! Reading a post: a title, words, and very little else.

mod aside; // what can be done with it
mod below; // what stands below the words
mod contents; // the contents list
mod desk; // what its authors do besides, and who reads it first
mod head; // what stands above them
mod links; // where the words lead, what leads here, what is related
mod series; // which part of a story it is
mod talk; // what is said about it

use axum::response::Response;
use domain::markdown::{Known, fill, has_mermaid};
use domain::reminder::Reminder;
use leptos::either::Either;
use leptos::prelude::*;
use store::{Around, Reading};

use self::aside::aside;
use self::below::below;
use self::contents::contents;
use self::head::head;
pub(crate) use self::links::known;
use self::series::series;
pub(crate) use self::talk::Talk;
use self::talk::{talk, with_ways};
use crate::context::SignedIn;
use crate::shell::{Here, Page};

pub(crate) fn page(
    me: &SignedIn,
    reading: &Reading,
    mine: &[Reminder],
    around: &Around,
    known: &Known,
    said: &Talk,
) -> Response {
    let text = me.text();
    let post = &reading.post;
    let lang = post.language.as_str();
    let page = Page::new(post.title.clone(), Here::Posts).with_script(said.script());
    page.with_diagrams(has_mermaid(&reading.html)).render(&me.visit, || {
        let body = if reading.html.is_empty() {
            Either::Left(view! { <p class="soft">{text.post.empty_body}</p> })
        } else {
            let html = with_ways(text, reading, said, &fill(&reading.html, &text.labels(), known));
            Either::Right(view! { <div class="words" lang=lang inner_html=html></div> })
        };
        view! {
            <div class="read">
                {contents(text, &reading.headings)}
                <article class="prose">
                    {head(me, reading)}
                    {series(me, reading.post.id, around.series.as_ref())}
                    {body}
                    {below(me, reading, around)}
                    {talk(me, reading, said)}
                </article>
                {aside(me, reading, mine, around)}
            </div>
        }
    })
}
