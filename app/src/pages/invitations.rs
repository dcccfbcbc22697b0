//! Who was asked to join, and asking somebody.

use axum::response::Response;
use domain::access;
use domain::language::Language;
use domain::member::{EmailAddress, Role};
use domain::problem::Problems;
use leptos::either::Either;
use leptos::prelude::*;
use store::Invitation;

use crate::api::invitation::InvitationForm;
use crate::components::empty::empty;
use crate::components::field::{Field, choice, input, wrong};
use crate::components::places::house_rooms;
use crate::components::submit::submit;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, all: &[Invitation], form: &InvitationForm, problems: &Problems) -> Response {
    let text = me.text();
    let words = &text.invitations;
    let (open, past): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.is_open(me.now()));
    let none = all.is_empty().then(|| empty(words.empty_title.into(), words.empty, None));
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="list">
                <h1>{words.title}</h1>
                {house_rooms(text, routes::INVITATIONS)}
                <p class="lead">{words.lead}</p>
                {wrong(text, problems)}
                {asking(me, form, problems)}
                {none}
                {group(me, words.open, &open)}
                {group(me, words.past, &past)}
            </section>
        }
    })
}

fn asking(me: &SignedIn, form: &InvitationForm, problems: &Problems) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.invitations;
    let roles = Role::ALL.iter().rev().filter(|role| access::may_invite_as(&me.member, **role));
    let roles: Vec<_> = roles.map(|role| (role.to_string(), (text.role)(*role).to_owned())).collect();
    let languages: Vec<_> = Language::ALL.iter().map(|one| (one.to_string(), one.own_name().to_owned())).collect();
    let field = |name| Field::new(name, problems);
    view! {
        <form class="boxed" method="post" action=routes::INVITATIONS>
            {input(text, words.email, "email", &form.email, field("email").optional().hint(words.email_hint).autocomplete("off"))}
            <div class="pair">
                {choice(text, words.role, &roles, &form.role, field("role"))}
                {choice(text, words.language, &languages, &form.language, field("language"))}
            </div>
            {submit(words.invite, None)}
        </form>
    }
}

fn group(me: &SignedIn, title: &'static str, invitations: &[&Invitation]) -> impl IntoView + use<> {
    (!invitations.is_empty()).then(|| {
        let lines: Vec<_> = invitations.iter().map(|one| line(me, one)).collect();
        view! { <h2>{title}</h2><ul class="lines">{lines}</ul> }
    })
}

fn line(me: &SignedIn, one: &Invitation) -> impl IntoView + use<> {
    let (text, zone) = (me.text(), me.zone());
    let words = &text.invitations;
    let whom = one.email.as_ref().map_or(words.anybody, EmailAddress::as_str).to_owned();
    let is_open = one.is_open(me.now());
    let sentence = match (&one.joined, one.revoked_at) {
        (Some((name, at)), _) => (words.joined)(name, &text.at(*at, zone)),
        (None, Some(at)) => (words.revoked)(&text.at(at, zone)),
        (None, None) if is_open => (words.until)(one.by.as_deref(), &text.at(one.expires_at, zone)),
        (None, None) => (words.over)(&text.at(one.expires_at, zone)),
    };
    let whom = if is_open {
        Either::Left(view! { <a href=routes::invitation(one.id)>{whom}</a> })
    } else {
        Either::Right(view! { <span>{whom}</span> })
    };
    view! {
        <li>
            <span class="kind">{(text.role)(one.role)}</span>
            {whom}
            <p>{sentence}</p>
        </li>
    }
}
