//! Schedules that have come round become occurrences and messages.

use domain::id::{MemberId, ScheduleId};
use domain::schedule::{Occasion, Schedule};
use jiff::Timestamp;
use jiff::civil::DateTime;
use sqlx::{FromRow, SqliteConnection};

use crate::reminder::ScheduleRow;
use crate::{Store, StoreError};

/// Schedules in one transaction: bounds how long other writers wait.
const BATCH: i64 = 500;

/// A time a schedule came round, as a message's id is made of it.
#[derive(Debug, Clone, Copy)]
pub struct Due {
    /// The schedule.
    pub schedule_id: ScheduleId,
    /// Whom it reminds.
    pub member_id: MemberId,
    /// The wall clock in the schedule's zone.
    pub local: DateTime,
}

/// What became due.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// Schedules whose time had come.
    pub due: usize,
    /// New messages for them.
    pub made: usize,
}

#[derive(FromRow)]
struct DueRow {
    schedule_id: ScheduleId,
    member_id: MemberId,
    rule_version: i64,
    email: String,
    #[sqlx(flatten)]
    schedule: ScheduleRow,
}

impl Store {
    /// Makes a message for every schedule whose time has come: for its latest occasion alone, however
    /// long the worker slept. `message_id` names a message (RFC 5322 §3.6.4), angle brackets included.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn take_due(&self, message_id: impl Fn(&Due) -> String) -> Result<Taken, StoreError> {
        let now = self.now();
        let mut taken = Taken::default();
        loop {
            let mut write = self.write().await?;
            let rows: Vec<DueRow> = sqlx::query_as(
                "select s.schedule_id, s.member_id, s.rule_version, s.recurrence, s.zone, s.first_local, m.email
                 from schedule s join member m using (member_id)
                 where s.next_at is not null and s.next_at <= $1
                    and not exists (select 1 from post p where p.post_id = s.post_id and p.trashed_at is not null)
                 order by s.next_at limit $2",
            )
            .bind(now.as_millisecond())
            .bind(BATCH)
            .fetch_all(&mut *write)
            .await?;
            if rows.is_empty() {
                return Ok(taken);
            }
            taken.due += rows.len();
            for row in rows {
                taken.made += usize::from(take(&mut write, row, now, &message_id).await?);
            }
            write.commit().await?;
        }
    }
}

/// Moves the cursor on, and makes the message of the latest occasion; false when there is one already.
async fn take(
    write: &mut SqliteConnection,
    row: DueRow,
    now: Timestamp,
    message_id: &impl Fn(&Due) -> String,
) -> Result<bool, StoreError> {
    let (id, member, rule_version, email) = (row.schedule_id, row.member_id, row.rule_version, row.email);
    let schedule: Schedule = match row.schedule.try_into() {
        Ok(schedule) => schedule,
        Err(cause) => return rest(write, id, &cause).await,
    };
    sqlx::query("update schedule set next_at = $2 where schedule_id = $1")
        .bind(id)
        .bind(schedule.next_after(now).map(|next| next.at.as_millisecond()))
        .execute(&mut *write)
        .await?;
    let Some(occasion) = schedule.latest_until(now) else { return Ok(false) };
    if !occur(write, id, rule_version, &occasion, now).await? {
        return Ok(false);
    }
    let due = Due { schedule_id: id, member_id: member, local: occasion.local };
    let made = sqlx::query(
        "insert into outbox (idempotency_key, message_id, letter, schedule_id, member_id, recipient, due_at, state, next_at, made_at)
         values ($1, $2, 'read_again', $3, $4, $5, $6, 'ready', $7, $7) on conflict do nothing",
    )
    .bind(format!("schedule/{id}/{}", occasion.local))
    .bind(message_id(&due))
    .bind(id)
    .bind(member)
    .bind(email)
    .bind(occasion.at.as_millisecond())
    .bind(now.as_millisecond())
    .execute(&mut *write)
    .await?;
    Ok(made.rows_affected() > 0)
}

/// A schedule that cannot be read, such as one in a zone that the zone database no longer has, must not hold up the others.
async fn rest(write: &mut SqliteConnection, id: ScheduleId, cause: &StoreError) -> Result<bool, StoreError> {
    tracing::error!(schedule = id.0, %cause, "a schedule cannot be read and rests until it is changed");
    sqlx::query("update schedule set next_at = null where schedule_id = $1").bind(id).execute(write).await?;
    Ok(false)
}

async fn occur(
    write: &mut SqliteConnection,
    id: ScheduleId,
    rule_version: i64,
    occasion: &Occasion,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let made = sqlx::query(
        "insert into occurrence (schedule_id, local_at, utc_at, rule_version, made_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing",
    )
    .bind(id)
    .bind(occasion.local.to_string())
    .bind(occasion.at.as_millisecond())
    .bind(rule_version)
    .bind(now.as_millisecond())
    .execute(write)
    .await?;
    Ok(made.rows_affected() > 0)
}
