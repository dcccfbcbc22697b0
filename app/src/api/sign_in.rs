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

use super::answer::{Query, Typed, wrong};
use crate::context::{self, Visit};
use crate::{AppError, AppState, pages, routes};

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

/// Whose password it is; known or not, it takes the same time.
async fn proven(state: &AppState, typed: &str, credentials: Option<Credentials>) -> Result<Option<MemberId>, AppError> {
    // A password that could never have been set is still compared with one that could.
    let password = Password::tried(typed);
    let tried = password.clone().or_else(|_| Password::tried("never anybody's"));
    let Ok(tried) = tried else { return Ok(None) };
    let (member, stored) = credentials.map(|found| (found.member.id, found.password_hash)).unzip();
    let fits = state.passwords.verify(&tried, stored.flatten()).await?;
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
