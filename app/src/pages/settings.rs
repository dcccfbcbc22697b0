//! A member's own settings.

use axum::response::Response;
use domain::language::Language;
use domain::problem::Problems;
use domain::theme::Theme;
use leptos::prelude::*;

use crate::api::settings::SettingsForm;
use crate::components::field::{Field, choice, input, wrong};
use crate::components::places::my_rooms;
use crate::components::submit::submit;
use crate::components::zone::zone;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, form: &SettingsForm, problems: &Problems) -> Response {
    let text = me.text();
    let words = &text.settings;
    let languages: Vec<_> = Language::ALL.iter().map(|one| (one.to_string(), one.own_name().to_owned())).collect();
    let themes: Vec<_> = Theme::ALL.iter().map(|one| (one.to_string(), (text.theme)(*one).to_owned())).collect();
    let field = |name| Field::new(name, problems);
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{words.title}</h1>
                {my_rooms(text, routes::SETTINGS)}
                {wrong(text, problems)}
                <form method="post" action=routes::SETTINGS>
                    {input(text, words.name, "text", &form.name, field("name").autocomplete("name"))}
                    {choice(text, words.language, &languages, &form.language, field("language"))}
                    {zone(text, words.zone, &form.zone, field("zone"))}
                    {choice(text, words.theme, &themes, &form.theme, field("theme"))}
                    {submit(words.save, None)}
                </form>
            </section>
        }
    })
}
