//! What was thrown away: put there, brought back, deleted for good.

use axum::response::Response;
use domain::access::Door;
use domain::id::PostId;

use super::answer::{Path, done};
use super::post::post_id;
use super::post_form::editable;
use super::table::Table;
use crate::context::SignedIn;
use crate::said::Said;
use crate::{AppError, pages, routes};

pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::TRASH, Door::Team, list)
        .post(routes::TRASH_POST, Door::Team, put)
        .post(routes::RESTORE_POST, Door::Team, restore)
        .post(routes::DELETE_POST, Door::Team, delete)
}

async fn list(me: SignedIn) -> Result<Response, AppError> {
    let lines = me.viewer.trash().await?;
    Ok(pages::trash::page(&me, &lines))
}

/// Where a post was, for those who may bring it back; for everybody else nothing is there.
pub(super) async fn found(me: &SignedIn, id: PostId) -> Result<Response, AppError> {
    let line = me.viewer.trashed(id).await?;
    Ok(pages::trash::one(me, &line))
}

async fn put(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let id = post_id(&id)?;
    editable(&me, id).await?;
    me.viewer.trash_post(id, &me.visit.by()).await?;
    Ok(done(&routes::post(id), Said::Trashed))
}

async fn restore(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let id = post_id(&id)?;
    me.viewer.restore_post(id, &me.visit.by()).await?;
    Ok(done(&routes::post(id), Said::Untrashed))
}

async fn delete(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    me.viewer.delete_post(post_id(&id)?, &me.visit.by()).await?;
    Ok(done(routes::TRASH, Said::Deleted))
}
