//! What came of an attempt.

use domain::mail::{CHANNEL_PAUSE, MailState, Phase, Verdict, judge, pause};
use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::Claimed;
use crate::{Store, StoreError};

/// One try to hand a message over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// How far it got.
    pub phase: Phase,
    /// The server's reply code (RFC 5321 §4.2), if it replied.
    pub code: Option<u16>,
    /// What the server said, or what went wrong on the way.
    pub text: String,
}

impl Store {
    /// Writes down an attempt and what it means; gives where the message is now. `spread` is from 0 to 1,
    /// from the caller's randomness. None when the lease is somebody else's by now: then nothing is written.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn settle_mail(
        &self,
        claimed: &Claimed,
        attempt: &Attempt,
        spread: f64,
    ) -> Result<Option<MailState>, StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let (state, next_at) = match judge(attempt.phase, attempt.code, &attempt.text) {
            Verdict::Sent => (MailState::Sent, None),
            Verdict::Refused => (MailState::Dead, None),
            Verdict::NoRecipient => {
                suppress(&mut write, claimed, attempt, now).await?;
                (MailState::Dead, None)
            }
            Verdict::Perhaps if was_ambiguous(&mut write, claimed).await? => (MailState::Ambiguous, None),
            Verdict::Perhaps => (MailState::Ambiguous, Some(now + pause(claimed.attempts - 1, spread))),
            Verdict::Later => (MailState::Retry, Some(now + pause(claimed.attempts - 1, spread))),
            Verdict::Channel => {
                pause_mail(&mut write, attempt, now).await?;
                (MailState::Retry, Some(now + CHANNEL_PAUSE))
            }
        };
        let ours = finish(&mut write, claimed, state, next_at, attempt, now).await?;
        if !ours {
            return Ok(None);
        }
        log_attempt(&mut write, claimed, attempt, now).await?;
        write.commit().await?;
        Ok(Some(state))
    }

    /// Gives up a claimed message whose reader may no longer read what it is about.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn skip_mail(&self, claimed: &Claimed) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        sqlx::query(
            "update outbox set state = 'skipped', lease_token = null, settled_at = $3
             where outbox_id = $1 and lease_token = $2 and state = 'leased'",
        )
        .bind(claimed.id)
        .bind(&claimed.lease)
        .bind(self.now().as_millisecond())
        .execute(&mut *write)
        .await?;
        Ok(write.commit().await?)
    }

    /// Puts back claimed messages that were not tried, as if they had not been claimed.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn put_back_mail(&self, untried: &[Claimed]) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        for claimed in untried {
            sqlx::query(
                "update outbox set state = 'retry', lease_token = null, attempts = attempts - 1
                 where outbox_id = $1 and lease_token = $2 and state = 'leased'",
            )
            .bind(claimed.id)
            .bind(&claimed.lease)
            .execute(&mut *write)
            .await?;
        }
        Ok(write.commit().await?)
    }
}

async fn finish(
    write: &mut SqliteConnection,
    claimed: &Claimed,
    state: MailState,
    next_at: Option<Timestamp>,
    attempt: &Attempt,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "update outbox set state = $3, lease_token = null, next_at = coalesce($4, next_at), settled_at = $5,
            last_code = $6, last_error = $7,
            mime = case when $3 = 'sent' then null else mime end -- what went out is the reader's, and no longer ours
         where outbox_id = $1 and lease_token = $2 and state = 'leased'",
    )
    .bind(claimed.id)
    .bind(&claimed.lease)
    .bind(state)
    .bind(next_at.map(Timestamp::as_millisecond))
    .bind(next_at.is_none().then_some(now.as_millisecond()))
    .bind(attempt.code)
    .bind((state != MailState::Sent).then_some(&attempt.text))
    .execute(write)
    .await?;
    Ok(done.rows_affected() > 0)
}

async fn log_attempt(
    write: &mut SqliteConnection,
    claimed: &Claimed,
    attempt: &Attempt,
    now: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into attempt (outbox_id, number, phase, code, text, at)
         values ($1, (select coalesce(max(number), 0) + 1 from attempt where outbox_id = $1), $2, $3, $4, $5)",
    )
    .bind(claimed.id)
    .bind(attempt.phase)
    .bind(attempt.code)
    .bind(&attempt.text)
    .bind(now.as_millisecond())
    .execute(write)
    .await?;
    Ok(())
}

/// Whether the link has broken after the final dot before: twice is enough.
async fn was_ambiguous(write: &mut SqliteConnection, claimed: &Claimed) -> Result<bool, StoreError> {
    let was = sqlx::query_scalar(
        "select exists (select 1 from attempt where outbox_id = $1 and phase = 'body' and code is null)",
    )
    .bind(claimed.id)
    .fetch_one(write)
    .await?;
    Ok(was)
}

async fn suppress(
    write: &mut SqliteConnection,
    claimed: &Claimed,
    attempt: &Attempt,
    now: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query("insert into suppression (address, reason, at) values ($1, $2, $3) on conflict do nothing")
        .bind(claimed.recipient.as_str())
        .bind(&attempt.text)
        .bind(now.as_millisecond())
        .execute(write)
        .await?;
    Ok(())
}

async fn pause_mail(write: &mut SqliteConnection, attempt: &Attempt, now: Timestamp) -> Result<(), StoreError> {
    sqlx::query(
        "insert into mail_pause (mail_pause_id, until_at, code, reason, at) values (1, $1, $2, $3, $4)
         on conflict (mail_pause_id) do update set until_at = excluded.until_at, code = excluded.code,
            reason = excluded.reason, at = excluded.at",
    )
    .bind((now + CHANNEL_PAUSE).as_millisecond())
    .bind(attempt.code)
    .bind(&attempt.text)
    .bind(now.as_millisecond())
    .execute(write)
    .await?;
    Ok(())
}
