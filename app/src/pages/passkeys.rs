//! A member's passkeys beside their second factor, and one being made.

use axum::response::Response;
use domain::passkey::PasskeyName;
use domain::problem::Problems;
use leptos::either::Either;
use leptos::prelude::*;
use store::Passkey;

use super::second_factor::{On, proof};
use crate::components::ask::{Question, ask};
use crate::components::field::{Field, input};
use crate::context::SignedIn;
use crate::islands::passkey::{DeviceWords, ask_device};
use crate::passkey::PasskeyHouse;
use crate::routes;
use crate::shell::{Here, Page};

/// All of them, and a form for another; nothing where browsers make none.
pub(super) fn section(me: &SignedIn, shown: &On, problems: &Problems) -> impl IntoView + use<> {
    let words = &me.text().passkeys;
    let offered = PasskeyHouse::at(&me.visit.state.settings.url).is_some();
    if !offered && shown.passkeys.is_empty() {
        return None;
    }
    let form = offered.then(|| another(me, shown, problems));
    Some(view! {
        <h2>{words.title}</h2>
        <p class="lead">{words.lead}</p>
        {list(me, &shown.passkeys)}
        {form}
    })
}

fn list(me: &SignedIn, passkeys: &[Passkey]) -> impl IntoView + use<> {
    if passkeys.is_empty() {
        return Either::Left(view! { <p class="soft">{me.text().passkeys.empty}</p> });
    }
    let lines: Vec<_> = passkeys.iter().map(|one| line(me, one)).collect();
    Either::Right(view! { <ul class="lines">{lines}</ul> })
}

fn line(me: &SignedIn, one: &Passkey) -> impl IntoView + use<> {
    let (text, zone) = (me.text(), me.zone());
    let words = &text.passkeys;
    let made = (words.made)(&(text.day)(zone.local(one.made_at).date()));
    let used = one.used_at.map_or_else(|| words.never_used.into(), |at| (words.used)(&text.since(at, me.now(), zone)));
    view! {
        <li>
            <strong>{one.name.clone()}</strong>
            <span class="row-actions">{remove(me, one)}</span>
            <p>{made}" · "{used}</p>
        </li>
    }
}

fn remove(me: &SignedIn, one: &Passkey) -> impl IntoView + use<> {
    let words = &me.text().passkeys;
    ask(Question {
        id: format!("remove-{}", one.id),
        deed: words.remove,
        title: (words.remove_question)(&one.name),
        lead: words.remove_lead,
        action: routes::remove_passkey(one.id),
        keep: words.keep,
    })
}

fn another(me: &SignedIn, shown: &On, problems: &Problems) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.passkeys;
    let name = Field::new("passkey_name", problems).hint(words.name_hint).autocomplete("off");
    view! {
        <h3>{words.new}</h3>
        <form method="post" action=routes::PASSKEYS>
            {input(text, words.name, "text", &shown.passkey_name, name)}
            {proof(text, shown.has_password, "passkey_proof", problems)}
            <p class="submit"><button class="button">{words.go_on}</button></p>
        </form>
    }
}

/// The page that asks the device.
pub(crate) fn making(me: &SignedIn, name: &PasskeyName, options: String) -> Response {
    let words = &me.text().passkeys;
    let lead = (words.making_lead)(name.as_str());
    let device = DeviceWords { ask: words.make, cannot: Some(words.cannot), failed: words.failed };
    Page::new(words.making, Here::Elsewhere).with_island().render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{words.making}</h1>
                <p>{lead}</p>
                <form method="post" action=routes::CONFIRM_PASSKEY>
                    {ask_device(options, true, &device)}
                </form>
                <p><a class="quiet" href=routes::SECOND_FACTOR>{words.cancel}</a></p>
            </section>
        }
    })
}
