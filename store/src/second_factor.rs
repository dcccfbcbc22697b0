//! A member's second factor: what its shared secret is made of, which code counted last, and recovery codes.

use domain::audit::Deed;
use domain::id::MemberId;
use jiff::Timestamp;
use sqlx::FromRow;

use crate::audit::remember_and_tell;
use crate::column::maybe_instant;
use crate::{By, Note, Store, StoreError};

/// A member's second factor.
#[derive(Debug, Clone)]
pub struct SecondFactor {
    /// What the shared secret is made of, with the house's.
    pub salt: Vec<u8>,
    /// The time step of the last code that counted (RFC 6238 §4.2).
    pub last_step: Option<i64>,
    /// Since when it is asked for; none while it is being set up.
    pub confirmed_at: Option<Timestamp>,
}

#[derive(FromRow)]
struct Row {
    salt: Vec<u8>,
    last_step: Option<i64>,
    confirmed_at: Option<i64>,
}

impl Store {
    /// A member's second factor, if there is one or one is being set up.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn second_factor(&self, member: MemberId) -> Result<Option<SecondFactor>, StoreError> {
        let row: Option<Row> =
            sqlx::query_as("select salt, last_step, confirmed_at from second_factor where member_id = $1")
                .bind(member)
                .fetch_optional(&self.readers)
                .await?;
        row.map(|row| {
            let confirmed_at = maybe_instant(row.confirmed_at)?;
            Ok(SecondFactor { salt: row.salt, last_step: row.last_step, confirmed_at })
        })
        .transpose()
    }

    /// Begins to set one up. What was begun before and never confirmed is forgotten, since somebody may have looked
    /// at it; what is on stays as it is.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn begin_second_factor(&self, member: MemberId, salt: &[u8]) -> Result<SecondFactor, StoreError> {
        let mut write = self.write().await?;
        sqlx::query(
            "insert into second_factor (member_id, salt, begun_at) values ($1, $2, $3)
             on conflict (member_id) do update set salt = excluded.salt, begun_at = excluded.begun_at
             where confirmed_at is null",
        )
        .bind(member)
        .bind(salt)
        .bind(self.now().as_millisecond())
        .execute(&mut *write)
        .await?;
        write.commit().await?;
        self.second_factor(member).await?.ok_or(StoreError::NotFound)
    }

    /// Turns it on, with the step of the code that proved it and the keyed hashes of fresh recovery codes. Other sign-ins
    /// stay: they were there before. False when it is on already, or was begun anew since with another salt.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn confirm_second_factor(
        &self,
        member: MemberId,
        salt: &[u8],
        step: i64,
        codes: &[Vec<u8>],
        by: &By,
    ) -> Result<bool, StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let done = sqlx::query(
            "update second_factor set confirmed_at = $2, last_step = $3
             where member_id = $1 and salt = $4 and confirmed_at is null",
        )
        .bind(member)
        .bind(now.as_millisecond())
        .bind(step)
        .bind(salt)
        .execute(&mut *write)
        .await?;
        if done.rows_affected() == 0 {
            return Ok(false);
        }
        replace_codes(&mut write, member, codes).await?;
        tell(&mut write, Deed::SecondFactorOn, member, by, now).await?;
        self.commit(write).await?;
        Ok(true)
    }

    /// Counts a code's step, once: false when it or a later one counted before (RFC 6238 §5.2).
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_step(&self, member: MemberId, step: i64) -> Result<bool, StoreError> {
        let mut write = self.write().await?;
        let counted = sqlx::query(
            "update second_factor set last_step = $2
             where member_id = $1 and confirmed_at is not null and (last_step is null or last_step < $2)",
        )
        .bind(member)
        .bind(step)
        .execute(&mut *write)
        .await?;
        write.commit().await?;
        Ok(counted.rows_affected() > 0)
    }

    /// Uses a recovery code up, once; how many are left, or none when it does not fit.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn use_recovery_code(&self, member: MemberId, code: &[u8], by: &By) -> Result<Option<u32>, StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let used = sqlx::query(
            "update recovery_code set used_at = $3 where member_id = $1 and code_hmac = $2 and used_at is null",
        )
        .bind(member)
        .bind(code)
        .bind(now.as_millisecond())
        .execute(&mut *write)
        .await?;
        if used.rows_affected() == 0 {
            return Ok(None);
        }
        let left = sqlx::query_scalar("select count(*) from recovery_code where member_id = $1 and used_at is null")
            .bind(member)
            .fetch_one(&mut *write)
            .await?;
        tell(&mut write, Deed::RecoveryCodeUsed, member, by, now).await?;
        self.commit(write).await?;
        Ok(Some(left))
    }

    /// How many recovery codes a member has left.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn recovery_codes_left(&self, member: MemberId) -> Result<u32, StoreError> {
        let left = sqlx::query_scalar("select count(*) from recovery_code where member_id = $1 and used_at is null");
        Ok(left.bind(member).fetch_one(&self.readers).await?)
    }

    /// Fresh recovery codes: the older ones open nothing more.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn replace_recovery_codes(&self, member: MemberId, codes: &[Vec<u8>], by: &By) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        replace_codes(&mut write, member, codes).await?;
        tell(&mut write, Deed::RecoveryCodesMade, member, by, self.now()).await?;
        self.commit(write).await
    }

    /// Turns a second factor off and forgets it, passkeys too; the member is told. False when there was none.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn drop_second_factor(&self, member: MemberId, by: &By) -> Result<bool, StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        replace_codes(&mut write, member, &[]).await?;
        sqlx::query("delete from passkey where member_id = $1").bind(member).execute(&mut *write).await?;
        let confirmed: Option<Option<i64>> =
            sqlx::query_scalar("delete from second_factor where member_id = $1 returning confirmed_at")
                .bind(member)
                .fetch_optional(&mut *write)
                .await?;
        let was_on = confirmed.flatten().is_some();
        if was_on {
            tell(&mut write, Deed::SecondFactorOff, member, by, now).await?;
        }
        self.commit(write).await?;
        Ok(was_on)
    }
}

async fn replace_codes(
    write: &mut sqlx::SqliteConnection,
    member: MemberId,
    codes: &[Vec<u8>],
) -> Result<(), StoreError> {
    sqlx::query("delete from recovery_code where member_id = $1").bind(member).execute(&mut *write).await?;
    for code in codes {
        sqlx::query("insert into recovery_code (member_id, code_hmac) values ($1, $2)")
            .bind(member)
            .bind(code)
            .execute(&mut *write)
            .await?;
    }
    Ok(())
}

async fn tell(
    write: &mut sqlx::SqliteConnection,
    deed: Deed,
    member: MemberId,
    by: &By,
    now: Timestamp,
) -> Result<(), StoreError> {
    let address: String =
        sqlx::query_scalar("select email from member where member_id = $1").bind(member).fetch_one(&mut *write).await?;
    remember_and_tell(write, &Note::new(deed, by).to(member), member, &address, now).await
}
