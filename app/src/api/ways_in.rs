//! My ways in: what I sign in with, and another address.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::member::EmailAddress;
use domain::problem::{Problems, Why};
use serde::Deserialize;
use store::{Confirmed, EmailChange, Side, StoreError, Token};

use super::answer::{Path, Typed, done, too_often, wrong};
use super::proof::{self, Proof, prove};
use crate::context::{SignedIn, Visit};
use crate::pages::confirm_email::{self, Standing};
use crate::pages::ways_in::WaysIn;
use crate::said::Said;
use crate::{AppError, AppState, pages, routes};

/// What was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct EmailForm {
    email: String,
    email_password: String,
}

pub(super) async fn show(me: SignedIn) -> Result<Response, AppError> {
    shown(&me, "", &Problems::default()).await
}

/// The page, with what was typed as a new address.
pub(super) async fn shown(me: &SignedIn, email: &str, problems: &Problems) -> Result<Response, AppError> {
    let store = &me.visit.state.store;
    let ways = WaysIn {
        has_password: proof::password_hash(&me.visit.state, &me.member).await?.is_some(),
        change: store.email_change(me.member.id).await?,
        email,
        problems,
    };
    Ok(pages::ways_in::page(me, &ways))
}

pub(super) async fn change_email(
    State(state): State<AppState>,
    me: SignedIn,
    Typed(form): Typed<EmailForm>,
) -> Result<Response, AppError> {
    let mut problems = Problems::default();
    let email = problems.take("email", EmailAddress::parse(&form.email));
    let proof = prove(&me, &form.email_password).await?;
    let email = match (proof, email) {
        (Proof::Given(_), Some(email)) => email,
        (Proof::TooOften(wait), _) => {
            let problems = Problems::one("email_password", wait.into());
            return Ok(too_often(wait, shown(&me, &form.email, &problems).await?));
        }
        (proof, _) => {
            if matches!(proof, Proof::Wrong) {
                problems.take::<()>("email_password", Err(Why::WrongPassword));
            }
            return Ok(wrong(shown(&me, &form.email, &problems).await?));
        }
    };
    if let Err(wait) = state.limits.email_change(me.member.id) {
        return Ok(too_often(wait, shown(&me, &form.email, &Problems::one("email", wait.into())).await?));
    }
    let links = (&state.link(), &state.link());
    match state.store.ask_email_change(me.member.id, &email, links, &me.visit.by()).await {
        Ok(()) => Ok(done(routes::WAYS_IN, Said::EmailAsked)),
        Err(StoreError::AddressTaken) => {
            Ok(wrong(shown(&me, &form.email, &Problems::one("email", Why::AddressTaken)).await?))
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn keep_email(State(state): State<AppState>, me: SignedIn) -> Result<Response, AppError> {
    state.store.give_up_email_change(me.member.id).await?;
    Ok(done(routes::WAYS_IN, Said::EmailKept))
}

pub(super) async fn ask(
    State(state): State<AppState>,
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    Ok(match open(&state, &token).await? {
        Some((change, _)) => confirm_email::page(&visit, &Standing::Asks { token: &token, new: &change.new }),
        None => closed(&visit),
    })
}

pub(super) async fn confirm(
    State(state): State<AppState>,
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    let Some((change, side)) = open(&state, &token).await? else { return Ok(closed(&visit)) };
    match state.store.confirm_email_change(&change, side, &visit.by()).await {
        Ok(Confirmed::Half) => Ok(confirm_email::page(&visit, &Standing::Half)),
        Ok(Confirmed::Whole) => Ok(confirm_email::page(&visit, &Standing::Whole { new: &change.new })),
        Err(StoreError::NotFound) => Ok(closed(&visit)),
        Err(StoreError::AddressTaken) => {
            Ok((StatusCode::CONFLICT, confirm_email::page(&visit, &Standing::Taken)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn open(state: &AppState, token: &str) -> Result<Option<(EmailChange, Side)>, AppError> {
    let Some(token) = Token::parse(token) else { return Ok(None) };
    Ok(state.store.email_change_of(&token).await?)
}

fn closed(visit: &Visit) -> Response {
    (StatusCode::GONE, confirm_email::page(visit, &Standing::Closed)).into_response()
}
