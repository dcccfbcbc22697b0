//! One story in several posts. What a member may not read of it is neither shown nor counted, and keeps its place.

use domain::access;
use domain::id::{PostId, SeriesId};
use domain::post::Post;
use domain::series::{SeriesTitle, Way, arranged, moved};
use sqlx::{FromRow, SqliteConnection, SqliteExecutor};

use super::around::TitledPost;
use super::row::{PostRow, post_columns};
use crate::viewer::readable;
use crate::{StoreError, Viewer};

/// The series that a post is part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesOf {
    /// Its number.
    pub id: SeriesId,
    /// What it is called.
    pub title: String,
    /// Its parts that the reader may read, in order; the post is one.
    pub parts: Vec<TitledPost>,
}

impl SeriesOf {
    /// Which part a post is, from 1.
    pub fn place(&self, post: PostId) -> usize {
        self.parts.iter().position(|part| part.id == post).map_or(1, |before| before + 1)
    }
}

/// A series in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesLine {
    /// Its number.
    pub id: SeriesId,
    /// What it is called.
    pub title: String,
    /// Its parts that the reader may read.
    pub parts: usize,
    /// Whether the reader may change one of them.
    pub may_arrange: bool,
}

/// A series whole.
#[derive(Debug, Clone)]
pub struct Series {
    /// Its number.
    pub id: SeriesId,
    /// What it is called.
    pub title: String,
    /// Its parts that the reader may read, in order; at least one.
    pub parts: Vec<Part>,
    /// Whether the reader may order them and rename the series.
    pub may_arrange: bool,
}

/// A part of a series.
#[derive(Debug, Clone)]
pub struct Part {
    /// The post.
    pub post: Post,
    /// Whether the reader may take it out.
    pub may_take_out: bool,
}

#[derive(FromRow)]
struct SeriesRow {
    series_id: SeriesId,
    title: String,
    parts: i64,
    mine: bool,
}

#[derive(FromRow)]
struct PartRow {
    series: String,
    #[sqlx(flatten)]
    post: PostRow,
}

impl Viewer {
    /// Every series of which the member may read a part, by title.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn all_series(&self) -> Result<Vec<SeriesLine>, StoreError> {
        let rows: Vec<SeriesRow> = sqlx::query_as(concat!(
            "select s.series_id, s.title, count(*) as parts, max(exists (select 1 from post_author a
                where a.post_id = p.post_id and a.member_id = $1)) as mine
             from series s join series_part part using (series_id) join post p on p.post_id = part.post_id
             where ",
            readable!(),
            " group by s.series_id order by s.title, s.series_id"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .fetch_all(&self.store.readers)
        .await?;
        let writes = access::may_write(&self.member);
        let line = |row: SeriesRow| SeriesLine {
            id: row.series_id,
            title: row.title,
            parts: usize::try_from(row.parts).unwrap_or_default(),
            may_arrange: row.mine && writes,
        };
        Ok(rows.into_iter().map(line).collect())
    }

    /// A series.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when no part of it is theirs to read.
    pub async fn series(&self, id: SeriesId) -> Result<Series, StoreError> {
        self.series_from(&self.store.readers, id).await
    }

    async fn series_from<'e>(&self, from: impl SqliteExecutor<'e>, id: SeriesId) -> Result<Series, StoreError> {
        let rows: Vec<PartRow> = sqlx::query_as(concat!(
            "select s.title as series, ",
            post_columns!(),
            " from series s join series_part part using (series_id) join post p on p.post_id = part.post_id
             join revision r on r.revision_id = p.revision_id
             where s.series_id = $3 and ",
            readable!(),
            " order by part.place, part.post_id"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(id)
        .fetch_all(from)
        .await?;
        let title = rows.first().ok_or(StoreError::NotFound)?.series.clone();
        let posts = rows.into_iter().map(|row| row.post.try_into()).collect::<Result<Vec<Post>, StoreError>>()?;
        let authors: Vec<_> = posts.iter().map(Post::author_ids).collect();
        let facts = || posts.iter().zip(&authors).map(|(post, authors)| post.facts(authors));
        let may_arrange = access::may_arrange(&self.member, facts());
        let may_take_out: Vec<_> = facts().map(|part| access::may_edit(&self.member, &part)).collect();
        let parts = posts.into_iter().zip(may_take_out).map(|(post, may_take_out)| Part { post, may_take_out });
        Ok(Series { id, title, parts: parts.collect(), may_arrange })
    }

    /// Begins a series with a post of theirs; what it was part of, it is no more.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the post is not theirs to change.
    pub async fn begin_series(&self, post: PostId, title: &SeriesTitle) -> Result<SeriesId, StoreError> {
        let mut write = self.store.write().await?;
        self.mine_to_place(&mut write, post).await?;
        let id: SeriesId = sqlx::query_scalar(
            "insert into series (title, member_id, begun_at) values ($1, $2, $3) returning series_id",
        )
        .bind(title.as_str())
        .bind(self.member.id)
        .bind(self.store.now().as_millisecond())
        .fetch_one(&mut *write)
        .await?;
        self.place_last(&mut write, post, id).await?;
        write.commit().await?;
        Ok(id)
    }

    /// Puts a post of theirs at the end of a series in which they may change a part already.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when either is not theirs.
    pub async fn join_series(&self, post: PostId, id: SeriesId) -> Result<(), StoreError> {
        let mut write = self.store.write().await?;
        self.mine_to_place(&mut write, post).await?;
        self.mine_to_arrange(&mut write, id).await?;
        let there: Option<i64> =
            sqlx::query_scalar("select place from series_part where post_id = $1 and series_id = $2")
                .bind(post)
                .bind(id)
                .fetch_optional(&mut *write)
                .await?;
        if there.is_none() {
            self.place_last(&mut write, post, id).await?;
        }
        Ok(write.commit().await?)
    }

    /// Takes a post of theirs out of its series; a series without parts is gone.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs to change, or no part.
    pub async fn leave_series(&self, post: PostId) -> Result<(), StoreError> {
        let mut write = self.store.write().await?;
        self.mine_to_place(&mut write, post).await?;
        let gone = sqlx::query("delete from series_part where post_id = $1").bind(post).execute(&mut *write).await?;
        if gone.rows_affected() == 0 {
            return Err(StoreError::NotFound);
        }
        forget_empty(&mut write).await?;
        Ok(write.commit().await?)
    }

    /// Calls a series something else.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs to arrange.
    pub async fn rename_series(&self, id: SeriesId, title: &SeriesTitle) -> Result<(), StoreError> {
        let mut write = self.store.write().await?;
        self.mine_to_arrange(&mut write, id).await?;
        rename(&mut write, id, title).await?;
        Ok(write.commit().await?)
    }

    /// Moves a part one step; at an end it stays.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the series is not theirs to arrange.
    pub async fn move_part(&self, id: SeriesId, post: PostId, way: Way) -> Result<(), StoreError> {
        let mut write = self.store.write().await?;
        let series = self.mine_to_arrange(&mut write, id).await?;
        let order = self.order(&mut write, &series).await?;
        if let Some(order) = moved(&order, post, way) {
            set_order(&mut write, id, &order).await?;
        }
        Ok(write.commit().await?)
    }

    /// All at once: what a series is called and which posts are its parts, in order. What the member may not read
    /// keeps its place.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the series is not theirs to arrange, or a post that would be put in or taken out
    /// is not theirs to change.
    pub async fn arrange_series(&self, id: SeriesId, title: &SeriesTitle, parts: &[PostId]) -> Result<(), StoreError> {
        let mut write = self.store.write().await?;
        let series = self.mine_to_arrange(&mut write, id).await?;
        let order = self.order(&mut write, &series).await?;
        for part in series.parts.iter().filter(|part| !parts.contains(&part.post.id)) {
            self.mine_to_place(&mut write, part.post.id).await?;
            sqlx::query("delete from series_part where post_id = $1").bind(part.post.id).execute(&mut *write).await?;
        }
        for post in parts.iter().filter(|post| !order.iter().any(|(part, _)| part == *post)) {
            self.mine_to_place(&mut write, *post).await?;
            self.place_last(&mut write, *post, id).await?;
        }
        set_order(&mut write, id, &arranged(&order, parts)).await?;
        rename(&mut write, id, title).await?;
        forget_empty(&mut write).await?;
        Ok(write.commit().await?)
    }

    async fn mine_to_place(&self, write: &mut SqliteConnection, post: PostId) -> Result<(), StoreError> {
        let stored = self.stored(write, post).await?;
        let may = access::may_edit(&self.member, &stored.post.facts(&stored.post.author_ids()));
        if may { Ok(()) } else { Err(StoreError::NotFound) }
    }

    async fn mine_to_arrange(&self, write: &mut SqliteConnection, id: SeriesId) -> Result<Series, StoreError> {
        let series = self.series_from(write, id).await?;
        if series.may_arrange { Ok(series) } else { Err(StoreError::NotFound) }
    }

    async fn place_last(&self, write: &mut SqliteConnection, post: PostId, id: SeriesId) -> Result<(), StoreError> {
        sqlx::query(
            "insert into series_part (post_id, series_id, place, added_by, added_at)
             values ($1, $2, (select coalesce(max(place), 0) + 1 from series_part where series_id = $2), $3, $4)
             on conflict (post_id) do update set series_id = excluded.series_id, place = excluded.place,
                added_by = excluded.added_by, added_at = excluded.added_at",
        )
        .bind(post)
        .bind(id)
        .bind(self.member.id)
        .bind(self.store.now().as_millisecond())
        .execute(&mut *write)
        .await?;
        forget_empty(write).await
    }

    /// Every part of a series, and whether the member sees it.
    async fn order(&self, write: &mut SqliteConnection, series: &Series) -> Result<Vec<(PostId, bool)>, StoreError> {
        let ids: Vec<PostId> =
            sqlx::query_scalar("select post_id from series_part where series_id = $1 order by place, post_id")
                .bind(series.id)
                .fetch_all(write)
                .await?;
        Ok(ids.into_iter().map(|id| (id, series.parts.iter().any(|part| part.post.id == id))).collect())
    }
}

async fn rename(write: &mut SqliteConnection, id: SeriesId, title: &SeriesTitle) -> Result<(), StoreError> {
    sqlx::query("update series set title = $2 where series_id = $1")
        .bind(id)
        .bind(title.as_str())
        .execute(write)
        .await?;
    Ok(())
}

async fn set_order(write: &mut SqliteConnection, id: SeriesId, order: &[PostId]) -> Result<(), StoreError> {
    for (before, post) in order.iter().enumerate() {
        sqlx::query("update series_part set place = $3 where series_id = $1 and post_id = $2")
            .bind(id)
            .bind(post)
            .bind(crate::column::count(before + 1))
            .execute(&mut *write)
            .await?;
    }
    Ok(())
}

async fn forget_empty(write: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::query(
        "delete from series where not exists (select 1 from series_part part where part.series_id = series.series_id)",
    )
    .execute(write)
    .await?;
    Ok(())
}
