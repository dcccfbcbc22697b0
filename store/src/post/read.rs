//! One post, and lists of them, as a member may see them.

use domain::access;
use domain::id::PostId;
use domain::markdown::RENDERER;
use domain::post::{Post, PostKind};
use sqlx::{FromRow, SqliteExecutor};

use super::rendering::Rendering;
use super::row::{DetailsRow, PostRow, content, post_columns, renamed_tags};
use super::{PostLine, PostPlace, Reading, StoredPost};
use crate::column::count;
use crate::viewer::readable;
use crate::{StoreError, Viewer};

#[derive(FromRow)]
pub(super) struct LineRow {
    #[sqlx(flatten)]
    post: PostRow,
    opening: Option<String>,
}

impl TryFrom<LineRow> for PostLine {
    type Error = StoreError;

    fn try_from(row: LineRow) -> Result<Self, StoreError> {
        Ok(Self { post: row.post.try_into()?, opening: row.opening.unwrap_or_default() })
    }
}

#[derive(FromRow)]
struct ReadingRow {
    #[sqlx(flatten)]
    post: PostRow,
    #[sqlx(flatten)]
    details: DetailsRow,
    html: Option<String>,
    headings: Option<String>,
    characters: Option<i64>,
    reminded: bool,
    comments: i64,
    reviewed: bool,
    /// Only where there is no rendering by today's renderer.
    body: Option<String>,
}

#[derive(FromRow)]
struct StoredRow {
    #[sqlx(flatten)]
    post: PostRow,
    #[sqlx(flatten)]
    details: DetailsRow,
    body: String,
    saved_by: String,
}

impl TryFrom<StoredRow> for StoredPost {
    type Error = StoreError;

    fn try_from(row: StoredRow) -> Result<Self, StoreError> {
        let post: Post = row.post.try_into()?;
        Ok(Self { content: content(&post, &row.details, &row.body)?, post, saved_by: row.saved_by })
    }
}

impl Viewer {
    /// Posts, the last changed first: `limit` of them after `offset`, of one kind or of all.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn posts(
        &self,
        kind: Option<PostKind>,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<PostLine>, StoreError> {
        let rows: Vec<LineRow> = sqlx::query_as(concat!(
            "select ",
            post_columns!(),
            ", d.opening from post p join revision r using (revision_id)
             left join rendering d on d.revision_id = p.revision_id
             where ($3 is null or p.kind = $3) and ",
            readable!(),
            " order by p.changed_at desc, p.post_id desc limit $4 offset $5"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(kind)
        .bind(count(limit))
        .bind(count(offset))
        .fetch_all(&self.store.readers)
        .await?;
        rows.into_iter().map(PostLine::try_from).collect()
    }

    /// Posts without their opening words, the last changed first: `limit` of them `after` another, of one kind or of
    /// all. What changes meanwhile moves to the front, and nothing behind `after` is skipped.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn posts_after(
        &self,
        kind: Option<PostKind>,
        after: Option<PostPlace>,
        limit: usize,
    ) -> Result<Vec<Post>, StoreError> {
        let rows: Vec<PostRow> = sqlx::query_as(concat!(
            "select ",
            post_columns!(),
            " from post p join revision r using (revision_id)
             where ($3 is null or p.kind = $3) and ($5 is null or (p.changed_at, p.post_id) < ($5, $6)) and ",
            readable!(),
            " order by p.changed_at desc, p.post_id desc limit $4"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(kind)
        .bind(count(limit))
        .bind(after.map(|place| place.changed_at.as_millisecond()))
        .bind(after.map(|place| place.id))
        .fetch_all(&self.store.readers)
        .await?;
        rows.into_iter().map(Post::try_from).collect()
    }

    /// A post as a list shows it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there or not theirs to read.
    pub async fn post_line(&self, id: PostId) -> Result<PostLine, StoreError> {
        let row: Option<LineRow> = sqlx::query_as(concat!(
            "select ",
            post_columns!(),
            ", d.opening from post p join revision r using (revision_id)
             left join rendering d on d.revision_id = p.revision_id
             where p.post_id = $3 and ",
            readable!()
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(id)
        .fetch_optional(&self.store.readers)
        .await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }

    /// A post to read.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there or not theirs to read.
    pub async fn post(&self, id: PostId) -> Result<Reading, StoreError> {
        let row: Option<ReadingRow> = sqlx::query_as(concat!(
            "select ",
            post_columns!(),
            ", r.tags, ",
            renamed_tags!(),
            ", r.period_start, r.period_end, r.book, r.summary, r.check_by, d.html, d.headings, d.characters,
             case when d.revision_id is null then r.body end as body,
             exists (select 1 from schedule s where s.post_id = p.post_id and s.member_id = $1
                and s.next_at is not null) as reminded,
             (select count(*) from comment c where c.post_id = p.post_id) as comments,
             exists (select 1 from review v where v.post_id = p.post_id) as reviewed
             from post p join revision r using (revision_id)
             left join rendering d on d.revision_id = p.revision_id and d.renderer = $4
             where p.post_id = $3 and ",
            readable!()
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(id)
        .bind(RENDERER)
        .fetch_optional(&self.store.readers)
        .await?;
        self.reading(row.ok_or(StoreError::NotFound)?).await
    }

    async fn reading(&self, row: ReadingRow) -> Result<Reading, StoreError> {
        let post: Post = row.post.try_into()?;
        let kept = row.html.zip(row.headings).zip(row.characters);
        let (html, headings, characters) = if let Some(((html, headings), characters)) = kept {
            let headings = serde_json::from_str(&headings).map_err(|_| StoreError::Corrupt("headings"))?;
            (html, headings, usize::try_from(characters).unwrap_or_default())
        } else {
            let made = Rendering::made(row.body.unwrap_or_default()).await?;
            (made.html, made.headings, made.characters)
        };
        Ok(Reading {
            reviews: if row.reviewed { self.reviews_of(post.id).await? } else { Vec::new() },
            details: row.details.details(post.kind)?,
            tags: row.details.tags()?.as_slice().to_vec(),
            may_add_author: self.may_add_author(&post).await?,
            may_edit: access::may_edit(&self.member, &post.facts(&post.author_ids())),
            post,
            html,
            headings,
            characters,
            reminded: row.reminded,
            comments: usize::try_from(row.comments).unwrap_or_default(),
        })
    }

    /// A post as it is stored.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there or not theirs to read.
    pub async fn stored_post(&self, id: PostId) -> Result<StoredPost, StoreError> {
        self.stored(&self.store.readers, id).await
    }

    pub(crate) async fn stored<'e>(&self, from: impl SqliteExecutor<'e>, id: PostId) -> Result<StoredPost, StoreError> {
        let row: Option<StoredRow> = sqlx::query_as(concat!(
            "select ",
            post_columns!(),
            ", r.tags, ",
            renamed_tags!(),
            ", r.period_start, r.period_end, r.book, r.summary, r.check_by, r.body, s.name as saved_by
             from post p join revision r using (revision_id) join member s on s.member_id = r.member_id
             where p.post_id = $3 and ",
            readable!()
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(id)
        .fetch_optional(from)
        .await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }
}
