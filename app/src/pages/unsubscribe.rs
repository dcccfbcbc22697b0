//! Stopping a reminder from its mail, without signing in. Looking changes nothing: scanners follow links.

use axum::response::Response;
use leptos::prelude::*;

use crate::context::Visit;
use crate::routes;
use crate::shell::{Here, Page};

/// Where the reminder behind the link is.
pub(crate) enum Standing {
    /// It comes; the page asks.
    Live,
    /// It is stopped; the page offers to turn it on again.
    Stopped,
    /// It was just turned on again.
    Resumed,
    /// It has come for the last time: there is nothing to turn on.
    Over,
}

pub(crate) fn page(visit: &Visit, token: &str, post_title: &str, standing: &Standing) -> Response {
    let words = &visit.text().unsubscribe;
    let (sentence, action, label) = match standing {
        Standing::Over => return over(visit, (words.over)(post_title)),
        Standing::Live => ((words.question)(post_title), routes::unsubscribe(token), words.stop),
        Standing::Stopped => ((words.stopped)(post_title), routes::resubscribe(token), words.resume),
        Standing::Resumed => ((words.resumed)(post_title), routes::unsubscribe(token), words.stop),
    };
    Page::new(words.title, Here::Elsewhere).render(visit, || {
        view! {
            <section class="narrow">
                <h1>{words.title}</h1>
                <p class="lead" role="status">{sentence}</p>
                <form method="post" action=action><button class="button primary">{label}</button></form>
            </section>
        }
    })
}

pub(crate) fn unknown(visit: &Visit) -> Response {
    over(visit, visit.text().unsubscribe.unknown.to_owned())
}

/// A sentence with nothing to press.
fn over(visit: &Visit, sentence: String) -> Response {
    let words = &visit.text().unsubscribe;
    Page::new(words.title, Here::Elsewhere).render(visit, || {
        view! { <section class="narrow"><h1>{words.title}</h1><p class="lead">{sentence}</p></section> }
    })
}
