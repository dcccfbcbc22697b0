//! Leaving the team oneself.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::CookieJar;
use domain::access::{Refusal, may_take_over};
use domain::id::MemberId;
use domain::member::Member;
use domain::problem::{Problems, Why};
use serde::Deserialize;
use store::{MemberLine, StoreError};

use super::answer::{Typed, done, wrong};
use crate::context::{self, SignedIn};
use crate::said::Said;
use crate::{AppError, AppState, pages, routes};

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LeaveForm {
    pub(crate) successor: String,
}

pub(super) async fn ask(State(state): State<AppState>, me: SignedIn) -> Result<Response, AppError> {
    let everybody = state.store.members().await?;
    Ok(pages::leave::page(&me, &everybody, &LeaveForm::default(), &Problems::default()))
}

pub(super) async fn leave(
    State(state): State<AppState>,
    me: SignedIn,
    Typed(form): Typed<LeaveForm>,
) -> Result<Response, AppError> {
    let everybody = state.store.members().await?;
    let not_yet = |why| wrong(pages::leave::page(&me, &everybody, &form, &Problems::one("successor", why)));
    let successor = match successor(&form.successor, &me.member, &everybody) {
        Ok(successor) => successor,
        Err(why) => return Ok(not_yet(why)),
    };
    match state.store.leave(Some(&me.member), me.member.id, successor, &me.visit.by()).await {
        Ok(()) => {
            let forgotten = CookieJar::new().add(context::sign_out(&state));
            Ok((forgotten, done(routes::SIGN_IN, Said::Goodbye)).into_response())
        }
        Err(StoreError::Refused(Refusal::LastOwner)) => Ok(not_yet(Why::LastOwner)),
        Err(StoreError::NoSuccessor) => Ok(not_yet(Why::UnknownChoice)),
        Err(error) => Err(error.into()),
    }
}

/// Who takes over from whoever leaves; nobody, where nobody else is there.
pub(super) fn successor(typed: &str, leaving: &Member, everybody: &[MemberLine]) -> Result<Option<MemberId>, Why> {
    let colleagues: Vec<_> = everybody.iter().filter(|one| may_take_over(leaving, &one.member)).collect();
    if typed.is_empty() {
        return if colleagues.is_empty() { Ok(None) } else { Err(Why::Empty) };
    }
    let id: MemberId = typed.parse().map_err(|_| Why::UnknownChoice)?;
    if id == leaving.id {
        return Err(Why::ToThemselves);
    }
    let found = colleagues.iter().find(|one| one.member.id == id);
    found.map(|one| Some(one.member.id)).ok_or(Why::UnknownChoice)
}
