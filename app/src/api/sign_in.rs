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
use store::{Credentials, Note};

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
    let email = EmailAddress::parse(&form.email);
    let credentials = match &email {
        Ok(email) => state.store.member_by_email(email).await?,
        Err(_) => None,
    };
    if let Ok(email) = &email
        && let Err(wait) = may_try(&visit, email, credentials.as_ref()).await?
    {
        let problems = Problems::one("password", wait.into());
        return Ok(too_often(wait, pages::sign_in::page(&visit, &form.email, next.local(), &problems)));
    }
    let subject = credentials.as_ref().map(|found| found.member.id);
    let Some(member) = proven(&state, &form.password, credentials).await? else {
        // Written whether or not anybody has the address, so that it takes as long.
        let by = visit.by();
        let note = Note { subject, ..Note::new(Deed::SignInFailed, &by) };
        state.store.note(&note).await?;
        let problems = Problems::one("password", Why::WrongSignIn);
        return Ok(wrong(pages::sign_in::page(&visit, &form.email, next.local(), &problems)));
    };
    let_in(&visit, member, Way::Password, next.local()).await
}

/// Whether a password may be tried; where the member is signed in already, a crowd elsewhere does not shut them out.
async fn may_try(
    visit: &Visit,
    email: &EmailAddress,
    credentials: Option<&Credentials>,
) -> Result<Result<(), Wait>, AppError> {
    let member = credentials.map_or(MemberId(0), |found| found.member.id); // nobody is asked about all the same
    let known = visit.state.store.is_known_at(member, &visit.from.to_string()).await?;
    Ok(visit.state.limits.sign_in(visit.from, email, known))
}

/// Whose password it is; known or not, it takes the same time. One hashed by older parameters is hashed again.
async fn proven(state: &AppState, typed: &str, credentials: Option<Credentials>) -> Result<Option<MemberId>, AppError> {
    // A password that could never have been set is still compared with one that could.
    let password = Password::tried(typed);
    let tried = password.clone().or_else(|_| Password::tried("never anybody's"));
    let Ok(tried) = tried else { return Ok(None) };
    let (member, stored) = credentials.map(|found| (found.member.id, found.password_hash)).unzip();
    let stored = stored.flatten();
    let fits = state.passwords.verify(&tried, stored.clone()).await?;
    if let (true, Some(member), Some(stored)) = (fits, member, stored)
        && Passwords::needs_rehash(&stored)
    {
        let hash = state.passwords.hash(&tried).await?;
        state.store.rehash_password(member, &stored, &hash).await?;
    }
    Ok(member.filter(|_| fits && password.is_ok()))
}

/// Signs a member in, under a new token (ASVS 5.0 7.2.4), and leads on; with a second factor, to the code first.
pub(super) async fn let_in(
    visit: &Visit,
    member: MemberId,
    way: Way,
    next: Option<&str>,
) -> Result<Response, AppError> {
    let state = &visit.state;
    if let Some(old) = &visit.token {
        state.store.end_sign_in(old).await?;
    }
    let (token, half) = state.store.begin_sign_in(member, way, &visit.browser()).await?;
    let jar = CookieJar::new().add(context::sign_in(state, &token));
    let to = if half { routes::sign_in_code(next) } else { next.unwrap_or(routes::HOME).to_owned() };
    Ok((jar, Redirect::to(&to)).into_response())
}

pub(super) async fn leave(State(state): State<AppState>, visit: Visit) -> Result<Response, AppError> {
    if let Some(token) = &visit.token {
        state.store.end_sign_in(token).await?;
    }
    Ok((CookieJar::new().add(context::sign_out(&state)), Redirect::to(routes::SIGN_IN)).into_response())
}
