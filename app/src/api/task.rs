//! A task of a post, ticked or unticked on its page.

use axum::response::Response;
use domain::access::Door;
use domain::id::{PostId, RevisionId};
use domain::markdown::{task_line, toggle_task};
use domain::post::{Body, Content};
use serde::Deserialize;
use store::{StoreError, StoredPost};

use super::answer::{Path, Typed, done};
use super::history::blocking;
use super::post::post_id;
use super::post_form::editable;
use super::table::Table;
use crate::context::SignedIn;
use crate::said::Said;
use crate::{AppError, routes};

/// How often it is tried again because somebody saved in the very same moment.
const TRIES: usize = 4;

pub(super) fn table(table: Table) -> Table {
    table.post(routes::TASKS, Door::Team, tick)
}

/// Which task of which revision.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Tick {
    task: String,
    base: String,
}

/// A revision like any other: who ticked it, and when, stands in the history.
async fn tick(me: SignedIn, Path(id): Path<String>, Typed(form): Typed<Tick>) -> Result<Response, AppError> {
    let mut stored = editable(&me, post_id(&id)?).await?;
    let (Ok(number), Ok(base)) = (form.task.parse(), form.base.parse()) else { return Err(AppError::Bad) };
    let id = stored.post.id;
    for _ in 0..TRIES {
        let Some(body) = ticked(&me, &stored, number, base).await? else { break };
        let (present, audience) = (stored.post.revision_id, stored.post.audience);
        match me.viewer.revise_post(id, present, &Content { body, ..stored.content }, audience).await {
            Ok(_) => return Ok(done(&routes::task(id, number), Said::Saved)),
            Err(StoreError::StaleRevision { theirs }) => stored = *theirs,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(done(&routes::post(id), Said::TaskChanged))
}

/// The text with the task ticked; none when it does not stand there as the reader saw it.
async fn ticked(me: &SignedIn, stored: &StoredPost, number: usize, base: RevisionId) -> Result<Option<Body>, AppError> {
    let now = stored.content.body.as_str().to_owned();
    let Some(seen) = seen(me, stored.post.id, base, stored.post.revision_id).await? else {
        return Ok(blocking(move || toggle_task(&now, number)).await?.and_then(|text| Body::parse(&text).ok()));
    };
    let toggle = move || {
        let line = task_line(&now, number)?;
        (task_line(seen.as_str(), number) == Some(line)).then(|| toggle_task(&now, number)).flatten()
    };
    Ok(blocking(toggle).await?.and_then(|text| Body::parse(&text).ok()))
}

/// What the reader saw, if it is not what is stored.
async fn seen(me: &SignedIn, id: PostId, base: RevisionId, present: RevisionId) -> Result<Option<Body>, AppError> {
    if base == present {
        return Ok(None);
    }
    Ok(Some(me.viewer.base(id, base).await?.content.body))
}
