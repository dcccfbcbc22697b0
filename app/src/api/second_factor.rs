//! A member's own second factor: setting it up, fresh recovery codes, turning it off.

use axum::response::{IntoResponse, Redirect, Response};
use domain::problem::{Problems, Why};
use serde::Deserialize;
use store::SecondFactor;

use super::answer::{Typed, done, too_often, unkept, wrong};
use super::proof;
use crate::context::SignedIn;
use crate::pages::second_factor::{self as pages, On, SettingUp};
use crate::said::Said;
use crate::second_factor::{RecoveryCode, RecoveryCodes, Totp};
use crate::{AppError, routes};

/// Random bytes that a shared secret is made of, with the house's.
const SALT: usize = 16;

/// What was typed to turn it on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct FirstCode {
    code: String,
    password: String,
}

/// What was typed to change it: the password, or a code. The two forms stand on one page, so their fields have two names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Change {
    codes_proof: String,
    off_proof: String,
}

pub(super) async fn show(me: SignedIn) -> Result<Response, AppError> {
    let factor = me.visit.state.store.second_factor(me.member.id).await?;
    match factor.filter(|factor| factor.confirmed_at.is_some()) {
        Some(factor) => on(&me, &factor, &Problems::default(), "").await,
        None => Ok(pages::off(&me)),
    }
}

/// Shows the key in the answer itself: a page to come back to would show it to who finds the browser unattended.
pub(super) async fn begin(me: SignedIn) -> Result<Response, AppError> {
    let salt: [u8; SALT] = rand::random();
    let factor = me.visit.state.store.begin_second_factor(me.member.id, &salt).await?;
    match factor.confirmed_at {
        Some(_) => Ok(back()),
        None => setting_up(&me, &factor, &Problems::default()).await,
    }
}

pub(super) async fn confirm(me: SignedIn, Typed(form): Typed<FirstCode>) -> Result<Response, AppError> {
    let (state, member) = (&me.visit.state, me.member.id);
    let factor = state.store.second_factor(member).await?;
    let Some(factor) = factor.filter(|factor| factor.confirmed_at.is_none()) else { return Ok(back()) };
    if let Err(wait) = state.limits.proof(member) {
        return Ok(too_often(wait, setting_up(&me, &factor, &Problems::one("code", wait.into())).await?));
    }
    let mut problems = Problems::default();
    let step = totp(&me, &factor).step(&form.code, me.visit.now, None);
    let step = problems.take("code", step.ok_or(Why::WrongFirstCode));
    if let Some(hash) = proof::password_hash(state, &me.member).await? {
        let fits = proof::password(state, &form.password, &hash).await?;
        problems.take("password", if fits { Ok(()) } else { Err(Why::WrongPassword) });
    }
    let (Some(step), true) = (step, problems.is_empty()) else {
        proof::failed(&me.visit, member).await?;
        return Ok(wrong(setting_up(&me, &factor, &problems).await?));
    };
    let (codes, hashes) = fresh_codes(&me);
    if !state.store.confirm_second_factor(member, &factor.salt, step, &hashes, &me.visit.by()).await? {
        return Ok(back());
    }
    Ok(unkept(pages::codes(&me, &codes, true)))
}

pub(super) async fn make_codes(me: SignedIn, Typed(form): Typed<Change>) -> Result<Response, AppError> {
    if let Err(answer) = prove(&me, "codes_proof", &form.codes_proof, "").await? {
        return Ok(answer);
    }
    let (codes, hashes) = fresh_codes(&me);
    me.visit.state.store.replace_recovery_codes(me.member.id, &hashes, &me.visit.by()).await?;
    Ok(unkept(pages::codes(&me, &codes, false)))
}

pub(super) async fn turn_off(me: SignedIn, Typed(form): Typed<Change>) -> Result<Response, AppError> {
    let store = &me.visit.state.store;
    if me.visit.requires_second_factor() {
        return Ok(wrong(show(me).await?));
    }
    if let Err(answer) = prove(&me, "off_proof", &form.off_proof, "").await? {
        return Ok(answer);
    }
    store.drop_second_factor(me.member.id, &me.visit.by()).await?;
    Ok(done(routes::SECOND_FACTOR, Said::SecondFactorOff))
}

/// Asks for the password or a code before something changes, so that an unattended browser cannot do it; else the answer,
/// in which `name` is kept.
pub(super) async fn prove(
    me: &SignedIn,
    field: &'static str,
    typed: &str,
    name: &str,
) -> Result<Result<(), Response>, AppError> {
    let (state, member) = (&me.visit.state, me.member.id);
    let factor = state.store.second_factor(member).await?;
    let Some(factor) = factor.filter(|factor| factor.confirmed_at.is_some()) else { return Ok(Err(back())) };
    if typed.trim().is_empty() {
        return Ok(Err(wrong(on(me, &factor, &Problems::one(field, Why::Empty), name).await?)));
    }
    if let Err(wait) = state.limits.proof(member) {
        return Ok(Err(too_often(wait, on(me, &factor, &Problems::one(field, wait.into()), name).await?)));
    }
    let hash = proof::password_hash(state, &me.member).await?;
    let known = match &hash {
        Some(hash) => proof::password(state, typed, hash).await?,
        None => false,
    };
    if known || proof::code(&me.visit, member, typed).await?.is_some() {
        return Ok(Ok(()));
    }
    proof::failed(&me.visit, member).await?;
    let why = if hash.is_some() { Why::WrongProof } else { Why::WrongCode };
    Ok(Err(wrong(on(me, &factor, &Problems::one(field, why), name).await?)))
}

/// The page with what is wrong on it; `name` is what was typed to call a passkey.
pub(super) async fn again(me: &SignedIn, problems: &Problems, name: &str) -> Result<Response, AppError> {
    let factor = me.visit.state.store.second_factor(me.member.id).await?;
    match factor.filter(|factor| factor.confirmed_at.is_some()) {
        Some(factor) => Ok(wrong(on(me, &factor, problems, name).await?)),
        None => Ok(back()),
    }
}

async fn on(me: &SignedIn, factor: &SecondFactor, problems: &Problems, name: &str) -> Result<Response, AppError> {
    let (state, member) = (&me.visit.state, &me.member);
    let shown = On {
        since: factor.confirmed_at.unwrap_or(me.visit.now),
        codes_left: state.store.recovery_codes_left(member.id).await?,
        has_password: proof::password_hash(state, member).await?.is_some(),
        passkeys: state.store.passkeys(member.id).await?,
        passkey_name: name.to_owned(),
    };
    Ok(pages::on(me, &shown, problems))
}

async fn setting_up(me: &SignedIn, factor: &SecondFactor, problems: &Problems) -> Result<Response, AppError> {
    let (totp, state) = (totp(me, factor), &me.visit.state);
    let team = me.visit.team.as_ref().map_or(me.text().product, |team| team.name.as_str());
    let shown = SettingUp {
        picture: totp.qr(team, &me.member.email, me.text().second_factor.picture),
        key: totp.key(),
        has_password: proof::password_hash(state, &me.member).await?.is_some(),
    };
    Ok(unkept(pages::setting_up(me, shown, problems)))
}

fn totp(me: &SignedIn, factor: &SecondFactor) -> Totp {
    Totp::of(&me.visit.state.settings.secret, me.member.id, &factor.salt)
}

/// Ten codes, and what is kept of them.
fn fresh_codes(me: &SignedIn) -> ([RecoveryCode; 10], Vec<Vec<u8>>) {
    let codes = RecoveryCodes::random();
    let hashes = codes.iter().map(|code| code.keyed_hash(&me.visit.state.settings.secret, me.member.id)).collect();
    (codes, hashes)
}

/// To the page as it stands by now.
pub(super) fn back() -> Response {
    Redirect::to(routes::SECOND_FACTOR).into_response()
}
