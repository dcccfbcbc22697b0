//! A post as a program gets it: names as in the page's form, times in UTC (RFC 3339).

use domain::id::{MemberId, PostId, RevisionId};
use domain::language::Language;
use domain::post::{Audience, Details, Post, PostKind};
use domain::review::WriteUpStatus;
use serde::Serialize;
use store::StoredPost;

use crate::{AppState, routes};

/// A post in a list.
#[derive(Serialize)]
pub(super) struct Line {
    id: PostId,
    url: String,
    kind: PostKind,
    title: String,
    language: Language,
    audience: Audience,
    authors: Vec<Author>,
    status: Option<WriteUpStatus>,
    revision: RevisionId,
    created_at: String,
    changed_at: String,
}

/// A post whole.
#[derive(Serialize)]
pub(super) struct Whole {
    #[serde(flatten)]
    line: Line,
    tags: Vec<String>,
    #[serde(flatten)]
    details: Adds,
    body: String,
}

#[derive(Serialize)]
pub(super) struct Author {
    pub(super) id: MemberId,
    pub(super) name: String,
}

/// What its kind adds.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Adds {
    Retrospective { start: String, end: String },
    BookNote { book: String },
    WriteUp { summary: Option<String>, check_by: Option<String> },
}

impl Line {
    pub(super) fn of(state: &AppState, post: Post) -> Self {
        Self {
            id: post.id,
            url: state.url(&routes::post(post.id)),
            kind: post.kind,
            title: post.title,
            language: post.language,
            audience: post.audience,
            authors: post.authors.into_iter().map(|one| Author { id: one.id, name: one.name }).collect(),
            status: post.status,
            revision: post.revision_id,
            created_at: post.created_at.to_string(),
            changed_at: post.changed_at.to_string(),
        }
    }
}

impl Whole {
    pub(super) fn of(state: &AppState, stored: StoredPost) -> Self {
        let content = stored.content;
        Self {
            line: Line::of(state, stored.post),
            tags: content.tags.as_slice().to_vec(),
            body: content.body.as_str().into(),
            details: Adds::of(content.details),
        }
    }
}

impl Adds {
    pub(super) fn of(details: Details) -> Self {
        match details {
            Details::Retrospective(period) => {
                Self::Retrospective { start: period.start().to_string(), end: period.end().to_string() }
            }
            Details::BookNote(book) => Self::BookNote { book: book.as_str().into() },
            Details::WriteUp(adds) => Self::WriteUp {
                summary: adds.summary.map(|text| text.as_str().into()),
                check_by: adds.check_by.map(|day| day.to_string()),
            },
        }
    }
}
