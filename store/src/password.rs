//! Passwords: changed by who knows the old one, or made anew by who can read the member's mail.

use domain::audit::Deed;
use domain::id::{MemberId, PasswordResetId};
use domain::mail::LetterKind;
use domain::member::{EmailAddress, Member};
use jiff::{SignedDuration, Timestamp};
use sqlx::{FromRow, SqliteConnection};

use crate::audit::{remember, remember_and_tell};
use crate::letter::{About, post};
use crate::member::{MemberRow, member_columns};
use crate::{By, Link, Note, Store, StoreError, Token};

/// How long a way to a new password is open (ASVS 5.0 6.5).
pub const RESET_LIFETIME: SignedDuration = SignedDuration::from_mins(30);

/// A way to a new password, and whose.
#[derive(Debug, Clone)]
pub struct PasswordReset {
    /// Its number.
    pub id: PasswordResetId,
    /// Whose password.
    pub member: Member,
}

impl Store {
    /// Asks for a new password of whoever has an address. What is written is the same when nobody has it, so that
    /// neither the answer nor its time tells; a letter to nobody is dropped by the worker.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn ask_password_reset(&self, address: &EmailAddress, link: &Link) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let (id, member): (PasswordResetId, Option<MemberId>) = sqlx::query_as(
            "insert into password_reset (salt, token_sha256, member_id, made_at, expires_at)
             values ($1, $2, (select member_id from member where email = $3), $4, $5)
             returning password_reset_id, member_id",
        )
        .bind(&link.salt[..])
        .bind(link.token.sha256())
        .bind(address.as_str())
        .bind(now.as_millisecond())
        .bind((now + RESET_LIFETIME).as_millisecond())
        .fetch_one(&mut *write)
        .await?;
        post(&mut write, LetterKind::PasswordReset, About::PasswordReset(id), member, address.as_str(), now).await?;
        self.commit(write).await
    }

    /// The same for a known member, by whoever holds the command line: the link is handed over, no letter goes.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn make_password_reset(&self, member: MemberId, link: &Link, by: &By) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        sqlx::query(
            "insert into password_reset (salt, token_sha256, member_id, made_at, expires_at) values ($1, $2, $3, $4, $5)",
        )
        .bind(&link.salt[..])
        .bind(link.token.sha256())
        .bind(member)
        .bind(now.as_millisecond())
        .bind((now + RESET_LIFETIME).as_millisecond())
        .execute(&mut *write)
        .await?;
        remember(&mut write, &Note::new(Deed::PasswordResetAsked, by).to(member), now).await?;
        Ok(write.commit().await?)
    }

    /// The open way to a new password that a link is.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn password_reset_of(&self, token: &Token) -> Result<Option<PasswordReset>, StoreError> {
        #[derive(FromRow)]
        struct Row {
            password_reset_id: PasswordResetId,
            #[sqlx(flatten)]
            member: MemberRow,
        }
        let row: Option<Row> = sqlx::query_as(concat!(
            "select r.password_reset_id, ",
            member_columns!(),
            " from password_reset r join member m using (member_id)
             where r.token_sha256 = $1 and r.used_at is null and r.expires_at > $2"
        ))
        .bind(token.sha256())
        .bind(self.now().as_millisecond())
        .fetch_optional(&self.readers)
        .await?;
        row.map(|row| Ok(PasswordReset { id: row.password_reset_id, member: row.member.try_into()? })).transpose()
    }

    /// A new password by a link, once: every sign-in of the member ends, and other ways to a new password close.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the link is used or over.
    pub async fn reset_password(&self, id: PasswordResetId, hash: &str, by: &By) -> Result<MemberId, StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let member: Option<MemberId> = sqlx::query_scalar(
            "update password_reset set used_at = $2
             where password_reset_id = $1 and used_at is null and expires_at > $2 and member_id is not null
             returning member_id",
        )
        .bind(id)
        .bind(now.as_millisecond())
        .fetch_optional(&mut *write)
        .await?;
        let member = member.ok_or(StoreError::NotFound)?;
        shut_out_squatters(&mut write, member, &by.member(member), now).await?;
        sqlx::query("update member set email_proven_at = coalesce(email_proven_at, $2) where member_id = $1")
            .bind(member)
            .bind(now.as_millisecond())
            .execute(&mut *write)
            .await?;
        set(&mut write, member, hash, None, &Note::new(Deed::PasswordReset, &by.member(member)), now).await?;
        self.commit(write).await?;
        Ok(member)
    }

    /// Another password for a member; every sign-in but the one in `keep` ends (ASVS 5.0 7.4.3). `known` is the hash that
    /// what they typed was checked against; none where nobody was asked.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the password was changed while it was checked.
    pub async fn change_password(
        &self,
        member: MemberId,
        known: Option<&str>,
        hash: &str,
        keep: Option<&Token>,
        by: &By,
    ) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        still(&mut write, member, known).await?;
        let note = Note::new(Deed::PasswordChanged, by).to(member);
        set(&mut write, member, hash, keep, &note, self.now()).await?;
        self.commit(write).await
    }

    /// The same password, hashed again by newer parameters: nothing else changes.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn rehash_password(&self, member: MemberId, old: &str, new: &str) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        sqlx::query("update member set password_hash = $3 where member_id = $1 and password_hash = $2")
            .bind(member)
            .bind(old)
            .bind(new)
            .execute(&mut *write)
            .await?;
        Ok(write.commit().await?)
    }
}

/// Whether the hash that a password was checked against is the member's still: checking takes time, in which somebody
/// may have shut out whoever checks.
pub(crate) async fn still(
    write: &mut SqliteConnection,
    member: MemberId,
    known: Option<&str>,
) -> Result<(), StoreError> {
    let is_known: bool = sqlx::query_scalar(
        "select exists (select 1 from member where member_id = $1 and ($2 is null or password_hash = $2))",
    )
    .bind(member)
    .bind(known)
    .fetch_one(write)
    .await?;
    is_known.then_some(()).ok_or(StoreError::NotFound)
}

/// Whoever typed an address that was never theirs may have left more than a password behind: what they set up goes,
/// and whoever reads there is told.
async fn shut_out_squatters(
    write: &mut SqliteConnection,
    member: MemberId,
    by: &By,
    now: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query("update email_change set ended_at = $2 where member_id = $1 and ended_at is null")
        .bind(member)
        .bind(now.as_millisecond())
        .execute(&mut *write)
        .await?;
    let unproven: Option<String> =
        sqlx::query_scalar("select email from member where member_id = $1 and email_proven_at is null")
            .bind(member)
            .fetch_optional(&mut *write)
            .await?;
    let Some(address) = unproven else { return Ok(()) };
    for statement in ["delete from recovery_code where member_id = $1", "delete from passkey where member_id = $1"] {
        sqlx::query(statement).bind(member).execute(&mut *write).await?;
    }
    let confirmed: Option<Option<i64>> =
        sqlx::query_scalar("delete from second_factor where member_id = $1 returning confirmed_at")
            .bind(member)
            .fetch_optional(&mut *write)
            .await?;
    if confirmed.flatten().is_some() {
        let note = Note::new(Deed::SecondFactorOff, by).to(member);
        remember_and_tell(write, &note, member, &address, now).await?;
    }
    Ok(())
}

async fn set(
    write: &mut SqliteConnection,
    member: MemberId,
    hash: &str,
    keep: Option<&Token>,
    note: &Note<'_>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let address: String =
        sqlx::query_scalar("update member set password_hash = $2 where member_id = $1 returning email")
            .bind(member)
            .bind(hash)
            .fetch_optional(&mut *write)
            .await?
            .ok_or(StoreError::NotFound)?;
    sqlx::query("delete from sign_in where member_id = $1 and ($2 is null or token_sha256 <> $2)")
        .bind(member)
        .bind(keep.map(Token::sha256))
        .execute(&mut *write)
        .await?;
    for statement in [
        "update password_reset set used_at = $2 where member_id = $1 and used_at is null",
        // Whoever knew the old password may have made tokens by it: programs get new ones.
        "update api_token set ended_at = $2 where member_id = $1 and ended_at is null",
    ] {
        sqlx::query(statement).bind(member).bind(now.as_millisecond()).execute(&mut *write).await?;
    }
    remember_and_tell(write, note, member, &address, now).await
}
