//! What somebody wrote, as a colleague may see it.

use domain::id::MemberId;

use super::PostLine;
use super::read::LineRow;
use super::row::post_columns;
use crate::column::count;
use crate::viewer::readable;
use crate::{StoreError, Viewer};

impl Viewer {
    /// The last posts that somebody wrote, alone or with others, the last changed first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn posts_by(&self, author: MemberId, limit: usize) -> Result<Vec<PostLine>, StoreError> {
        let rows: Vec<LineRow> = sqlx::query_as(concat!(
            "select ",
            post_columns!(),
            ", d.opening from post p join revision r using (revision_id)
             left join rendering d on d.revision_id = p.revision_id
             where exists (select 1 from post_author w where w.post_id = p.post_id and w.member_id = $3) and ",
            readable!(),
            " order by p.changed_at desc, p.post_id desc limit $4"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(author)
        .bind(count(limit))
        .fetch_all(&self.store.readers)
        .await?;
        rows.into_iter().map(PostLine::try_from).collect()
    }
}
