//! Nobody came in by the sign-in provider: why, and where to begin again.

use axum::response::Response;
use leptos::prelude::*;

use crate::context::Visit;
use crate::shell::{Here, Page};

/// `step` is what helps, if anything does.
pub(crate) fn page(
    visit: &Visit,
    sentence: String,
    step: Option<(&'static str, &'static str)>,
    door: &str,
) -> Response {
    let words = &visit.text().provider;
    let (door, class) = (door.to_owned(), if step.is_some() { "quiet" } else { "button primary" });
    Page::new(words.title, Here::Elsewhere).render(visit, || {
        view! {
            <section class="narrow">
                <h1>{words.title}</h1>
                <p class="lead">{sentence}</p>
                <p class="submit">
                    {step.map(|(to, label)| view! { <a class="button primary" href=to>{label}</a> })}
                    <a class=class href=door>{words.back}</a>
                </p>
            </section>
        }
    })
}
