//! What an admin sees of the mail, and the little they can do about it.

use domain::audit::Deed;
use domain::id::OutboxId;
use domain::mail::{LetterKind, MailState, Phase};
use jiff::Timestamp;
use sqlx::FromRow;

use crate::audit::remember;
use crate::column::{count, email, instant, maybe_instant};
use crate::{By, Note, Store, StoreError};

/// A message in the log. No address stands there whole.
#[derive(Debug, Clone)]
pub struct MailLine {
    /// Its number.
    pub outbox_id: OutboxId,
    /// What it is.
    pub letter: LetterKind,
    /// Who it is for; none for who is no member yet.
    pub member_name: Option<String>,
    /// Their address, all but its first letter and its host hidden.
    pub recipient_masked: String,
    /// Its subject, once written.
    pub subject: Option<String>,
    /// Where it is.
    pub state: MailState,
    /// How often it was tried.
    pub attempts: u32,
    /// When it should have gone.
    pub due_at: Timestamp,
    /// When it came to an end, if it has.
    pub settled_at: Option<Timestamp>,
    /// Where the last attempt ended, if there was one.
    pub last_phase: Option<Phase>,
    /// The server's last reply code.
    pub last_code: Option<u16>,
    /// What the server said, or what went wrong on the way.
    pub last_error: Option<String>,
}

/// The mail waits: the channel is at fault.
#[derive(Debug, Clone)]
pub struct MailPause {
    /// Until when.
    pub until: Timestamp,
    /// What the server said.
    pub reason: String,
}

#[derive(FromRow)]
struct MailRow {
    outbox_id: OutboxId,
    letter: LetterKind,
    name: Option<String>,
    recipient: String,
    subject: Option<String>,
    state: MailState,
    attempts: u32,
    due_at: i64,
    settled_at: Option<i64>,
    last_phase: Option<Phase>,
    last_code: Option<u16>,
    last_error: Option<String>,
}

impl TryFrom<MailRow> for MailLine {
    type Error = StoreError;

    fn try_from(row: MailRow) -> Result<Self, StoreError> {
        let masked = format!("{:?}", email(&row.recipient)?);
        Ok(Self {
            outbox_id: row.outbox_id,
            letter: row.letter,
            member_name: row.name,
            last_error: row.last_error.map(|said| said.replace(&row.recipient, &masked)), // servers repeat it
            recipient_masked: masked,
            subject: row.subject,
            state: row.state,
            attempts: row.attempts,
            due_at: instant(row.due_at)?,
            settled_at: maybe_instant(row.settled_at)?,
            last_phase: row.last_phase,
            last_code: row.last_code,
        })
    }
}

impl Store {
    /// The newest messages: `limit` of them after `offset`. The title of a post that is its
    /// authors' alone or in the trash is not told.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn mail_log(&self, limit: usize, offset: usize) -> Result<Vec<MailLine>, StoreError> {
        let rows: Vec<MailRow> = sqlx::query_as(
            "select o.outbox_id, o.letter, m.name, o.recipient, o.state,
                case when p.audience = 'only_me' or p.trashed_at is not null then '…' else o.subject end as subject, o.attempts, o.due_at, o.settled_at,
                (select a.phase from attempt a where a.outbox_id = o.outbox_id order by a.number desc limit 1) as last_phase,
                o.last_code, o.last_error
             from outbox o left join member m using (member_id) left join schedule s using (schedule_id)
                left join post p using (post_id)
             where o.letter <> 'password_reset' or o.member_id is not null -- what was asked for nobody is nobody's business
             order by o.outbox_id desc limit $1 offset $2",
        )
        .bind(count(limit))
        .bind(count(offset))
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter().map(MailLine::try_from).collect()
    }

    /// Whether the mail waits at `now`, and why.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn mail_pause(&self, now: Timestamp) -> Result<Option<MailPause>, StoreError> {
        let row: Option<(i64, String)> = sqlx::query_as("select until_at, reason from mail_pause where until_at > $1")
            .bind(now.as_millisecond())
            .fetch_optional(&self.readers)
            .await?;
        row.map(|(until, reason)| Ok(MailPause { until: instant(until)?, reason })).transpose()
    }

    /// Ends the wait, and that of every message that waits to be tried again.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn unpause_mail(&self, by: &By) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        sqlx::query("delete from mail_pause").execute(&mut *write).await?;
        sqlx::query("update outbox set next_at = $1 where state = 'retry' and settled_at is null")
            .bind(self.now().as_millisecond())
            .execute(&mut *write)
            .await?;
        remember(&mut write, &Note::new(Deed::MailResumed, by), self.now()).await?;
        self.commit(write).await
    }

    /// Tries a message again now, and forgets that its address refused mail. False when there is nothing to try.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn retry_mail(&self, id: OutboxId, by: &By) -> Result<bool, StoreError> {
        let mut write = self.write().await?;
        let again = sqlx::query(
            "update outbox set state = 'ready', settled_at = null, next_at = $2
             where outbox_id = $1 and (state in ('dead', 'suppressed', 'retry')
                or (state = 'ambiguous' and settled_at is not null))",
        )
        .bind(id)
        .bind(self.now().as_millisecond())
        .execute(&mut *write)
        .await?;
        if again.rows_affected() == 0 {
            return Ok(false);
        }
        sqlx::query("delete from suppression where address = (select recipient from outbox where outbox_id = $1)")
            .bind(id)
            .execute(&mut *write)
            .await?;
        remember(&mut write, &Note::new(Deed::MailRetried, by), self.now()).await?;
        self.commit(write).await?;
        Ok(true)
    }
}
