//! The second half of the door: a code of the authenticator app, or a recovery code. A passkey comes in by `passkey`.

use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use domain::problem::{Problems, Why};
use serde::Deserialize;
use store::{SignIn, Token};

use super::answer::{Query, Typed, too_often, unkept, wrong};
use super::passkey;
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
        Some((_, half)) => page(&visit, &half, &next, &Problems::default()).await?,
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
    let again = async |why| page(&visit, &half, &next, &Problems::one("code", why)).await;
    if form.code.trim().is_empty() {
        return Ok(wrong(again(Why::Empty).await?));
    }
    let known = visit.is_where_they_are(member).await?;
    if let Err(wait) = visit.state.limits.code(visit.from, member, known) {
        return Ok(too_often(wait, again(wait.into()).await?));
    }
    let Some(code) = proof::code(&visit, member, &form.code).await? else {
        proof::failed(&visit, member).await?;
        return Ok(wrong(again(Why::WrongCode).await?));
    };
    let whole = finish(&visit, &token, &half, &next).await?;
    Ok(match code {
        Code::Recovery => (CookieJar::new().add(Said::RecoveryCodeUsed.cookie()), whole).into_response(),
        Code::App => whole,
    })
}

/// The page with the code's field, and with a passkey's button for who has one.
pub(super) async fn page(visit: &Visit, half: &SignIn, next: &Next, problems: &Problems) -> Result<Response, AppError> {
    let visit = visit.speaking(half.member.language); // whose password was shown
    let passkey = passkey::offer(&visit, half).await?;
    Ok(unkept(pages::sign_in_code::page(&visit, next.local(), passkey, problems)))
}

/// Lets in whose second factor is proven.
pub(super) async fn finish(visit: &Visit, half: &Token, who: &SignIn, next: &Next) -> Result<Response, AppError> {
    let token = visit.state.store.finish_sign_in(half, who.member.id, &visit.browser()).await?;
    let jar = CookieJar::new().add(context::sign_in(&visit.state, &token));
    Ok((jar, Redirect::to(next.local().unwrap_or(routes::HOME))).into_response())
}

/// Who has given their password and no code yet, and the token that says so.
pub(super) async fn half_in(visit: &Visit) -> Result<Option<(Token, SignIn)>, AppError> {
    let Some(token) = visit.token.clone() else { return Ok(None) };
    Ok(visit.state.store.half_signed_in(&token).await?.map(|half| (token, half)))
}

/// It leads who is in already where they wanted to go.
pub(super) fn to_the_door(next: &Next) -> Response {
    Redirect::to(&routes::sign_in(next.local())).into_response()
}
