//! The mail log, for those who look after the house.

use axum::extract::State;
use axum::response::Response;

use super::answer::{Path, done};
use crate::context::SignedIn;
use crate::said::Said;
use crate::{AppError, AppState, pages, routes};

/// Messages on the page, the newest.
const SHOWN: usize = 200;

pub(super) async fn log(State(state): State<AppState>, me: SignedIn) -> Result<Response, AppError> {
    let pause = state.store.mail_pause(me.now()).await?;
    let lines = state.store.mail_log(SHOWN, 0).await?;
    Ok(pages::mail_log::page(&me, pause.as_ref(), &lines))
}

pub(super) async fn resume(State(state): State<AppState>, me: SignedIn) -> Result<Response, AppError> {
    state.store.unpause_mail(&me.visit.by()).await?;
    Ok(done(routes::MAIL_LOG, Said::Resumed))
}

pub(super) async fn retry(
    State(state): State<AppState>,
    me: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let id = id.parse().map_err(|_| AppError::NotFound)?;
    if state.store.retry_mail(id, &me.visit.by()).await? {
        Ok(done(routes::MAIL_LOG, Said::Retried))
    } else {
        Err(AppError::NotFound)
    }
}
