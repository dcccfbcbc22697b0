//! Leases, and the frozen bytes: a message is written once, at its first claim, so that a retry is byte-identical.

use domain::audit::Deed;
use domain::id::{OutboxId, ScheduleId};
use domain::mail::LetterKind;
use domain::member::{EmailAddress, Member};
use domain::schedule::Schedule;
use domain::team::Team;
use jiff::Timestamp;
use sqlx::FromRow;

use crate::column::{email, instant};
use crate::link::SALT;
use crate::{EmailChange, Invitation, PostLine, Side, Store, StoreError, Token};

/// A message in the hands of this turn.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// Its number.
    pub id: OutboxId,
    /// What it is.
    pub letter: LetterKind,
    /// A reminder's with angle brackets (RFC 5322 §3.6.4), else the part before the `@` alone.
    pub message_id: String,
    /// Where it goes.
    pub recipient: EmailAddress,
    /// When it should have gone.
    pub due_at: Timestamp,
    /// When it was put into the outbox.
    pub made_at: Timestamp,
    /// How often it was claimed, this time included.
    pub attempts: u32,
    /// Its bytes, once written.
    pub mime: Option<Vec<u8>>,
    pub(super) lease: String,
}

/// What a letter is written from.
#[derive(Debug, Clone)]
pub struct Letterhead {
    /// The team.
    pub team: Team,
    /// What it is, and all it needs.
    pub matter: Matter,
}

/// What each kind of letter needs.
#[derive(Debug, Clone)]
pub enum Matter {
    /// A post that comes back.
    ReadAgain(Box<ReadAgainHead>),
    /// Somebody is asked to join.
    Invitation(Box<Invitation>),
    /// A way to a new password, made of a salt.
    PasswordReset {
        /// Whose password.
        member: Box<Member>,
        /// What its link is made of.
        salt: [u8; SALT],
        /// Until when it is open.
        expires_at: Timestamp,
    },
    /// Another address, asked at one side of the change.
    EmailChange {
        /// Whose.
        member: Box<Member>,
        /// The change.
        change: Box<EmailChange>,
        /// Which address this letter goes to.
        side: Side,
    },
    /// What guards a member's door was changed.
    Notice {
        /// Whose door.
        member: Box<Member>,
        /// What was done.
        deed: Deed,
        /// When.
        at: Timestamp,
        /// From where; empty for the command line.
        address: String,
    },
}

/// What a reminder is written from.
#[derive(Debug, Clone)]
pub struct ReadAgainHead {
    /// Whose schedule made it.
    pub schedule_id: ScheduleId,
    /// Who reads it.
    pub member: Member,
    /// What it is about.
    pub line: PostLine,
    /// Why it comes.
    pub schedule: Schedule,
    /// When the next one comes, if any does.
    pub next_at: Option<Timestamp>,
}

#[derive(FromRow)]
struct ClaimedRow {
    outbox_id: OutboxId,
    letter: LetterKind,
    message_id: String,
    recipient: String,
    due_at: i64,
    made_at: i64,
    attempts: u32,
    mime: Option<Vec<u8>>,
}

impl Store {
    /// Takes back what a killed worker held. Only for a caller who holds the turn.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn take_back_leases(&self) -> Result<u64, StoreError> {
        let mut write = self.write().await?;
        let back =
            sqlx::query("update outbox set state = 'retry', lease_token = null, next_at = $1 where state = 'leased'")
                .bind(self.now().as_millisecond())
                .execute(&mut *write)
                .await?;
        write.commit().await?;
        Ok(back.rows_affected())
    }

    /// Leases up to `most` messages whose time has come; none while the mail pauses.
    /// Those to an address that refused mail for good are settled without an attempt, and counted beside.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn claim_mail(&self, most: u32) -> Result<(Vec<Claimed>, u64), StoreError> {
        let now = self.now().as_millisecond();
        if self.mail_pause(self.now()).await?.is_some() {
            return Ok((Vec::new(), 0));
        }
        let lease = Token::random().to_text();
        let mut write = self.write().await?;
        // What was in a worker's hands when its rule was changed or stopped came back since.
        sqlx::query(
            "update outbox set state = 'cancelled', settled_at = $1
             where settled_at is null and state in ('ready', 'retry', 'ambiguous') and next_at <= $1
               and exists (select 1 from schedule s join occurrence o using (schedule_id)
                 where s.schedule_id = outbox.schedule_id and o.utc_at = outbox.due_at
                   and o.rule_version < s.rule_version)",
        )
        .bind(now)
        .execute(&mut *write)
        .await?;
        let suppressed = sqlx::query(
            "update outbox set state = 'suppressed', settled_at = $1
             where settled_at is null and state in ('ready', 'retry', 'ambiguous') and next_at <= $1
               and recipient in (select address from suppression)",
        )
        .bind(now)
        .execute(&mut *write)
        .await?;
        let rows: Vec<ClaimedRow> = sqlx::query_as(
            "update outbox set state = 'leased', lease_token = $1, attempts = attempts + 1
             where outbox_id in (
                select outbox_id from outbox
                where settled_at is null and state in ('ready', 'retry', 'ambiguous') and next_at <= $2
                order by letter = 'read_again', next_at, outbox_id limit $3)
             returning outbox_id, letter, message_id, recipient, due_at, made_at, attempts, mime",
        )
        .bind(&lease)
        .bind(now)
        .bind(most)
        .fetch_all(&mut *write)
        .await?;
        write.commit().await?;
        let claimed = rows.into_iter().map(|row| claimed(row, &lease)).collect::<Result<_, _>>()?;
        Ok((claimed, suppressed.rows_affected()))
    }

    /// Freezes the bytes of claimed messages: subject and MIME, all in one transaction.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn freeze_mail(&self, written: &[(&Claimed, String, Vec<u8>)]) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        for (claimed, subject, mime) in written {
            sqlx::query(
                "update outbox set subject = $3, mime = $4
                 where outbox_id = $1 and lease_token = $2 and state = 'leased' and mime is null
                    and (letter <> 'read_again' or schedule_id is not null) -- its post was deleted meanwhile",
            )
            .bind(claimed.id)
            .bind(&claimed.lease)
            .bind(subject)
            .bind(mime)
            .execute(&mut *write)
            .await?;
        }
        Ok(write.commit().await?)
    }
}

fn claimed(row: ClaimedRow, lease: &str) -> Result<Claimed, StoreError> {
    Ok(Claimed {
        id: row.outbox_id,
        letter: row.letter,
        message_id: row.message_id,
        recipient: email(&row.recipient)?,
        due_at: instant(row.due_at)?,
        made_at: instant(row.made_at)?,
        attempts: row.attempts,
        mime: row.mime,
        lease: lease.to_owned(),
    })
}
