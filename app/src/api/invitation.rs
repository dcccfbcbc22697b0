//! Who was asked to join, asking somebody, and taking it back.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use domain::access;
use domain::id::InvitationId;
use domain::language::Language;
use domain::member::{EmailAddress, Role};
use domain::problem::{Problems, Why};
use serde::Deserialize;
use store::{Invitation, NewInvitation, StoreError};

use super::answer::{Path, Typed, done, too_often, unkept, wrong};
use crate::context::SignedIn;
use crate::said::Said;
use crate::{AppError, AppState, pages, routes};

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct InvitationForm {
    pub(crate) email: String,
    pub(crate) role: String,
    pub(crate) language: String,
}

impl InvitationForm {
    fn parse(&self, me: &SignedIn) -> Result<NewInvitation, Problems> {
        let mut problems = Problems::default();
        let is_empty = self.email.trim().is_empty();
        let email =
            if is_empty { Some(None) } else { problems.take("email", EmailAddress::parse(&self.email).map(Some)) };
        let role = Role::parse(&self.role).filter(|role| access::may_invite_as(&me.member, *role));
        let role = problems.take("role", role.ok_or(Why::UnknownChoice));
        let language = problems.take("language", Language::parse(&self.language).ok_or(Why::UnknownChoice));
        match (email, role, language) {
            (Some(email), Some(role), Some(language)) => Ok(NewInvitation { email, role, language }),
            _ => Err(problems),
        }
    }
}

pub(super) async fn list(State(state): State<AppState>, me: SignedIn) -> Result<Response, AppError> {
    let language = me.visit.team.as_ref().map_or(me.member.language, |team| team.language);
    let form = InvitationForm { role: Role::Member.to_string(), language: language.to_string(), ..Default::default() };
    let all = state.store.invitations().await?;
    Ok(pages::invitations::page(&me, &all, &form, &Problems::default()))
}

pub(super) async fn invite(
    State(state): State<AppState>,
    me: SignedIn,
    Typed(form): Typed<InvitationForm>,
) -> Result<Response, AppError> {
    let again = async |problems: Problems| -> Result<Response, AppError> {
        let all = state.store.invitations().await?;
        Ok(pages::invitations::page(&me, &all, &form, &problems))
    };
    let new = match form.parse(&me) {
        Ok(new) => new,
        Err(problems) => return Ok(wrong(again(problems).await?)),
    };
    if let Err(wait) = state.limits.invitation(me.member.id) {
        return Ok(too_often(wait, again(Problems::one("email", wait.into())).await?));
    }
    match state.store.invite(&new, &state.link(), &me.visit.by()).await {
        Ok(id) => Ok(Redirect::to(&routes::invitation(id)).into_response()),
        Err(StoreError::AddressTaken) => Ok(wrong(again(Problems::one("email", Why::AlreadyMember)).await?)),
        Err(error) => Err(error.into()),
    }
}

/// One invitation; and for who made it to hand it over, its link, made of its salt each time it is shown.
pub(super) async fn show(
    State(state): State<AppState>,
    me: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let invitation = mine_to_decide(&state, &me, &id).await?;
    if !invitation.is_open(me.now()) {
        return Ok(Redirect::to(routes::INVITATIONS).into_response());
    }
    let token = state.settings.secret.link_token(&invitation.salt);
    let url = invitation.shows_its_link_to(me.member.id).then(|| state.url(&routes::join(&token.to_text())));
    Ok(unkept(pages::invitation::page(&me, &invitation, url.as_deref())))
}

pub(super) async fn revoke(
    State(state): State<AppState>,
    me: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let invitation = mine_to_decide(&state, &me, &id).await?;
    state.store.revoke_invitation(invitation.id, &me.visit.by()).await?;
    Ok(done(routes::INVITATIONS, Said::Revoked))
}

/// An invitation to a role that the reader may give themselves.
async fn mine_to_decide(state: &AppState, me: &SignedIn, id: &str) -> Result<Invitation, AppError> {
    let invitation = state.store.invitation(invitation_id(id)?).await?;
    if access::may_invite_as(&me.member, invitation.role) { Ok(invitation) } else { Err(AppError::Forbidden) }
}

fn invitation_id(digits: &str) -> Result<InvitationId, AppError> {
    digits.parse().map_err(|_| AppError::NotFound)
}
