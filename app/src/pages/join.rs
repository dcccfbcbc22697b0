//! Joining by an invitation.

use axum::response::Response;
use domain::language::Language;
use domain::problem::Problems;
use leptos::either::Either;
use leptos::prelude::*;
use store::Invitation;

use super::closed::closed as over;
use crate::api::join::JoinForm;
use crate::components::field::{Field, choice, input, wrong};
use crate::components::provider::provider;
use crate::components::submit::submit;
use crate::components::zone::zone;
use crate::context::Visit;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(
    visit: &Visit,
    token: &str,
    invitation: &Invitation,
    form: &JoinForm,
    problems: &Problems,
) -> Response {
    let text = visit.text();
    let words = &text.join;
    let team = visit.team.as_ref().map_or(text.product, |team| team.name.as_str());
    let languages: Vec<_> = Language::ALL.iter().map(|one| (one.to_string(), one.own_name().to_owned())).collect();
    let signed_in =
        visit.member.as_ref().map(|member| view! { <p class="notice">{(words.signed_in)(member.name.as_str())}</p> });
    let field = |name| Field::new(name, problems);
    Page::new((words.title)(team), Here::Elsewhere).render(visit, || {
        view! {
            <section class="narrow">
                <h1>{(words.title)(team)}</h1>
                <p class="lead">{(words.lead)(invitation.by.as_deref())}</p>
                {signed_in}
                {provider(visit, routes::provider_join(token)).map(|link| view! {
                    <p>{text.provider.instead}</p>
                    <p>{link}</p>
                })}
                {wrong(text, problems)}
                <form method="post" action=routes::join(token)>
                    {email(visit, invitation, form, problems)}
                    {input(text, words.name, "text", &form.name, field("name").hint(words.name_hint).autocomplete("name"))}
                    {input(text, words.password, "password", "", field("password").hint(words.password_hint).autocomplete("new-password"))}
                    <div class="pair">
                        {choice(text, words.language, &languages, &form.language, field("language"))}
                        {zone(text, words.zone, &form.zone, field("zone"))}
                    </div>
                    {submit(words.join, None)}
                </form>
            </section>
        }
    })
}

/// The address it was sent to; or a field for one, when the link was handed over.
fn email(visit: &Visit, invitation: &Invitation, form: &JoinForm, problems: &Problems) -> impl IntoView + use<> {
    let text = visit.text();
    let words = &text.join;
    if let Some(email) = &invitation.email {
        return Either::Left(view! {
            <div class="field">
                <label for="email">{words.email}</label>
                <input id="email" type="email" readonly autocomplete="username" value=email.as_str().to_owned() />
            </div>
        });
    }
    let field = Field::new("email", problems).autocomplete("username");
    Either::Right(input(text, words.email, "email", &form.email, field))
}

pub(crate) fn closed(visit: &Visit) -> Response {
    let words = &visit.text().join;
    over(visit, words.closed_title, words.closed, None)
}
