//! Lines in the house about what concerns a member. They are written in the transaction of what they tell of, and a
//! post that somebody may no longer read takes its lines with it.

use domain::comment::NoticeKind;
use domain::id::{CommentId, MemberId, NoticeId, PostId, ReviewId};
use domain::language::Language;
use jiff::{SignedDuration, Timestamp};
use sqlx::{FromRow, SqliteConnection};

use crate::column::{count, instant, maybe_instant};
use crate::viewer::{known_thread, readable};
use crate::{Store, StoreError, Viewer};

/// How long a line is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

/// A line about what concerns a member.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Notice {
    /// Whom it concerns.
    pub(crate) to: MemberId,
    /// Why.
    pub(crate) kind: NoticeKind,
    /// The post it is about.
    pub(crate) post: PostId,
    /// The comment that was written, or the thread that was resolved.
    pub(crate) comment: Option<CommentId>,
    /// The review that was asked for or done.
    pub(crate) review: Option<ReviewId>,
    /// Who did it.
    pub(crate) by: MemberId,
}

/// Whether member `$1`, who may read a post `p`, may know of a comment by its number.
macro_rules! known_comment {
    ($id:literal) => {
        concat!(
            "(",
            $id,
            " is null or exists (select 1 from comment c where c.comment_id = ",
            $id,
            " and ",
            known_thread!(),
            "))"
        )
    };
}

/// Tells a member, in the transaction of what is told. Nobody is told of what they did themselves or may not read, nor
/// twice that they are named in the same words.
pub(crate) async fn tell(write: &mut SqliteConnection, notice: &Notice, now: Timestamp) -> Result<(), StoreError> {
    if notice.to == notice.by {
        return Ok(());
    }
    let reads_team: Option<bool> = sqlx::query_scalar("select role <> 'alumni' from member where member_id = $1")
        .bind(notice.to)
        .fetch_optional(&mut *write)
        .await?;
    sqlx::query(concat!(
        "insert into notice (member_id, kind, post_id, comment_id, review_id, by_member_id, made_at)
         select $1, $3, p.post_id, $5, $6, $7, $8 from post p where p.post_id = $4 and ",
        readable!(),
        " and ",
        known_comment!("$5"),
        " on conflict do nothing"
    ))
    .bind(notice.to)
    .bind(reads_team.unwrap_or(false))
    .bind(notice.kind)
    .bind(notice.post)
    .bind(notice.comment)
    .bind(notice.review)
    .bind(notice.by)
    .bind(now.as_millisecond())
    .execute(write)
    .await?;
    Ok(())
}

/// A line as its reader sees it.
#[derive(Debug, Clone)]
pub struct NoticeLine {
    /// Its number.
    pub id: NoticeId,
    /// Why it concerns them.
    pub kind: NoticeKind,
    /// The post it is about.
    pub post: PostId,
    /// The post's title.
    pub title: String,
    /// The language the post is written in.
    pub language: Language,
    /// The comment it is about.
    pub comment: Option<CommentId>,
    /// The review it is about.
    pub review: Option<ReviewId>,
    /// Who did it.
    pub by: String,
    /// When.
    pub made_at: Timestamp,
    /// When its reader saw it.
    pub read_at: Option<Timestamp>,
}

#[derive(FromRow)]
struct NoticeRow {
    notice_id: NoticeId,
    kind: NoticeKind,
    post_id: PostId,
    title: String,
    language: Language,
    comment_id: Option<CommentId>,
    review_id: Option<ReviewId>,
    by_name: String,
    made_at: i64,
    read_at: Option<i64>,
}

impl TryFrom<NoticeRow> for NoticeLine {
    type Error = StoreError;

    fn try_from(row: NoticeRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.notice_id,
            kind: row.kind,
            post: row.post_id,
            title: row.title,
            language: row.language,
            comment: row.comment_id,
            review: row.review_id,
            by: row.by_name,
            made_at: instant(row.made_at)?,
            read_at: maybe_instant(row.read_at)?,
        })
    }
}

impl Viewer {
    /// What concerns the member, the newest first: `limit` lines before one of them, or from the newest on.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn notices(&self, before: Option<NoticeId>, limit: usize) -> Result<Vec<NoticeLine>, StoreError> {
        let rows: Vec<NoticeRow> = sqlx::query_as(concat!(
            "select n.notice_id, n.kind, n.post_id, r.title, r.language, n.comment_id, n.review_id, b.name as by_name,
                n.made_at, n.read_at
             from notice n join post p using (post_id) join revision r using (revision_id)
                join member b on b.member_id = n.by_member_id
             where n.member_id = $1 and n.made_at >= $3 and ($4 is null or n.notice_id < $4) and ",
            readable!(),
            " and ",
            known_comment!("n.comment_id"),
            " order by n.notice_id desc limit $5"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(self.notices_since())
        .bind(before)
        .bind(count(limit))
        .fetch_all(&self.store.readers)
        .await?;
        rows.into_iter().map(NoticeLine::try_from).collect()
    }

    /// Whether something concerns the member that they have not seen.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn has_unread_notices(&self) -> Result<bool, StoreError> {
        Ok(sqlx::query_scalar(concat!(
            "select exists (select 1 from notice n join post p using (post_id)
             where n.member_id = $1 and n.read_at is null and n.made_at >= $3 and ",
            readable!(),
            " and ",
            known_comment!("n.comment_id"),
            ")"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(self.notices_since())
        .fetch_one(&self.store.readers)
        .await?)
    }

    /// The member has opened a post: what concerned them there is seen. Gives whether there was any.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn read_notices_of(&self, post: PostId) -> Result<bool, StoreError> {
        let unread: bool = sqlx::query_scalar(
            "select exists (select 1 from notice where member_id = $1 and post_id = $2 and read_at is null)",
        )
        .bind(self.member.id)
        .bind(post)
        .fetch_one(&self.store.readers)
        .await?;
        if unread {
            let mut write = self.store.write().await?;
            sqlx::query("update notice set read_at = $3 where member_id = $1 and post_id = $2 and read_at is null")
                .bind(self.member.id)
                .bind(post)
                .bind(self.store.now().as_millisecond())
                .execute(&mut *write)
                .await?;
            write.commit().await?;
        }
        Ok(unread)
    }

    /// All is seen, up to a line: what came after the list was shown is not.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn read_notices_up_to(&self, newest: NoticeId) -> Result<(), StoreError> {
        let mut write = self.store.write().await?;
        sqlx::query("update notice set read_at = $3 where member_id = $1 and notice_id <= $2 and read_at is null")
            .bind(self.member.id)
            .bind(newest)
            .bind(self.store.now().as_millisecond())
            .execute(&mut *write)
            .await?;
        Ok(write.commit().await?)
    }

    fn notices_since(&self) -> i64 {
        (self.store.now() - KEPT).as_millisecond()
    }
}

impl Store {
    /// Forgets lines that are older than they are kept; how many. That somebody was named stays known, and unseen.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn forget_old_notices(&self) -> Result<u64, StoreError> {
        let before = (self.now() - KEPT).as_millisecond();
        let mut write = self.write().await?;
        let gone = sqlx::query("delete from notice where made_at < $1 and kind <> 'mention'")
            .bind(before)
            .execute(&mut *write)
            .await?;
        write.commit().await?;
        Ok(gone.rows_affected())
    }
}
