//! A new password, by a link.

use axum::response::Response;
use domain::member::Member;
use domain::problem::Problems;
use leptos::prelude::*;

use super::closed::closed as over;
use crate::components::field::{Field, input};
use crate::components::submit::submit;
use crate::context::Visit;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(visit: &Visit, token: &str, member: &Member, problems: &Problems) -> Response {
    let text = visit.text();
    let words = &text.forgot;
    let password = Field::new("password", problems).hint(words.password_hint).autocomplete("new-password");
    Page::new(words.reset_title, Here::Elsewhere).render(visit, || {
        view! {
            <section class="narrow">
                <h1>{words.reset_title}</h1>
                <p class="lead">{(words.reset_lead)(member.name.as_str())}</p>
                <form method="post" action=routes::reset(token)>
                    {username(member.email.as_str())}
                    {input(text, words.password, "password", "", password)}
                    {submit(words.save, None)}
                </form>
            </section>
        }
    })
}

/// Tells a password manager whose password is typed (HTML §4.10.18.7.1); nobody else sees it.
pub(crate) fn username(email: &str) -> impl IntoView + use<> {
    view! { <input type="email" autocomplete="username" value=email.to_owned() readonly hidden /> }
}

pub(crate) fn closed(visit: &Visit) -> Response {
    let words = &visit.text().forgot;
    over(visit, words.closed_title, words.closed, Some((routes::FORGOT, words.again)))
}
