//! A colleague asked to read a write-up: until they answer they may read it, even if it is its authors' alone.

use domain::access;
use domain::comment::NoticeKind;
use domain::id::{MemberId, PostId, ReviewId, RevisionId};
use domain::language::Language;
use domain::post::{Post, PostKind};
use domain::review::{NewReview, Outcome, Remark, Stage};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::{FromRow, SqliteConnection};

use crate::column::{instant, maybe_instant};
use crate::member::member_now;
use crate::notice::{Notice, tell};
use crate::viewer::{known_revision, readable};
use crate::{StoreError, Viewer};

/// A review, open or answered.
#[derive(Debug, Clone)]
pub struct Review {
    /// Its number.
    pub id: ReviewId,
    /// Of which write-up.
    pub post_id: PostId,
    /// What that is called by now.
    pub title: String,
    /// The language it is written in.
    pub language: Language,
    /// Who is asked.
    pub reviewer_id: MemberId,
    /// What they are called.
    pub reviewer: String,
    /// Who asked.
    pub asked_by: String,
    /// When.
    pub asked_at: Timestamp,
    /// The day by which they should answer.
    pub due: Date,
    /// What they were told with it.
    pub remark: Option<String>,
    /// Which revision they were asked about, from 1.
    pub revision_number: i64,
    /// How often the write-up was saved by now.
    pub current_number: i64,
    /// How it ended; none while it is open.
    pub answer: Option<Answer>,
}

/// How a review ended.
#[derive(Debug, Clone)]
pub struct Answer {
    /// In which way.
    pub outcome: Outcome,
    /// What the reviewer says with it.
    pub remark: Option<String>,
    /// When.
    pub at: Timestamp,
    /// Which revision they had read; none of a review that was taken back.
    pub revision_number: Option<i64>,
}

impl Review {
    /// How often the write-up was saved since the answer.
    pub fn revisions_since(&self) -> i64 {
        let read = self.answer.as_ref().and_then(|answer| answer.revision_number);
        read.map_or(0, |number| self.current_number - number)
    }
}

/// What a reviewer reads: the source of one revision.
#[derive(Debug, Clone)]
pub struct ReviewText {
    /// The revision.
    pub revision_id: RevisionId,
    /// Its number within the write-up, from 1.
    pub number: i64,
    /// Its Markdown.
    pub body: String,
}

#[derive(FromRow)]
struct ReviewRow {
    review_id: ReviewId,
    post_id: PostId,
    title: String,
    language: Language,
    reviewer_id: MemberId,
    reviewer: String,
    asked_by: String,
    asked_at: i64,
    due_on: String,
    remark: Option<String>,
    revision_number: i64,
    current_number: i64,
    outcome: Option<Outcome>,
    note: Option<String>,
    answered_at: Option<i64>,
    answered_number: Option<i64>,
}

impl TryFrom<ReviewRow> for Review {
    type Error = StoreError;

    fn try_from(row: ReviewRow) -> Result<Self, StoreError> {
        let answer = match (row.outcome, maybe_instant(row.answered_at)?) {
            (Some(outcome), Some(at)) => {
                Some(Answer { outcome, remark: row.note, at, revision_number: row.answered_number })
            }
            _ => None,
        };
        Ok(Self {
            id: row.review_id,
            post_id: row.post_id,
            title: row.title,
            language: row.language,
            reviewer_id: row.reviewer_id,
            reviewer: row.reviewer,
            asked_by: row.asked_by,
            asked_at: instant(row.asked_at)?,
            due: row.due_on.parse().map_err(|_| StoreError::Corrupt("a day"))?,
            remark: row.remark,
            revision_number: row.revision_number,
            current_number: row.current_number,
            answer,
        })
    }
}

/// Reviews `v` of posts that member `$1` may read.
macro_rules! reviews {
    () => {
        concat!(
            "select v.review_id, v.post_id, r.title, r.language, v.reviewer_id, w.name as reviewer, b.name as asked_by,
                v.asked_at, v.due_on, v.remark, q.number as revision_number, r.number as current_number, v.outcome, v.note,
                v.answered_at, z.number as answered_number
             from review v join post p using (post_id) join revision r on r.revision_id = p.revision_id
                join revision q on q.revision_id = v.revision_id join member w on w.member_id = v.reviewer_id
                join member b on b.member_id = v.asked_by left join revision z on z.revision_id = v.answered_revision_id
             where ",
            readable!()
        )
    };
}

impl Viewer {
    /// Reviews of a post, the newest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn reviews_of(&self, post: PostId) -> Result<Vec<Review>, StoreError> {
        let rows: Vec<ReviewRow> = sqlx::query_as(concat!(reviews!(), " and v.post_id = $3 order by v.review_id desc"))
            .bind(self.member.id)
            .bind(self.reads_team())
            .bind(post)
            .fetch_all(&self.store.readers)
            .await?;
        rows.into_iter().map(Review::try_from).collect()
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there or not theirs to read.
    pub async fn review(&self, post: PostId, id: ReviewId) -> Result<Review, StoreError> {
        let row: Option<ReviewRow> = sqlx::query_as(concat!(reviews!(), " and v.post_id = $3 and v.review_id = $4"))
            .bind(self.member.id)
            .bind(self.reads_team())
            .bind(post)
            .bind(id)
            .fetch_optional(&self.store.readers)
            .await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }

    /// Open reviews that this member is asked for, the first due first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn reviews_to_do(&self) -> Result<Vec<Review>, StoreError> {
        let rows: Vec<ReviewRow> = sqlx::query_as(concat!(
            reviews!(),
            " and v.reviewer_id = $1 and v.outcome is null order by v.due_on, v.review_id"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .fetch_all(&self.store.readers)
        .await?;
        rows.into_iter().map(Review::try_from).collect()
    }

    /// Open reviews of what this member wrote, the first due first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn reviews_awaited(&self) -> Result<Vec<Review>, StoreError> {
        let rows: Vec<ReviewRow> = sqlx::query_as(concat!(
            reviews!(),
            " and v.outcome is null and exists
                (select 1 from post_author mine where mine.post_id = v.post_id and mine.member_id = $1)
              order by v.due_on, v.review_id"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .fetch_all(&self.store.readers)
        .await?;
        rows.into_iter().map(Review::try_from).collect()
    }

    /// What is read in a review: while it is open the current revision, then the one that was answered; to whoever may
    /// not know that one, since it was private then, the current one still.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs to read.
    pub async fn review_text(&self, post: PostId, id: ReviewId) -> Result<ReviewText, StoreError> {
        let row: Option<(RevisionId, i64, String)> = sqlx::query_as(concat!(
            "select r.revision_id, r.number, r.body from review x join post p using (post_id)
                join revision r on r.revision_id in (x.answered_revision_id, p.revision_id)
             where x.post_id = $3 and x.review_id = $4 and ",
            readable!(),
            " and ",
            known_revision!(),
            " order by coalesce(r.revision_id = x.answered_revision_id, false) desc limit 1"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(post)
        .bind(id)
        .fetch_optional(&self.store.readers)
        .await?;
        let (revision_id, number, body) = row.ok_or(StoreError::NotFound)?;
        Ok(ReviewText { revision_id, number, body })
    }

    /// Asks a colleague to read a write-up. Whoever is asked already is asked once.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is no write-up of theirs, or that member cannot be asked.
    pub async fn ask_review(&self, post: PostId, new: &NewReview) -> Result<ReviewId, StoreError> {
        let now = self.store.now();
        let mut write = self.store.write().await?;
        let post = self.my_write_up(&mut write, post).await?;
        let ids = post.author_ids();
        let reviewer = member_now(&mut write, new.reviewer).await?;
        if !access::may_review(&reviewer, &post.facts(&ids)) {
            return Err(StoreError::NotFound);
        }
        let same = sqlx::query_scalar(
            "select review_id from review where post_id = $1 and reviewer_id = $2 and outcome is null",
        )
        .bind(post.id)
        .bind(reviewer.id)
        .fetch_optional(&mut *write)
        .await?;
        if let Some(same) = same {
            return Ok(same); // a form sent twice
        }
        let id = sqlx::query_scalar(
            "insert into review (post_id, reviewer_id, asked_by, asked_at, due_on, remark, revision_id)
             values ($1, $2, $3, $4, $5, $6, $7) returning review_id",
        )
        .bind(post.id)
        .bind(reviewer.id)
        .bind(self.member.id)
        .bind(now.as_millisecond())
        .bind(new.due.to_string())
        .bind(new.remark.as_ref().map(Remark::as_str))
        .bind(post.revision_id)
        .fetch_one(&mut *write)
        .await?;
        let notice = self.notice(reviewer.id, NoticeKind::ReviewAsked, post.id, id);
        tell(&mut write, &notice, now).await?;
        write.commit().await?;
        Ok(id)
    }

    /// Answers a review that this member was asked for: once, about the revision that they read, which is none from before
    /// they were asked.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs, or not open any more.
    pub async fn answer_review(
        &self,
        post: PostId,
        id: ReviewId,
        answer: (Outcome, Option<&Remark>),
        read: Option<RevisionId>,
    ) -> Result<(), StoreError> {
        let now = self.store.now();
        let mut write = self.store.write().await?;
        let authors = self.stored(&mut *write, post).await?.post.author_ids();
        let answered = sqlx::query(
            "update review set outcome = $4, note = $5, answered_at = $6, answered_by = $3,
                answered_revision_id = coalesce(
                    (select r.revision_id from revision r where r.post_id = $1 and r.revision_id = $7
                        and r.number >= (select q.number from revision q where q.revision_id = review.revision_id)),
                    (select p.revision_id from post p where p.post_id = $1))
             where post_id = $1 and review_id = $2 and reviewer_id = $3 and outcome is null",
        )
        .bind(post)
        .bind(id)
        .bind(self.member.id)
        .bind(answer.0)
        .bind(answer.1.map(Remark::as_str))
        .bind(now.as_millisecond())
        .bind(read)
        .execute(&mut *write)
        .await?;
        if answered.rows_affected() == 0 {
            return Err(StoreError::NotFound);
        }
        for author in authors {
            tell(&mut write, &self.notice(author, NoticeKind::ReviewAnswered, post, id), now).await?;
        }
        Ok(write.commit().await?)
    }

    /// Takes back that somebody was asked.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is no write-up of theirs, or the review is not open any more.
    pub async fn withdraw_review(&self, post: PostId, id: ReviewId) -> Result<(), StoreError> {
        let now = self.store.now();
        let mut write = self.store.write().await?;
        let post = self.my_write_up(&mut write, post).await?;
        let withdrawn = sqlx::query(
            "update review set outcome = 'withdrawn', answered_at = $3, answered_by = $4
             where post_id = $1 and review_id = $2 and outcome is null",
        )
        .bind(post.id)
        .bind(id)
        .bind(now.as_millisecond())
        .bind(self.member.id)
        .execute(&mut *write)
        .await?;
        if withdrawn.rows_affected() == 0 {
            return Err(StoreError::NotFound);
        }
        Ok(write.commit().await?)
    }

    /// Says where a write-up stands.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is no write-up of theirs.
    pub async fn set_stage(&self, post: PostId, stage: Stage) -> Result<(), StoreError> {
        let now = self.store.now();
        let mut write = self.store.write().await?;
        let post = self.my_write_up(&mut write, post).await?;
        sqlx::query("update post set status = $2, status_at = $3, status_by = $4 where post_id = $1 and status <> $2")
            .bind(post.id)
            .bind(stage)
            .bind(now.as_millisecond())
            .bind(self.member.id)
            .execute(&mut *write)
            .await?;
        Ok(write.commit().await?)
    }

    fn notice(&self, to: MemberId, kind: NoticeKind, post: PostId, review: ReviewId) -> Notice {
        Notice { to, kind, post, comment: None, review: Some(review), by: self.member.id }
    }

    /// A write-up that this member may change.
    async fn my_write_up(&self, write: &mut SqliteConnection, id: PostId) -> Result<Post, StoreError> {
        let post = self.stored(&mut *write, id).await?.post;
        let is_mine = access::may_edit(&self.member, &post.facts(&post.author_ids()));
        if is_mine && post.kind == PostKind::WriteUp { Ok(post) } else { Err(StoreError::NotFound) }
    }
}
