//! A link that does not work any more: why, and what to do instead.

use axum::response::Response;
use leptos::prelude::*;

use crate::context::Visit;
use crate::shell::{Here, Page};

/// `step` is where to begin again, if anywhere.
pub(crate) fn closed(
    visit: &Visit,
    title: &'static str,
    sentence: &'static str,
    step: Option<(&'static str, &'static str)>,
) -> Response {
    Page::new(title, Here::Elsewhere).render(visit, || {
        view! {
            <section class="narrow">
                <h1>{title}</h1>
                <p class="lead">{sentence}</p>
                {step.map(|(to, label)| view! { <p><a class="button primary" href=to>{label}</a></p> })}
            </section>
        }
    })
}
