//! What was done in the house: written with what was done, in the same transaction; read by those who look after it.

use std::net::IpAddr;

use domain::audit::{Deed, remembered_since};
use domain::id::{AuditId, MemberId};
use domain::mail::LetterKind;
use jiff::{SignedDuration, Timestamp};
use sqlx::{FromRow, SqliteConnection};

use crate::column::{count, instant};
use crate::letter::{About, post};
use crate::{Store, StoreError};

/// Who does something, and from where.
#[derive(Debug, Clone, Default)]
pub struct By {
    /// Who; none for the command line and for whoever is not signed in.
    pub member: Option<MemberId>,
    /// The client's address, as text; empty for the command line.
    pub address: String,
}

impl By {
    /// The command line, whose operator holds the file anyway.
    pub fn command_line() -> Self {
        Self::default()
    }

    /// A browser or a program at an address.
    pub fn at(address: IpAddr, member: Option<MemberId>) -> Self {
        Self { member, address: address.to_string() }
    }

    /// The same, known by now.
    #[must_use]
    pub fn member(&self, member: MemberId) -> Self {
        Self { member: Some(member), ..self.clone() }
    }
}

/// Something to remember.
#[derive(Debug, Clone)]
pub struct Note<'a> {
    /// What was done.
    pub deed: Deed,
    /// By whom.
    pub by: &'a By,
    /// To whom, if not to themselves.
    pub subject: Option<MemberId>,
    /// A role, a name of a token: what the deed's sentence needs. Never a secret, an address or a text.
    pub detail: &'a str,
}

impl<'a> Note<'a> {
    /// Somebody did something to themselves or to the house.
    pub fn new(deed: Deed, by: &'a By) -> Self {
        Self { deed, by, subject: None, detail: "" }
    }

    /// The same, to a member.
    #[must_use]
    pub fn to(self, subject: MemberId) -> Self {
        Self { subject: Some(subject), ..self }
    }

    /// The same, with what its sentence needs.
    #[must_use]
    pub fn with(self, detail: &'a str) -> Self {
        Self { detail, ..self }
    }
}

/// Something that was done.
#[derive(Debug, Clone)]
pub struct AuditLine {
    /// Its number.
    pub id: AuditId,
    /// When.
    pub at: Timestamp,
    /// What.
    pub deed: Deed,
    /// The number of who did it; none for the command line and for whoever was not signed in.
    pub actor_id: Option<MemberId>,
    /// What they are called by now.
    pub actor: Option<String>,
    /// The number of to whom, if not to themselves.
    pub subject_id: Option<MemberId>,
    /// What they are called by now.
    pub subject: Option<String>,
    /// What the deed's sentence needs.
    pub detail: String,
    /// From where; empty for the command line.
    pub address: String,
}

#[derive(FromRow)]
struct AuditRow {
    audit_id: AuditId,
    at: i64,
    deed: String,
    actor_id: Option<MemberId>,
    actor: Option<String>,
    subject_id: Option<MemberId>,
    subject: Option<String>,
    detail: String,
    address: String,
}

impl TryFrom<AuditRow> for AuditLine {
    type Error = StoreError;

    fn try_from(row: AuditRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.audit_id,
            at: instant(row.at)?,
            deed: Deed::parse(&row.deed).ok_or(StoreError::Corrupt("a deed"))?,
            actor_id: row.actor_id,
            actor: row.actor,
            subject_id: row.subject_id,
            subject: row.subject,
            detail: row.detail,
            address: row.address,
        })
    }
}

impl Store {
    /// Remembers something that changed no row of its own.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn note(&self, note: &Note<'_>) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        remember(&mut write, note, self.now()).await?;
        Ok(write.commit().await?)
    }

    /// What was done, the newest first: `limit` of it after `offset`, of one member if asked for.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn audit(
        &self,
        member: Option<MemberId>,
        limit: usize,
        offset: usize,
    ) -> Result<Vec<AuditLine>, StoreError> {
        let rows: Vec<AuditRow> = sqlx::query_as(
            "select a.audit_id, a.at, a.deed, a.actor_id, actor.name as actor, a.subject_id, subject.name as subject, a.detail, a.address
             from audit a left join member actor on actor.member_id = a.actor_id
                left join member subject on subject.member_id = a.subject_id
             where $1 is null or a.actor_id = $1 or a.subject_id = $1
             order by a.audit_id desc limit $2 offset $3",
        )
        .bind(member)
        .bind(count(limit))
        .bind(count(offset))
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter().map(AuditLine::try_from).collect()
    }

    /// Forgets what is older than it is remembered, and links and half sign-ins that have run out; how many rows.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn forget_old(&self) -> Result<u64, StoreError> {
        let now = self.now();
        let mut forgotten = 0;
        let mut write = self.write().await?;
        for (statement, before) in [
            ("delete from audit where at < $1", remembered_since(now)),
            ("delete from sign_in where expires_at < $1", now),
            ("delete from password_reset where expires_at < $1", remembered_since(now)),
            // What a stranger typed is kept for a day, and its letter goes with it.
            (
                "delete from password_reset where member_id is null and expires_at < $1",
                now - SignedDuration::from_hours(24),
            ),
            (crate::import::FORGOTTEN, now - crate::IMPORT_LIFETIME),
            (crate::import::LET_GO, now - crate::IMPORT_LIFETIME),
        ] {
            let gone = sqlx::query(statement).bind(before.as_millisecond()).execute(&mut *write).await?;
            forgotten += gone.rows_affected();
        }
        write.commit().await?;
        Ok(forgotten)
    }
}

/// Writes it down, in the transaction of what was done.
pub(crate) async fn remember(
    write: &mut SqliteConnection,
    note: &Note<'_>,
    now: Timestamp,
) -> Result<AuditId, StoreError> {
    let id = sqlx::query_scalar(
        "insert into audit (at, deed, actor_id, subject_id, detail, address) values ($1, $2, $3, $4, $5, $6)
         returning audit_id",
    )
    .bind(now.as_millisecond())
    .bind(note.deed.as_str())
    .bind(note.by.member)
    .bind(note.subject.filter(|subject| note.by.member != Some(*subject)))
    .bind(note.detail)
    .bind(&note.by.address)
    .fetch_one(write)
    .await?;
    Ok(id)
}

/// Writes it down and tells the member by mail, at `recipient`: what guards their door was changed.
pub(crate) async fn remember_and_tell(
    write: &mut SqliteConnection,
    note: &Note<'_>,
    member: MemberId,
    recipient: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let audit = remember(write, note, now).await?;
    post(write, LetterKind::Notice, About::Notice(audit), Some(member), recipient, now).await
}
