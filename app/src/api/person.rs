//! A colleague: where a mention leads.

use axum::response::Response;
use domain::access::Door;

use super::answer::Path;
use super::table::Table;
use crate::context::SignedIn;
use crate::{AppError, pages, routes};

/// Posts on the page, the last changed.
const SHOWN: usize = 50;

pub(super) fn table(table: Table) -> Table {
    table.get(routes::PERSON, Door::Team, show)
}

async fn show(me: SignedIn, Path(handle): Path<String>) -> Result<Response, AppError> {
    let person = me.viewer.person(&handle).await?;
    let posts = me.viewer.posts_by(person.id, SHOWN).await?;
    Ok(pages::person::page(&me, &person, &posts))
}
