//! What is true of the whole team.

use axum::extract::State;
use axum::response::Response;
use domain::language::Language;
use domain::member::Role;
use domain::problem::{Problems, Why};
use domain::schedule::Zone;
use domain::sign_in::Way;
use domain::team::{Team, TeamName};
use serde::Deserialize;

use super::answer::{Typed, done, wrong};
use crate::context::SignedIn;
use crate::pages::team::Shown;
use crate::said::Said;
use crate::{AppError, AppState, pages, routes};

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TeamForm {
    pub(crate) name: String,
    pub(crate) language: String,
    pub(crate) zone: String,
    pub(crate) second_factor: String,
}

impl TeamForm {
    fn of(team: &Team) -> Self {
        Self {
            name: team.name.as_str().into(),
            language: team.language.to_string(),
            zone: team.zone.name().into(),
            second_factor: team.second_factor_required_at.map_or("", |_| "yes").into(),
        }
    }

    pub(crate) fn requires(&self) -> bool {
        self.second_factor == "yes"
    }

    fn parse(&self, team: &Team) -> Result<Team, Problems> {
        let mut problems = Problems::default();
        let name = problems.take("name", TeamName::parse(&self.name));
        let language = problems.take("language", Language::parse(&self.language).ok_or(Why::UnknownChoice));
        let zone = problems.take("zone", Zone::parse(&self.zone));
        match (name, language, zone) {
            (Some(name), Some(language), Some(zone)) => Ok(Team { name, language, zone, ..team.clone() }),
            _ => Err(problems),
        }
    }
}

pub(super) async fn show(State(state): State<AppState>, me: SignedIn) -> Result<Response, AppError> {
    let team = state.store.team().await?.ok_or(AppError::NotFound)?;
    let form = TeamForm::of(&team);
    Ok(pages::team::page(&me, &shown(&state, &form, &Problems::default(), false).await?))
}

pub(super) async fn save(
    State(state): State<AppState>,
    me: SignedIn,
    Typed(form): Typed<TeamForm>,
) -> Result<Response, AppError> {
    let team = state.store.team().await?.ok_or(AppError::NotFound)?;
    let changed = match form.parse(&team) {
        Ok(changed) => changed,
        Err(problems) => return Ok(wrong(pages::team::page(&me, &shown(&state, &form, &problems, false).await?))),
    };
    let newly = form.requires() && team.second_factor_required_at.is_none();
    if newly && !has_second_factor(&me) {
        let none = Problems::default();
        return Ok(wrong(pages::team::page(&me, &shown(&state, &form, &none, true).await?)));
    }
    let by = me.visit.by();
    if (&changed.name, changed.language, changed.zone.name()) != (&team.name, team.language, team.zone.name()) {
        state.store.change_team(&changed, &by).await?;
    }
    state.store.require_second_factor(form.requires(), &by).await?;
    state.forget_team();
    Ok(done(routes::TEAM, Said::Team))
}

/// Whether the reader would come in still: by a second factor of their own, or by the provider's.
fn has_second_factor(me: &SignedIn) -> bool {
    me.visit.sign_in.as_ref().is_some_and(|one| one.has_second_factor || one.way == Way::Provider)
}

async fn shown<'a>(
    state: &AppState,
    form: &'a TeamForm,
    problems: &'a Problems,
    yours_first: bool,
) -> Result<Shown<'a>, AppError> {
    let everybody = state.store.members().await?;
    let without = everybody.iter().filter(|one| one.member.role != Role::Alumni && !one.has_second_factor).count();
    Ok(Shown { form, problems, without, yours_first })
}
