//! A post and its revision, in one transaction. The revision a text was begun from comes with it:
//! when that is no longer the current one, nothing is written and both texts go back to the writer.

use domain::access;
use domain::id::{PostId, RevisionId};
use domain::post::{Audience, Content};
use jiff::SignedDuration;
use sqlx::SqliteConnection;

use super::rendering::Rendering;
use super::row::DetailsRow;
use crate::trash::fresh_number;
use crate::{StoreError, Viewer};

/// How soon the same post by the same author is the same form, sent twice.
const SENT_TWICE: SignedDuration = SignedDuration::from_mins(1);

/// What a save did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// There is a new revision. Another audience alone makes one too, so that an older text cannot undo it unseen.
    Revised(RevisionId),
    /// The same was stored already; saving the same text makes no revision.
    Unchanged,
}

impl Viewer {
    /// A new post by this member. The same twice within a minute is one: a form sent twice.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they may not write.
    pub async fn create_post(&self, content: &Content, audience: Audience) -> Result<PostId, StoreError> {
        if !access::may_write(&self.member) {
            return Err(StoreError::NotFound);
        }
        let rendering = Rendering::made(content.body.as_str().to_owned()).await?;
        let now = self.store.now().as_millisecond();
        let mut write = self.store.write().await?;
        if let Some(same) = self.just_written(&mut write, content, audience).await? {
            self.end_draft(&mut write).await?;
            write.commit().await?;
            return Ok(same);
        }
        // Post and first revision name each other: 0 stands until the commit, which checks.
        let id: PostId = sqlx::query_scalar(concat!(
            "insert into post (post_id, kind, audience, revision_id, created_at, changed_at) values (",
            fresh_number!("post"),
            ", $1, $2, 0, $3, $3) returning post_id"
        ))
        .bind(content.details.kind())
        .bind(audience)
        .bind(now)
        .fetch_one(&mut *write)
        .await?;
        sqlx::query("insert into post_author (post_id, member_id) values ($1, $2)")
            .bind(id)
            .bind(self.member.id)
            .execute(&mut *write)
            .await?;
        let revision = self.add_revision(&mut write, id, 1, content, &rendering).await?;
        Self::note_revision(&mut write, revision, audience, None).await?;
        write.commit().await?;
        Ok(id)
    }

    async fn just_written(
        &self,
        write: &mut SqliteConnection,
        content: &Content,
        audience: Audience,
    ) -> Result<Option<PostId>, StoreError> {
        let since = self.store.now() - SENT_TWICE;
        let ids: Vec<PostId> = sqlx::query_scalar(
            "select p.post_id from post p join post_author a using (post_id) join revision r using (revision_id)
             where a.member_id = $1 and p.created_at > $2 and p.trashed_at is null and r.title = $3 order by p.post_id desc",
        )
        .bind(self.member.id)
        .bind(since.as_millisecond())
        .bind(content.title.as_str())
        .fetch_all(&mut *write)
        .await?;
        for id in ids {
            let stored = self.stored(&mut *write, id).await?;
            // A tag that has another name by now was typed by its old one.
            let same = Content { tags: content.tags.clone(), ..stored.content };
            if same == *content && stored.post.audience == audience {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// A new revision of a post, begun from revision `base`.
    ///
    /// # Errors
    /// [`StoreError::StaleRevision`] when somebody saved something else since;
    /// [`StoreError::NotFound`] when it is not there or not theirs to change.
    pub async fn revise_post(
        &self,
        id: PostId,
        base: RevisionId,
        content: &Content,
        audience: Audience,
    ) -> Result<Saved, StoreError> {
        self.revise(id, base, content, audience, None).await
    }

    /// The same; `restored_from` is the revision that is brought back by it.
    pub(super) async fn revise(
        &self,
        id: PostId,
        base: RevisionId,
        content: &Content,
        audience: Audience,
        restored_from: Option<RevisionId>,
    ) -> Result<Saved, StoreError> {
        let rendering = Rendering::made(content.body.as_str().to_owned()).await?;
        let mut write = self.store.write().await?;
        let theirs = self.stored(&mut *write, id).await?;
        if !access::may_edit(&self.member, &theirs.post.facts(&theirs.post.author_ids())) {
            return Err(StoreError::NotFound);
        }
        if theirs.content == *content && theirs.post.audience == audience {
            self.end_draft(&mut write).await?;
            write.commit().await?;
            return Ok(Saved::Unchanged);
        }
        if theirs.post.revision_id != base {
            return Err(StoreError::StaleRevision { theirs: Box::new(theirs) });
        }
        sqlx::query("update post set audience = $2 where post_id = $1")
            .bind(id)
            .bind(audience)
            .execute(&mut *write)
            .await?;
        sqlx::query("delete from rendering where revision_id = $1").bind(base).execute(&mut *write).await?;
        let number = theirs.post.revision_number + 1;
        let revision = self.add_revision(&mut write, id, number, content, &rendering).await?;
        Self::note_revision(&mut write, revision, audience, restored_from).await?;
        write.commit().await?;
        Ok(Saved::Revised(revision))
    }

    /// Makes `content` the post's current revision.
    pub(super) async fn add_revision(
        &self,
        write: &mut SqliteConnection,
        id: PostId,
        number: i64,
        content: &Content,
        rendering: &Rendering,
    ) -> Result<RevisionId, StoreError> {
        let now = self.store.now().as_millisecond();
        let details = DetailsRow::of(content);
        let [start, end, book, summary, check_by] = details.columns();
        let revision: RevisionId = sqlx::query_scalar(
            "insert into revision (post_id, number, member_id, saved_at, title, language, tags,
                period_start, period_end, book, summary, body, check_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning revision_id",
        )
        .bind(id)
        .bind(number)
        .bind(self.member.id)
        .bind(now)
        .bind(content.title.as_str())
        .bind(content.language)
        .bind(&details.tags)
        .bind(start)
        .bind(end)
        .bind(book)
        .bind(summary)
        .bind(content.body.as_str())
        .bind(check_by)
        .fetch_one(&mut *write)
        .await?;
        sqlx::query("update post set revision_id = $2, changed_at = $3 where post_id = $1")
            .bind(id)
            .bind(revision)
            .bind(now)
            .execute(&mut *write)
            .await?;
        rendering.save(write, revision).await?;
        self.remember_references(write, id, revision, content).await?;
        self.end_draft(write).await?;
        Ok(revision)
    }
}
