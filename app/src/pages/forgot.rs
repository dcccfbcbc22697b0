//! A password was forgotten: where should the link go?

use axum::response::Response;
use domain::problem::Problems;
use leptos::prelude::*;

use crate::components::field::{Field, input};
use crate::components::submit::submit;
use crate::context::Visit;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(visit: &Visit, email: &str, problems: &Problems) -> Response {
    let text = visit.text();
    let words = &text.forgot;
    let (away, label) = match visit.member {
        Some(_) => (routes::WAYS_IN, text.form.back),
        None => (routes::SIGN_IN, text.sign_in.title),
    };
    Page::new(words.title, Here::Elsewhere).render(visit, || {
        view! {
            <section class="narrow">
                <h1>{words.title}</h1>
                <p class="lead">{words.lead}</p>
                <form method="post" action=routes::FORGOT>
                    {input(text, words.email, "email", email, Field::new("email", problems).autocomplete("username"))}
                    {submit(words.send, Some((away.into(), label)))}
                </form>
            </section>
        }
    })
}
