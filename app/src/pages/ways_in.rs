//! My ways in: password and address.

use axum::response::Response;
use domain::problem::Problems;
use leptos::either::Either;
use leptos::prelude::*;
use store::EmailChange;

use super::reset::username;
use crate::components::field::{Field, input, wrong};
use crate::components::places::my_rooms;
use crate::components::submit::submit;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// What the page shows.
pub(crate) struct WaysIn<'a> {
    /// Else they come in by the sign-in provider.
    pub(crate) has_password: bool,
    /// Another address that is under way.
    pub(crate) change: Option<EmailChange>,
    /// What was typed as another address.
    pub(crate) email: &'a str,
    pub(crate) problems: &'a Problems,
}

pub(crate) fn page(me: &SignedIn, ways: &WaysIn<'_>) -> Response {
    let text = me.text();
    let words = &text.ways_in;
    let body = if ways.has_password {
        Either::Left(view! {
            {password(me, ways.problems)}
            {email(me, ways)}
        })
    } else {
        Either::Right(view! {
            <p>{words.no_password}</p>
            <p><a class="button" href=routes::FORGOT>{words.forgot}</a></p>
        })
    };
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{words.title}</h1>
                {my_rooms(text, routes::WAYS_IN)}
                {wrong(text, ways.problems)}
                {body}
            </section>
        }
    })
}

fn password(me: &SignedIn, problems: &Problems) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.ways_in;
    let field = |name| Field::new(name, problems);
    view! {
        <form method="post" action=routes::PASSWORD>
            <h2>{words.password_title}</h2>
            <p class="hint">{words.password_lead}</p>
            {username(me.member.email.as_str())}
            {input(text, words.current, "password", "", field("current").autocomplete("current-password"))}
            {input(text, words.new, "password", "", field("password").hint(words.new_hint).autocomplete("new-password"))}
            {submit(words.change_password, Some((routes::FORGOT.into(), text.forgot.link)))}
        </form>
    }
}

fn email(me: &SignedIn, ways: &WaysIn<'_>) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.ways_in;
    let field = |name| Field::new(name, ways.problems);
    view! {
        {ways.change.as_ref().map(|change| pending(me, change))}
        <form method="post" action=routes::EMAIL>
            <h2>{words.email_title}</h2>
            <p class="hint">{(words.email_lead)(me.member.email.as_str())}</p>
            {input(text, words.new_email, "email", ways.email, field("email").autocomplete("email"))}
            {input(text, words.email_password, "password", "", field("email_password").autocomplete("current-password"))}
            {submit(words.change_email, None)}
        </form>
    }
}

fn pending(me: &SignedIn, change: &EmailChange) -> impl IntoView + use<> {
    let words = &me.text().ways_in;
    let old = (!change.old_confirmed).then(|| view! { <li>{words.waits_for_old}</li> });
    let new = (!change.new_confirmed).then(|| view! { <li>{words.waits_for_new}</li> });
    view! {
        <section class="notice">
            <p>{(words.pending)(change.new.as_str())}</p>
            <ul>{old}{new}</ul>
            <form method="post" action=routes::KEEP_EMAIL><button class="quiet">{words.keep_email}</button></form>
        </section>
    }
}
