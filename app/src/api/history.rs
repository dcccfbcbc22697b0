//! Revisions of a post: listed, read, compared, brought back; and who wrote which line.

use axum::response::Response;
use domain::access::Door;
use domain::blame::Blame;
use domain::difference::{Amount, amount};
use domain::markdown::{self, Known};
use domain::post::PostForm;
use domain::revision::sittings;
use serde::Deserialize;
use store::{History, Revision, Saved, StoreError, StoredRevision};

use super::answer::{Path, Query, done};
use super::conflict;
use super::post::post_id;
use super::table::Table;
use crate::context::SignedIn;
use crate::pages::compare::Comparison;
use crate::pages::history::{Part, Sitting};
use crate::pages::revision::Looked;
use crate::said::Said;
use crate::{AppError, pages, routes};

/// Sittings on one page of the list.
const PAGE: usize = 20;
/// The most bytes of texts that are compared for one page of the list: beyond, it does not say how much changed.
const COMPARED: usize = 4 << 20;
/// The most sittings that are looked at for who wrote a line.
const LOOKED_AT: usize = 200;

pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::REVISIONS, Door::House, list)
        .get(routes::REVISION, Door::House, read)
        .post(routes::RESTORE, Door::Team, restore)
        .get(routes::COMPARE, Door::House, compare)
        .get(routes::LINES, Door::House, lines)
}

/// Which part of the list.
#[derive(Debug, Default, Deserialize)]
struct Which {
    page: Option<String>,
}

async fn list(me: SignedIn, Path(id): Path<String>, Query(which): Query<Which>) -> Result<Response, AppError> {
    let history = me.viewer.history(post_id(&id)?).await?;
    let page: usize = which.page.as_deref().unwrap_or("1").parse().unwrap_or(1).clamp(1, 1_000_000);
    let saves: Vec<_> = history.revisions.iter().map(Revision::save).collect();
    let ranges = sittings(&saves);
    let until = ranges.len().saturating_sub((page - 1) * PAGE);
    let from = until.saturating_sub(PAGE);
    // One more, to compare the oldest of the page with.
    let lasts: Vec<_> = ranges[from.saturating_sub(1)..until].iter().map(|range| range.end - 1).collect();
    let amounts = amounts(&me, &history, &lasts).await?;
    let mut shown: Vec<Sitting> = Vec::new();
    for (at, range) in ranges.iter().enumerate().take(until).skip(from) {
        let folded = history.revisions[range.start..range.end - 1].iter().rev().cloned().collect();
        let last = history.revisions[range.end - 1].clone();
        let is_first = history.revisions[range.start].number == 1;
        let amount = amounts.get(at - from + usize::from(from > 0)).copied().flatten();
        shown.push(Sitting { last, folded, amount, is_first });
    }
    shown.reverse();
    Ok(pages::history::page(&me, &Part { history: &history, sittings: shown, page, has_older: from > 0 }))
}

/// How much each of some revisions changed the one before; of the first, nothing is said.
async fn amounts(me: &SignedIn, history: &History, places: &[usize]) -> Result<Vec<Option<Amount>>, AppError> {
    let mut texts: Vec<String> = Vec::new();
    for place in places {
        let number = history.revisions[*place].number;
        texts.push(me.viewer.revision(history.post.id, number).await?.content.body.as_str().to_owned());
        if texts.iter().map(String::len).sum::<usize>() > COMPARED {
            return Ok(vec![None; places.len()]);
        }
    }
    blocking(move || {
        let changed = texts.windows(2).map(|pair| Some(amount(&pair[0], &pair[1])));
        std::iter::once(None).chain(changed).collect()
    })
    .await
}

async fn read(me: SignedIn, Path((id, number)): Path<(String, String)>) -> Result<Response, AppError> {
    let id = post_id(&id)?;
    let stored = me.viewer.revision(id, number_of(&number)?).await?;
    let history = me.viewer.history(id).await?;
    let before = match before(&history, &stored.revision) {
        Some(number) => Some(me.viewer.revision(id, number).await?),
        None => None,
    };
    let source = stored.content.body.as_str().to_owned();
    let html = blocking(move || markdown::render(&source).html).await?;
    let members = me.viewer.known_members(&html, routes::person).await?;
    let known = Known { members, ..pages::post::known(&me.viewer.around(id).await?) };
    blocking(move || {
        let looked = Looked { history: &history, stored: &stored, before: before.as_ref(), html, known };
        pages::revision::page(&me, &looked)
    })
    .await
}

/// The revision that another is told apart from: of the last of a sitting, the last of the sitting before; else the
/// save before it.
fn before(history: &History, revision: &Revision) -> Option<i64> {
    let saves: Vec<_> = history.revisions.iter().map(Revision::save).collect();
    let place = history.revisions.iter().position(|one| one.id == revision.id)?;
    let sitting = sittings(&saves).into_iter().find(|range| range.contains(&place))?;
    let before = if place + 1 == sitting.end { sitting.start } else { place };
    before.checked_sub(1).map(|before| history.revisions[before].number)
}

/// Which two.
#[derive(Debug, Default, Deserialize)]
struct Two {
    from: Option<String>,
    to: Option<String>,
    view: Option<String>,
}

/// Two revisions; without a choice, the last and the one before.
async fn compare(me: SignedIn, Path(id): Path<String>, Query(two): Query<Two>) -> Result<Response, AppError> {
    let history = me.viewer.history(post_id(&id)?).await?;
    let current = history.revisions.last().ok_or(AppError::NotFound)?;
    let to = two.to.as_deref().map_or(Ok(current.number), number_of)?;
    let from = match two.from.as_deref() {
        Some(from) => number_of(from)?,
        None => before(&history, current).unwrap_or(current.number),
    };
    let from_one = me.viewer.revision(history.post.id, from.min(to)).await?;
    let to_one = me.viewer.revision(history.post.id, from.max(to)).await?;
    let beside = two.view.as_deref() == Some("beside");
    blocking(move || {
        let comparison = Comparison { history: &history, from: &from_one, to: &to_one, beside };
        pages::compare::page(&me, &comparison)
    })
    .await
}

/// From which present revision on.
#[derive(Debug, Default, Deserialize)]
struct Base {
    base: Option<String>,
}

async fn restore(
    me: SignedIn,
    Path((id, number)): Path<(String, String)>,
    Query(asked): Query<Base>,
) -> Result<Response, AppError> {
    let (id, number) = (post_id(&id)?, number_of(&number)?);
    let post = me.viewer.stored_post(id).await?.post;
    if !domain::access::may_edit(&me.member, &post.facts(&post.author_ids())) {
        return Err(AppError::Forbidden);
    }
    let StoredRevision { content, .. } = me.viewer.revision(id, number).await?;
    let base = asked.base.as_deref().and_then(|base| base.parse().ok()).ok_or(AppError::Bad)?;
    match me.viewer.restore_revision(id, base, number).await {
        Ok(Saved::Revised(_)) => Ok(done(&routes::post(id), Said::Restored)),
        Ok(Saved::Unchanged) => Ok(done(&routes::post(id), Said::Unchanged)),
        Err(StoreError::StaleRevision { theirs }) => {
            let form = PostForm::of(&content, post.audience, base);
            conflict::stale(&me, &form, *theirs).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn lines(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let history = me.viewer.history(post_id(&id)?).await?;
    let saves: Vec<_> = history.revisions.iter().map(Revision::save).collect();
    let lasts: Vec<&Revision> = sittings(&saves).into_iter().map(|range| &history.revisions[range.end - 1]).collect();
    let looked_at = &lasts[lasts.len().saturating_sub(LOOKED_AT)..];
    let is_whole = history.is_whole && looked_at.len() == lasts.len();
    let mut blame = Blame::default();
    for one in looked_at {
        let body = me.viewer.revision(history.post.id, one.number).await?.content.body.as_str().to_owned();
        blame = blocking(move || {
            blame.revise(body);
            blame
        })
        .await?;
    }
    Ok(pages::lines::page(&me, &history, &blame, looked_at, is_whole))
}

/// The number of a revision in an address; anything else is simply not there.
pub(super) fn number_of(digits: &str) -> Result<i64, AppError> {
    digits.parse().map_err(|_| AppError::NotFound)
}

/// Does what may take its time on a thread that may take it.
pub(super) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work).await.map_err(|error| crate::error::internal(&error))
}
