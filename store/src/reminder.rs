//! Schedules of a member's own: make, change, stop, list. A change cancels what the older rule has not sent.

use domain::id::{MemberId, PostId, ScheduleId};
use domain::reminder::{Reminder, ReminderKind};
use domain::schedule::{Recurrence, Schedule};
use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection};

use crate::column::{local, maybe_instant, zone};
use crate::trash::fresh_number;
use crate::viewer::readable;
use crate::{Store, StoreError, Viewer};

#[derive(FromRow)]
struct ReminderRow {
    schedule_id: ScheduleId,
    post_id: PostId,
    title: String,
    #[sqlx(flatten)]
    schedule: ScheduleRow,
    next_at: Option<i64>,
    stopped_at: Option<i64>,
}

/// The columns of a rule.
#[derive(FromRow)]
pub(crate) struct ScheduleRow {
    recurrence: Recurrence,
    zone: String,
    first_local: String,
}

impl TryFrom<ScheduleRow> for Schedule {
    type Error = StoreError;

    fn try_from(row: ScheduleRow) -> Result<Self, StoreError> {
        Ok(Self { recurrence: row.recurrence, first: local(&row.first_local)?, zone: zone(&row.zone)? })
    }
}

impl TryFrom<ReminderRow> for Reminder {
    type Error = StoreError;

    fn try_from(row: ReminderRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.schedule_id,
            post_id: row.post_id,
            post_title: row.title,
            schedule: row.schedule.try_into()?,
            next_at: maybe_instant(row.next_at)?,
            stopped_at: maybe_instant(row.stopped_at)?,
        })
    }
}

/// Reminders of member `$1`, of posts that they may read.
macro_rules! my_reminders {
    () => {
        concat!(
            "select s.schedule_id, s.post_id, r.title, s.recurrence, s.zone, s.first_local, s.next_at, s.stopped_at
             from schedule s join post p using (post_id) join revision r using (revision_id)
             where s.member_id = $1 and ",
            readable!()
        )
    };
}

impl Viewer {
    /// All reminders, the next one first; those that are over come last.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn reminders(&self) -> Result<Vec<Reminder>, StoreError> {
        let rows: Vec<ReminderRow> =
            sqlx::query_as(concat!(my_reminders!(), " order by s.next_at is null, s.next_at, s.schedule_id desc"))
                .bind(self.member.id)
                .bind(self.reads_team())
                .fetch_all(&self.store.readers)
                .await?;
        rows.into_iter().map(Reminder::try_from).collect()
    }

    /// The live ones of a post, the next one first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn reminders_of_post(&self, post: PostId) -> Result<Vec<Reminder>, StoreError> {
        let rows: Vec<ReminderRow> = sqlx::query_as(concat!(
            my_reminders!(),
            " and s.post_id = $3 and s.next_at is not null order by s.next_at, s.schedule_id"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(post)
        .fetch_all(&self.store.readers)
        .await?;
        rows.into_iter().map(Reminder::try_from).collect()
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs.
    pub async fn reminder(&self, id: ScheduleId) -> Result<Reminder, StoreError> {
        let row: Option<ReminderRow> = sqlx::query_as(concat!(my_reminders!(), " and s.schedule_id = $3"))
            .bind(self.member.id)
            .bind(self.reads_team())
            .bind(id)
            .fetch_optional(&self.store.readers)
            .await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }

    /// "Remind me of this post". The same wish twice is one.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the post is not theirs to read.
    pub async fn remind(&self, post: PostId, schedule: &Schedule) -> Result<ScheduleId, StoreError> {
        self.post_line(post).await?;
        let now = self.store.now();
        let mut write = self.store.write().await?;
        let same = sqlx::query_scalar(
            "select schedule_id from schedule where member_id = $1 and post_id = $2 and recurrence = $3 and zone = $4
                and first_local = $5 and next_at is not null",
        )
        .bind(self.member.id)
        .bind(post)
        .bind(schedule.recurrence)
        .bind(schedule.zone.name())
        .bind(schedule.first.to_string())
        .fetch_optional(&mut *write)
        .await?;
        if let Some(same) = same {
            return Ok(same); // a form sent twice
        }
        let id = sqlx::query_scalar(concat!(
            "insert into schedule (schedule_id, member_id, kind, post_id, recurrence, zone, first_local, next_at, created_at)
             values (",
            fresh_number!("schedule"),
            ", $1, $2, $3, $4, $5, $6, $7, $8) returning schedule_id"
        ))
        .bind(self.member.id)
        .bind(ReminderKind::ReadAgain)
        .bind(post)
        .bind(schedule.recurrence)
        .bind(schedule.zone.name())
        .bind(schedule.first.to_string())
        .bind(next(schedule, now))
        .bind(now.as_millisecond())
        .fetch_one(&mut *write)
        .await?;
        write.commit().await?;
        Ok(id)
    }

    /// Another rule for a reminder, which goes on if it was stopped.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs.
    pub async fn change_reminder(&self, id: ScheduleId, schedule: &Schedule) -> Result<(), StoreError> {
        let now = self.store.now();
        let mut write = self.store.write().await?;
        let changed = sqlx::query(
            "update schedule set recurrence = $3, zone = $4, first_local = $5, next_at = $6, stopped_at = null,
                rule_version = rule_version + 1
             where schedule_id = $1 and member_id = $2",
        )
        .bind(id)
        .bind(self.member.id)
        .bind(schedule.recurrence)
        .bind(schedule.zone.name())
        .bind(schedule.first.to_string())
        .bind(next(schedule, now))
        .execute(&mut *write)
        .await?;
        if changed.rows_affected() == 0 {
            return Err(StoreError::NotFound);
        }
        cancel_unsent(&mut write, id, now).await?;
        Ok(write.commit().await?)
    }

    /// Stops a reminder; stopping it twice is stopping it once.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs.
    pub async fn stop_reminder(&self, id: ScheduleId) -> Result<(), StoreError> {
        self.reminder(id).await?;
        self.store.stop_schedule(id, self.member.id).await
    }
}

impl Store {
    /// Stops a member's schedule, and cancels what it has not sent.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn stop_schedule(&self, id: ScheduleId, member: MemberId) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let stopped = sqlx::query(
            "update schedule set stopped_at = $3, next_at = null, rule_version = rule_version + 1
             where schedule_id = $1 and member_id = $2 and stopped_at is null",
        )
        .bind(id)
        .bind(member)
        .bind(now.as_millisecond())
        .execute(&mut *write)
        .await?;
        if stopped.rows_affected() > 0 {
            cancel_unsent(&mut write, id, now).await?;
        }
        Ok(write.commit().await?)
    }

    /// Goes on with a stopped schedule, from its next occasion.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn resume_schedule(&self, id: ScheduleId, member: MemberId) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let row: Option<ScheduleRow> = sqlx::query_as(
            "select recurrence, zone, first_local from schedule
             where schedule_id = $1 and member_id = $2 and stopped_at is not null",
        )
        .bind(id)
        .bind(member)
        .fetch_optional(&mut *write)
        .await?;
        let Some(row) = row else { return Ok(()) };
        sqlx::query("update schedule set stopped_at = null, next_at = $2 where schedule_id = $1")
            .bind(id)
            .bind(next(&row.try_into()?, now))
            .execute(&mut *write)
            .await?;
        Ok(write.commit().await?)
    }

    /// A member's schedule and what it is about, for the link in its mail. A post that they may no
    /// longer read has no title any more.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn schedule_subject(&self, id: ScheduleId, member: MemberId) -> Result<Option<Reminder>, StoreError> {
        let row: Option<ReminderRow> = sqlx::query_as(concat!(
            "select s.schedule_id, s.post_id, s.recurrence, s.zone, s.first_local, s.next_at, s.stopped_at,
                case when ",
            readable!(),
            " then r.title else '…' end as title
             from schedule s join post p using (post_id) join revision r using (revision_id)
             where s.member_id = $1 and s.schedule_id = $3"
        ))
        .bind(member)
        .bind(self.reads_team(member).await?)
        .bind(id)
        .fetch_optional(&self.readers)
        .await?;
        row.map(Reminder::try_from).transpose()
    }

    async fn reads_team(&self, member: MemberId) -> Result<bool, StoreError> {
        let reads = sqlx::query_scalar("select role <> 'alumni' from member where member_id = $1")
            .bind(member)
            .fetch_optional(&self.readers)
            .await?;
        Ok(reads.unwrap_or(false))
    }
}

fn next(schedule: &Schedule, now: Timestamp) -> Option<i64> {
    schedule.next_after(now).map(|occasion| occasion.at.as_millisecond())
}

/// What a rule made and has not sent is void once the rule changes; what is in a worker's hands goes out.
async fn cancel_unsent(write: &mut SqliteConnection, id: ScheduleId, now: Timestamp) -> Result<(), StoreError> {
    sqlx::query(
        "update outbox set state = 'cancelled', settled_at = $2
         where schedule_id = $1 and settled_at is null and state in ('ready', 'retry', 'ambiguous')",
    )
    .bind(id)
    .bind(now.as_millisecond())
    .execute(write)
    .await?;
    Ok(())
}
