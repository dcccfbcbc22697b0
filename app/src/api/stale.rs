//! A write-up was looked at, and is still true.

use axum::response::{IntoResponse, Redirect, Response};
use domain::access::Door;
use domain::post::{Content, Details, WriteUp};
use jiff::ToSpan;
use serde::Deserialize;
use store::StoreError;

use super::answer::{Path, Typed, done};
use super::post::post_id;
use super::post_form::editable;
use super::table::Table;
use crate::context::SignedIn;
use crate::said::Said;
use crate::{AppError, routes};

pub(super) fn table(table: Table) -> Table {
    table.post(routes::STILL_TRUE, Door::Team, still_true)
}

/// In how many months to look again.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct StillTrue {
    months: String,
}

impl StillTrue {
    /// What the page offers, and half a year for whatever else.
    fn months(&self) -> i32 {
        if self.months == "12" { 12 } else { 6 }
    }
}

/// A revision like any other: who said so, and when, stands in the history.
async fn still_true(me: SignedIn, Path(id): Path<String>, Typed(form): Typed<StillTrue>) -> Result<Response, AppError> {
    let stored = editable(&me, post_id(&id)?).await?;
    let Details::WriteUp(adds) = stored.content.details.clone() else { return Err(AppError::NotFound) };
    let today = me.zone().local(me.now()).date();
    let check_by = Some(today.saturating_add(form.months().months()));
    let content = Content { details: Details::WriteUp(WriteUp { check_by, ..adds }), ..stored.content };
    let (id, base, audience) = (stored.post.id, stored.post.revision_id, stored.post.audience);
    match me.viewer.revise_post(id, base, &content, audience).await {
        Ok(_) => Ok(done(&routes::post(id), Said::StillTrue)),
        // Somebody saved in this very moment: whether that is still true is asked again.
        Err(StoreError::StaleRevision { .. }) => Ok(Redirect::to(&routes::post(id)).into_response()),
        Err(error) => Err(error.into()),
    }
}
