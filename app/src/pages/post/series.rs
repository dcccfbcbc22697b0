//! Which part of a story a post is, and the parts around it.

use domain::id::PostId;
use leptos::prelude::*;
use store::{SeriesOf, TitledPost};

use crate::context::SignedIn;
use crate::routes;

pub(super) fn series(me: &SignedIn, post: PostId, series: Option<&SeriesOf>) -> impl IntoView + use<> {
    let words = &me.text().series;
    series.map(|series| {
        let (place, of) = (series.place(post), series.parts.len());
        let previous = place.checked_sub(2).and_then(|before| series.parts.get(before));
        let next = series.parts.get(place);
        view! {
            <section class="series" aria-label=words.title>
                <p>{(words.place)(place, of)}": "<a href=routes::series(series.id)>{series.title.clone()}</a></p>
                {turn(me, previous, next)}
                {(of > 1).then(|| all(me, post, &series.parts))}
            </section>
        }
    })
}

fn turn(me: &SignedIn, previous: Option<&TitledPost>, next: Option<&TitledPost>) -> impl IntoView + use<> {
    let words = &me.text().series;
    let part = |label: &'static str, rel: &'static str, post: &TitledPost| {
        let (to, lang, title) = (routes::post(post.id), post.language.as_str(), post.title.clone());
        view! { <a rel=rel href=to><small>{label}</small>" "<span lang=lang>{title}</span></a> }
    };
    (previous.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="steps" aria-label=words.turn>
                {previous.map(|post| part(words.previous, "prev", post))}
                {next.map(|post| part(words.next, "next", post))}
            </nav>
        }
    })
}

fn all(me: &SignedIn, here: PostId, parts: &[TitledPost]) -> impl IntoView + use<> {
    let parts: Vec<_> = parts
        .iter()
        .map(|part| {
            let current = (part.id == here).then_some("page");
            view! { <li><a href=routes::post(part.id) lang=part.language.as_str() aria-current=current>{part.title.clone()}</a></li> }
        })
        .collect();
    view! { <details><summary>{me.text().series.all}</summary><ol>{parts}</ol></details> }
}
