//! A member's own settings: their picture, and what they say of themselves.

use axum::response::Response;
use domain::access;
use domain::language::Language;
use domain::member::DigestHour;
use domain::problem::Problems;
use domain::theme::Theme;
use leptos::prelude::*;

use crate::api::settings::SettingsForm;
use crate::components::face::large_face;
use crate::components::field::{Field, choice, file, input, wrong};
use crate::components::places::my_rooms;
use crate::components::submit::submit;
use crate::components::zone::zone;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, form: &SettingsForm, problems: &Problems) -> Response {
    let text = me.text();
    let words = &text.settings;
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{words.title}</h1>
                {my_rooms(text, routes::SETTINGS)}
                {wrong(text, problems)}
                {picture(me, problems)}
                {profile(me, form, problems)}
                {super::imports::way_here(me)}
                {access::may_write(&me.member).then(|| view! { <p><a class="quiet" href=routes::LEAVE>{text.members.leave_link}</a></p> })}
            </section>
        }
    })
}

/// What may be sent: browsers offer these first.
const PICTURES: &str = "image/png,image/jpeg,image/webp,image/gif";

fn picture(me: &SignedIn, problems: &Problems) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.profile;
    let field = Field::new("picture", problems).hint(words.picture_hint);
    let remove = me.member.picture_at.map(|_| {
        view! {
            <form method="post" action=routes::REMOVE_PICTURE>
                <button class="quiet">{words.remove_picture}</button>
            </form>
        }
    });
    view! {
        <div class="portrait">
            {large_face(&me.member, (words.picture_of)(me.member.name.as_str()))}
            <div>
                <form method="post" action=routes::SET_PICTURE enctype="multipart/form-data">
                    {file(text, words.picture, PICTURES, field)}
                    <p class="submit"><button class="button">{words.set_picture}</button></p>
                </form>
                {remove}
            </div>
        </div>
    }
}

fn profile(me: &SignedIn, form: &SettingsForm, problems: &Problems) -> impl IntoView + use<> {
    let text = me.text();
    let (words, profile) = (&text.settings, &text.profile);
    let languages: Vec<_> = Language::ALL.iter().map(|one| (one.to_string(), one.own_name().to_owned())).collect();
    let themes: Vec<_> = Theme::ALL.iter().map(|one| (one.to_string(), (text.theme)(*one).to_owned())).collect();
    let hours: Vec<_> = DigestHour::all().map(|one| (one.get().to_string(), (profile.hour)(one.get()))).collect();
    let field = |name| Field::new(name, problems);
    let handle = field("handle").hint(profile.handle_hint).autocomplete("off");
    let outside_name = field("outside_name").hint(profile.outside_name_hint).optional();
    let digest_hour = field("digest_hour").hint(profile.digest_hour_hint);
    view! {
        <form method="post" action=routes::SETTINGS>
            {input(text, words.name, "text", &form.name, field("name").autocomplete("name"))}
            {input(text, profile.handle, "text", &form.handle, handle)}
            {input(text, profile.outside_name, "text", &form.outside_name, outside_name)}
            {choice(text, words.language, &languages, &form.language, field("language"))}
            {zone(text, words.zone, &form.zone, field("zone"))}
            {choice(text, words.theme, &themes, &form.theme, field("theme"))}
            {choice(text, profile.digest_hour, &hours, &form.digest_hour, digest_hour)}
            {submit(words.save, None)}
        </form>
    }
}
