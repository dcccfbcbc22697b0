//! Reading and writing posts.

use axum::Json;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::access;
use domain::id::RevisionId;
use domain::post::Post;
use domain::tag::Tag;
use serde::Serialize;
use store::{StoreError, StoredPost};

use super::asked::Asked;
use super::draft;
use super::fault::Fault;
use super::object::Object;
use super::program::Program;
use super::shown::{Line, Whole};
use crate::api::answer::{Path, Query};
use crate::api::post::post_id;
use crate::routes;

/// A part of a list.
#[derive(Serialize)]
struct Part {
    posts: Vec<Line>,
    /// Where the next part is; none at the end.
    next: Option<String>,
}

pub(super) async fn list(program: Program, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, Fault> {
    let asked = Asked::parse(&pairs)?;
    let mut posts = match &asked.tag {
        None => program.viewer.posts_after(asked.kind, asked.after, asked.limit + 1).await?,
        Some(tag) => tagged(&program, &asked, tag).await?,
    };
    let more = posts.len() > asked.limit;
    posts.truncate(asked.limit);
    let next = posts.last().filter(|_| more).map(|last| asked.next(last));
    let posts = posts.into_iter().map(|post| Line::of(&program.state, post)).collect();
    Ok(Json(Part { posts, next }).into_response())
}

/// A tag that nobody bears is no fault of the list's.
async fn tagged(program: &Program, asked: &Asked, tag: &Tag) -> Result<Vec<Post>, Fault> {
    let now = match program.viewer.tag(tag).await {
        Err(StoreError::NotFound) => return Ok(Vec::new()),
        now => now?,
    };
    Ok(program.viewer.posts_with_tag_after(&now.name, asked.kind, asked.after, asked.limit + 1).await?)
}

pub(super) async fn read(program: Program, Path(id): Path<String>, headers: HeaderMap) -> Result<Response, Fault> {
    let stored = program.viewer.stored_post(post_id(&id)?).await?;
    let revision = stored.post.revision_id;
    if revisions(&headers, &header::IF_NONE_MATCH).any(|known| known.is_none_or(|known| known == revision)) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag(revision))]).into_response());
    }
    Ok(whole(&program, stored))
}

pub(super) async fn create(program: Program, Object(sent): Object) -> Result<Response, Fault> {
    let (content, audience) = draft::new(sent)?;
    let id = program.viewer.create_post(&content, audience).await?;
    let stored = program.viewer.stored_post(id).await?;
    let made = [(header::LOCATION, routes::api_post(id))];
    Ok((StatusCode::CREATED, made, whole(&program, stored)).into_response())
}

/// The same stored already is as good as saved, whatever revision it was begun from.
pub(super) async fn revise(
    program: Program,
    Path(id): Path<String>,
    headers: HeaderMap,
    Object(sent): Object,
) -> Result<Response, Fault> {
    let stored = program.viewer.stored_post(post_id(&id)?).await?;
    let post = &stored.post;
    if !access::may_edit(&program.member, &post.facts(&post.author_ids())) {
        return Err(Fault::Forbidden);
    }
    let begun = revisions(&headers, &header::IF_MATCH).flatten().next();
    let (content, audience, base) = draft::change(sent, post.kind, begun)?;
    program.viewer.revise_post(post.id, base, &content, audience).await?;
    Ok(whole(&program, program.viewer.stored_post(post.id).await?))
}

pub(super) fn whole(program: &Program, stored: StoredPost) -> Response {
    let tag = [(header::ETAG, tag(stored.post.revision_id))];
    (tag, Json(Whole::of(&program.state, stored))).into_response()
}

/// A revision as an entity tag (RFC 9110 §8.8.3).
fn tag(revision: RevisionId) -> String {
    format!("\"{revision}\"")
}

/// The revisions a condition names; `None` stands for `*`, any. A proxy that compresses may have made a tag weak
/// (RFC 9110 §8.8.1): the revision in it is the same.
pub(super) fn revisions<'a>(
    headers: &'a HeaderMap,
    name: &HeaderName,
) -> impl Iterator<Item = Option<RevisionId>> + use<'a> {
    let lines = headers.get_all(name).into_iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).filter_map(|one| match one.trim() {
        "*" => Some(None),
        tag => tag.trim_start_matches("W/").trim_matches('"').parse().ok().map(Some),
    })
}
