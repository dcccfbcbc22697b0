//! What concerns me: the list, and what of it I have seen.

use axum::response::Response;
use domain::access::Door;
use domain::id::{NoticeId, PostId};
use serde::Deserialize;

use super::answer::{Query, Typed, done};
use super::table::Table;
use crate::context::SignedIn;
use crate::pages::notices::Notices;
use crate::said::Said;
use crate::{AppError, pages, routes};

/// Lines on one page of the list.
const PAGE: usize = 30;

pub(super) fn table(table: Table) -> Table {
    table.get(routes::NOTICES, Door::House, list).post(routes::READ_NOTICES, Door::House, read_all)
}

/// Which part of the list.
#[derive(Debug, Default, Deserialize)]
struct Which {
    before: Option<String>,
}

async fn list(me: SignedIn, Query(which): Query<Which>) -> Result<Response, AppError> {
    let before = match which.before {
        Some(before) => Some(before.parse::<NoticeId>().map_err(|_| AppError::NotFound)?),
        None => None,
    };
    let mut lines = me.viewer.notices(before, PAGE + 1).await?;
    let has_older = lines.len() > PAGE;
    lines.truncate(PAGE);
    Ok(pages::notices::page(&me, &Notices { lines, has_older }))
}

/// The newest line that was shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Shown {
    newest: String,
}

async fn read_all(me: SignedIn, Typed(shown): Typed<Shown>) -> Result<Response, AppError> {
    if let Ok(newest) = shown.newest.parse() {
        me.viewer.read_notices_up_to(newest).await?;
    }
    Ok(done(routes::NOTICES, Said::NoticesRead))
}

/// A post was opened: what concerned the member there is seen. The page is shown even while that cannot be written.
pub(super) async fn seen(me: &mut SignedIn, post: PostId) {
    if !me.visit.has_news {
        return;
    }
    let still = match me.viewer.read_notices_of(post).await {
        Ok(true) => me.viewer.has_unread_notices().await,
        Ok(false) => Ok(true),
        Err(error) => Err(error),
    };
    match still {
        Ok(still) => me.visit.has_news = still,
        Err(cause) => tracing::warn!(%cause, "it could not be written down that a notice was read"),
    }
}
