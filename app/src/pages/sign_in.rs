//! The door.

use axum::response::Response;
use domain::problem::Problems;
use leptos::prelude::*;

use crate::components::field::{Field, input};
use crate::components::provider::provider;
use crate::components::submit::submit;
use crate::context::Visit;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(visit: &Visit, email: &str, next: Option<&str>, problems: &Problems) -> Response {
    let text = visit.text();
    let words = &text.sign_in;
    let asked = next.is_some() && problems.is_empty();
    Page::new(words.title, Here::Elsewhere).render(visit, || {
        view! {
            <section class="narrow">
                <h1>{words.title}</h1>
                {asked.then(|| view! { <p class="notice">{words.first}</p> })}
                <form method="post" action=routes::sign_in(next)>
                    {input(text, words.email, "email", email, Field::new("email", problems).autocomplete("username"))}
                    {input(text, words.password, "password", "", Field::new("password", problems).autocomplete("current-password"))}
                    {submit(words.enter, Some((routes::FORGOT.into(), text.forgot.link)))}
                </form>
                {provider(visit, routes::provider(next)).map(|link| view! { <p>{link}</p> })}
            </section>
        }
    })
}
