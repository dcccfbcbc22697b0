//! Changing a template, or adding one.

use axum::response::Response;
use domain::post::PostKind;
use domain::problem::Problems;
use domain::template::{TemplateForm, TemplateKey, TemplateName};
use domain::text::Text;
use leptos::either::Either;
use leptos::prelude::*;
use store::Template;

use crate::components::field::{Field, area, choice, input, wrong};
use crate::components::submit::submit;
use crate::context::Visit;
use crate::routes;
use crate::shell::{Here, Page};

/// Why what was typed is not saved, though nothing is wrong with it.
pub(crate) enum Unsaved<'a> {
    /// The sign-in ended, or asks for more.
    SignedOut,
    /// A colleague changed it meanwhile: by whom and when, and what is stored.
    Changed { sentence: String, stored: &'a Template },
}

/// `key`: which is changed; none for a new one.
pub(crate) fn page(
    visit: &Visit,
    key: Option<TemplateKey>,
    form: &TemplateForm,
    problems: &Problems,
    unsaved: Option<&Unsaved<'_>>,
) -> Response {
    let text = visit.text();
    let words = &text.templates;
    let title = if key.is_some() { words.edit_title } else { words.new_title };
    let action = key.map_or_else(|| routes::NEW_TEMPLATE.to_owned(), routes::edit_template);
    let away = key.map_or_else(|| routes::TEMPLATES.to_owned(), routes::template);
    let look = key.map(|key| view! { <p><a class="quiet" href=routes::template(key)>{words.look}</a></p> });
    let kinds: Vec<_> = PostKind::ALL.iter().map(|one| (one.to_string(), (text.kind)(*one).to_owned())).collect();
    let kind = key.is_none().then(|| choice(text, words.kind, &kinds, &form.kind, Field::new("kind", problems)));
    let field = |name| Field::new(name, problems);
    Page::new(title, Here::Elsewhere).render(visit, || {
        view! {
            <section class="list">
                <h1>{title}</h1>
                {look}
                {unsaved.map(|why| notice(text, why))}
                {wrong(text, problems)}
                <form method="post" action=action>
                    {kind}
                    <input type="hidden" name="seen" value=form.seen.clone() />
                    {input(text, words.name, "text", &form.name, field("name").most(TemplateName::LIMIT))}
                    {area(text, words.body, 24, visit.language.to_string(), &form.body, field("body").hint(words.body_hint))}
                    {submit(words.save, Some((away, text.form.cancel)))}
                </form>
            </section>
        }
    })
}

fn notice(text: &'static Text, why: &Unsaved<'_>) -> impl IntoView + use<> {
    let words = &text.templates;
    match why {
        Unsaved::SignedOut => Either::Left(view! {
            <p class="notice bad" role="alert">{words.signed_out}" "<a href=routes::SIGN_IN target="_blank">{text.sign_in.title}</a></p>
        }),
        Unsaved::Changed { sentence, stored } => Either::Right(view! {
            <p class="notice bad" role="alert">{sentence.clone()}</p>
            <details><summary>{words.theirs}</summary><h2>{stored.name.clone()}</h2><pre tabindex="0">{stored.body.clone()}</pre></details>
        }),
    }
}
