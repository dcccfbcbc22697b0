//! What to write: a kind, and a template to begin with.

use axum::response::Response;
use domain::post::PostKind;
use leptos::prelude::*;
use store::Template;

use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// For who came without a kind or with one we do not know.
pub(crate) fn page(me: &SignedIn, templates: &[Template], unknown: bool) -> Response {
    let text = me.text();
    let words = &text.editor;
    let kinds: Vec<_> = PostKind::ALL.iter().map(|kind| of_kind(me, *kind, templates)).collect();
    Page::new(words.choose_title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{words.choose_title}</h1>
                {unknown.then(|| view! { <p class="notice bad" role="alert">{words.unknown_kind}</p> })}
                <ul class="cards" aria-label=words.choose>{kinds}</ul>
                <p class="more"><a href=routes::TEMPLATES>{text.templates.title}</a></p>
            </section>
        }
    })
}

fn of_kind(me: &SignedIn, kind: PostKind, templates: &[Template]) -> impl IntoView + use<> {
    let text = me.text();
    let offered = templates.iter().filter(|one| one.kind == kind && one.removed.is_none());
    let links: Vec<_> = offered
        .map(|one| view! { <li><a href=routes::new_post_with(kind, one.key)>{one.name.clone()}</a></li> })
        .collect();
    let label = format!("{}: {}", (text.kind)(kind), text.templates.offered);
    let links = (!links.is_empty()).then(|| view! { <ul class="templates" aria-label=label>{links}</ul> });
    view! {
        <li>
            <a class="card" href=routes::new_post(kind)><strong>{(text.kind)(kind)}</strong><span>{(text.editor.choice)(kind)}</span></a>
            {links}
        </li>
    }
}
