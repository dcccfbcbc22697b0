//! What a member is writing and has not saved: theirs alone, as typed. Whoever keeps a text says which draft they
//! last saw, so that the words of one window never write over another's unseen.

use domain::access;
use domain::draft::DraftMark;
use domain::id::{DraftId, PostId};
use domain::post::PostForm;
use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection};

use crate::column::instant;
use crate::{StoreError, Viewer};

/// What somebody is writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which, and when it was last kept.
    pub mark: DraftMark,
    /// The post it would change; none of a post that was never saved.
    pub post_id: Option<PostId>,
    /// As it was typed, right or wrong.
    pub form: PostForm,
}

/// What came of keeping a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeping {
    /// It is on the disk.
    Kept(DraftMark),
    /// Nothing was written: the draft is not as the writer last saw it. None: it was saved or thrown away since.
    Elsewhere(Option<Box<Draft>>),
}

/// The draft that a save ends: as the writer last saw it, or by the page it was written on. What another window has kept
/// in it since is not in the save, and stays.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ended {
    seen: Option<DraftMark>,
    desk: String,
}

#[derive(FromRow)]
struct Row {
    draft_id: DraftId,
    post_id: Option<PostId>,
    form: String,
    saved_at: i64,
}

impl TryFrom<Row> for Draft {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let mark = DraftMark { id: row.draft_id, saved_at: instant(row.saved_at)? };
        let form: PostForm = serde_json::from_str(&row.form).map_err(|_| StoreError::Corrupt("a draft"))?;
        Ok(Self { form: PostForm { draft: mark.to_string(), ..form }, mark, post_id: row.post_id })
    }
}

impl Viewer {
    /// The same, whose next save ends the draft that a form was kept in, in the save's own transaction.
    #[must_use]
    pub fn ending_draft_of(&self, form: &PostForm) -> Self {
        let ends = Ended { seen: DraftMark::parse(&form.draft), desk: form.desk.clone() };
        Self { ends, ..self.clone() }
    }

    pub(crate) async fn end_draft(&self, write: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "delete from draft where member_id = $1
                and ((draft_id = $2 and saved_at = $3) or ($4 <> '' and form ->> 'desk' = $4))",
        )
        .bind(self.member.id)
        .bind(self.ends.seen.map(|mark| mark.id))
        .bind(self.ends.seen.map(|mark| mark.saved_at.as_millisecond()))
        .bind(&self.ends.desk)
        .execute(write)
        .await?;
        Ok(())
    }

    /// Keeps a text as it is typed, for a post or for a new one. The form's `draft` says what its writer last saw.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they may not write, or the post is not theirs to change.
    pub async fn keep_draft(&self, post: Option<PostId>, form: &PostForm) -> Result<Keeping, StoreError> {
        if !access::may_write(&self.member) {
            return Err(StoreError::NotFound);
        }
        let mut write = self.store.write().await?;
        if let Some(id) = post {
            let stored = self.stored(&mut *write, id).await?;
            if !access::may_edit(&self.member, &stored.post.facts(&stored.post.author_ids())) {
                return Err(StoreError::NotFound);
            }
        }
        let seen = DraftMark::parse_told(&form.draft);
        let there = self.draft_in_the_way(&mut write, post, seen, form).await?;
        let now = self.store.now();
        let mark = match (there, seen) {
            (None, None) => self.insert_draft(&mut write, post, form, now).await?,
            (Some(there), _) if there.post_id == post && is_seen(&there, seen, form) => {
                update_draft(&mut write, &there, form, now).await?
            }
            (there, _) => return Ok(Keeping::Elsewhere(there.map(Box::new))),
        };
        write.commit().await?;
        Ok(Keeping::Kept(mark))
    }

    async fn draft_in_the_way(
        &self,
        write: &mut SqliteConnection,
        post: Option<PostId>,
        seen: Option<DraftMark>,
        form: &PostForm,
    ) -> Result<Option<Draft>, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "select draft_id, post_id, form, saved_at from draft where member_id = $1
             and (draft_id = $2 or post_id = $3 or ($4 <> '' and post_id is null and form ->> 'desk' = $4))
             order by draft_id limit 1",
        )
        .bind(self.member.id)
        .bind(seen.map(|mark| mark.id))
        .bind(post)
        .bind(&form.desk)
        .fetch_optional(write)
        .await?;
        row.map(Draft::try_from).transpose()
    }

    async fn insert_draft(
        &self,
        write: &mut SqliteConnection,
        post: Option<PostId>,
        form: &PostForm,
        now: Timestamp,
    ) -> Result<DraftMark, StoreError> {
        let id = sqlx::query_scalar(
            "insert into draft (member_id, post_id, form, saved_at) values ($1, $2, $3, $4) returning draft_id",
        )
        .bind(self.member.id)
        .bind(post)
        .bind(json(form)?)
        .bind(now.as_millisecond())
        .fetch_one(write)
        .await?;
        Ok(DraftMark { id, saved_at: now })
    }

    /// One of this member's drafts.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there or not theirs.
    pub async fn draft(&self, id: DraftId) -> Result<Draft, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "select draft_id, post_id, form, saved_at from draft where member_id = $1 and draft_id = $2",
        )
        .bind(self.member.id)
        .bind(id)
        .fetch_optional(&self.store.readers)
        .await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }

    /// What this member is writing of a post, if anything.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn draft_of(&self, post: PostId) -> Result<Option<Draft>, StoreError> {
        let row: Option<Row> =
            sqlx::query_as("select draft_id, post_id, form, saved_at from draft where member_id = $1 and post_id = $2")
                .bind(self.member.id)
                .bind(post)
                .fetch_optional(&self.store.readers)
                .await?;
        row.map(Draft::try_from).transpose()
    }

    /// All that this member is writing, the last kept first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "select draft_id, post_id, form, saved_at from draft where member_id = $1 order by saved_at desc, draft_id",
        )
        .bind(self.member.id)
        .fetch_all(&self.store.readers)
        .await?;
        rows.into_iter().map(Draft::try_from).collect()
    }

    /// How many drafts this member has.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_drafts(&self) -> Result<usize, StoreError> {
        let count: i64 = sqlx::query_scalar("select count(*) from draft where member_id = $1")
            .bind(self.member.id)
            .fetch_one(&self.store.readers)
            .await?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// Throws a draft away; one that is gone already is no error.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none of theirs.
    pub async fn drop_draft(&self, id: DraftId) -> Result<(), StoreError> {
        let mut write = self.store.write().await?;
        let done = sqlx::query("delete from draft where member_id = $1 and draft_id = $2")
            .bind(self.member.id)
            .bind(id)
            .execute(&mut *write)
            .await?;
        write.commit().await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}

/// Whether what is kept is what this writer last saw, or what this very page sent: its answer may have been lost.
fn is_seen(there: &Draft, seen: Option<DraftMark>, form: &PostForm) -> bool {
    seen == Some(there.mark) || (!form.desk.is_empty() && form.desk == there.form.desk)
}

async fn update_draft(
    write: &mut SqliteConnection,
    there: &Draft,
    form: &PostForm,
    now: Timestamp,
) -> Result<DraftMark, StoreError> {
    // Always later than before, or two that were kept within a millisecond would look the same.
    let at = now.as_millisecond().max(there.mark.saved_at.as_millisecond() + 1);
    sqlx::query("update draft set form = $2, saved_at = $3 where draft_id = $1")
        .bind(there.mark.id)
        .bind(json(form)?)
        .bind(at)
        .execute(write)
        .await?;
    Ok(DraftMark { id: there.mark.id, saved_at: instant(at)? })
}

fn json(form: &PostForm) -> Result<String, StoreError> {
    serde_json::to_string(form).map_err(|_| StoreError::Corrupt("a draft"))
}
