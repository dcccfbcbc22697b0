//! What a new post begins with.

use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::access::Door;
use domain::post::PostKind;
use domain::problem::Problems;
use domain::template::{TemplateForm, TemplateKey};
use jiff::Timestamp;
use serde::Deserialize;
use store::Template;

use super::POST_FORM;
use super::answer::{Path, Query, Written, done, wrong};
use super::comment::seated;
use super::table::Table;
use crate::context::{SignedIn, Visit};
use crate::pages::template_form::{Unsaved, page};
use crate::said::Said;
use crate::{AppError, pages, routes};

pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::TEMPLATES, Door::Team, list)
        .get(routes::NEW_TEMPLATE, Door::Team, new)
        .post(routes::NEW_TEMPLATE, Door::Desk, add)
        .get(routes::TEMPLATE, Door::Team, show)
        .get(routes::EDIT_TEMPLATE, Door::Team, edit)
        .post(routes::EDIT_TEMPLATE, Door::Desk, change)
        .post(routes::REMOVE_TEMPLATE, Door::Team, remove)
        .post(routes::RESTORE_TEMPLATE, Door::Team, restore)
        .post(routes::RESET_TEMPLATE, Door::Team, reset)
        .so_far(|router| router.layer(DefaultBodyLimit::max(POST_FORM)))
}

/// For which kind.
#[derive(Debug, Default, Deserialize)]
struct Which {
    kind: Option<String>,
}

async fn list(me: SignedIn) -> Result<Response, AppError> {
    let all = me.viewer.templates().await?;
    Ok(pages::templates::page(&me, &all))
}

async fn new(me: SignedIn, Query(which): Query<Which>) -> Result<Response, AppError> {
    let kind = which.kind.as_deref().and_then(PostKind::parse).unwrap_or(PostKind::Retrospective);
    let form = TemplateForm { kind: kind.to_string(), ..TemplateForm::default() };
    Ok(page(&me.visit, None, &form, &Problems::default(), None))
}

async fn add(Written { visit, form }: Written<TemplateForm>) -> Result<Response, AppError> {
    let Ok(me) = seated(&visit) else { return Ok(kept(&visit, None, &form)) };
    match form.parse() {
        Ok(new) => {
            let id = me.viewer.add_template(&new).await?;
            Ok(done(&routes::template(TemplateKey::Own(id)), Said::TemplateSaved))
        }
        Err(problems) => Ok(wrong(page(&visit, None, &form, &problems, None))),
    }
}

/// The sign-in ended while they wrote: the words come back, and nothing is saved.
fn kept(visit: &Visit, key: Option<TemplateKey>, form: &TemplateForm) -> Response {
    let page = page(visit, key, form, &Problems::default(), Some(&Unsaved::SignedOut));
    (StatusCode::UNAUTHORIZED, page).into_response()
}

async fn show(me: SignedIn, Path(key): Path<String>) -> Result<Response, AppError> {
    let template = of(&me, &key).await?;
    Ok(pages::template::page(&me, &template))
}

async fn edit(me: SignedIn, Path(key): Path<String>) -> Result<Response, AppError> {
    let template = of(&me, &key).await?;
    let (name, body) = (template.name.clone(), template.body.clone());
    let form = TemplateForm { kind: template.kind.to_string(), name, body, seen: seen(&template) };
    Ok(page(&me.visit, Some(template.key), &form, &Problems::default(), None))
}

/// When it was last changed, as a form says it.
fn seen(template: &Template) -> String {
    template.changed_at().map(|at| at.as_millisecond().to_string()).unwrap_or_default()
}

async fn change(Path(key): Path<String>, Written { visit, form }: Written<TemplateForm>) -> Result<Response, AppError> {
    let key = key_of(&key)?;
    let Ok(me) = seated(&visit) else { return Ok(kept(&visit, Some(key), &form)) };
    let template = me.viewer.template(key).await?;
    let form = TemplateForm { kind: template.kind.to_string(), ..form }; // a template stays for the kind it is for
    let new = match form.parse() {
        Ok(new) => new,
        Err(problems) => return Ok(wrong(page(&visit, Some(key), &form, &problems, None))),
    };
    let begun = form.seen.parse().ok().and_then(|at| Timestamp::from_millisecond(at).ok());
    if me.viewer.change_seen_template(key, &new, begun).await? {
        return Ok(done(&routes::template(key), Said::TemplateSaved));
    }
    // Saving again is a decision: the form has seen it now.
    let stored = me.viewer.template(key).await?;
    let form = TemplateForm { seen: seen(&stored), ..form };
    let (who, at) = stored.changed.clone().unwrap_or_else(|| (String::new(), me.now()));
    let sentence = (me.text().templates.changed_meanwhile)(&who, &me.text().at(at, me.zone()));
    let unsaved = Unsaved::Changed { sentence, stored: &stored };
    Ok((StatusCode::CONFLICT, page(&visit, Some(key), &form, &Problems::default(), Some(&unsaved))).into_response())
}

async fn remove(me: SignedIn, Path(key): Path<String>) -> Result<Response, AppError> {
    me.viewer.remove_template(key_of(&key)?).await?;
    Ok(done(routes::TEMPLATES, Said::TemplateRemoved))
}

async fn restore(me: SignedIn, Path(key): Path<String>) -> Result<Response, AppError> {
    me.viewer.restore_template(key_of(&key)?).await?;
    Ok(done(routes::TEMPLATES, Said::TemplateRestored))
}

async fn reset(me: SignedIn, Path(key): Path<String>) -> Result<Response, AppError> {
    let key = key_of(&key)?;
    me.viewer.reset_template(key).await?;
    Ok(done(&routes::template(key), Said::TemplateReset))
}

/// The template that a new post of a kind asks for, if it is offered.
pub(super) async fn asked_for(me: &SignedIn, kind: PostKind, key: &str) -> Result<Option<Template>, AppError> {
    let Some(key) = TemplateKey::parse(key) else { return Ok(None) };
    let all = me.viewer.templates().await?;
    Ok(all.into_iter().find(|one| one.key == key && one.kind == kind && one.removed.is_none()))
}

async fn of(me: &SignedIn, key: &str) -> Result<Template, AppError> {
    Ok(me.viewer.template(key_of(key)?).await?)
}

fn key_of(text: &str) -> Result<TemplateKey, AppError> {
    TemplateKey::parse(text).ok_or(AppError::NotFound)
}
