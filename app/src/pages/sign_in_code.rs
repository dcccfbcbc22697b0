//! The second half of the door.

use axum::response::Response;
use domain::problem::Problems;
use leptos::prelude::*;

use crate::components::field::{Field, input};
use crate::components::submit::submit;
use crate::context::Visit;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(visit: &Visit, next: Option<&str>, problems: &Problems) -> Response {
    let text = visit.text();
    let words = &text.second_factor;
    let code = Field::new("code", problems).autocomplete("one-time-code").hint(words.code_hint);
    Page::new(words.door_title, Here::Elsewhere).render(visit, || {
        view! {
            <section class="narrow">
                <h1>{words.door_title}</h1>
                <form method="post" action=routes::sign_in_code(next)>
                    {input(text, words.code, "text", "", code)}
                    {submit(words.enter, None)}
                </form>
                <form method="post" action=routes::SIGN_OUT>
                    <p><button class="quiet">{words.start_over}</button></p>
                </form>
            </section>
        }
    })
}
