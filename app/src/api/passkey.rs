//! Passkeys beside the code: made and removed among a member's settings, shown at the second half of the door.

use axum::response::Response;
use domain::id::{PasskeyId, SignInId};
use domain::passkey::{MOST, PasskeyName};
use domain::problem::{Problems, Why};
use serde::Deserialize;
use store::{Ceremony, SignIn, StoreError};

use super::answer::{Path, Query, Typed, done, too_often, unkept, wrong};
use super::sign_in::Next;
use super::{proof, second_factor, sign_in_code};
use crate::context::{SignedIn, Visit};
use crate::passkey::{PasskeyHouse, Unfit};
use crate::said::Said;
use crate::{AppError, AppState, pages, routes};

/// What was typed to make one: its name; and the password, or a code. Other forms of the page have other fields.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NewForm {
    passkey_name: String,
    passkey_proof: String,
}

/// What the device answered, as JSON (WebAuthn §5.1).
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Answer {
    passkey: String,
}

/// Asks the device on the answer itself: a page to come back to would ask who finds the browser unattended.
pub(super) async fn begin(me: SignedIn, Typed(form): Typed<NewForm>) -> Result<Response, AppError> {
    let (state, typed) = (&me.visit.state, &form.passkey_name);
    let Some(house) = PasskeyHouse::at(&state.settings.url) else { return Ok(second_factor::back()) };
    let known = state.store.passkeys(me.member.id).await?;
    let name = PasskeyName::parse(typed);
    let name = if known.len() < MOST { name } else { Err(Why::TooMany { limit: MOST }) };
    let name = match name {
        Ok(name) => name,
        Err(why) => return second_factor::again(&me, &Problems::one("passkey_name", why), typed).await,
    };
    if let Err(answer) = second_factor::prove(&me, "passkey_proof", &form.passkey_proof, typed).await? {
        return Ok(answer);
    }
    let asked = house.ask_for_new(&state.settings.secret, &me.member, &known).map_err(|unfit| corrupt(&unfit))?;
    let page = pages::passkeys::making(&me, &name, asked.options);
    state.store.begin_ceremony(sign_in(&me)?, &Ceremony { name: Some(name), state: asked.state }).await?;
    Ok(unkept(page))
}

pub(super) async fn keep(me: SignedIn, Typed(answer): Typed<Answer>) -> Result<Response, AppError> {
    let (state, member) = (&me.visit.state, me.member.id);
    let Some(house) = PasskeyHouse::at(&state.settings.url) else { return Ok(second_factor::back()) };
    let begun = state.store.take_ceremony(sign_in(&me)?).await?;
    let Some((name, asked)) = begun.and_then(|begun| Some((begun.name?, begun.state))) else {
        return second_factor::again(&me, &Problems::one("passkey_name", Why::LatePasskey), "").await;
    };
    let kept = match house.made(&asked, &answer.passkey) {
        Ok(made) => state.store.add_passkey(member, &name, &made, &me.visit.by()).await,
        Err(unfit) => {
            tracing::warn!("{unfit}");
            return second_factor::again(&me, &Problems::one("passkey_name", Why::WrongPasskey), name.as_str()).await;
        }
    };
    match kept {
        Ok(()) => Ok(done(routes::SECOND_FACTOR, Said::PasskeyAdded)),
        Err(StoreError::PasskeyTaken) => {
            second_factor::again(&me, &Problems::one("passkey_name", Why::PasskeyTaken), name.as_str()).await
        }
        Err(StoreError::NotFound) => Ok(second_factor::back()), // turned off meanwhile
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn remove(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let id: PasskeyId = id.parse().map_err(|_| AppError::NotFound)?;
    me.visit.state.store.remove_passkey(me.member.id, id, &me.visit.by()).await?;
    Ok(done(routes::SECOND_FACTOR, Said::PasskeyRemoved))
}

/// What the device of somebody half way in is asked, if they have a passkey. A page shown again asks anew.
pub(super) async fn offer(visit: &Visit, half: &SignIn) -> Result<Option<String>, AppError> {
    let store = &visit.state.store;
    let Some(house) = PasskeyHouse::at(&visit.state.settings.url) else { return Ok(None) };
    let known = store.passkeys(half.member.id).await?;
    if known.is_empty() {
        return Ok(None);
    }
    let asked = house.ask_for_one(&known).map_err(|unfit| corrupt(&unfit))?;
    store.begin_ceremony(half.id, &Ceremony { name: None, state: asked.state }).await?;
    Ok(Some(asked.options))
}

pub(super) async fn enter(
    visit: Visit,
    Query(next): Query<Next>,
    Typed(answer): Typed<Answer>,
) -> Result<Response, AppError> {
    let Some((token, half)) = sign_in_code::half_in(&visit).await? else { return Ok(sign_in_code::to_the_door(&next)) };
    let again = async |why| sign_in_code::page(&visit, &half, &next, &Problems::one("passkey", why)).await;
    let known = visit.is_where_they_are(half.member.id).await?;
    if let Err(wait) = visit.state.limits.code(visit.from, half.member.id, known) {
        return Ok(too_often(wait, again(wait.into()).await?));
    }
    if let Err(why) = show(&visit.state, &half, &answer.passkey).await? {
        proof::failed(&visit, half.member.id).await?;
        return Ok(wrong(again(why).await?));
    }
    sign_in_code::finish(&visit, &token, &half, &next).await
}

/// Whether an answer is one of the member's passkeys, shown as it was asked for. It counts, and never again.
async fn show(state: &AppState, half: &SignIn, answer: &str) -> Result<Result<(), Why>, AppError> {
    let (store, member) = (&state.store, &half.member);
    let Some(house) = PasskeyHouse::at(&state.settings.url) else { return Ok(Err(Why::LatePasskey)) };
    let Some(begun) = store.take_ceremony(half.id).await? else { return Ok(Err(Why::LatePasskey)) };
    let known = store.passkeys(member.id).await?;
    let shown = match house.shown(&state.settings.secret, member, &known, &begun.state, answer) {
        Ok(shown) => shown,
        Err(unfit) => {
            tracing::warn!("{unfit}");
            return Ok(Err(Why::WrongPasskey));
        }
    };
    let counted = store.use_passkey(member.id, shown.id, shown.was, &shown.state).await?;
    Ok(if counted { Ok(()) } else { Err(Why::LatePasskey) })
}

/// The browser that asks.
fn sign_in(me: &SignedIn) -> Result<SignInId, AppError> {
    me.visit.sign_in.as_ref().map(|one| one.id).ok_or(AppError::NotFound)
}

fn corrupt(unfit: &Unfit) -> AppError {
    tracing::error!("{unfit}");
    StoreError::Corrupt("a passkey").into()
}
