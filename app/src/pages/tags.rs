//! All tags.

use axum::response::Response;
use leptos::either::Either;
use leptos::prelude::*;
use store::TagLine;

use crate::components::empty::empty;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, tags: &[TagLine]) -> Response {
    let words = &me.text().tags;
    let list = if tags.is_empty() {
        Either::Left(empty(words.empty.into(), words.empty_hint, None))
    } else {
        let tags: Vec<_> = tags.iter().map(|tag| line(me, tag)).collect();
        Either::Right(view! { <p class="lead">{words.lead}</p><ul class="all-tags">{tags}</ul> })
    };
    Page::new(words.title, Here::Posts).render(&me.visit, || {
        view! {
            <section class="list">
                <h1>{words.title}</h1>
                {list}
            </section>
        }
    })
}

fn line(me: &SignedIn, tag: &TagLine) -> impl IntoView + use<> {
    let posts = (me.text().tags.posts)(tag.posts);
    view! { <li><a href=routes::tag(&tag.name, 1)>"#"{tag.name.clone()}</a>" "<small>{posts}</small></li> }
}
