//! Reading and listing posts.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::id::PostId;
use domain::post::PostKind;
use serde::Deserialize;

use super::answer::{Path, Query};
use crate::AppError;
use crate::context::SignedIn;
use crate::pages;
use crate::pages::posts::Posts;

/// Posts on one page of the list.
const PAGE: usize = 30;

/// Which part of the list.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Which {
    kind: Option<String>,
    page: Option<String>,
}

pub(super) async fn list(me: SignedIn, Query(which): Query<Which>) -> Result<Response, AppError> {
    let kind = match which.kind.as_deref().filter(|kind| !kind.is_empty()) {
        Some(kind) => Some(PostKind::parse(kind).ok_or(AppError::NotFound)?),
        None => None,
    };
    let page: usize = which.page.as_deref().unwrap_or("1").parse().unwrap_or(1).clamp(1, 1_000_000);
    let mut lines = me.viewer.posts(kind, (page - 1) * PAGE, PAGE + 1).await?;
    let has_older = lines.len() > PAGE;
    lines.truncate(PAGE);
    Ok(pages::posts::page(&me, &Posts { kind, page, has_older, lines, drafts: me.viewer.count_drafts().await? }))
}

/// A post; or with `.md` at the end of its address, the stored bytes.
pub(super) async fn read(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    if let Some(id) = id.strip_suffix(".md") {
        return markdown(&me, post_id(id)?).await;
    }
    let id = post_id(&id)?;
    let reading = me.viewer.post(id).await?;
    let mine = if reading.reminded { me.viewer.reminders_of_post(id).await? } else { Vec::new() };
    Ok(pages::post::page(&me, &reading, &mine))
}

async fn markdown(me: &SignedIn, id: PostId) -> Result<Response, AppError> {
    let stored = me.viewer.stored_post(id).await?;
    let kind = [(header::CONTENT_TYPE, "text/markdown; charset=utf-8; variant=CommonMark")]; // RFC 7764
    Ok((kind, stored.content.body.as_str().to_owned()).into_response())
}

/// A number in an address; anything else is simply not there.
pub(super) fn post_id(digits: &str) -> Result<PostId, AppError> {
    digits.parse().map_err(|_| AppError::NotFound)
}
