//! A member's own settings: what they say of themselves.

use axum::extract::State;
use axum::response::Response;
use domain::language::Language;
use domain::member::{DigestHour, Handle, Member, Name, OutsideName};
use domain::problem::{Problems, Why};
use domain::schedule::Zone;
use domain::theme::Theme;
use serde::Deserialize;
use store::{Profile, StoreError};

use super::answer::{Typed, done, wrong};
use crate::context::SignedIn;
use crate::said::Said;
use crate::{AppError, AppState, pages, routes};

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SettingsForm {
    pub(crate) name: String,
    pub(crate) handle: String,
    pub(crate) outside_name: String,
    pub(crate) language: String,
    pub(crate) zone: String,
    pub(crate) theme: String,
    pub(crate) digest_hour: String,
}

impl SettingsForm {
    /// As it is before anything is typed.
    pub(crate) fn of(member: &Member) -> Self {
        Self {
            name: member.name.as_str().into(),
            handle: member.handle.as_str().into(),
            outside_name: member.outside_name.as_ref().map_or("", OutsideName::as_str).into(),
            language: member.language.to_string(),
            zone: member.zone.name().into(),
            theme: member.theme.to_string(),
            digest_hour: member.digest_hour.get().to_string(),
        }
    }

    fn parse(&self) -> Result<Profile, Problems> {
        let mut problems = Problems::default();
        let name = problems.take("name", Name::parse(&self.name));
        let handle = problems.take("handle", Handle::parse(&self.handle));
        let outside = Some(&self.outside_name).filter(|typed| !typed.trim().is_empty());
        let outside = problems.take("outside_name", outside.map(|typed| OutsideName::parse(typed)).transpose());
        let language = problems.take("language", Language::parse(&self.language).ok_or(Why::UnknownChoice));
        let zone = problems.take("zone", Zone::parse(&self.zone));
        let theme = problems.take("theme", Theme::parse(&self.theme).ok_or(Why::UnknownChoice));
        let hour = problems.take("digest_hour", DigestHour::parse(&self.digest_hour));
        match (name, handle, outside, language, zone, theme, hour) {
            (
                Some(name),
                Some(handle),
                Some(outside_name),
                Some(language),
                Some(zone),
                Some(theme),
                Some(digest_hour),
            ) => Ok(Profile { name, handle, outside_name, language, zone, theme, digest_hour }),
            _ => Err(problems),
        }
    }
}

pub(super) async fn show(me: SignedIn) -> Response {
    pages::settings::page(&me, &SettingsForm::of(&me.member), &Problems::default())
}

pub(super) async fn save(
    State(state): State<AppState>,
    me: SignedIn,
    Typed(form): Typed<SettingsForm>,
) -> Result<Response, AppError> {
    let profile = match form.parse() {
        Ok(profile) => profile,
        Err(problems) => return Ok(wrong(pages::settings::page(&me, &form, &problems))),
    };
    match state.store.save_profile(me.member.id, &profile).await {
        Ok(()) => Ok(done(routes::SETTINGS, Said::Settings)),
        Err(StoreError::HandleTaken) => {
            let problems = Problems::one("handle", Why::HandleTaken);
            Ok(wrong(pages::settings::page(&me, &form, &problems)))
        }
        Err(error) => Err(error.into()),
    }
}
