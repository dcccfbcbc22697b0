//! Lists of uploads: what a member brought, and what a post uses.

use domain::id::{PostId, UploadId};
use sqlx::FromRow;

use super::sweep::mentioned;
use super::{Upload, UploadRow, upload_columns};
use crate::column::count;
use crate::viewer::{known_revision, readable};
use crate::{StoreError, Viewer};

/// One of mine.
#[derive(Debug, Clone)]
pub struct MyUpload {
    /// What it is.
    pub upload: Upload,
    /// The posts that use it or used it once, as far as I may read them.
    pub uses: Vec<UploadUse>,
    /// No revision uses it, whoever may read that.
    pub unused: bool,
}

/// A post that uses an upload.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct UploadUse {
    #[sqlx(rename = "upload_id")]
    upload: UploadId,
    /// The post.
    #[sqlx(rename = "post_id")]
    pub post: PostId,
    /// What it is called now.
    pub title: String,
    /// Whether its current text uses it; else only its history.
    pub now: bool,
}

/// One of a post's.
#[derive(Debug, Clone)]
pub struct PostUpload {
    /// What it is.
    pub upload: Upload,
    /// Who brought it, by name.
    pub by: String,
    /// Whether the post's current text uses it; else only its history.
    pub now: bool,
}

#[derive(FromRow)]
struct MyRow {
    #[sqlx(flatten)]
    upload: UploadRow,
    unused: bool,
}

#[derive(FromRow)]
struct PostRow {
    #[sqlx(flatten)]
    upload: UploadRow,
    by: String,
    now: bool,
}

impl Viewer {
    /// What this member brought, the newest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn my_uploads(&self, skip: usize, most: usize) -> Result<Vec<MyUpload>, StoreError> {
        let rows: Vec<MyRow> = sqlx::query_as(concat!(
            "select ",
            upload_columns!(),
            ", not exists (select 1 from revision_upload ru where ru.upload_id = u.upload_id) as unused
             from upload u where u.member_id = $1 order by u.upload_id desc limit $2 offset $3"
        ))
        .bind(self.member.id)
        .bind(count(most))
        .bind(count(skip))
        .fetch_all(&self.store.readers)
        .await?;
        let (Some(newest), Some(oldest)) = (rows.first(), rows.last()) else { return Ok(Vec::new()) };
        let uses = self.uses(oldest.upload.upload_id, newest.upload.upload_id).await?;
        rows.into_iter()
            .map(|row| {
                let uses = uses.iter().filter(|one| one.upload == row.upload.upload_id).cloned().collect();
                Ok(MyUpload { upload: row.upload.try_into()?, uses, unused: row.unused })
            })
            .collect()
    }

    async fn uses(&self, oldest: UploadId, newest: UploadId) -> Result<Vec<UploadUse>, StoreError> {
        Ok(sqlx::query_as(concat!(
            "select u.upload_id, p.post_id, r.title, max(v.revision_id = p.revision_id) as now
             from upload u join revision_upload ru using (upload_id) join revision v on v.revision_id = ru.revision_id
               join post p on p.post_id = v.post_id join revision r on r.revision_id = p.revision_id
             where u.member_id = $1 and u.upload_id between $3 and $4 and ",
            readable!(),
            " group by u.upload_id, p.post_id order by u.upload_id desc, p.post_id desc"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(oldest)
        .bind(newest)
        .fetch_all(&self.store.readers)
        .await?)
    }

    /// What a post uses or used once in words that this member may know, first what its current text uses.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when this member may not read the post.
    pub async fn uploads_of_post(&self, id: PostId) -> Result<Vec<PostUpload>, StoreError> {
        self.post_line(id).await?;
        let rows: Vec<PostRow> = sqlx::query_as(concat!(
            "select ",
            upload_columns!(),
            ", m.name as by, max(r.revision_id = p.revision_id) as now
             from post p join revision r using (post_id) join revision_upload ru on ru.revision_id = r.revision_id
               join upload u using (upload_id) join member m on m.member_id = u.member_id
             where p.post_id = $3 and ",
            readable!(),
            " and ",
            known_revision!(),
            " group by u.upload_id order by now desc, u.upload_id desc"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(id)
        .fetch_all(&self.store.readers)
        .await?;
        rows.into_iter()
            .map(|row| Ok(PostUpload { upload: row.upload.try_into()?, by: row.by, now: row.now }))
            .collect()
    }

    /// Removes an upload of this member's that nothing uses. False: something does, and it stays.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there or not theirs.
    pub async fn remove_upload(&self, upload: &Upload) -> Result<bool, StoreError> {
        if upload.member_id != self.member.id {
            return Err(StoreError::NotFound);
        }
        let mut write = self.store.write().await?;
        if mentioned(&mut write).await?.contains(&upload.name) {
            return Ok(false);
        }
        let removed = sqlx::query(
            "delete from upload where upload_id = $1 and member_id = $2
               and not exists (select 1 from revision_upload ru where ru.upload_id = upload.upload_id)",
        )
        .bind(upload.id)
        .bind(self.member.id)
        .execute(&mut *write)
        .await?
        .rows_affected();
        write.commit().await?;
        if removed > 0 {
            self.store.shelf.remove(&upload.name).await?;
        }
        Ok(removed > 0)
    }
}
