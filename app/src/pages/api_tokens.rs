//! A member's tokens, and a form for another. A new one is shown once.

use axum::response::Response;
use domain::access;
use domain::api_token::{Lifetime, Scope};
use domain::problem::Problems;
use leptos::either::Either;
use leptos::prelude::*;
use store::ApiTokenLine;

use crate::api::api_token::TokenForm;
use crate::components::ask::{Question, ask};
use crate::components::field::{Field, choice, input, wrong};
use crate::components::places::my_rooms;
use crate::components::submit::submit;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(
    me: &SignedIn,
    tokens: &[ApiTokenLine],
    made: Option<String>,
    form: &TokenForm,
    problems: &Problems,
) -> Response {
    let text = me.text();
    let words = &text.api_tokens;
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{words.title}</h1>
                {my_rooms(text, routes::API_TOKENS)}
                <p class="lead">{words.lead}" "<a href=routes::API_DOCUMENT>{words.document}</a></p>
                {made.map(|token| new(me, token))}
                {list(me, tokens)}
                {make(me, form, problems)}
            </section>
        }
    })
}

/// A field that cannot be changed: it takes no script to select all of it.
fn new(me: &SignedIn, token: String) -> impl IntoView + use<> {
    let words = &me.text().api_tokens;
    view! {
        <section class="notice" role="status">
            <h2>{words.made}</h2>
            <p id="made-token-hint">{words.made_lead}</p>
            <div class="field">
                <label for="made-token">{words.token}</label>
                <input id="made-token" readonly value=token spellcheck="false" aria-describedby="made-token-hint" />
            </div>
        </section>
    }
}

fn list(me: &SignedIn, tokens: &[ApiTokenLine]) -> impl IntoView + use<> {
    let words = &me.text().api_tokens;
    if tokens.is_empty() {
        return Either::Left(view! { <p class="soft">{words.empty}</p> });
    }
    let lines: Vec<_> = tokens.iter().map(|one| line(me, one)).collect();
    Either::Right(view! { <h2>{words.list}</h2><ul class="lines">{lines}</ul> })
}

fn line(me: &SignedIn, one: &ApiTokenLine) -> impl IntoView + use<> {
    let (text, zone) = (me.text(), me.zone());
    let words = &text.api_tokens;
    let day = |at| (text.day)(zone.local(at).date());
    let used = one.used_at.map_or_else(|| words.never_used.into(), |at| (words.used)(&text.since(at, me.now(), zone)));
    view! {
        <li>
            <span class="kind">{(words.about)((words.scope_name)(one.scope), &day(one.made_at))}</span>
            <strong>{one.name.clone()}</strong>
            <span class="row-actions">{end(me, one)}</span>
            <p>{used}" · "{(words.expires)(&day(one.expires_at))}</p>
        </li>
    }
}

fn end(me: &SignedIn, one: &ApiTokenLine) -> impl IntoView + use<> {
    let words = &me.text().api_tokens;
    ask(Question {
        id: format!("end-{}", one.id),
        deed: words.end,
        title: (words.end_question)(&one.name),
        lead: words.end_lead,
        action: routes::end_api_token(one.id),
        keep: words.keep,
    })
}

fn make(me: &SignedIn, form: &TokenForm, problems: &Problems) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.api_tokens;
    let scopes: Vec<_> = Scope::ALL
        .iter()
        .filter(|scope| access::may_have_token(&me.member, **scope))
        .map(|scope| (scope.to_string(), (words.scope_name)(*scope).to_owned()))
        .collect();
    let lifetimes: Vec<_> =
        Lifetime::ALL.iter().map(|one| (one.to_string(), (words.lifetime_name)(*one).to_owned())).collect();
    let mut scope = Field::new("scope", problems);
    if !access::may_have_token(&me.member, Scope::Write) {
        scope = scope.hint(words.alumni);
    }
    let password = form.has_password.then(|| {
        let field = Field::new("password", problems).autocomplete("current-password");
        input(text, text.ways_in.current, "password", "", field)
    });
    let name = Field::new("name", problems).hint(words.name_hint).autocomplete("off");
    view! {
        <h2>{words.new}</h2>
        {wrong(text, problems)}
        <form method="post" action=routes::API_TOKENS>
            {input(text, words.name, "text", &form.name, name)}
            {choice(text, words.scope, &scopes, &form.scope, scope)}
            {choice(text, words.lifetime, &lifetimes, &form.lifetime, Field::new("lifetime", problems))}
            {password}
            {submit(words.make, None)}
        </form>
    }
}
