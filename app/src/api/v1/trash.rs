//! What was thrown away.

use axum::Json;
use axum::http::{Extensions, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::access::{self, Door};
use domain::id::PostId;
use domain::language::Language;
use domain::post::{Post, PostKind};
use domain::trash::KEPT_FOR;
use serde::Serialize;
use store::By;

use super::fault::Fault;
use super::program::Program;
use crate::api::answer::Path;
use crate::api::post::post_id;
use crate::api::table::Table;
use crate::client_address::ClientAddress;
use crate::routes;

pub(super) fn table(table: Table) -> Table {
    table.get(routes::API_TRASH, Door::ReadToken, list).post(routes::API_TRASH_POST, Door::WriteToken, put).post(
        routes::API_RESTORE_POST,
        Door::WriteToken,
        restore,
    )
}

#[derive(Serialize)]
struct All {
    posts: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    id: PostId,
    kind: PostKind,
    title: String,
    language: Language,
    trashed_at: String,
    trashed_by: String,
    /// When it is deleted for good.
    deleted_at: String,
}

async fn list(program: Program) -> Result<Response, Fault> {
    let lines = program.viewer.trash().await?.into_iter().map(|one| Line {
        id: one.id,
        kind: one.kind,
        title: one.title,
        language: one.language,
        trashed_at: one.trashed_at.to_string(),
        trashed_by: one.trashed_by,
        deleted_at: (one.trashed_at + KEPT_FOR).to_string(),
    });
    Ok(Json(All { posts: lines.collect() }).into_response())
}

async fn put(program: Program, Path(id): Path<String>, extensions: Extensions) -> Result<StatusCode, Fault> {
    let post = editable(&program, &id).await?;
    program.viewer.trash_post(post.id, &by(&program, &extensions)).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn restore(program: Program, Path(id): Path<String>, extensions: Extensions) -> Result<StatusCode, Fault> {
    program.viewer.restore_post(post_id(&id)?, &by(&program, &extensions)).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn by(program: &Program, extensions: &Extensions) -> By {
    By::at(ClientAddress::of(extensions), Some(program.member.id))
}

/// The post, if the member may change it; else it looks missing, unless they may at least read it.
pub(super) async fn editable(program: &Program, id: &str) -> Result<Post, Fault> {
    let post = program.viewer.post_line(post_id(id)?).await?.post;
    if access::may_edit(&program.member, &post.facts(&post.author_ids())) { Ok(post) } else { Err(Fault::Forbidden) }
}
