//! A comment is edited, deleted, its thread resolved.

use domain::access;
use domain::comment::{CommentBody, NoticeKind};
use domain::id::{CommentId, MemberId, PostId};
use sqlx::{FromRow, SqliteConnection};

use super::{Facts, tell_mentioned};
use crate::notice::{Notice, tell};
use crate::viewer::known_thread;
use crate::{StoreError, Viewer};

/// A comment about to be changed.
#[derive(FromRow)]
struct Subject {
    comment_id: CommentId,
    post_id: PostId,
    thread_id: Option<CommentId>,
    member_id: MemberId,
    body: String,
    is_resolved: bool,
}

impl Viewer {
    /// Changes what a comment says.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there, deleted, or not theirs.
    pub async fn edit_comment(&self, id: CommentId, body: &CommentBody) -> Result<PostId, StoreError> {
        let mut write = self.store.write().await?;
        let (subject, facts) = self.subject(&mut write, id).await?;
        if !access::may_edit_comment(&self.member, &facts.of(&facts.authors()), subject.member_id) {
            return Err(StoreError::NotFound);
        }
        if subject.body != body.as_str() {
            sqlx::query("update comment set body = $2, edited_at = $3 where comment_id = $1")
                .bind(id)
                .bind(body.as_str())
                .bind(self.store.now().as_millisecond())
                .execute(&mut *write)
                .await?;
            tell_mentioned(&mut write, &self.store, self.member.id, subject.post_id, Some(id), body.as_str()).await?;
            write.commit().await?;
        }
        Ok(subject.post_id)
    }

    /// Deletes a comment: its words go at once. Its place stays where something answers it, or somebody else deleted it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there, deleted, or not theirs to delete.
    pub async fn delete_comment(&self, id: CommentId) -> Result<PostId, StoreError> {
        let mut write = self.store.write().await?;
        let (subject, facts) = self.subject(&mut write, id).await?;
        if !access::may_delete_comment(&self.member, &facts.of(&facts.authors()), subject.member_id) {
            return Err(StoreError::NotFound);
        }
        let answered: bool = sqlx::query_scalar("select exists (select 1 from comment where thread_id = $1)")
            .bind(id)
            .fetch_one(&mut *write)
            .await?;
        if answered || subject.member_id != self.member.id {
            self.empty(&mut write, id).await?;
        } else {
            sqlx::query("delete from comment where comment_id = $1").bind(id).execute(&mut *write).await?;
        }
        sweep_empty_thread(&mut write, subject.thread_id).await?;
        write.commit().await?;
        Ok(subject.post_id)
    }

    /// Takes a comment's words away, and what told of them.
    async fn empty(&self, write: &mut SqliteConnection, id: CommentId) -> Result<(), StoreError> {
        sqlx::query("update comment set body = '', deleted_at = $2, deleted_by = $3 where comment_id = $1")
            .bind(id)
            .bind(self.store.now().as_millisecond())
            .bind(self.member.id)
            .execute(&mut *write)
            .await?;
        sqlx::query("delete from notice where comment_id = $1 and kind <> 'resolved'").bind(id).execute(write).await?;
        Ok(())
    }

    /// Says that a thread is settled, or open again; `id` is its first comment. Saying the same again changes nothing.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there, or not theirs to settle.
    pub async fn resolve_thread(&self, id: CommentId, is_settled: bool) -> Result<PostId, StoreError> {
        let mut write = self.store.write().await?;
        let subject = self.find(&mut write, id, true).await?;
        let facts = self.facts_of(&mut *write, subject.post_id).await?;
        let may = access::may_resolve(&self.member, &facts.of(&facts.authors()), subject.member_id);
        if !may || subject.thread_id.is_some() {
            return Err(StoreError::NotFound);
        }
        if subject.is_resolved == is_settled {
            return Ok(subject.post_id);
        }
        let settled = is_settled.then(|| (self.store.now().as_millisecond(), self.member.id));
        sqlx::query("update comment set resolved_at = $2, resolved_by = $3 where comment_id = $1")
            .bind(id)
            .bind(settled.map(|(at, _)| at))
            .bind(settled.map(|(_, by)| by))
            .execute(&mut *write)
            .await?;
        if is_settled {
            let (to, by) = (subject.member_id, self.member.id);
            let (post, comment) = (subject.post_id, Some(subject.comment_id));
            let notice = Notice { to, kind: NoticeKind::Resolved, post, comment, review: None, by };
            tell(&mut write, &notice, self.store.now()).await?;
        }
        write.commit().await?;
        Ok(subject.post_id)
    }

    /// A comment that is not deleted, on a post the member may read.
    async fn subject(&self, write: &mut SqliteConnection, id: CommentId) -> Result<(Subject, Facts), StoreError> {
        let subject = self.find(write, id, false).await?;
        let facts = self.facts_of(&mut *write, subject.post_id).await?;
        Ok((subject, facts))
    }

    /// A comment about words that the member may know, whatever its post is to them.
    async fn find(
        &self,
        write: &mut SqliteConnection,
        id: CommentId,
        deleted_too: bool,
    ) -> Result<Subject, StoreError> {
        let subject: Option<Subject> = sqlx::query_as(concat!(
            "select c.comment_id, c.post_id, c.thread_id, c.member_id, c.body, c.resolved_at is not null as is_resolved
             from comment c join post p using (post_id)
             where c.comment_id = $2 and ($3 or c.deleted_at is null) and ",
            known_thread!()
        ))
        .bind(self.member.id)
        .bind(id)
        .bind(deleted_too)
        .fetch_optional(write)
        .await?;
        subject.ok_or(StoreError::NotFound)
    }
}

/// A thread of which nothing is left but the place of its first goes whole.
async fn sweep_empty_thread(write: &mut SqliteConnection, thread: Option<CommentId>) -> Result<(), StoreError> {
    sqlx::query(
        "delete from comment where comment_id = $1 and deleted_at is not null
            and not exists (select 1 from comment r where r.thread_id = $1)",
    )
    .bind(thread)
    .execute(write)
    .await?;
    Ok(())
}
