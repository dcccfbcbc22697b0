//! Posts with a tag, by whatever name of it they say it.

use domain::post::{Post, PostKind};

use super::read::LineRow;
use super::row::{PostRow, post_columns};
use super::{PostLine, PostPlace};
use crate::column::count;
use crate::viewer::readable;
use crate::{StoreError, Viewer};

/// A post `p` bears the tag whose present name is `$3`.
macro_rules! bears {
    () => {
        "p.post_id in (select g.post_id from post_tag g
            where (g.tag = $3 and not exists (select 1 from tag_alias x where x.tag = $3))
                or g.tag in (select x.tag from tag_alias x where x.now_tag = $3))"
    };
}

impl Viewer {
    /// Posts with a tag, the last changed first: `limit` of them after `offset`. `tag` is its present name.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn posts_with_tag(&self, tag: &str, offset: usize, limit: usize) -> Result<Vec<PostLine>, StoreError> {
        let rows: Vec<LineRow> = sqlx::query_as(concat!(
            "select ",
            post_columns!(),
            ", d.opening from post p join revision r using (revision_id)
             left join rendering d on d.revision_id = p.revision_id
             where ",
            bears!(),
            " and ",
            readable!(),
            " order by p.changed_at desc, p.post_id desc limit $4 offset $5"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(tag)
        .bind(count(limit))
        .bind(count(offset))
        .fetch_all(&self.store.readers)
        .await?;
        rows.into_iter().map(PostLine::try_from).collect()
    }

    /// The same without their opening words, of one kind or of all: `limit` of them `after` another.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn posts_with_tag_after(
        &self,
        tag: &str,
        kind: Option<PostKind>,
        after: Option<PostPlace>,
        limit: usize,
    ) -> Result<Vec<Post>, StoreError> {
        let rows: Vec<PostRow> = sqlx::query_as(concat!(
            "select ",
            post_columns!(),
            " from post p join revision r using (revision_id)
             where ($4 is null or p.kind = $4) and ($6 is null or (p.changed_at, p.post_id) < ($6, $7)) and ",
            bears!(),
            " and ",
            readable!(),
            " order by p.changed_at desc, p.post_id desc limit $5"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(tag)
        .bind(kind)
        .bind(count(limit))
        .bind(after.map(|place| place.changed_at.as_millisecond()))
        .bind(after.map(|place| place.id))
        .fetch_all(&self.store.readers)
        .await?;
        rows.into_iter().map(Post::try_from).collect()
    }
}
