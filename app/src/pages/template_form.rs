//! Changing a template, or adding one.

use axum::response::Response;
use domain::post::PostKind;
use domain::problem::Problems;
use domain::template::{TemplateForm, TemplateName};
use leptos::prelude::*;
use store::Template;

use crate::components::field::{Field, area, choice, input, wrong};
use crate::components::submit::submit;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// `template`: which is changed; none for a new one.
pub(crate) fn page(me: &SignedIn, template: Option<&Template>, form: &TemplateForm, problems: &Problems) -> Response {
    let text = me.text();
    let words = &text.templates;
    let title = if template.is_some() { words.edit_title } else { words.new_title };
    let action = template.map_or_else(|| routes::NEW_TEMPLATE.to_owned(), |one| routes::edit_template(one.key));
    let away = template.map_or_else(|| routes::TEMPLATES.to_owned(), |one| routes::template(one.key));
    let look = template.map(|one| view! { <p><a class="quiet" href=routes::template(one.key)>{words.look}</a></p> });
    let kinds: Vec<_> = PostKind::ALL.iter().map(|one| (one.to_string(), (text.kind)(*one).to_owned())).collect();
    let kind = template.is_none().then(|| choice(text, words.kind, &kinds, &form.kind, Field::new("kind", problems)));
    let field = |name| Field::new(name, problems);
    Page::new(title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="list">
                <h1>{title}</h1>
                {look}
                {wrong(text, problems)}
                <form method="post" action=action>
                    {kind}
                    {input(text, words.name, "text", &form.name, field("name").most(TemplateName::LIMIT))}
                    {area(text, words.body, 24, me.visit.language.to_string(), &form.body, field("body").hint(words.body_hint))}
                    {submit(words.save, Some((away, text.form.cancel)))}
                </form>
            </section>
        }
    })
}
