//! First start: the team and its first member.

use axum::response::Response;
use domain::language::Language;
use domain::problem::Problems;
use leptos::prelude::*;

use crate::api::welcome::WelcomeForm;
use crate::components::field::{Field, choice, input, wrong};
use crate::components::submit::submit;
use crate::components::zone::zone;
use crate::context::Visit;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(visit: &Visit, form: &WelcomeForm, problems: &Problems) -> Response {
    let text = visit.text();
    let words = &text.welcome;
    let languages: Vec<_> = Language::ALL.iter().map(|one| (one.to_string(), one.own_name().to_owned())).collect();
    let field = |name| Field::new(name, problems);
    Page::new(words.title, Here::Elsewhere).render(visit, || {
        view! {
            <section class="narrow">
                <h1>{words.title}</h1>
                <p class="lead">{words.lead}</p>
                {wrong(text, problems)}
                <form method="post" action=routes::WELCOME>
                    {input(text, words.team, "text", &form.team, field("team").hint(words.team_hint).autocomplete("organization"))}
                    <div class="pair">
                        {choice(text, words.language, &languages, &form.language, field("language"))}
                        {zone(text, words.zone, &form.zone, field("zone"))}
                    </div>
                    <h2>{words.owner}</h2>
                    {input(text, words.name, "text", &form.name, field("name").autocomplete("name"))}
                    {input(text, words.email, "email", &form.email, field("email").autocomplete("username"))}
                    {input(text, words.password, "password", "", field("password").hint(words.password_hint).autocomplete("new-password"))}
                    {submit(words.begin, None)}
                </form>
            </section>
        }
    })
}
