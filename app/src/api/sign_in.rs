//! The door, in and out.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use domain::member::{EmailAddress, Member, Password};
use domain::problem::{Problems, Why};
use serde::Deserialize;

use super::answer::{Query, Typed, wrong};
use crate::context::{self, Carried, Visit};
use crate::{AppError, AppState, pages, routes};

/// Where to go after the door.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Next {
    next: Option<String>,
}

impl Next {
    fn local(&self) -> Option<&str> {
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
    Carried(old): Carried,
    Query(next): Query<Next>,
    Typed(form): Typed<SignInForm>,
) -> Result<Response, AppError> {
    let Some(member) = known(&state, &form).await? else {
        let problems = Problems::one("password", Why::WrongSignIn);
        return Ok(wrong(pages::sign_in::page(&visit, &form.email, next.local(), &problems)));
    };
    if let Some(old) = old {
        state.store.end_sign_in(&old).await?; // the id changes at sign-in (ASVS 5.0 7.2.4)
    }
    let token = state.store.begin_sign_in(member.id).await?;
    let jar = CookieJar::new().add(context::sign_in(&state, &token));
    Ok((jar, Redirect::to(next.local().unwrap_or(routes::HOME))).into_response())
}

/// Who address and password belong to; known or not, it takes the same time.
async fn known(state: &AppState, form: &SignInForm) -> Result<Option<Member>, AppError> {
    let credentials = match EmailAddress::parse(&form.email) {
        Ok(email) => state.store.member_by_email(&email).await?,
        Err(_) => None,
    };
    // A password that could never have been set is still compared with one that could.
    let password = Password::tried(&form.password);
    let tried = password.clone().or_else(|_| Password::tried("never anybody's"));
    let Ok(tried) = tried else { return Ok(None) };
    let (member, stored) = credentials.map(|found| (found.member, found.password_hash)).unzip();
    let fits = state.passwords.verify(&tried, stored).await?;
    Ok(member.filter(|_| fits && password.is_ok()))
}

pub(super) async fn leave(State(state): State<AppState>, Carried(token): Carried) -> Result<Response, AppError> {
    if let Some(token) = token {
        state.store.end_sign_in(&token).await?;
    }
    Ok((CookieJar::new().add(context::sign_out(&state)), Redirect::to(routes::SIGN_IN)).into_response())
}
