//! What concerns the member.

use axum::Json;
use axum::response::{IntoResponse, Response};
use domain::access::Door;
use domain::comment::NoticeKind;
use domain::id::{CommentId, NoticeId, PostId, ReviewId};
use serde::Serialize;
use store::NoticeLine;

use super::fault::{Fault, Flaw, Wrong};
use super::program::Program;
use crate::api::answer::Query;
use crate::api::table::Table;
use crate::routes;

/// As many as there are when nothing is said.
const USUAL: usize = 30;
/// The most at once.
const MOST: usize = 100;

pub(super) fn table(table: Table) -> Table {
    table.get(routes::API_NOTICES, Door::ReadToken, list)
}

/// A part of the list.
#[derive(Serialize)]
struct Part {
    notices: Vec<Line>,
    /// Where the next part is; none at the end.
    next: Option<String>,
}

#[derive(Serialize)]
struct Line {
    id: NoticeId,
    kind: NoticeKind,
    post: PostId,
    title: String,
    comment: Option<CommentId>,
    review: Option<ReviewId>,
    by: String,
    made_at: String,
    read_at: Option<String>,
}

impl From<NoticeLine> for Line {
    fn from(one: NoticeLine) -> Self {
        Self {
            id: one.id,
            kind: one.kind,
            post: one.post,
            title: one.title,
            comment: one.comment,
            review: one.review,
            by: one.by,
            made_at: one.made_at.to_string(),
            read_at: one.read_at.map(|at| at.to_string()),
        }
    }
}

async fn list(program: Program, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response, Fault> {
    let (before, limit) = asked(&pairs)?;
    let mut lines = program.viewer.notices(before, limit + 1).await?;
    let more = lines.len() > limit;
    lines.truncate(limit);
    let last = lines.last().filter(|_| more);
    let next = last.map(|last| format!("{}?limit={limit}&before={}", routes::API_NOTICES, last.id));
    Ok(Json(Part { notices: lines.into_iter().map(Line::from).collect(), next }).into_response())
}

/// Which part.
fn asked(pairs: &[(String, String)]) -> Result<(Option<NoticeId>, usize), Fault> {
    let (mut before, mut limit, mut flaws) = (None, USUAL, Vec::new());
    for (name, value) in pairs {
        let wrong = match name.as_str() {
            "before" => value.parse().map(|id| before = Some(id)).map_err(|_| Wrong::Type),
            "limit" => match value.parse() {
                Ok(asked) if (1..=MOST).contains(&asked) => {
                    limit = asked;
                    Ok(())
                }
                _ => Err(Wrong::OutOfRange { most: MOST }),
            },
            _ => Err(Wrong::UnknownField),
        };
        flaws.extend(wrong.err().map(|wrong| Flaw::new(name, wrong)));
    }
    if flaws.is_empty() { Ok((before, limit)) } else { Err(Fault::Invalid(flaws)) }
}
