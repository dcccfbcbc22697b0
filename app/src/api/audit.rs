//! What was done in the house, for those who look after it.

use axum::extract::State;
use axum::response::Response;
use domain::id::MemberId;
use serde::Deserialize;

use super::answer::Query;
use crate::context::SignedIn;
use crate::pages::audit::Log;
use crate::{AppError, AppState, pages};

/// Deeds on one page.
const PAGE: usize = 100;

/// Which part of it.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Which {
    member: Option<String>,
    page: Option<String>,
}

pub(super) async fn log(
    State(state): State<AppState>,
    me: SignedIn,
    Query(which): Query<Which>,
) -> Result<Response, AppError> {
    let everybody = state.store.members().await?;
    let member = match which.member.as_deref().filter(|id| !id.is_empty()) {
        Some(id) => Some(id.parse::<MemberId>().map_err(|_| AppError::NotFound)?),
        None => None,
    };
    if member.is_some_and(|id| everybody.iter().all(|one| one.member.id != id)) {
        return Err(AppError::NotFound);
    }
    let page: usize = which.page.as_deref().unwrap_or("1").parse().unwrap_or(1).clamp(1, 1_000_000);
    let mut lines = state.store.audit(member, PAGE + 1, (page - 1) * PAGE).await?;
    let has_older = lines.len() > PAGE;
    lines.truncate(PAGE);
    Ok(pages::audit::page(&me, &Log { member, page, has_older, lines, everybody }))
}
