//! What the writing page asks while somebody writes: JSON, for its own scripts alone.

mod ornament; // code in colours, formulas and fields

use std::time::Duration;

use axum::Json;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::access::Door;
use domain::editing::Of;
use serde::Deserialize;
use serde_json::json;
use store::Completion;

use super::answer::{Query, Typed};
use super::table::Table;
use crate::context::SignedIn;
use crate::{AppError, rich_text, routes};

/// Percent-encoding makes three bytes of one.
const RICH_FORM: usize = 3 * rich_text::MOST_BYTES + 1024;
/// After it, the writing page has pasted the plain text already.
const LATEST: Duration = Duration::from_secs(3);

pub(super) fn table(table: Table) -> Table {
    table
        .post(routes::DESK_MARKDOWN, Door::Team, markdown)
        .so_far(|router| router.layer(DefaultBodyLimit::max(RICH_FORM)))
        .post(routes::DESK_ORNAMENTS, Door::Team, ornament::make)
        .so_far(|router| router.layer(DefaultBodyLimit::max(ornament::MOST_JSON)))
        .get(routes::DESK_COMPLETIONS, Door::Team, completions)
}

/// What was pasted.
#[derive(Deserialize)]
pub(super) struct Pasted {
    #[serde(default)]
    html: String,
}

/// Rich text as Markdown; 422 when there is nothing to make of it.
pub(super) async fn markdown(_: SignedIn, Typed(pasted): Typed<Pasted>) -> Result<Response, AppError> {
    let turning = tokio::task::spawn_blocking(move || rich_text::markdown(&pasted.html));
    match tokio::time::timeout(LATEST, turning).await {
        Ok(Ok(Some(markdown))) => Ok(Json(json!({ "markdown": markdown })).into_response()),
        Ok(Ok(None)) | Err(_) => Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response()),
        Ok(Err(_)) => Err(AppError::Internal),
    }
}

/// What is being named.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    of: String,
    #[serde(default)]
    q: String,
}

/// Names that fit what was typed, the likeliest first.
pub(super) async fn completions(me: SignedIn, Query(asked): Query<Asked>) -> Result<Response, AppError> {
    let of = Of::parse(&asked.of).ok_or(AppError::Bad)?;
    let found = match of {
        Of::Member => me.viewer.members_named(&asked.q).await?,
        Of::Post => me.viewer.posts_named(&asked.q).await?,
        Of::Tag => me.viewer.tags_named(&asked.q).await?,
    };
    let names: Vec<_> = found
        .into_iter()
        .map(|one| json!({ "name": one.name, "about": one.about, "href": address(of, &one) }))
        .collect();
    Ok(Json(json!({ "names": names })).into_response())
}

/// Where a name leads.
fn address(of: Of, one: &Completion) -> String {
    match of {
        Of::Member => routes::person(&one.name),
        Of::Post => one.post.map(routes::post).unwrap_or_default(),
        Of::Tag => routes::tag(&one.name, 1),
    }
}
