//! What was thrown away: nowhere to be seen but here, brought back as it was, or deleted for good with all that is of it.

use domain::access;
use domain::audit::Deed;
use domain::id::PostId;
use domain::language::Language;
use domain::post::PostKind;
use domain::trash::deleted_since;
use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection};

use crate::audit::remember;
use crate::column::instant;
use crate::{By, Note, Store, StoreError, Viewer};

/// Posts deleted in one round: bounds how long other writers wait.
const BATCH: i64 = 20;

/// A number that no post or schedule ever had, those that were deleted for good included: addresses and letters name it.
macro_rules! fresh_number {
    ($noun:literal) => {
        concat!(
            "(select max(coalesce((select max(",
            $noun,
            "_id) from ",
            $noun,
            "), 0), coalesce((select number from spent_number where noun = '",
            $noun,
            "'), 0)) + 1)"
        )
    };
}
pub(crate) use fresh_number;

/// A post in the trash.
#[derive(Debug, Clone)]
pub struct TrashLine {
    /// Its number.
    pub id: PostId,
    /// Its kind.
    pub kind: PostKind,
    /// Its title.
    pub title: String,
    /// The language it is written in.
    pub language: Language,
    /// When it was put there.
    pub trashed_at: Timestamp,
    /// Who put it there.
    pub trashed_by: String,
}

#[derive(FromRow)]
struct TrashRow {
    post_id: PostId,
    kind: PostKind,
    title: String,
    language: Language,
    trashed_at: i64,
    trashed_by: String,
}

impl TryFrom<TrashRow> for TrashLine {
    type Error = StoreError;

    fn try_from(row: TrashRow) -> Result<Self, StoreError> {
        let trashed_at = instant(row.trashed_at)?;
        let TrashRow { post_id: id, kind, title, language, trashed_by, .. } = row;
        Ok(Self { id, kind, title, language, trashed_at, trashed_by })
    }
}

/// What is in the trash and member `$1` may bring back: `domain::access::may_edit`, where `$2` is whether they may write.
macro_rules! my_trash {
    () => {
        "select p.post_id, p.kind, r.title, r.language, p.trashed_at, m.name as trashed_by
         from post p join revision r using (revision_id) join member m on m.member_id = p.trashed_by
         where p.trashed_at is not null and $2
            and exists (select 1 from post_author a where a.post_id = p.post_id and a.member_id = $1)"
    };
}

impl Viewer {
    /// What this member may bring back, the last thrown away first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn trash(&self) -> Result<Vec<TrashLine>, StoreError> {
        let rows: Vec<TrashRow> = sqlx::query_as(concat!(my_trash!(), " order by p.trashed_at desc, p.post_id desc"))
            .bind(self.member.id)
            .bind(access::may_write(&self.member))
            .fetch_all(&self.store.readers)
            .await?;
        rows.into_iter().map(TrashLine::try_from).collect()
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not in the trash or not theirs to bring back.
    pub async fn trashed(&self, id: PostId) -> Result<TrashLine, StoreError> {
        let row: Option<TrashRow> = sqlx::query_as(concat!(my_trash!(), " and p.post_id = $3"))
            .bind(self.member.id)
            .bind(access::may_write(&self.member))
            .bind(id)
            .fetch_optional(&self.store.readers)
            .await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }

    /// Puts a post into the trash.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there or not theirs to change.
    pub async fn trash_post(&self, id: PostId, by: &By) -> Result<(), StoreError> {
        let now = self.store.now();
        let mut write = self.store.write().await?;
        let post = self.stored(&mut *write, id).await?.post;
        if !access::may_edit(&self.member, &post.facts(&post.author_ids())) {
            return Err(StoreError::NotFound);
        }
        sqlx::query("update post set trashed_at = $2, trashed_by = $3 where post_id = $1")
            .bind(id)
            .bind(now.as_millisecond())
            .bind(self.member.id)
            .execute(&mut *write)
            .await?;
        remember(&mut write, &Note::new(Deed::PostTrashed, by).with(&id.to_string()), now).await?;
        Ok(write.commit().await?)
    }

    /// Brings a post back as it was, with its reminders: of what came due meanwhile, the latest comes now.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not in the trash or not theirs to bring back.
    pub async fn restore_post(&self, id: PostId, by: &By) -> Result<(), StoreError> {
        let mut write = self.store.write().await?;
        self.is_in_my_trash(&mut write, id).await?;
        sqlx::query("update post set trashed_at = null, trashed_by = null where post_id = $1")
            .bind(id)
            .execute(&mut *write)
            .await?;
        remember(&mut write, &Note::new(Deed::PostRestored, by).with(&id.to_string()), self.store.now()).await?;
        Ok(write.commit().await?)
    }

    /// Deletes a post in the trash for good, before its time.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not in the trash or not theirs to bring back.
    pub async fn delete_post(&self, id: PostId, by: &By) -> Result<(), StoreError> {
        let now = self.store.now();
        let mut write = self.store.write().await?;
        self.is_in_my_trash(&mut write, id).await?;
        delete_for_good(&mut write, id, now).await?;
        remember(&mut write, &Note::new(Deed::PostDeleted, by).with(&id.to_string()), now).await?;
        Ok(write.commit().await?)
    }

    async fn is_in_my_trash(&self, write: &mut SqliteConnection, id: PostId) -> Result<(), StoreError> {
        let row: Option<TrashRow> = sqlx::query_as(concat!(my_trash!(), " and p.post_id = $3"))
            .bind(self.member.id)
            .bind(access::may_write(&self.member))
            .bind(id)
            .fetch_optional(write)
            .await?;
        row.map(|_| ()).ok_or(StoreError::NotFound)
    }
}

impl Store {
    /// Deletes for good what has been in the trash long enough; gives how many posts.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn empty_trash(&self) -> Result<usize, StoreError> {
        let now = self.now();
        let mut deleted = 0;
        loop {
            let mut write = self.write().await?;
            let posts: Vec<PostId> = sqlx::query_scalar(
                "select post_id from post where trashed_at is not null and trashed_at <= $1 order by post_id limit $2",
            )
            .bind(deleted_since(now).as_millisecond())
            .bind(BATCH)
            .fetch_all(&mut *write)
            .await?;
            if posts.is_empty() {
                return Ok(deleted);
            }
            for id in &posts {
                delete_for_good(&mut write, *id, now).await?;
                let note = By::command_line();
                remember(&mut write, &Note::new(Deed::PostExpired, &note).with(&id.to_string()), now).await?;
            }
            write.commit().await?;
            deleted += posts.len();
        }
    }
}

/// All that is of a post. Comments, reviews, notices, links and its place in a story go by their keys. What somebody was
/// writing of it becomes a draft of a new post: nobody threw those words away. Its messages stay in the mail log without a
/// title, and those that wait are not sent.
async fn delete_for_good(write: &mut SqliteConnection, id: PostId, now: Timestamp) -> Result<(), StoreError> {
    for statement in [
        "update draft set post_id = null, form = json_set(form, '$.base', '') where post_id = $1 and $2 > 0",
        "update outbox set subject = '…', mime = null,
            settled_at = case when state in ('ready', 'retry', 'ambiguous') then coalesce(settled_at, $2) else settled_at end,
            state = case when state in ('ready', 'retry') or (state = 'ambiguous' and settled_at is null) then 'skipped' else state end
         where schedule_id in (select schedule_id from schedule where post_id = $1)",
        "insert into spent_number (noun, number)
         select 'schedule', max(schedule_id) from schedule where post_id = $1 and $2 > 0 having count(*) > 0
         on conflict (noun) do update set number = max(number, excluded.number)",
        "insert into spent_number (noun, number) select 'post', $1 where $2 > 0
         on conflict (noun) do update set number = max(number, excluded.number)",
        "delete from occurrence where $2 > 0 and schedule_id in (select schedule_id from schedule where post_id = $1)",
        "delete from schedule where post_id = $1 and $2 > 0",
        "delete from post_tag where post_id = $1 and $2 > 0",
        "delete from post_author where post_id = $1 and $2 > 0",
        "delete from rendering where $2 > 0 and revision_id in (select revision_id from revision where post_id = $1)",
        "delete from comment where post_id = $1 and $2 > 0", // before the revisions they were said about
        "delete from review where post_id = $1 and $2 > 0",
        "delete from revision where post_id = $1 and $2 > 0",
        "delete from post where post_id = $1 and $2 > 0",
    ] {
        sqlx::query(statement).bind(id).bind(now.as_millisecond()).execute(&mut *write).await?;
    }
    Ok(())
}
