//! A post that comes from elsewhere. Whoever brings it is its author: nobody writes in another's name.

use domain::access;
use domain::id::{ImportId, PostId};
use domain::moving::Part;
use domain::post::{Audience, Content};
use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::rendering::Rendering;
use crate::trash::fresh_number;
use crate::{StoreError, Viewer};

/// A post to make of a file.
#[derive(Debug, Clone, Copy)]
pub struct Bringing<'a> {
    /// What it comes with.
    pub import: ImportId,
    /// The file's name there.
    pub path: &'a str,
    /// Of the file's bytes.
    pub sha256: [u8; 32],
    /// What its first revision keeps.
    pub content: &'a Content,
    /// Whom it is for.
    pub audience: Audience,
    /// When it was first written.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// Who wrote it where it comes from, when that was not the importer.
    pub written_by: Option<&'a str>,
    /// Where a write-up stands.
    pub status: Option<&'a str>,
    /// The story it is a part of.
    pub part: Option<&'a Part>,
}

impl Viewer {
    /// Makes a post of a file, in one transaction. None when this file of this import was brought already.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they may not write, or the import is not theirs or ended already.
    pub async fn bring_post(&self, one: &Bringing<'_>) -> Result<Option<PostId>, StoreError> {
        if !access::may_write(&self.member) {
            return Err(StoreError::NotFound);
        }
        let rendering = Rendering::made(one.content.body.as_str().to_owned()).await?;
        let mut write = self.store.write().await?;
        self.waiting_import(&mut *write, one.import).await?;
        let came: Option<PostId> =
            sqlx::query_scalar("select post_id from import_post where import_id = $1 and path = $2")
                .bind(one.import)
                .bind(one.path)
                .fetch_optional(&mut *write)
                .await?;
        if came.is_some() {
            return Ok(None);
        }
        let id = self.insert_post(&mut write, one).await?;
        // The revision is dated as the file is.
        let revision = self.at(one.changed_at).add_revision(&mut write, id, 1, one.content, &rendering).await?;
        Self::note_revision(&mut write, revision, one.audience, None).await?;
        self.insert_more(&mut write, id, one).await?;
        write.commit().await?;
        Ok(Some(id))
    }

    async fn insert_post(&self, write: &mut SqliteConnection, one: &Bringing<'_>) -> Result<PostId, StoreError> {
        let id: PostId = sqlx::query_scalar(concat!(
            "insert into post (post_id, kind, audience, revision_id, created_at, changed_at) values (",
            fresh_number!("post"),
            ", $1, $2, 0, $3, $4) returning post_id"
        ))
        .bind(one.content.details.kind())
        .bind(one.audience)
        .bind(one.created_at.as_millisecond())
        .bind(one.changed_at.as_millisecond())
        .fetch_one(&mut *write)
        .await?;
        sqlx::query("insert into post_author (post_id, member_id) values ($1, $2)")
            .bind(id)
            .bind(self.member.id)
            .execute(&mut *write)
            .await?;
        sqlx::query(
            "insert into import_post (import_id, path, post_id, sha256, written_by) values ($1, $2, $3, $4, $5)",
        )
        .bind(one.import)
        .bind(one.path)
        .bind(id)
        .bind(one.sha256.as_slice())
        .bind(one.written_by)
        .execute(&mut *write)
        .await?;
        Ok(id)
    }

    async fn insert_more(
        &self,
        write: &mut SqliteConnection,
        id: PostId,
        one: &Bringing<'_>,
    ) -> Result<(), StoreError> {
        if let Some(status) = one.status.filter(|word| matches!(*word, "seed" | "drafting" | "shared")) {
            let keep = sqlx::query(
                "update post set status = $2, status_at = $3, status_by = $4 where post_id = $1 and kind = 'write_up'",
            );
            keep.bind(id)
                .bind(status)
                .bind(one.changed_at.as_millisecond())
                .bind(self.member.id)
                .execute(&mut *write)
                .await?;
        }
        match one.part {
            Some(part) => self.insert_part(write, id, part).await,
            None => Ok(()),
        }
    }

    /// A story of the same title that the importer began is taken for the same.
    async fn insert_part(&self, write: &mut SqliteConnection, id: PostId, part: &Part) -> Result<(), StoreError> {
        let now = self.store.now().as_millisecond();
        let known: Option<i64> =
            sqlx::query_scalar("select series_id from series where title = $1 and member_id = $2 order by series_id")
                .bind(&part.series)
                .bind(self.member.id)
                .fetch_optional(&mut *write)
                .await?;
        let series: i64 = match known {
            Some(series) => series,
            None => {
                sqlx::query_scalar(
                    "insert into series (title, member_id, begun_at) values ($1, $2, $3) returning series_id",
                )
                .bind(&part.series)
                .bind(self.member.id)
                .bind(now)
                .fetch_one(&mut *write)
                .await?
            }
        };
        sqlx::query(
            "insert into series_part (post_id, series_id, place, added_by, added_at) values ($1, $2, $3, $4, $5)",
        )
        .bind(id)
        .bind(series)
        .bind(part.place)
        .bind(self.member.id)
        .bind(now)
        .execute(&mut *write)
        .await?;
        Ok(())
    }
}
