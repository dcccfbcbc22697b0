//! Joining by an invitation. Looking changes nothing, since scanners follow links; the form does, once.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::language::Language;
use domain::member::{EmailAddress, Name, Password};
use domain::problem::{Problems, Why};
use domain::schedule::Zone;
use domain::sign_in::Way;
use serde::Deserialize;
use store::{Invitation, NewMember, StoreError, Token};

use super::answer::{Path, Typed, too_often, wrong};
use super::sign_in::let_in;
use crate::context::Visit;
use crate::{AppError, AppState, pages};

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct JoinForm {
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) language: String,
    pub(crate) zone: String,
    password: String,
}

struct Joining {
    email: EmailAddress,
    name: Name,
    language: Language,
    zone: Zone,
    password: Password,
}

impl JoinForm {
    fn begun(visit: &Visit) -> Self {
        let zone = visit.team.as_ref().map_or_else(|| "UTC".into(), |team| team.zone.name().to_owned());
        Self { language: visit.language.to_string(), zone, ..Self::default() }
    }

    /// An invitation by mail says which address; the form does not.
    fn parse(&self, invitation: &Invitation) -> Result<Joining, Problems> {
        let mut problems = Problems::default();
        let email = match &invitation.email {
            Some(email) => Some(email.clone()),
            None => problems.take("email", EmailAddress::parse(&self.email)),
        };
        let name = problems.take("name", Name::parse(&self.name));
        let password = problems.take("password", Password::parse(&self.password));
        let language = problems.take("language", Language::parse(&self.language).ok_or(Why::UnknownChoice));
        let zone = problems.take("zone", Zone::parse(&self.zone));
        match (email, name, password, language, zone) {
            (Some(email), Some(name), Some(password), Some(language), Some(zone)) => {
                Ok(Joining { email, name, language, zone, password })
            }
            _ => Err(problems),
        }
    }
}

pub(super) async fn show(
    State(state): State<AppState>,
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    let Some(invitation) = open(&state, &token).await? else { return Ok(closed(&visit)) };
    Ok(pages::join::page(&visit, &token, &invitation, &JoinForm::begun(&visit), &Problems::default()))
}

pub(super) async fn join(
    State(state): State<AppState>,
    visit: Visit,
    Path(token): Path<String>,
    Typed(form): Typed<JoinForm>,
) -> Result<Response, AppError> {
    let page =
        |invitation: &Invitation, problems: &Problems| pages::join::page(&visit, &token, invitation, &form, problems);
    let limit = state.limits.link(visit.from, token.as_bytes());
    let Some(invitation) = open(&state, &token).await? else { return Ok(closed(&visit)) };
    if let Err(wait) = limit {
        return Ok(too_often(wait, page(&invitation, &Problems::one("password", wait.into()))));
    }
    let joining = match form.parse(&invitation) {
        Ok(joining) => joining,
        Err(problems) => return Ok(wrong(page(&invitation, &problems))),
    };
    let member = NewMember {
        name: joining.name,
        email_is_proven: invitation.email.is_some(),
        email: joining.email,
        role: invitation.role,
        language: joining.language,
        zone: joining.zone,
        password_hash: Some(state.passwords.hash(&joining.password).await?),
    };
    match state.store.join(invitation.id, &member, &visit.by()).await {
        Ok(member) => let_in(&visit, member, Way::Link, None).await,
        Err(StoreError::NotFound) => Ok(closed(&visit)), // somebody was quicker
        Err(StoreError::AddressTaken) => Ok(wrong(page(&invitation, &Problems::one("email", Why::AddressTaken)))),
        Err(error) => Err(error.into()),
    }
}

async fn open(state: &AppState, token: &str) -> Result<Option<Invitation>, AppError> {
    let Some(token) = Token::parse(token) else { return Ok(None) };
    let invitation = state.store.invitation_of(&token).await?;
    Ok(invitation.filter(|invitation| invitation.is_open(state.store.now())))
}

fn closed(visit: &Visit) -> Response {
    (StatusCode::GONE, pages::join::closed(visit)).into_response()
}
