//! Where a member is signed in: shown, and ended.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use domain::id::SignInId;

use super::answer::{Path, done};
use crate::context::{self, SignedIn};
use crate::said::Said;
use crate::{AppError, AppState, pages, routes};

pub(super) async fn list(State(state): State<AppState>, me: SignedIn) -> Result<Response, AppError> {
    let lines = state.store.sign_ins(me.member.id).await?;
    Ok(pages::sign_ins::page(&me, &lines))
}

/// Ends one of mine; to end the present one is to sign out.
pub(super) async fn end(
    State(state): State<AppState>,
    me: SignedIn,
    Path(id): Path<SignInId>,
) -> Result<Response, AppError> {
    state.store.end_one_sign_in(me.member.id, id, &me.visit.by()).await?;
    if me.is_present(id) {
        return Ok((CookieJar::new().add(context::sign_out(&state)), Redirect::to(routes::SIGN_IN)).into_response());
    }
    Ok(done(routes::SIGN_INS, Said::SignInEnded))
}

pub(super) async fn end_others(State(state): State<AppState>, me: SignedIn) -> Result<Response, AppError> {
    state.store.end_sign_ins(me.member.id, me.visit.token.as_ref(), &me.visit.by()).await?;
    Ok(done(routes::SIGN_INS, Said::OthersEnded))
}
