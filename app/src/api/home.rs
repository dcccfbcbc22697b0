//! The first page.

use axum::response::Response;
use domain::reminder::Reminder;
use jiff::SignedDuration;

use crate::AppError;
use crate::context::SignedIn;
use crate::pages::home::{self, CameBack, Home};

/// How many posts the first page shows.
const LATEST: usize = 8;
/// How many coming reminders it shows.
const UPCOMING: usize = 5;
/// How long what came back stays there.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

pub(super) async fn show(me: SignedIn) -> Result<Response, AppError> {
    let reminders: Vec<Reminder> =
        me.viewer.reminders().await?.into_iter().filter(|one| one.stopped_at.is_none()).collect();
    let came_back = came_back(&me, &reminders).await?;
    let soon = me.now() + WEEK;
    let upcoming: Vec<Reminder> = reminders.into_iter().filter(|one| one.next_at.is_some()).collect();
    let home = Home {
        came_back,
        this_week: upcoming.iter().filter(|one| one.next_at.is_some_and(|next| next <= soon)).count(),
        upcoming: upcoming.into_iter().take(UPCOMING).collect(),
        latest: me.viewer.posts(None, 0, LATEST).await?,
    };
    Ok(home::page(&me, &home))
}

/// The post that came back last, if that was within a week.
async fn came_back(me: &SignedIn, reminders: &[Reminder]) -> Result<Option<CameBack>, AppError> {
    let recent = reminders.iter().filter_map(|one| one.schedule.latest_until(me.now()).map(|last| (one, last.at)));
    let Some((reminder, at)) = recent.filter(|(_, at)| *at + WEEK > me.now()).max_by_key(|(_, at)| *at) else {
        return Ok(None);
    };
    match me.viewer.post_line(reminder.post_id).await {
        Ok(line) => Ok(Some(CameBack { reminder: reminder.clone(), line, at })),
        Err(store::StoreError::NotFound) => Ok(None), // no longer theirs to see
        Err(error) => Err(error.into()),
    }
}
