//! What nobody uses is removed in the end, row and bytes.

use std::collections::HashSet;

use domain::id::UploadId;
use domain::upload::UploadName;
use jiff::SignedDuration;
use sqlx::SqliteConnection;

use super::shelf::gone;
use crate::{Store, StoreError};

/// How long an upload that nobody uses is kept.
pub const UNUSED_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How long bytes without a row are kept: longer than any upload takes.
const STRAY_FOR: SignedDuration = SignedDuration::from_hours(24);

/// What a sweep removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Uploads that nobody had used for [`UNUSED_FOR`].
    pub unused: usize,
    /// Files on the shelf that belonged to no upload.
    pub strays: usize,
}

impl Store {
    /// Notes which uploads nobody uses since now, and removes those that nobody used for [`UNUSED_FOR`]. A revision, a
    /// draft, a comment and a template use what they mention.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Shelf`].
    pub async fn sweep_uploads(&self) -> Result<Swept, StoreError> {
        let unused = self.forget_unused().await?;
        for name in &unused {
            self.shelf.remove(name).await?;
        }
        Ok(Swept { unused: unused.len(), strays: self.remove_strays().await? })
    }

    async fn forget_unused(&self) -> Result<Vec<UploadName>, StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let kept = mentioned(&mut write).await?;
        // Only what no revision uses is looked at: all else is used whatever else mentions it.
        let rows: Vec<(UploadId, String, Option<i64>)> = sqlx::query_as(
            "select upload_id, name, unused_since from upload u
             where not exists (select 1 from revision_upload ru where ru.upload_id = u.upload_id)",
        )
        .fetch_all(&mut *write)
        .await?;
        let mut removed = Vec::new();
        for (id, name, since) in rows {
            let name = UploadName::parse(&name).ok_or(StoreError::Corrupt("an upload's name"))?;
            match (kept.contains(&name), since) {
                (true, Some(_)) => set_unused_since(&mut write, id, None).await?,
                (false, None) => set_unused_since(&mut write, id, Some(now.as_millisecond())).await?,
                (false, Some(since)) if since <= (now - UNUSED_FOR).as_millisecond() => {
                    sqlx::query("delete from upload where upload_id = $1").bind(id).execute(&mut *write).await?;
                    removed.push(name);
                }
                (true, None) | (false, Some(_)) => {}
            }
        }
        write.commit().await?;
        Ok(removed)
    }

    async fn remove_strays(&self) -> Result<usize, StoreError> {
        let mut removed = 0;
        for (file, name) in self.shelf.before(self.now() - STRAY_FOR).await? {
            if let Some(name) = &name
                && self.has_upload(name).await?
            {
                continue;
            }
            gone(tokio::fs::remove_file(file).await)?;
            removed += 1;
        }
        Ok(removed)
    }

    async fn has_upload(&self, name: &UploadName) -> Result<bool, StoreError> {
        let one: Option<i64> = sqlx::query_scalar("select 1 from upload where name = $1")
            .bind(name.as_str())
            .fetch_optional(&self.readers)
            .await?;
        Ok(one.is_some())
    }
}

async fn set_unused_since(write: &mut SqliteConnection, id: UploadId, at: Option<i64>) -> Result<(), StoreError> {
    sqlx::query("update upload set unused_since = $2 where upload_id = $1").bind(id).bind(at).execute(write).await?;
    Ok(())
}

/// What is mentioned elsewhere than in a revision: in drafts, comments and templates.
pub(super) async fn mentioned(write: &mut SqliteConnection) -> Result<HashSet<UploadName>, StoreError> {
    let texts: Vec<String> = sqlx::query_scalar(
        "select form from draft where instr(form, '/uploads/') > 0
         union all select body from comment where deleted_at is null and instr(body, '/uploads/') > 0
         union all select body from template where removed_at is null and instr(body, '/uploads/') > 0",
    )
    .fetch_all(write)
    .await?;
    Ok(texts.iter().flat_map(|text| UploadName::all_in(text)).collect())
}
