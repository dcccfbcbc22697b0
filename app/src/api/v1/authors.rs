//! Who writes a post along.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::access::Door;
use domain::id::{MemberId, PostId};
use domain::member::Role;
use domain::problem::{Problems, Why};
use serde::Serialize;
use store::StoreError;

use super::fault::Fault;
use super::fields::Fields;
use super::object::Object;
use super::program::Program;
use super::trash::editable;
use crate::api::answer::Path;
use crate::api::post::post_id;
use crate::api::table::Table;
use crate::routes;

pub(super) fn table(table: Table) -> Table {
    table.get(routes::API_AUTHORS, Door::ReadToken, list).post(routes::API_AUTHORS, Door::WriteToken, add).post(
        routes::API_REMOVE_AUTHOR,
        Door::WriteToken,
        remove,
    )
}

#[derive(Serialize)]
struct All {
    authors: Vec<One>,
}

#[derive(Serialize)]
struct One {
    id: MemberId,
    name: String,
    handle: String,
    role: Role,
    added_at: Option<String>,
    added_by: Option<String>,
}

async fn list(program: Program, Path(id): Path<String>) -> Result<Response, Fault> {
    all(&program, post_id(&id)?).await
}

async fn add(program: Program, Path(id): Path<String>, Object(sent): Object) -> Result<Response, Fault> {
    let post = program.viewer.post_line(post_id(&id)?).await?.post;
    if !program.viewer.may_add_author(&post).await? {
        return Err(Fault::Forbidden);
    }
    let mut fields = Fields::new(sent);
    let member = fields.colleague(&program, "member").await?;
    let member = fields.filled(member.ok_or_else(Problems::default))?;
    program.viewer.add_author(post.id, member).await?;
    all(&program, post.id).await
}

async fn remove(program: Program, Path(id): Path<String>, Object(sent): Object) -> Result<StatusCode, Fault> {
    let post = editable(&program, &id).await?;
    let mut fields = Fields::new(sent);
    let member = fields.digits("member").parse::<MemberId>();
    let member = fields.filled(member.map_err(|_| Problems::one("member", Why::UnknownChoice)))?;
    match program.viewer.remove_author(post.id, member).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(StoreError::LastAuthor) => Err(wrong(Why::LastAuthor)),
        Err(StoreError::NotFound) => Err(wrong(Why::UnknownChoice)),
        Err(error) => Err(error.into()),
    }
}

fn wrong(why: Why) -> Fault {
    Fault::Invalid(super::fault::Flaw::of(&Problems::one("member", why)).collect())
}

async fn all(program: &Program, id: PostId) -> Result<Response, Fault> {
    let authors = program.viewer.authors_of(id).await?.into_iter().map(|one| {
        let (added_at, added_by) = one.added.map(|(at, by)| (at.to_string(), by)).unzip();
        One { id: one.id, name: one.name, handle: one.handle, role: one.role, added_at, added_by }
    });
    Ok(Json(All { authors: authors.collect() }).into_response())
}
