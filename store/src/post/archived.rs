//! All of a post that is archived, and which posts are.

use domain::id::PostId;
use domain::moving::{Archived, Part, Person};
use domain::post::PostKind;
use sqlx::FromRow;

use super::StoredPost;
use crate::viewer::readable;
use crate::{Store, StoreError, Viewer};

/// All of a post that is archived.
#[derive(Debug, Clone)]
pub struct ArchivedPost {
    /// The post.
    pub stored: StoredPost,
    authors: Vec<Person>,
    status: Option<String>,
    part: Option<Part>,
}

#[derive(FromRow)]
struct Row {
    status: String,
    series: Option<String>,
    place: Option<i64>,
}

impl ArchivedPost {
    /// As it is written into a file.
    pub fn archived(&self) -> Archived<'_> {
        let post = &self.stored.post;
        Archived {
            content: &self.stored.content,
            audience: post.audience,
            authors: self.authors.clone(),
            created_at: post.created_at,
            changed_at: post.changed_at,
            status: self.status.as_deref(),
            part: self.part.as_ref(),
        }
    }
}

impl Viewer {
    /// A post with all that is archived of it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there or not theirs to read.
    pub async fn archived_post(&self, id: PostId) -> Result<ArchivedPost, StoreError> {
        let stored = self.stored_post(id).await?;
        let row: Row = sqlx::query_as(
            "select p.status, s.title as series, t.place
             from post p left join series_part t on t.post_id = p.post_id left join series s using (series_id)
             where p.post_id = $1",
        )
        .bind(id)
        .fetch_one(&self.store.readers)
        .await?;
        let authors: Vec<(Option<String>, String)> = sqlx::query_as(
            "select m.handle, m.name from post_author a join member m using (member_id)
             where a.post_id = $1 order by a.member_id",
        )
        .bind(id)
        .fetch_all(&self.store.readers)
        .await?;
        let begun = stored.post.kind != PostKind::WriteUp || row.status == "drafting";
        Ok(ArchivedPost {
            stored,
            authors: authors.into_iter().map(|(handle, name)| Person { handle, name }).collect(),
            status: (!begun).then_some(row.status),
            part: row.series.zip(row.place).map(|(series, place)| Part { series, place }),
        })
    }

    /// Everything the member may read, by number.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn archive_list(&self) -> Result<Vec<PostId>, StoreError> {
        let ids =
            sqlx::query_scalar(concat!("select p.post_id from post p where ", readable!(), " order by p.post_id"));
        Ok(ids.bind(self.member.id).bind(self.reads_team()).fetch_all(&self.store.readers).await?)
    }
}

impl Store {
    /// Everything in the house that is not in the trash, by number: for the command line, whose operator holds the
    /// file anyway.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn archive_list(&self) -> Result<Vec<PostId>, StoreError> {
        let ids = sqlx::query_scalar("select post_id from post where trashed_at is null order by post_id");
        Ok(ids.fetch_all(&self.readers).await?)
    }
}
