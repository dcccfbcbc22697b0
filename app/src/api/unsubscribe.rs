//! Stopping a reminder from its mail (RFC 8058): no cookie, no sign-in; looking changes nothing, and
//! doing it twice is doing it once.

use axum::extract::State;
use axum::response::Response;
use domain::id::{MemberId, ScheduleId};
use domain::reminder::Reminder;

use super::answer::Path;
use crate::context::Visit;
use crate::pages::unsubscribe::{Standing, page, unknown};
use crate::{AppError, AppState};

pub(super) async fn ask(
    State(state): State<AppState>,
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    let Some((_, reminder)) = named(&state, &token).await? else { return Ok(unknown(&visit)) };
    let standing = match (reminder.stopped_at, reminder.next_at) {
        (Some(_), _) => Standing::Stopped,
        (None, Some(_)) => Standing::Live,
        (None, None) => Standing::Over,
    };
    Ok(page(&visit, &token, &reminder.post_title, &standing))
}

/// Answers 200 whatever happens, and never redirects (RFC 8058 §3.1).
pub(super) async fn stop(
    State(state): State<AppState>,
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    let Some((member, reminder)) = named(&state, &token).await? else { return Ok(unknown(&visit)) };
    state.store.stop_schedule(reminder.id, member).await?;
    Ok(page(&visit, &token, &reminder.post_title, &Standing::Stopped))
}

pub(super) async fn resume(
    State(state): State<AppState>,
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    let Some((member, reminder)) = named(&state, &token).await? else { return Ok(unknown(&visit)) };
    state.store.resume_schedule(reminder.id, member).await?;
    let resumed = state.store.schedule_subject(reminder.id, member).await?;
    let standing = if resumed.is_some_and(|one| one.next_at.is_some()) { Standing::Resumed } else { Standing::Over };
    Ok(page(&visit, &token, &reminder.post_title, &standing))
}

async fn named(state: &AppState, token: &str) -> Result<Option<(MemberId, Reminder)>, AppError> {
    let Some((schedule, member)): Option<(ScheduleId, MemberId)> = state.settings.secret.read_stop_token(token) else {
        return Ok(None);
    };
    Ok(state.store.schedule_subject(schedule, member).await?.map(|reminder| (member, reminder)))
}
