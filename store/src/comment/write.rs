//! One more comment, in one transaction with whom it is told to.

use domain::access;
use domain::comment::{Anchor, NoticeKind};
use domain::id::{CommentId, MemberId, RevisionId};
use jiff::SignedDuration;
use sqlx::SqliteConnection;

use super::{NewComment, tell_mentioned};
use crate::notice::{Notice, tell};
use crate::viewer::{known_revision, known_thread};
use crate::{StoreError, Viewer};

/// How soon the same words by the same member in the same place are the same form, sent twice.
const SENT_TWICE: SignedDuration = SignedDuration::from_mins(1);

impl Viewer {
    /// Says something about a post. The same twice within a minute is one: a form sent twice.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the post, the thread or the revision is not there, or not theirs to comment on.
    pub async fn comment(&self, new: &NewComment) -> Result<CommentId, StoreError> {
        let mut write = self.store.write().await?;
        let facts = self.facts_of(&mut *write, new.post).await?;
        let authors = facts.authors();
        if !access::may_comment(&self.member, &facts.of(&authors)) {
            return Err(StoreError::NotFound);
        }
        let seen = match &new.anchor {
            Anchor::Line { revision, .. } => Some(*revision),
            _ => new.seen,
        };
        let revision = seen.unwrap_or(facts.revision_id);
        self.check(&mut write, new, revision).await?;
        if let Some(same) = self.just_said(&mut write, new).await? {
            return Ok(same);
        }
        let id = self.add_comment(&mut write, new, revision).await?;
        self.tell_of(&mut write, new, id, &authors).await?;
        write.commit().await?;
        Ok(id)
    }

    /// A thread is one of the post's, and so is a revision, whose words they know: else a place in it would tell them.
    async fn check(
        &self,
        write: &mut SqliteConnection,
        new: &NewComment,
        revision: RevisionId,
    ) -> Result<(), StoreError> {
        let fits: bool = sqlx::query_scalar(concat!(
            "select exists (select 1 from revision r join post p using (post_id)
                where r.revision_id = $3 and p.post_id = $2 and ",
            known_revision!(),
            ") and ($4 is null
                or exists (select 1 from comment c join post p using (post_id)
                    where c.comment_id = $4 and c.post_id = $2 and c.thread_id is null and ",
            known_thread!(),
            "))"
        ))
        .bind(self.member.id)
        .bind(new.post)
        .bind(revision)
        .bind(new.thread)
        .fetch_one(write)
        .await?;
        if fits { Ok(()) } else { Err(StoreError::NotFound) }
    }

    async fn just_said(&self, write: &mut SqliteConnection, new: &NewComment) -> Result<Option<CommentId>, StoreError> {
        let place = Columns::of(new);
        Ok(sqlx::query_scalar(
            "select comment_id from comment where post_id = $1 and member_id = $2 and body = $3 and thread_id is $4
                and written_at > $5 and heading is $6 and passage is $7 and line is $8
             order by comment_id desc limit 1",
        )
        .bind(new.post)
        .bind(self.member.id)
        .bind(new.body.as_str())
        .bind(new.thread)
        .bind((self.store.now() - SENT_TWICE).as_millisecond())
        .bind(place.heading)
        .bind(place.passage.map(|words| words[0]))
        .bind(place.line)
        .fetch_optional(write)
        .await?)
    }

    async fn add_comment(
        &self,
        write: &mut SqliteConnection,
        new: &NewComment,
        revision: RevisionId,
    ) -> Result<CommentId, StoreError> {
        let place = Columns::of(new);
        Ok(sqlx::query_scalar(
            "insert into comment (post_id, thread_id, member_id, body, revision_id, anchor, heading, passage, before,
                after, line, review_id, written_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning comment_id",
        )
        .bind(new.post)
        .bind(new.thread)
        .bind(self.member.id)
        .bind(new.body.as_str())
        .bind(revision)
        .bind(place.anchor)
        .bind(place.heading)
        .bind(place.passage.map(|words| words[0]))
        .bind(place.passage.map(|words| words[1]))
        .bind(place.passage.map(|words| words[2]))
        .bind(place.line)
        .bind(new.review)
        .bind(self.store.now().as_millisecond())
        .fetch_one(write)
        .await?)
    }

    /// One line for each whom it concerns: whoever is named, whoever wrote in the thread, the post's authors.
    async fn tell_of(
        &self,
        write: &mut SqliteConnection,
        new: &NewComment,
        id: CommentId,
        authors: &[MemberId],
    ) -> Result<(), StoreError> {
        let mut told =
            tell_mentioned(write, &self.store, self.member.id, new.post, Some(id), new.body.as_str()).await?;
        let in_thread: Vec<MemberId> = sqlx::query_scalar(
            "select distinct member_id from comment where (comment_id = $1 or thread_id = $1) and deleted_at is null",
        )
        .bind(new.thread)
        .fetch_all(&mut *write)
        .await?;
        let replies = in_thread.into_iter().map(|to| (to, NoticeKind::Reply));
        let comments = authors.iter().map(|to| (*to, NoticeKind::Comment));
        for (to, kind) in replies.chain(comments) {
            if told.contains(&to) {
                continue;
            }
            told.push(to);
            let notice = Notice { to, kind, post: new.post, comment: Some(id), review: new.review, by: self.member.id };
            tell(write, &notice, self.store.now()).await?;
        }
        Ok(())
    }
}

/// A place, as columns hold it.
struct Columns<'a> {
    anchor: &'static str,
    heading: Option<&'a str>,
    passage: Option<[&'a str; 3]>,
    line: Option<u32>,
}

impl<'a> Columns<'a> {
    fn of(new: &'a NewComment) -> Self {
        let none = Self { anchor: "post", heading: None, passage: None, line: None };
        match &new.anchor {
            _ if new.thread.is_some() => none,
            Anchor::Post => none,
            Anchor::Heading(id) => Self { anchor: "heading", heading: Some(id), ..none },
            Anchor::Passage(passage) => {
                Self { anchor: "passage", passage: Some([&passage.exact, &passage.before, &passage.after]), ..none }
            }
            Anchor::Line { line, .. } => Self { anchor: "line", line: Some(*line), ..none },
        }
    }
}
