//! First start: founds the team and signs its first member in.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use domain::language::Language;
use domain::member::{EmailAddress, Name, Password, Role};
use domain::problem::{Problems, Why};
use domain::schedule::Zone;
use domain::sign_in::Way;
use domain::team::{Team, TeamName};
use serde::Deserialize;
use store::{NewMember, StoreError};

use super::answer::{Typed, wrong};
use crate::context::{self, Visit};
use crate::{AppError, AppState, pages, routes};

/// What was typed, as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WelcomeForm {
    pub(crate) team: String,
    pub(crate) language: String,
    pub(crate) zone: String,
    pub(crate) name: String,
    pub(crate) email: String,
    password: String,
}

struct Founding {
    team: Team,
    name: Name,
    email: EmailAddress,
    password: Password,
}

impl WelcomeForm {
    /// A first guess: the browser's language, and the zone most of its speakers live in.
    fn guess(language: Language) -> Self {
        let zone = match language {
            Language::Korean => "Asia/Seoul",
            Language::English => "UTC",
        };
        Self { language: language.to_string(), zone: zone.into(), ..Self::default() }
    }

    fn parse(&self) -> Result<Founding, Problems> {
        let mut problems = Problems::default();
        let team = problems.take("team", TeamName::parse(&self.team));
        let language = problems.take("language", Language::parse(&self.language).ok_or(Why::UnknownChoice));
        let zone = problems.take("zone", Zone::parse(&self.zone));
        let name = problems.take("name", Name::parse(&self.name));
        let email = problems.take("email", EmailAddress::parse(&self.email));
        let password = problems.take("password", Password::parse(&self.password));
        match (team, language, zone, name, email, password) {
            (Some(team), Some(language), Some(zone), Some(name), Some(email), Some(password)) => Ok(Founding {
                team: Team { name: team, language, zone, second_factor_required_at: None },
                name,
                email,
                password,
            }),
            _ => Err(problems),
        }
    }
}

pub(super) async fn show(State(state): State<AppState>, visit: Visit) -> Result<Response, AppError> {
    if state.is_founded().await? {
        return Ok(Redirect::to(routes::HOME).into_response());
    }
    Ok(pages::welcome::page(&visit, &WelcomeForm::guess(visit.language), &Problems::default()))
}

pub(super) async fn found(
    State(state): State<AppState>,
    visit: Visit,
    Typed(form): Typed<WelcomeForm>,
) -> Result<Response, AppError> {
    if state.is_founded().await? {
        return Ok(Redirect::to(routes::HOME).into_response());
    }
    let founding = match form.parse() {
        Ok(founding) => founding,
        Err(problems) => return Ok(wrong(pages::welcome::page(&visit, &form, &problems))),
    };
    let owner = NewMember {
        name: founding.name,
        email: founding.email,
        role: Role::Owner,
        language: founding.team.language,
        zone: founding.team.zone.clone(),
        email_is_proven: true,
        password_hash: Some(state.passwords.hash(&founding.password).await?),
    };
    match state.store.found_team(&founding.team, &owner, &visit.by()).await {
        Ok(member) => {
            let (token, _) = state.store.begin_sign_in(member, Way::Password, &visit.browser()).await?;
            let jar = CookieJar::new().add(context::sign_in(&state, &token));
            Ok((jar, Redirect::to(routes::HOME)).into_response())
        }
        Err(StoreError::AlreadyFounded) => Ok(Redirect::to(routes::HOME).into_response()), // another tab was quicker
        Err(error) => Err(error.into()),
    }
}
