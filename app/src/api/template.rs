//! What a new post begins with.

use axum::extract::DefaultBodyLimit;
use axum::response::Response;
use domain::access::Door;
use domain::post::PostKind;
use domain::problem::Problems;
use domain::template::{TemplateForm, TemplateKey};
use serde::Deserialize;
use store::Template;

use super::POST_FORM;
use super::answer::{Path, Query, Typed, done, wrong};
use super::table::Table;
use crate::context::SignedIn;
use crate::said::Said;
use crate::{AppError, pages, routes};

pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::TEMPLATES, Door::Team, list)
        .get(routes::NEW_TEMPLATE, Door::Team, new)
        .post(routes::NEW_TEMPLATE, Door::Team, add)
        .get(routes::TEMPLATE, Door::Team, show)
        .get(routes::EDIT_TEMPLATE, Door::Team, edit)
        .post(routes::EDIT_TEMPLATE, Door::Team, change)
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
    Ok(pages::template_form::page(&me, None, &form, &Problems::default()))
}

async fn add(me: SignedIn, Typed(form): Typed<TemplateForm>) -> Result<Response, AppError> {
    match form.parse() {
        Ok(new) => {
            let id = me.viewer.add_template(&new).await?;
            Ok(done(&routes::template(TemplateKey::Own(id)), Said::TemplateSaved))
        }
        Err(problems) => Ok(wrong(pages::template_form::page(&me, None, &form, &problems))),
    }
}

async fn show(me: SignedIn, Path(key): Path<String>) -> Result<Response, AppError> {
    let template = of(&me, &key).await?;
    Ok(pages::template::page(&me, &template))
}

async fn edit(me: SignedIn, Path(key): Path<String>) -> Result<Response, AppError> {
    let template = of(&me, &key).await?;
    let (name, body) = (template.name.clone(), template.body.clone());
    let form = TemplateForm { kind: template.kind.to_string(), name, body };
    Ok(pages::template_form::page(&me, Some(&template), &form, &Problems::default()))
}

async fn change(me: SignedIn, Path(key): Path<String>, Typed(form): Typed<TemplateForm>) -> Result<Response, AppError> {
    let template = of(&me, &key).await?;
    let form = TemplateForm { kind: template.kind.to_string(), ..form }; // a template stays for the kind it is for
    match form.parse() {
        Ok(new) => {
            me.viewer.change_template(template.key, &new).await?;
            Ok(done(&routes::template(template.key), Said::TemplateSaved))
        }
        Err(problems) => Ok(wrong(pages::template_form::page(&me, Some(&template), &form, &problems))),
    }
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
