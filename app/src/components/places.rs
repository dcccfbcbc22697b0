//! The rooms of one kind beside each other: my settings, or what looking after the house takes.

use domain::text::Text;
use leptos::prelude::*;

use crate::routes;

/// My settings; `here` is the address of the room that is shown.
pub(crate) fn my_rooms(text: &'static Text, here: &'static str) -> impl IntoView + use<> {
    let places = &text.places;
    rooms(
        places.mine,
        here,
        &[
            (routes::SETTINGS, places.profile),
            (routes::WAYS_IN, places.ways_in),
            (routes::SECOND_FACTOR, places.second_factor),
            (routes::SIGN_INS, places.sign_ins),
            (routes::API_TOKENS, places.api_tokens),
        ],
    )
}

/// What looking after the house takes.
pub(crate) fn house_rooms(text: &'static Text, here: &'static str) -> impl IntoView + use<> {
    let places = &text.places;
    rooms(
        places.house,
        here,
        &[
            (routes::MEMBERS, places.members),
            (routes::INVITATIONS, places.invitations),
            (routes::TEAM, places.team),
            (routes::AUDIT, places.audit),
            (routes::MAIL_LOG, places.mail),
        ],
    )
}

fn rooms(label: &'static str, here: &'static str, rooms: &[(&'static str, &'static str)]) -> impl IntoView + use<> {
    let links: Vec<_> = rooms
        .iter()
        .map(|(to, label)| view! { <a href=*to aria-current=(*to == here).then_some("page")>{*label}</a> })
        .collect();
    view! { <nav class="tabs" aria-label=label>{links}</nav> }
}
