//! What new posts begin with, by kind.

use axum::response::Response;
use domain::post::PostKind;
use leptos::either::Either;
use leptos::prelude::*;
use store::Template;

use crate::components::ask::{Question, ask};
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, all: &[Template]) -> Response {
    let words = &me.text().templates;
    let kinds: Vec<_> = PostKind::ALL.iter().map(|kind| of_kind(me, *kind, all)).collect();
    let gone: Vec<_> = all.iter().filter(|one| one.removed.is_some()).map(|one| line(me, one)).collect();
    let gone = (!gone.is_empty()).then(|| view! { <h2>{words.gone}</h2><ul class="lines">{gone}</ul> });
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="list">
                <h1>{words.title}</h1>
                <p class="lead">{words.lead}</p>
                <p><a class="button primary" href=routes::NEW_TEMPLATE>{words.new}</a></p>
                {kinds}
                {gone}
            </section>
        }
    })
}

fn of_kind(me: &SignedIn, kind: PostKind, all: &[Template]) -> impl IntoView + use<> {
    let offered = all.iter().filter(|one| one.kind == kind && one.removed.is_none());
    let lines: Vec<_> = offered.map(|one| line(me, one)).collect();
    let none = lines.is_empty().then(|| view! { <p class="soft">{me.text().templates.none}</p> });
    view! { <h2>{(me.text().kind)(kind)}</h2>{none}<ul class="lines">{lines}</ul> }
}

fn line(me: &SignedIn, one: &Template) -> impl IntoView + use<> {
    let words = &me.text().templates;
    let deeds = if one.removed.is_some() {
        Either::Left(view! {
            <form method="post" action=routes::restore_template(one.key)><button class="quiet">{words.restore}</button></form>
        })
    } else {
        Either::Right(view! {
            <a class="quiet" href=routes::edit_template(one.key)>{words.edit}</a>
            {remove(me, one)}
        })
    };
    view! {
        <li>
            <a href=routes::template(one.key)>{one.name.clone()}</a>
            <span class="row-actions">{deeds}</span>
            <p>{facts(me, one)}</p>
        </li>
    }
}

fn remove(me: &SignedIn, one: &Template) -> impl IntoView + use<> {
    let words = &me.text().templates;
    ask(Question {
        id: format!("remove-{}", one.key),
        deed: words.remove,
        title: (words.remove_question)(&one.name),
        lead: words.remove_lead,
        action: routes::remove_template(one.key),
        keep: words.keep,
    })
}

/// Who changed or removed it last.
pub(super) fn facts(me: &SignedIn, one: &Template) -> String {
    let text = me.text();
    let words = &text.templates;
    let when = |at| text.at(at, me.zone());
    match (&one.removed, &one.changed) {
        (Some((who, at)), _) => (words.removed)(who, &when(*at)),
        (None, Some((who, at))) => (words.changed)(who, &when(*at)),
        (None, None) => words.built_in.into(),
    }
}
