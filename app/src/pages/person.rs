//! A colleague: their face, what they are called, and what of theirs may be read.

use axum::response::Response;
use domain::member::Member;
use leptos::either::Either;
use leptos::prelude::*;
use store::PostLine;

use crate::components::face::large_face;
use crate::components::post_line::post_line;
use crate::context::SignedIn;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, person: &Member, posts: &[PostLine]) -> Response {
    let text = me.text();
    let name = person.name.as_str();
    Page::new(name, Here::Elsewhere).render(&me.visit, || {
        let posts = if posts.is_empty() {
            Either::Left(view! { <p class="soft">{(text.person.none)(name)}</p> })
        } else {
            let lines: Vec<_> = posts.iter().map(|line| post_line(text, line, me.now(), me.zone())).collect();
            Either::Right(view! { <h2>{(text.person.posts)(name)}</h2><ul class="lines">{lines}</ul> })
        };
        view! {
            <section class="list person">
                <header>
                    {large_face(person, String::new())}
                    <h1>{name.to_owned()}</h1>
                    <p class="soft">{format!("@{} · {}", person.handle.as_str(), (text.role)(person.role))}</p>
                </header>
                {posts}
            </section>
        }
    })
}
