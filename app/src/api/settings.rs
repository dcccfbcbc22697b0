//! A member's own settings.

use axum::extract::State;
use axum::response::Response;
use domain::language::Language;
use domain::member::Name;
use domain::problem::{Problems, Why};
use domain::schedule::Zone;
use domain::theme::Theme;
use serde::Deserialize;
use store::Profile;

use super::answer::{Typed, done, wrong};
use crate::context::SignedIn;
use crate::said::Said;
use crate::{AppError, AppState, pages, routes};

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SettingsForm {
    pub(crate) name: String,
    pub(crate) language: String,
    pub(crate) zone: String,
    pub(crate) theme: String,
}

impl SettingsForm {
    fn parse(&self) -> Result<(Name, Language, Zone, Theme), Problems> {
        let mut problems = Problems::default();
        let name = problems.take("name", Name::parse(&self.name));
        let language = problems.take("language", Language::parse(&self.language).ok_or(Why::UnknownChoice));
        let zone = problems.take("zone", Zone::parse(&self.zone));
        let theme = problems.take("theme", Theme::parse(&self.theme).ok_or(Why::UnknownChoice));
        match (name, language, zone, theme) {
            (Some(name), Some(language), Some(zone), Some(theme)) => Ok((name, language, zone, theme)),
            _ => Err(problems),
        }
    }
}

pub(super) async fn show(me: SignedIn) -> Response {
    let member = &me.member;
    let form = SettingsForm {
        name: member.name.as_str().into(),
        language: member.language.to_string(),
        zone: member.zone.name().into(),
        theme: member.theme.to_string(),
    };
    pages::settings::page(&me, &form, &Problems::default())
}

pub(super) async fn save(
    State(state): State<AppState>,
    me: SignedIn,
    Typed(form): Typed<SettingsForm>,
) -> Result<Response, AppError> {
    match form.parse() {
        Ok((name, language, zone, theme)) => {
            let member = me.member;
            let profile = Profile {
                name,
                language,
                zone,
                theme,
                handle: member.handle,
                outside_name: member.outside_name,
                digest_hour: member.digest_hour,
            };
            state.store.save_profile(member.id, &profile).await?;
            Ok(done(routes::SETTINGS, Said::Settings))
        }
        Err(problems) => Ok(wrong(pages::settings::page(&me, &form, &problems))),
    }
}
