//! What a reminder brought back lately.

use domain::id::PostId;
use jiff::Timestamp;

use crate::column::instant;
use crate::viewer::readable;
use crate::{PostLine, StoreError, Viewer};

/// A post that came back.
#[derive(Debug, Clone)]
pub struct CameBack {
    /// The post, and its first words.
    pub line: PostLine,
    /// When it was to come.
    pub at: Timestamp,
}

impl Viewer {
    /// The post that came back last, if any did since an instant.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn came_back(&self, since: Timestamp) -> Result<Option<CameBack>, StoreError> {
        let row: Option<(PostId, i64)> = sqlx::query_as(concat!(
            "select s.post_id, o.utc_at from occurrence o join schedule s using (schedule_id) join post p using (post_id)
             where s.member_id = $1 and o.utc_at > $3 and ",
            readable!(),
            " order by o.utc_at desc limit 1"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(since.as_millisecond())
        .fetch_optional(&self.store.readers)
        .await?;
        let Some((post, at)) = row else { return Ok(None) };
        Ok(Some(CameBack { line: self.post_line(post).await?, at: instant(at)? }))
    }
}
