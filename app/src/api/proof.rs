//! What proves who somebody is, beside their sign-in: a code of their second factor, or their password.

use domain::audit::Deed;
use domain::id::MemberId;
use domain::member::{Member, Password};
use store::Note;

use crate::context::{SignedIn, Visit};
use crate::limits::Wait;
use crate::second_factor::{RecoveryCode, Totp};
use crate::{AppError, AppState};

/// Which code it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    /// The authenticator app's.
    App,
    /// One from paper, which is used up now.
    Recovery,
}

/// The code of a member's second factor that was typed, if it is one. It counts, and never again.
pub(super) async fn code(visit: &Visit, member: MemberId, typed: &str) -> Result<Option<Code>, AppError> {
    let (store, secret) = (&visit.state.store, &visit.state.settings.secret);
    let factor = store.second_factor(member).await?.filter(|factor| factor.confirmed_at.is_some());
    let Some(factor) = factor else { return Ok(None) };
    let step = Totp::of(secret, member, &factor.salt).step(typed, visit.now, factor.last_step);
    if let Some(step) = step {
        // Somebody may have been quicker with the same code: the store decides.
        return Ok(store.count_step(member, step).await?.then_some(Code::App));
    }
    let Ok(code) = RecoveryCode::parse(typed) else { return Ok(None) };
    let by = visit.by().member(member);
    let left = store.use_recovery_code(member, &code.keyed_hash(secret, member), &by).await?;
    Ok(left.map(|_| Code::Recovery))
}

/// Whether a member proved that they know their password.
pub(super) enum Proof {
    /// By the hash that it fits: whoever writes asks the store whether it is theirs still.
    Given(String),
    Wrong,
    TooOften(Wait),
}

/// Asks for the present password before something that guards the door changes. Who has none proves nothing.
pub(super) async fn prove(me: &SignedIn, typed: &str) -> Result<Proof, AppError> {
    let state = &me.visit.state;
    if let Err(wait) = state.limits.proof(me.member.id) {
        return Ok(Proof::TooOften(wait));
    }
    if let Some(hash) = password_hash(state, &me.member).await?
        && password(state, typed, &hash).await?
    {
        return Ok(Proof::Given(hash));
    }
    failed(&me.visit, me.member.id).await?;
    Ok(Proof::Wrong)
}

/// The hash of a member's password, if they have one.
pub(super) async fn password_hash(state: &AppState, member: &Member) -> Result<Option<String>, AppError> {
    Ok(state.store.member_by_email(&member.email).await?.and_then(|found| found.password_hash))
}

/// Whether what was typed is the password of a stored hash.
pub(super) async fn password(state: &AppState, typed: &str, hash: &str) -> Result<bool, AppError> {
    let Ok(tried) = Password::tried(typed) else { return Ok(false) };
    Ok(state.passwords.verify(&tried, Some(hash.to_owned())).await?)
}

/// Writes down that something did not fit.
pub(super) async fn failed(visit: &Visit, member: MemberId) -> Result<(), AppError> {
    Ok(visit.state.store.note(&Note::new(Deed::SignInFailed, &visit.by()).to(member)).await?)
}
