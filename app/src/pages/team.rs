//! What is true of the whole team, changed by those who look after the house.

use axum::response::Response;
use domain::language::Language;
use domain::problem::Problems;
use leptos::prelude::*;

use crate::api::team::TeamForm;
use crate::components::field::{Field, check, choice, input, wrong};
use crate::components::places::house_rooms;
use crate::components::submit::submit;
use crate::components::zone::zone;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// What the page shows.
pub(crate) struct Shown<'a> {
    pub(crate) form: &'a TeamForm,
    pub(crate) problems: &'a Problems,
    /// How many members have no second factor yet.
    pub(crate) without: usize,
    /// Whether the reader asked for what would shut them out.
    pub(crate) yours_first: bool,
}

pub(crate) fn page(me: &SignedIn, shown: &Shown<'_>) -> Response {
    let text = me.text();
    let words = &text.team_page;
    let Shown { form, problems, without, yours_first } = shown;
    let languages: Vec<_> = Language::ALL.iter().map(|one| (one.to_string(), one.own_name().to_owned())).collect();
    let field = |name| Field::new(name, problems);
    let require = field("second_factor").hint(format!("{} {}", words.require_hint, (words.without)(*without)));
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="list team-page">
                <h1>{words.title}</h1>
                {house_rooms(text, routes::TEAM)}
                {wrong(text, problems)}
                {yours_first.then(|| first(me))}
                <form method="post" action=routes::TEAM>
                    {input(text, words.name, "text", &form.name, field("name").autocomplete("organization"))}
                    {choice(text, words.language, &languages, &form.language, field("language").hint(words.language_hint))}
                    {zone(text, words.zone, &form.zone, field("zone").hint(words.zone_hint))}
                    {check(text, words.require, form.requires(), require)}
                    {submit(words.save, None)}
                </form>
            </section>
        }
    })
}

fn first(me: &SignedIn) -> impl IntoView + use<> {
    let words = &me.text().team_page;
    view! {
        <div class="notice bad" role="alert" id="yours-first">
            <p>{words.yours_first}</p>
            <p><a href=routes::SECOND_FACTOR>{words.set_up}</a></p>
        </div>
    }
}
