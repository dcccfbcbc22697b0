//! Reading and listing posts.

use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use domain::comment::AnchorForm;
use domain::id::PostId;
use domain::markdown::{Known, TaskForm};
use domain::post::PostKind;
use serde::Deserialize;

use store::StoreError;

use super::answer::{Path, Query};
use super::{comment, notice, trash};
use crate::AppError;
use crate::context::SignedIn;
use crate::pages;
use crate::pages::posts::Posts;
use crate::routes;

/// Posts on one page of the list.
pub(super) const PAGE: usize = 30;

/// Which part of the list.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Which {
    kind: Option<String>,
    tag: Option<String>,
    page: Option<String>,
}

pub(super) async fn list(me: SignedIn, Query(which): Query<Which>) -> Result<Response, AppError> {
    if let Some(tag) = which.tag.as_deref().filter(|tag| !tag.is_empty()) {
        return Ok(Redirect::to(&routes::tag(tag, 1)).into_response());
    }
    let kind = match which.kind.as_deref().filter(|kind| !kind.is_empty()) {
        Some(kind) => Some(PostKind::parse(kind).ok_or(AppError::NotFound)?),
        None => None,
    };
    let page = page_number(which.page.as_deref());
    let mut lines = me.viewer.posts(kind, (page - 1) * PAGE, PAGE + 1).await?;
    let has_older = lines.len() > PAGE;
    lines.truncate(PAGE);
    Ok(pages::posts::page(&me, &Posts { kind, page, has_older, lines, drafts: me.viewer.count_drafts().await? }))
}

/// A post; or with `.md` at the end of its address, the stored bytes.
pub(super) async fn read(
    mut me: SignedIn,
    Path(id): Path<String>,
    Query(on): Query<AnchorForm>,
) -> Result<Response, AppError> {
    if let Some(id) = id.strip_suffix(".md") {
        return markdown(&me, post_id(id)?).await;
    }
    let id = post_id(&id)?;
    let reading = match me.viewer.post(id).await {
        Err(StoreError::NotFound) => return trash::found(&me, id).await,
        read => read?,
    };
    let mine = if reading.reminded { me.viewer.reminders_of_post(id).await? } else { Vec::new() };
    let around = me.viewer.around(id).await?;
    let members = me.viewer.known_members(&reading.html, routes::person).await?;
    let form = || TaskForm { action: routes::tasks(id), base: reading.post.revision_id.0 };
    let known = Known { members, tasks: reading.may_edit.then(form), ..pages::post::known(&around) };
    let said = comment::talk(&me, &reading, on).await?;
    notice::seen(&mut me, id).await;
    Ok(pages::post::page(&me, &reading, &mine, &around, &known, &said))
}

async fn markdown(me: &SignedIn, id: PostId) -> Result<Response, AppError> {
    let stored = me.viewer.stored_post(id).await?;
    let kind = [(header::CONTENT_TYPE, "text/markdown; charset=utf-8; variant=CommonMark")]; // RFC 7764
    Ok((kind, stored.content.body.as_str().to_owned()).into_response())
}

/// Which page of a list, from 1; anything else is the first.
pub(super) fn page_number(asked: Option<&str>) -> usize {
    asked.and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 1_000_000)
}

/// A number in an address; anything else is simply not there.
pub(super) fn post_id(digits: &str) -> Result<PostId, AppError> {
    digits.parse().map_err(|_| AppError::NotFound)
}
