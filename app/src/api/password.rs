//! A password: changed by who knows it, or forgotten and made anew by who reads the mail.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::member::{EmailAddress, Password};
use domain::problem::{Problems, Why};
use domain::sign_in::Way;
use serde::Deserialize;
use store::{PasswordReset, StoreError, Token};

use super::answer::{Path, Typed, done, too_often, wrong};
use super::proof::{Proof, prove};
use super::sign_in::let_in;
use super::ways_in::shown;
use crate::context::{SignedIn, Visit};
use crate::said::Said;
use crate::{AppError, AppState, pages, routes};

/// What was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ForgotForm {
    email: String,
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct PasswordForm {
    current: String,
    password: String,
}

pub(super) async fn forgot(visit: Visit) -> Response {
    let email = visit.member.as_ref().map_or("", |member| member.email.as_str());
    pages::forgot::page(&visit, email, &Problems::default())
}

/// The same answer whether or not somebody has the address.
pub(super) async fn send(
    State(state): State<AppState>,
    visit: Visit,
    Typed(form): Typed<ForgotForm>,
) -> Result<Response, AppError> {
    let page = |why: Why| pages::forgot::page(&visit, &form.email, &Problems::one("email", why));
    let email = match EmailAddress::parse(&form.email) {
        Ok(email) => email,
        Err(why) => return Ok(wrong(page(why))),
    };
    if let Err(wait) = state.limits.recovery(visit.from, &email) {
        return Ok(too_often(wait, page(wait.into())));
    }
    state.store.ask_password_reset(&email, &state.link()).await?;
    let to = if visit.member.is_some() { routes::WAYS_IN } else { routes::SIGN_IN };
    Ok(done(to, Said::ResetAsked))
}

pub(super) async fn choose(
    State(state): State<AppState>,
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    let Some(reset) = open(&state, &token).await? else { return Ok(closed(&visit)) };
    Ok(pages::reset::page(&visit, &token, &reset.member, &Problems::default()))
}

pub(super) async fn reset(
    State(state): State<AppState>,
    visit: Visit,
    Path(token): Path<String>,
    Typed(form): Typed<PasswordForm>,
) -> Result<Response, AppError> {
    let limit = state.limits.link(visit.from, token.as_bytes());
    let Some(reset) = open(&state, &token).await? else { return Ok(closed(&visit)) };
    let page = |why: Why| pages::reset::page(&visit, &token, &reset.member, &Problems::one("password", why));
    if let Err(wait) = limit {
        return Ok(too_often(wait, page(wait.into())));
    }
    let password = match Password::parse(&form.password) {
        Ok(password) => password,
        Err(why) => return Ok(wrong(page(why))),
    };
    let hash = state.passwords.hash(&password).await?;
    match state.store.reset_password(reset.id, &hash, &visit.by()).await {
        Ok(member) => let_in(&visit, member, Way::Link, None).await,
        Err(StoreError::NotFound) => Ok(closed(&visit)), // somebody was quicker
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn change(
    State(state): State<AppState>,
    me: SignedIn,
    Typed(form): Typed<PasswordForm>,
) -> Result<Response, AppError> {
    let proof = prove(&me, &form.current).await?;
    let mut problems = Problems::default();
    let password = problems.take("password", Password::parse(&form.password));
    let (known, password) = match (proof, password) {
        (Proof::Given(hash), Some(password)) => (hash, password),
        (Proof::TooOften(wait), _) => {
            return Ok(too_often(wait, shown(&me, "", &Problems::one("current", wait.into())).await?));
        }
        (proof, _) => {
            if matches!(proof, Proof::Wrong) {
                problems.take::<()>("current", Err(Why::WrongPassword));
            }
            return Ok(wrong(shown(&me, "", &problems).await?));
        }
    };
    let hash = state.passwords.hash(&password).await?;
    let (keep, by) = (me.visit.token.as_ref(), me.visit.by());
    match state.store.change_password(me.member.id, Some(&known), &hash, keep, &by).await {
        Ok(()) => Ok(done(routes::WAYS_IN, Said::PasswordChanged)),
        Err(StoreError::NotFound) => Ok(wrong(shown(&me, "", &Problems::one("current", Why::WrongPassword)).await?)),
        Err(error) => Err(error.into()),
    }
}

async fn open(state: &AppState, token: &str) -> Result<Option<PasswordReset>, AppError> {
    let Some(token) = Token::parse(token) else { return Ok(None) };
    Ok(state.store.password_reset_of(&token).await?)
}

fn closed(visit: &Visit) -> Response {
    (StatusCode::GONE, pages::reset::closed(visit)).into_response()
}
