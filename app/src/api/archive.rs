//! Posts as files that can be brought back: one, or everything I may read.

use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::access::Door;
use domain::id::PostId;
use store::Viewer;

use super::answer::Path;
use super::post::post_id;
use super::table::Table;
use crate::context::SignedIn;
use crate::moving::{Source, pack, piped};
use crate::{AppError, AppState, routes};

pub(super) fn table(table: Table) -> Table {
    table.get(routes::ARCHIVE, Door::House, whole).get(routes::POST_ARCHIVE, Door::House, one)
}

async fn whole(me: SignedIn) -> Result<Response, AppError> {
    all_of(&me.visit.state, &me.viewer).await
}

async fn one(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    one_of(&me.visit.state, &me.viewer, post_id(&id)?).await
}

/// Everything a member may read.
pub(super) async fn all_of(state: &AppState, viewer: &Viewer) -> Result<Response, AppError> {
    let posts = viewer.archive_list().await?;
    Ok(packed(state, viewer, posts, "dasi.zip".to_owned()).await)
}

/// One post of those.
pub(super) async fn one_of(state: &AppState, viewer: &Viewer, id: PostId) -> Result<Response, AppError> {
    let post = viewer.post_line(id).await?.post;
    Ok(packed(state, viewer, vec![post.id], format!("post-{id}.zip")).await)
}

/// Sent while it is packed: a thousand posts with pictures never stand in memory together.
async fn packed(state: &AppState, viewer: &Viewer, posts: Vec<PostId>, name: String) -> Response {
    let turn = state.mover.packing().await;
    let source = Source::Member(viewer.clone());
    let body: Body = piped(move |out| {
        let _turn = turn;
        pack(&source, &posts, out).inspect_err(|cause| tracing::warn!(%cause, "an archive ended half way"))
    });
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, body).into_response()
}
