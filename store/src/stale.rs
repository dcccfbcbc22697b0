//! What somebody should look at again: write-ups past the day that was said for them.

use domain::id::PostId;
use domain::language::Language;
use jiff::civil::Date;
use sqlx::FromRow;

use crate::viewer::readable;
use crate::{StoreError, Viewer};

/// A write-up whose day has passed.
#[derive(Debug, Clone)]
pub struct StaleLine {
    /// Its number.
    pub id: PostId,
    /// Its title.
    pub title: String,
    /// The language it is written in.
    pub language: Language,
    /// The day by which somebody should have looked.
    pub check_by: Date,
}

#[derive(FromRow)]
struct StaleRow {
    post_id: PostId,
    title: String,
    language: Language,
    check_by: String,
}

impl Viewer {
    /// Write-ups by this member that should have been looked at before `today`, the longest ago first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn my_stale(&self, today: Date) -> Result<Vec<StaleLine>, StoreError> {
        let rows: Vec<StaleRow> = sqlx::query_as(concat!(
            "select p.post_id, r.title, r.language, r.check_by
             from post_author mine join post p using (post_id) join revision r using (revision_id)
             where mine.member_id = $1 and r.check_by < $3 and ",
            readable!(),
            " order by r.check_by, p.post_id"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(today.to_string())
        .fetch_all(&self.store.readers)
        .await?;
        let line = |row: StaleRow| {
            let check_by = row.check_by.parse().map_err(|_| StoreError::Corrupt("a day"))?;
            Ok(StaleLine { id: row.post_id, title: row.title, language: row.language, check_by })
        };
        rows.into_iter().map(line).collect()
    }
}
