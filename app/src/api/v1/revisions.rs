//! Revisions of a post: listed, read, brought back. Programs know a revision by its number in the house, the one that
//! `revision` of a post says.

use axum::Json;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::access::{self, Door};
use domain::id::{PostId, RevisionId};
use domain::language::Language;
use domain::post::PostKind;
use serde::Serialize;
use store::{History, Revision, StoredRevision};

use super::draft;
use super::fault::{Fault, Flaw, Wrong};
use super::object::Object;
use super::posts::{revisions, whole};
use super::program::Program;
use super::shown::{Adds, Author};
use crate::api::answer::{Path, Query};
use crate::api::post::post_id;
use crate::api::table::Table;
use crate::{AppState, routes};

/// As many as there are in a part.
const PART: usize = 100;
/// The most bytes of a request to bring one back.
const LARGEST: usize = 64 << 10;

pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::API_REVISIONS, Door::ReadToken, list)
        .get(routes::API_REVISION, Door::ReadToken, read)
        .post(routes::API_RESTORE, Door::WriteToken, restore)
        .so_far(|router| router.layer(DefaultBodyLimit::max(LARGEST)))
}

/// A revision in a list.
#[derive(Serialize)]
struct Line {
    revision: RevisionId,
    number: i64,
    url: String,
    title: String,
    language: Language,
    saved_by: Author,
    saved_at: String,
    restored_from: Option<i64>,
}

/// A part of a list, the newest first.
#[derive(Serialize)]
struct Part {
    revisions: Vec<Line>,
    next: Option<String>,
}

/// A revision whole.
#[derive(Serialize)]
struct Whole {
    #[serde(flatten)]
    line: Line,
    kind: PostKind,
    tags: Vec<String>,
    #[serde(flatten)]
    details: Adds,
    body: String,
}

impl Line {
    fn of(state: &AppState, post: PostId, one: Revision) -> Self {
        Self {
            revision: one.id,
            number: one.number,
            url: state.url(&routes::revision(post, one.number)),
            title: one.title,
            language: one.language,
            saved_by: Author { id: one.member_id, name: one.name },
            saved_at: one.saved_at.to_string(),
            restored_from: one.restored_from,
        }
    }
}

async fn list(
    program: Program,
    Path(id): Path<String>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let before = before(&pairs)?;
    let History { post, mut revisions, .. } = program.viewer.history(post_id(&id)?).await?;
    revisions.retain(|one| before.is_none_or(|before| one.number < before));
    revisions.reverse();
    let more = revisions.len() > PART;
    revisions.truncate(PART);
    let next = revisions.last().filter(|_| more).map(|last| routes::api_revisions_before(post.id, last.number));
    let revisions = revisions.into_iter().map(|one| Line::of(&program.state, post.id, one)).collect();
    Ok(Json(Part { revisions, next }).into_response())
}

/// Which part of the list: those with a lower number.
fn before(pairs: &[(String, String)]) -> Result<Option<i64>, Fault> {
    let mut before = None;
    for (name, value) in pairs {
        let wrong = match (name.as_str(), value.parse()) {
            ("before", Ok(number)) => {
                before = Some(number);
                continue;
            }
            ("before", Err(_)) => Wrong::Type,
            _ => Wrong::UnknownField,
        };
        return Err(Fault::Invalid(vec![Flaw::new(name, wrong)]));
    }
    Ok(before)
}

async fn read(program: Program, Path((id, revision)): Path<(String, String)>) -> Result<Response, Fault> {
    let id = post_id(&id)?;
    let StoredRevision { revision, content } = program.viewer.base(id, revision_id(&revision)?).await?;
    let whole = Whole {
        line: Line::of(&program.state, id, revision),
        kind: content.details.kind(),
        tags: content.tags.as_slice().to_vec(),
        body: content.body.as_str().into(),
        details: Adds::of(content.details),
    };
    Ok(Json(whole).into_response())
}

async fn restore(
    program: Program,
    Path((id, revision)): Path<(String, String)>,
    headers: HeaderMap,
    Object(sent): Object,
) -> Result<Response, Fault> {
    let id = post_id(&id)?;
    let post = program.viewer.stored_post(id).await?.post;
    if !access::may_edit(&program.member, &post.facts(&post.author_ids())) {
        return Err(Fault::Forbidden);
    }
    let number = program.viewer.base(id, revision_id(&revision)?).await?.revision.number;
    let base = draft::base(sent, revisions(&headers, &header::IF_MATCH).flatten().next())?;
    program.viewer.restore_revision(id, base, number).await?;
    Ok(whole(&program, program.viewer.stored_post(id).await?))
}

fn revision_id(digits: &str) -> Result<RevisionId, Fault> {
    digits.parse().map_err(|_| Fault::NotFound)
}
