//! Everybody on the team, and what those who look after the house do about one of them.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use domain::access::{self, Refusal};
use domain::audit::Deed;
use domain::member::{Member, Role};
use domain::problem::{Problems, Why};
use serde::Deserialize;
use store::{MemberLine, Note, StoreError};

use super::answer::{Path, Typed, done, too_often, wrong};
use super::leave::successor;
use crate::context::SignedIn;
use crate::said::Said;
use crate::{AppError, AppState, pages, routes};

/// What was typed, in either form of the page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct MemberForm {
    pub(crate) role: String,
    pub(crate) successor: String,
}

/// A member as those who look after the house see them, and everybody else: what may be done depends on both.
pub(crate) struct Case {
    pub(crate) line: MemberLine,
    pub(crate) everybody: Vec<MemberLine>,
}

impl Case {
    async fn of(me: &SignedIn, id: &str) -> Result<Self, AppError> {
        let id = id.parse().map_err(|_| AppError::NotFound)?;
        let everybody = me.visit.state.store.members().await?;
        let line = everybody.iter().find(|one| one.member.id == id).cloned().ok_or(AppError::NotFound)?;
        Ok(Self { line, everybody })
    }

    /// Whom it is about.
    pub(crate) fn subject(&self) -> &Member {
        &self.line.member
    }

    /// Whether the reader may make the subject a `role`.
    pub(crate) fn may_become(&self, me: &SignedIn, role: Role) -> Result<(), Refusal> {
        let owners = self.everybody.iter().filter(|one| one.member.role == Role::Owner).count();
        access::may_set_role(&me.member, self.subject(), role, owners)
    }

    /// Whether the subject's role is the reader's to decide at all.
    pub(crate) fn is_theirs(&self, me: &SignedIn) -> bool {
        self.may_become(me, self.subject().role) != Err(Refusal::NotTheirs)
    }

    fn checked(self, allowed: bool) -> Result<Self, AppError> {
        if allowed { Ok(self) } else { Err(AppError::Forbidden) }
    }

    fn page(&self, me: &SignedIn, form: &MemberForm, problems: &Problems) -> Response {
        pages::member::page(me, self, form, problems)
    }

    fn wrong(&self, me: &SignedIn, form: &MemberForm, field: &'static str, why: Why) -> Response {
        wrong(self.page(me, form, &Problems::one(field, why)))
    }
}

pub(super) async fn list(State(state): State<AppState>, me: SignedIn) -> Result<Response, AppError> {
    let lines = state.store.members().await?;
    Ok(pages::members::page(&me, &lines))
}

pub(super) async fn show(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let case = Case::of(&me, &id).await?;
    let form = MemberForm { role: case.subject().role.to_string(), ..MemberForm::default() };
    Ok(case.page(&me, &form, &Problems::default()))
}

pub(super) async fn set_role(
    State(state): State<AppState>,
    me: SignedIn,
    Path(id): Path<String>,
    Typed(form): Typed<MemberForm>,
) -> Result<Response, AppError> {
    let case = Case::of(&me, &id).await?;
    let theirs = case.is_theirs(&me);
    let case = case.checked(theirs)?;
    // Who leaves hands over; who left is asked back. Both are forms of their own.
    let role = Role::parse(&form.role).filter(|role| *role != Role::Alumni && case.subject().role != Role::Alumni);
    let Some(role) = role else { return Ok(case.wrong(&me, &form, "role", Why::UnknownChoice)) };
    let subject = case.subject().id;
    match state.store.set_role(Some(&me.member), subject, role, &me.visit.by()).await {
        Ok(()) if subject == me.member.id && !looks_after(&me, role) => Ok(done(routes::MEMBERS, Said::Role)),
        Ok(()) => Ok(done(&routes::member(subject), Said::Role)),
        Err(StoreError::Refused(Refusal::LastOwner)) => Ok(case.wrong(&me, &form, "role", Why::LastOwner)),
        Err(error) => Err(error.into()),
    }
}

/// Whether the reader still comes into this room in another role.
fn looks_after(me: &SignedIn, role: Role) -> bool {
    access::may_look_after(&Member { role, ..me.member.clone() })
}

pub(super) async fn leave(
    State(state): State<AppState>,
    me: SignedIn,
    Path(id): Path<String>,
    Typed(form): Typed<MemberForm>,
) -> Result<Response, AppError> {
    let case = Case::of(&me, &id).await?;
    let subject = case.subject().id;
    if subject == me.member.id {
        return Ok(Redirect::to(routes::LEAVE).into_response());
    }
    if !case.is_theirs(&me) {
        return Err(AppError::Forbidden);
    }
    if case.subject().role == Role::Alumni {
        return Err(AppError::NotFound);
    }
    let successor = match successor(&form.successor, case.subject(), &case.everybody) {
        Ok(successor) => successor,
        Err(why) => return Ok(case.wrong(&me, &form, "successor", why)),
    };
    match state.store.leave(Some(&me.member), subject, successor, &me.visit.by()).await {
        Ok(()) => Ok(done(&routes::member(subject), Said::Left)),
        Err(StoreError::Refused(Refusal::LastOwner)) => Ok(case.wrong(&me, &form, "successor", Why::LastOwner)),
        Err(StoreError::NoSuccessor) => Ok(case.wrong(&me, &form, "successor", Why::UnknownChoice)),
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn ask_back(
    State(state): State<AppState>,
    me: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let case = Case::of(&me, &id).await?;
    if case.subject().role != Role::Alumni {
        return Err(AppError::NotFound);
    }
    let subject = case.subject().id;
    state.store.set_role(Some(&me.member), subject, Role::Member, &me.visit.by()).await?;
    Ok(done(&routes::member(subject), Said::Returned))
}

pub(super) async fn sign_out(
    State(state): State<AppState>,
    me: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let case = shut_out(&me, &id).await?;
    state.store.shut_out(case.subject().id, &me.visit.by()).await?;
    Ok(done(&routes::member(case.subject().id), Said::SignedOut))
}

pub(super) async fn second_factor_off(
    State(state): State<AppState>,
    me: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let case = shut_out(&me, &id).await?;
    state.store.drop_second_factor(case.subject().id, &me.visit.by()).await?;
    Ok(done(&routes::member(case.subject().id), Said::TheirSecondFactorOff))
}

/// The same letter as whoever forgot their password asks for at the door.
pub(super) async fn reset(
    State(state): State<AppState>,
    me: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let case = shut_out(&me, &id).await?;
    let subject = case.subject();
    if let Err(wait) = state.limits.recovery(me.visit.from, &subject.email) {
        let page = case.page(&me, &MemberForm::default(), &Problems::one("reset", wait.into()));
        return Ok(too_often(wait, page));
    }
    state.store.ask_password_reset(&subject.email, &state.link()).await?;
    let by = me.visit.by();
    state.store.note(&Note::new(Deed::PasswordResetAsked, &by).to(subject.id)).await?;
    Ok(done(&routes::member(subject.id), Said::Reset))
}

/// A member whose ways in the reader may close.
async fn shut_out(me: &SignedIn, id: &str) -> Result<Case, AppError> {
    let case = Case::of(me, id).await?;
    let allowed = access::may_shut_out(&me.member, case.subject());
    case.checked(allowed)
}
