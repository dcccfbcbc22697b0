//! Another address for a member: once the old one and the new one have both said yes.

use domain::audit::Deed;
use domain::id::{EmailChangeId, MemberId};
use domain::mail::LetterKind;
use domain::member::EmailAddress;
use jiff::{SignedDuration, Timestamp};
use sqlx::{FromRow, SqliteConnection};

use crate::audit::{remember, remember_and_tell};
use crate::column::{email, instant};
use crate::letter::{About, post};
use crate::link::SALT;
use crate::{By, Link, Note, Store, StoreError, Token};

/// How long both may take to say yes.
pub const EMAIL_CHANGE_LIFETIME: SignedDuration = SignedDuration::from_hours(24);

/// Which of the two addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The present one.
    Old,
    /// The one to come.
    New,
}

/// A change that is under way.
#[derive(Debug, Clone)]
pub struct EmailChange {
    /// Its number.
    pub id: EmailChangeId,
    /// Whose.
    pub member_id: MemberId,
    /// The present address.
    pub old: EmailAddress,
    /// The one to come.
    pub new: EmailAddress,
    /// What the two links are made of: the old one's, the new one's.
    pub salts: ([u8; SALT], [u8; SALT]),
    /// When it was asked for.
    pub made_at: Timestamp,
    /// Until when.
    pub expires_at: Timestamp,
    /// Whether the old address said yes.
    pub old_confirmed: bool,
    /// Whether the new one did.
    pub new_confirmed: bool,
}

/// What came of a yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// The other address has yet to say yes.
    Half,
    /// The member has the new address.
    Whole,
}

#[derive(FromRow)]
struct ChangeRow {
    email_change_id: EmailChangeId,
    member_id: MemberId,
    old: String,
    new: String,
    old_salt: Vec<u8>,
    new_salt: Vec<u8>,
    made_at: i64,
    expires_at: i64,
    old_confirmed_at: Option<i64>,
    new_confirmed_at: Option<i64>,
}

impl TryFrom<ChangeRow> for EmailChange {
    type Error = StoreError;

    fn try_from(row: ChangeRow) -> Result<Self, StoreError> {
        let salt = |bytes: Vec<u8>| bytes.try_into().map_err(|_| StoreError::Corrupt("a salt"));
        Ok(Self {
            id: row.email_change_id,
            member_id: row.member_id,
            old: email(&row.old)?,
            new: email(&row.new)?,
            salts: (salt(row.old_salt)?, salt(row.new_salt)?),
            made_at: instant(row.made_at)?,
            expires_at: instant(row.expires_at)?,
            old_confirmed: row.old_confirmed_at.is_some(),
            new_confirmed: row.new_confirmed_at.is_some(),
        })
    }
}

macro_rules! changes {
    () => {
        "select c.email_change_id, c.member_id, m.email as old, c.email as new, c.old_salt, c.new_salt, c.made_at,
            c.expires_at, c.old_confirmed_at, c.new_confirmed_at
         from email_change c join member m using (member_id) where c.ended_at is null and c.expires_at > $1 "
    };
}

impl Store {
    /// Asks both addresses. A change under way is given up for this one.
    ///
    /// # Errors
    /// [`StoreError::AddressTaken`] when another member has the new address.
    pub async fn ask_email_change(
        &self,
        member: MemberId,
        new: &EmailAddress,
        (old_link, new_link): (&Link, &Link),
        by: &By,
    ) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let taken: bool = sqlx::query_scalar("select exists (select 1 from member where email = $1)")
            .bind(new.as_str())
            .fetch_one(&mut *write)
            .await?;
        if taken {
            return Err(StoreError::AddressTaken);
        }
        give_up(&mut write, member, now).await?;
        let id: EmailChangeId = sqlx::query_scalar(
            "insert into email_change
                (member_id, email, old_salt, old_token_sha256, new_salt, new_token_sha256, made_at, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8) returning email_change_id",
        )
        .bind(member)
        .bind(new.as_str())
        .bind(&old_link.salt[..])
        .bind(old_link.token.sha256())
        .bind(&new_link.salt[..])
        .bind(new_link.token.sha256())
        .bind(now.as_millisecond())
        .bind((now + EMAIL_CHANGE_LIFETIME).as_millisecond())
        .fetch_one(&mut *write)
        .await?;
        let old: String = sqlx::query_scalar("select email from member where member_id = $1")
            .bind(member)
            .fetch_one(&mut *write)
            .await?;
        let about = About::EmailChange(id);
        post(&mut write, LetterKind::EmailChangeOld, about, Some(member), &old, now).await?;
        post(&mut write, LetterKind::EmailChangeNew, about, Some(member), new.as_str(), now).await?;
        remember(&mut write, &Note::new(Deed::EmailChangeAsked, by).to(member), now).await?;
        self.commit(write).await
    }

    /// The change under way of a member, if there is one.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn email_change(&self, member: MemberId) -> Result<Option<EmailChange>, StoreError> {
        let row: Option<ChangeRow> = sqlx::query_as(concat!(changes!(), "and c.member_id = $2"))
            .bind(self.now().as_millisecond())
            .bind(member)
            .fetch_optional(&self.readers)
            .await?;
        row.map(EmailChange::try_from).transpose()
    }

    /// The change a link is about, and which address it went to.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn email_change_of(&self, token: &Token) -> Result<Option<(EmailChange, Side)>, StoreError> {
        for (side, statement) in [
            (Side::Old, concat!(changes!(), "and c.old_token_sha256 = $2")),
            (Side::New, concat!(changes!(), "and c.new_token_sha256 = $2")),
        ] {
            let row: Option<ChangeRow> = sqlx::query_as(statement)
                .bind(self.now().as_millisecond())
                .bind(token.sha256())
                .fetch_optional(&self.readers)
                .await?;
            if let Some(row) = row {
                return Ok(Some((row.try_into()?, side)));
            }
        }
        Ok(None)
    }

    /// One address says yes. With the other's yes the member has the new address; the old one is told.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is over; [`StoreError::AddressTaken`] when somebody has the address by now.
    pub async fn confirm_email_change(
        &self,
        change: &EmailChange,
        side: Side,
        by: &By,
    ) -> Result<Confirmed, StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let statement = match side {
            Side::Old => {
                "update email_change set old_confirmed_at = coalesce(old_confirmed_at, $2)
                 where email_change_id = $1 and ended_at is null and expires_at > $2
                 returning new_confirmed_at is not null"
            }
            Side::New => {
                "update email_change set new_confirmed_at = coalesce(new_confirmed_at, $2)
                 where email_change_id = $1 and ended_at is null and expires_at > $2
                 returning old_confirmed_at is not null"
            }
        };
        let both: Option<bool> = sqlx::query_scalar(statement)
            .bind(change.id)
            .bind(now.as_millisecond())
            .fetch_optional(&mut *write)
            .await?;
        if !both.ok_or(StoreError::NotFound)? {
            write.commit().await?;
            return Ok(Confirmed::Half);
        }
        give_up(&mut write, change.member_id, now).await?;
        move_to(&mut write, change.member_id, change.new.as_str(), by, now).await?;
        self.commit(write).await?;
        Ok(Confirmed::Whole)
    }

    /// Gives a change up.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn give_up_email_change(&self, member: MemberId) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        give_up(&mut write, member, self.now()).await?;
        Ok(write.commit().await?)
    }

    /// Another address at once, by the command line: when a mailbox is lost. The old address is told.
    ///
    /// # Errors
    /// [`StoreError::AddressTaken`].
    pub async fn change_email(&self, member: MemberId, new: &EmailAddress, by: &By) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        give_up(&mut write, member, now).await?;
        move_to(&mut write, member, new.as_str(), by, now).await?;
        self.commit(write).await
    }
}

async fn give_up(write: &mut SqliteConnection, member: MemberId, now: Timestamp) -> Result<(), StoreError> {
    sqlx::query("update email_change set ended_at = $2 where member_id = $1 and ended_at is null")
        .bind(member)
        .bind(now.as_millisecond())
        .execute(write)
        .await?;
    Ok(())
}

async fn move_to(
    write: &mut SqliteConnection,
    member: MemberId,
    new: &str,
    by: &By,
    now: Timestamp,
) -> Result<(), StoreError> {
    let old: String = sqlx::query_scalar("select email from member where member_id = $1")
        .bind(member)
        .fetch_optional(&mut *write)
        .await?
        .ok_or(StoreError::NotFound)?;
    sqlx::query("update member set email = $2, email_proven_at = $3 where member_id = $1")
        .bind(member)
        .bind(new)
        .bind(now.as_millisecond())
        .execute(&mut *write)
        .await
        .map_err(
            |error| if StoreError::is_unique_violation(&error) { StoreError::AddressTaken } else { error.into() },
        )?;
    sqlx::query("update password_reset set used_at = $2 where member_id = $1 and used_at is null")
        .bind(member)
        .bind(now.as_millisecond())
        .execute(&mut *write)
        .await?;
    remember_and_tell(write, &Note::new(Deed::EmailChanged, by).to(member), member, &old, now).await
}
