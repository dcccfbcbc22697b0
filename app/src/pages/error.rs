//! What happened, what was kept, what to do; the cause stays in the log.

use axum::response::Response;
use leptos::prelude::*;

use crate::AppError;
use crate::context::Visit;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(visit: &Visit, error: &AppError) -> Response {
    let words = &visit.text().error;
    let (title, sentence) = match error {
        AppError::NotFound => (words.not_found_title, words.not_found),
        AppError::Forbidden => (words.forbidden_title, words.forbidden),
        AppError::CrossSite => (words.forbidden_title, words.cross_site),
        AppError::TooLarge => (words.too_large_title, words.too_large),
        AppError::Bad | AppError::SignedOut { .. } => (words.bad_title, words.bad),
        AppError::Internal => (words.internal_title, words.internal),
    };
    let number = (!visit.request_id.is_empty()).then(|| (words.request)(&visit.request_id));
    Page::new(title, Here::Elsewhere).render(visit, || {
        view! {
            <section class="narrow error-page">
                <h1>{title}</h1>
                <p>{sentence}</p>
                <p><a class="button" href=routes::HOME>{words.home}</a></p>
                {number.map(|number| view! { <p class="soft"><small>{number}</small></p> })}
            </section>
        }
    })
}
