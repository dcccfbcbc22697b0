//! A template as a post that begins with it looks.

use axum::response::Response;
use domain::markdown::{Known, fill, render};
use domain::template::TemplateKey;
use leptos::prelude::*;
use store::Template;

use super::templates::facts;
use crate::components::ask::{Question, ask};
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, template: &Template) -> Response {
    let text = me.text();
    let words = &text.templates;
    let html = fill(&render(&template.body).html, &text.labels(), &Known::default()).into_owned();
    let begin = template.removed.is_none().then(|| {
        let to = routes::new_post_with(template.kind, template.key);
        view! { <a class="button primary" href=to>{words.begin}</a> }
    });
    Page::new(template.name.clone(), Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="list">
                <p class="kind"><a href=routes::TEMPLATES>{words.title}</a>" · "{(text.kind)(template.kind)}</p>
                <h1>{template.name.clone()}</h1>
                <p class="soft">{facts(me, template)}</p>
                <p class="submit">
                    {begin}
                    <a class="quiet" href=routes::edit_template(template.key)>{words.edit}</a>
                    {reset(me, template)}
                </p>
                <h2>{words.body}</h2>
                <div class="prose words boxed" inner_html=html></div>
            </section>
        }
    })
}

/// What comes with Dasi can be had as it came.
fn reset(me: &SignedIn, template: &Template) -> impl IntoView + use<> {
    let words = &me.text().templates;
    let is_changed = template.changed.is_some() && matches!(template.key, TemplateKey::BuiltIn(_));
    is_changed.then(|| {
        ask(Question {
            id: "reset".into(),
            deed: words.reset,
            title: (words.reset_question)(&template.name),
            lead: words.reset_lead,
            action: routes::reset_template(template.key),
            keep: words.keep,
        })
    })
}
