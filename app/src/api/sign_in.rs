//! The door, in and out.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use domain::audit::Deed;
use domain::id::MemberId;
use domain::member::{EmailAddress, Password};
use domain::problem::{Problems, Why};
use domain::sign_in::Way;
use serde::Deserialize;
use store::{Credentials, Note, StoreError, Token};

use super::answer::{Query, Typed, too_often, wrong};
use crate::context::{self, Visit};
use crate::limits::Wait;
use crate::{AppError, AppState, Passwords, pages, routes};

/// Where to go after the door.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Next {
    next: Option<String>,
}

impl Next {
    pub(super) fn local(&self) -> Option<&str> {
        self.next.as_deref().filter(|next| routes::is_local(next))
    }
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct SignInForm {
    email: String,
    password: String,
}

pub(super) async fn show(visit: Visit, Query(next): Query<Next>) -> Response {
    if visit.member.is_some() {
        return Redirect::to(next.local().unwrap_or(routes::HOME)).into_response();
    }
    pages::sign_in::page(&visit, "", next.local(), &Problems::default())
}

pub(super) async fn enter(
    State(state): State<AppState>,
    visit: Visit,
    Query(next): Query<Next>,
    Typed(form): Typed<SignInForm>,
) -> Result<Response, AppError> {
    let again = |why: Why| pages::sign_in::page(&visit, &form.email, next.local(), &Problems::one("password", why));
    // What is no address is nobody's: that is no secret, and nothing is hashed or written for it.
    let Ok(email) = EmailAddress::parse(&form.email) else {
        return Ok(match state.limits.knock(visit.from) {
            Ok(()) => wrong(again(Why::WrongSignIn)),
            Err(wait) => too_often(wait, again(wait.into())),
        });
    };
    let credentials = state.store.member_by_email(&email).await?;
    if let Err(wait) = may_try(&visit, &email, credentials.as_ref()).await? {
        return Ok(too_often(wait, again(wait.into())));
    }
    let subject = credentials.as_ref().map(|found| found.member.id);
    if let Some((member, hash)) = proven(&state, &form.password, credentials).await? {
        match state.store.begin_sign_in_by_password(member, &hash, &visit.browser()).await {
            Ok(begun) => return entered(&visit, begun, next.local()).await,
            Err(StoreError::NotFound) => {} // they have another password by now
            Err(error) => return Err(error.into()),
        }
    }
    // Written whether or not anybody has the address, so that it takes as long.
    let by = visit.by();
    state.store.note(&Note { subject, ..Note::new(Deed::SignInFailed, &by) }).await?;
    Ok(wrong(again(Why::WrongSignIn)))
}

/// Whether a password may be tried; where the member is signed in already, a crowd elsewhere does not shut them out.
async fn may_try(
    visit: &Visit,
    email: &EmailAddress,
    credentials: Option<&Credentials>,
) -> Result<Result<(), Wait>, AppError> {
    let member = credentials.map_or(MemberId(0), |found| found.member.id); // nobody is asked about all the same
    let known = visit.is_where_they_are(member).await?;
    Ok(visit.state.limits.sign_in(visit.from, email, known))
}

/// Whose password it is, and its hash; known or not, it takes the same time. One hashed by older parameters is hashed
/// again.
async fn proven(
    state: &AppState,
    typed: &str,
    credentials: Option<Credentials>,
) -> Result<Option<(MemberId, String)>, AppError> {
    // A password that could never have been set is still compared with one that could.
    let password = Password::tried(typed);
    let tried = password.clone().or_else(|_| Password::tried("never anybody's"));
    let Ok(tried) = tried else { return Ok(None) };
    let known = credentials.and_then(|found| Some((found.member.id, found.password_hash?)));
    let fits = state.passwords.verify(&tried, known.as_ref().map(|(_, hash)| hash.clone())).await?;
    let Some((member, stored)) = known.filter(|_| fits && password.is_ok()) else { return Ok(None) };
    if !Passwords::needs_rehash(&stored) {
        return Ok(Some((member, stored)));
    }
    let hash = state.passwords.hash(&tried).await?;
    state.store.rehash_password(member, &stored, &hash).await?;
    Ok(Some((member, hash)))
}

/// Signs a member in, under a new token (ASVS 5.0 7.2.4), and leads on; with a second factor, to the code first.
pub(super) async fn let_in(
    visit: &Visit,
    member: MemberId,
    way: Way,
    next: Option<&str>,
) -> Result<Response, AppError> {
    let begun = visit.state.store.begin_sign_in(member, way, &visit.browser()).await?;
    entered(visit, begun, next).await
}

/// The older sign-in of this browser ends, and the new one leads on.
async fn entered(visit: &Visit, (token, half): (Token, bool), next: Option<&str>) -> Result<Response, AppError> {
    let state = &visit.state;
    if let Some(old) = &visit.token {
        state.store.end_sign_in(old).await?;
    }
    let jar = CookieJar::new().add(context::sign_in(state, &token));
    let to = if half { routes::sign_in_code(next) } else { next.unwrap_or(routes::HOME).to_owned() };
    Ok((jar, Redirect::to(&to)).into_response())
}

pub(super) async fn leave(State(state): State<AppState>, visit: Visit) -> Result<Response, AppError> {
    if let Some(token) = &visit.token {
        state.store.end_sign_in(token).await?;
    }
    // What the writing page kept in this browser goes, too (W3C Clear Site Data §3.1).
    let clear = [("clear-site-data", "\"storage\"")];
    Ok((CookieJar::new().add(context::sign_out(&state)), clear, Redirect::to(routes::SIGN_IN)).into_response())
}
