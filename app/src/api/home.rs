//! The first page.

use axum::response::Response;
use domain::reminder::Reminder;
use jiff::SignedDuration;

use crate::AppError;
use crate::context::SignedIn;
use crate::pages::home::{self, Home, Waiting};

/// How many posts the first page shows.
const LATEST: usize = 8;
/// How many coming reminders it shows.
const UPCOMING: usize = 5;
/// How long what came back stays there.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

pub(super) async fn show(me: SignedIn) -> Result<Response, AppError> {
    let reminders: Vec<Reminder> =
        me.viewer.reminders().await?.into_iter().filter(|one| one.stopped_at.is_none()).collect();
    let came_back = me.viewer.came_back(me.now() - WEEK).await?;
    let soon = me.now() + WEEK;
    let upcoming: Vec<Reminder> = reminders.into_iter().filter(|one| one.next_at.is_some()).collect();
    let home = Home {
        came_back,
        this_week: upcoming.iter().filter(|one| one.next_at.is_some_and(|next| next <= soon)).count(),
        upcoming: upcoming.into_iter().take(UPCOMING).collect(),
        waiting: Waiting {
            to_do: me.viewer.reviews_to_do().await?,
            awaited: me.viewer.reviews_awaited().await?,
            stale: me.viewer.my_stale(me.zone().local(me.now()).date()).await?,
        },
        latest: me.viewer.posts(None, 0, LATEST).await?,
    };
    Ok(home::page(&me, &home))
}
