//! What is said about posts. Whoever may not read a post finds nothing of what is said about it, and
//! whoever may not know a revision nothing of what was said about that.

mod change; // edited, deleted, resolved
mod mention; // who is named, and told
mod read; // the threads of a post
mod write; // one more

use domain::access::PostFacts;
use domain::comment::{Anchor, CommentBody, Placed};
use domain::id::{CommentId, MemberId, PostId, ReviewId, RevisionId};
use domain::post::Audience;
use jiff::Timestamp;
use sqlx::{FromRow, SqliteExecutor};

use crate::viewer::readable;
use crate::{StoreError, Viewer};

pub(crate) use mention::tell_mentioned;

/// A comment that is not there yet.
#[derive(Debug, Clone)]
pub struct NewComment {
    /// The post.
    pub post: PostId,
    /// The thread it answers, by its first comment; none: it begins one.
    pub thread: Option<CommentId>,
    /// What it says.
    pub body: CommentBody,
    /// What it is about; an answer is about what its thread is about.
    pub anchor: Anchor,
    /// What its writer had before them; none: the post as it is. An [`Anchor::Line`] names its own.
    pub seen: Option<RevisionId>,
    /// The review it was said in.
    pub review: Option<ReviewId>,
}

/// Something said about a post.
#[derive(Debug, Clone)]
pub struct Comment {
    /// Its number.
    pub id: CommentId,
    /// The post.
    pub post: PostId,
    /// The thread it answers, by its first comment; none: it begins one.
    pub thread: Option<CommentId>,
    /// Who said it.
    pub writer: MemberId,
    /// Their name.
    pub name: String,
    /// When they set the picture they have.
    pub picture_at: Option<Timestamp>,
    /// The Markdown; empty once deleted.
    pub body: String,
    /// What it is about.
    pub anchor: Anchor,
    /// What its writer had before them.
    pub revision: RevisionId,
    /// That revision's number among the post's.
    pub revision_number: i64,
    /// The review it was said in.
    pub review: Option<ReviewId>,
    /// When it was said.
    pub written_at: Timestamp,
    /// When its words were last changed.
    pub edited_at: Option<Timestamp>,
    /// Who deleted it, and when.
    pub deleted: Option<Settled>,
    /// Who resolved its thread, and when.
    pub resolved: Option<Settled>,
}

/// Who did something about a comment, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// Who, by name.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// A comment, what answers it, and where its place is now.
#[derive(Debug, Clone)]
pub struct Thread {
    /// What it began with.
    pub first: Comment,
    /// What answers it, in order.
    pub replies: Vec<Comment>,
    /// Where its place is in the text as it is.
    pub placed: Placed,
    /// The words it is about: a heading's, a passage's, or a line of the source.
    pub quote: Option<String>,
}

/// What must be known of a post to decide about what is said there.
#[derive(FromRow)]
struct Facts {
    audience: Audience,
    revision_id: RevisionId,
    authors: String,
    is_asked: bool,
    /// The member, while they are asked to review it.
    #[sqlx(skip)]
    reviewers: Vec<MemberId>,
}

impl Facts {
    fn authors(&self) -> Vec<MemberId> {
        self.authors.split(' ').filter_map(|id| id.parse().ok()).collect()
    }

    fn of<'a>(&'a self, authors: &'a [MemberId]) -> PostFacts<'a> {
        PostFacts { authors, reviewers: &self.reviewers, audience: self.audience }
    }
}

impl Viewer {
    /// What must be known of a post to decide; not found when it is not theirs to read.
    async fn facts_of(&self, from: impl SqliteExecutor<'_>, post: PostId) -> Result<Facts, StoreError> {
        let facts: Option<Facts> = sqlx::query_as(concat!(
            "select p.audience, p.revision_id,
                (select string_agg(a.member_id, ' ' order by a.member_id) from post_author a where a.post_id = p.post_id)
                as authors,
                exists (select 1 from review v where v.post_id = p.post_id and v.reviewer_id = $1 and v.outcome is null)
                as is_asked
             from post p where p.post_id = $3 and ",
            readable!()
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(post)
        .fetch_optional(from)
        .await?;
        let mut facts = facts.ok_or(StoreError::NotFound)?;
        facts.reviewers.extend(facts.is_asked.then_some(self.member.id));
        Ok(facts)
    }
}
