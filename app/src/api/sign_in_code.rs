//! The second half of the door: a code of the authenticator app, or a recovery code.

use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use domain::problem::{Problems, Why};
use serde::Deserialize;
use store::{SignIn, Token};

use super::answer::{Query, Typed, too_often, wrong};
use super::proof::{self, Code};
use super::sign_in::Next;
use crate::context::{self, Visit};
use crate::said::Said;
use crate::{AppError, pages, routes};

/// What was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct CodeForm {
    code: String,
}

pub(super) async fn ask(visit: Visit, Query(next): Query<Next>) -> Result<Response, AppError> {
    Ok(match half_in(&visit).await? {
        Some((_, half)) => pages::sign_in_code::page(&spoken(&visit, &half), next.local(), &Problems::default()),
        None => to_the_door(&next),
    })
}

pub(super) async fn enter(
    visit: Visit,
    Query(next): Query<Next>,
    Typed(form): Typed<CodeForm>,
) -> Result<Response, AppError> {
    let Some((token, half)) = half_in(&visit).await? else { return Ok(to_the_door(&next)) };
    let member = half.member.id;
    let again = |why| pages::sign_in_code::page(&spoken(&visit, &half), next.local(), &Problems::one("code", why));
    if form.code.trim().is_empty() {
        return Ok(wrong(again(Why::Empty)));
    }
    let known = visit.state.store.is_known_at(member, &visit.from.to_string()).await?;
    if let Err(wait) = visit.state.limits.code(visit.from, member, known) {
        return Ok(too_often(wait, again(wait.into())));
    }
    let Some(code) = proof::code(&visit, member, &form.code).await? else {
        proof::failed(&visit, member).await?;
        return Ok(wrong(again(Why::WrongCode)));
    };
    let token = visit.state.store.finish_sign_in(&token, member, &visit.browser()).await?;
    let mut jar = CookieJar::new().add(context::sign_in(&visit.state, &token));
    if code == Code::Recovery {
        jar = jar.add(Said::RecoveryCodeUsed.cookie());
    }
    Ok((jar, Redirect::to(next.local().unwrap_or(routes::HOME))).into_response())
}

/// Who has given their password and no code yet, and the token that says so.
async fn half_in(visit: &Visit) -> Result<Option<(Token, SignIn)>, AppError> {
    let Some(token) = visit.token.clone() else { return Ok(None) };
    Ok(visit.state.store.half_signed_in(&token).await?.map(|half| (token, half)))
}

/// The same visit, in the language of who has shown their password.
fn spoken(visit: &Visit, half: &SignIn) -> Visit {
    visit.speaking(half.member.language)
}

/// It leads who is in already where they wanted to go.
fn to_the_door(next: &Next) -> Response {
    Redirect::to(&routes::sign_in(next.local())).into_response()
}
