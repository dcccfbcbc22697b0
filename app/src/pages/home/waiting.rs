//! What waits for me, and what of mine waits for others.

use leptos::prelude::*;
use store::{Review, StaleLine};

use crate::components::review_line::sentence;
use crate::context::SignedIn;
use crate::routes;

/// Everything that waits.
#[derive(Default)]
pub(crate) struct Waiting {
    /// What I am asked to read.
    pub(crate) to_do: Vec<Review>,
    /// What colleagues are asked to read of mine.
    pub(crate) awaited: Vec<Review>,
    /// What of mine should be looked at again.
    pub(crate) stale: Vec<StaleLine>,
}

pub(super) fn waiting(me: &SignedIn, waiting: &Waiting) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.reviews;
    let to_do = waiting.to_do.iter().map(|one| {
        review(one, routes::review(one.post_id, one.id), (words.asked)(&one.asked_by, &(text.day)(one.due)))
    });
    let awaited = waiting.awaited.iter().map(|one| review(one, routes::post(one.post_id), sentence(me, one)));
    let stale = waiting.stale.iter().map(|one| {
        let said = (text.stale.line)(&(text.day)(one.check_by));
        view! { <li><a href=routes::post(one.id) lang=one.language.as_str()>{one.title.clone()}</a><p>{said}</p></li> }
    });
    let (to_do, awaited, stale): (Vec<_>, Vec<_>, Vec<_>) = (to_do.collect(), awaited.collect(), stale.collect());
    view! {
        {(!to_do.is_empty()).then(|| view! { <section><h2>{words.to_do}</h2><ul class="lines">{to_do}</ul></section> })}
        {(!awaited.is_empty()).then(|| view! { <section><h2>{words.awaited}</h2><ul class="lines">{awaited}</ul></section> })}
        {(!stale.is_empty()).then(|| view! { <section><h2>{text.stale.mine}</h2><ul class="lines">{stale}</ul></section> })}
    }
}

fn review(one: &Review, to: String, said: String) -> impl IntoView + use<> {
    view! { <li><a href=to lang=one.language.as_str()>{one.title.clone()}</a><p>{said}</p></li> }
}
