//! The mail log, for those who look after the house.

use axum::extract::State;
use axum::response::Response;
use domain::access;

use super::answer::{Path, done};
use crate::context::SignedIn;
use crate::said::Said;
use crate::{AppError, AppState, pages, routes};

/// Messages on the page, the newest.
const SHOWN: usize = 200;

pub(super) async fn log(State(state): State<AppState>, me: SignedIn) -> Result<Response, AppError> {
    allowed(&me)?;
    let pause = state.store.mail_pause(me.now()).await?;
    let lines = state.store.mail_log(SHOWN, 0).await?;
    Ok(pages::mail_log::page(&me, pause.as_ref(), &lines))
}

pub(super) async fn resume(State(state): State<AppState>, me: SignedIn) -> Result<Response, AppError> {
    allowed(&me)?;
    state.store.unpause_mail().await?;
    Ok(done(routes::MAIL_LOG, Said::Resumed))
}

pub(super) async fn retry(
    State(state): State<AppState>,
    me: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    allowed(&me)?;
    let id = id.parse().map_err(|_| AppError::NotFound)?;
    if state.store.retry_mail(id).await? { Ok(done(routes::MAIL_LOG, Said::Retried)) } else { Err(AppError::NotFound) }
}

fn allowed(me: &SignedIn) -> Result<(), AppError> {
    if access::may_see_mail_log(&me.member) { Ok(()) } else { Err(AppError::Forbidden) }
}
