//! What a new post begins with.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::access::{Door, may_write};
use domain::post::PostKind;
use domain::template::{TemplateForm, TemplateKey};
use serde::Serialize;
use store::Template;

use super::fault::Fault;
use super::fields::Fields;
use super::object::Object;
use super::program::Program;
use crate::api::answer::Path;
use crate::api::table::Table;
use crate::routes;

pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::API_TEMPLATES, Door::ReadToken, list)
        .post(routes::API_TEMPLATES, Door::WriteToken, add)
        .get(routes::API_TEMPLATE, Door::ReadToken, read)
        .put(routes::API_TEMPLATE, Door::WriteToken, change)
        .post(routes::API_REMOVE_TEMPLATE, Door::WriteToken, remove)
        .post(routes::API_RESTORE_TEMPLATE, Door::WriteToken, restore)
        .post(routes::API_RESET_TEMPLATE, Door::WriteToken, reset)
}

#[derive(Serialize)]
struct All {
    templates: Vec<One>,
}

#[derive(Serialize)]
struct One {
    key: String,
    kind: PostKind,
    name: String,
    body: String,
    /// Whether it came with Dasi.
    built_in: bool,
    changed_by: Option<String>,
    changed_at: Option<String>,
    removed_at: Option<String>,
}

impl From<Template> for One {
    fn from(one: Template) -> Self {
        let (changed_by, changed_at) = one.changed.map(|(by, at)| (by, at.to_string())).unzip();
        Self {
            key: one.key.to_string(),
            kind: one.kind,
            name: one.name,
            body: one.body,
            built_in: matches!(one.key, TemplateKey::BuiltIn(_)),
            changed_by,
            changed_at,
            removed_at: one.removed.map(|(_, at)| at.to_string()),
        }
    }
}

async fn list(program: Program) -> Result<Response, Fault> {
    if !may_write(&program.member) {
        return Err(Fault::Forbidden);
    }
    let templates = program.viewer.templates().await?.into_iter().map(One::from).collect();
    Ok(Json(All { templates }).into_response())
}

async fn read(program: Program, Path(key): Path<String>) -> Result<Response, Fault> {
    one(&program, key_of(&key)?).await
}

async fn add(program: Program, Object(sent): Object) -> Result<Response, Fault> {
    let mut fields = Fields::new(sent);
    let kind = fields.text("kind", true);
    let form = form(&mut fields, kind);
    let new = fields.filled(form.parse())?;
    let key = TemplateKey::Own(program.viewer.add_template(&new).await?);
    let made = [(header::LOCATION, format!("{}/{key}", routes::API_TEMPLATES))];
    Ok((StatusCode::CREATED, made, one(&program, key).await?).into_response())
}

async fn change(program: Program, Path(key): Path<String>, Object(sent): Object) -> Result<Response, Fault> {
    let key = key_of(&key)?;
    let kind = program.viewer.template(key).await?.kind;
    let mut fields = Fields::new(sent);
    let form = form(&mut fields, kind.to_string());
    let new = fields.filled(form.parse())?;
    program.viewer.change_template(key, &new).await?;
    one(&program, key).await
}

async fn remove(program: Program, Path(key): Path<String>) -> Result<StatusCode, Fault> {
    program.viewer.remove_template(key_of(&key)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn restore(program: Program, Path(key): Path<String>) -> Result<StatusCode, Fault> {
    program.viewer.restore_template(key_of(&key)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn reset(program: Program, Path(key): Path<String>) -> Result<StatusCode, Fault> {
    program.viewer.reset_template(key_of(&key)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn form(fields: &mut Fields, kind: String) -> TemplateForm {
    TemplateForm { kind, name: fields.text("name", true), body: fields.text("body", true), ..TemplateForm::default() }
}

async fn one(program: &Program, key: TemplateKey) -> Result<Response, Fault> {
    Ok(Json(One::from(program.viewer.template(key).await?)).into_response())
}

fn key_of(text: &str) -> Result<TemplateKey, Fault> {
    TemplateKey::parse(text).ok_or(Fault::NotFound)
}
