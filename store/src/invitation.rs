//! Invitations: somebody is asked to join, by mail or by a link that a colleague hands them.

use domain::access::{Refusal, may_vouch_for};
use domain::audit::Deed;
use domain::id::{InvitationId, MemberId};
use domain::language::Language;
use domain::mail::LetterKind;
use domain::member::{EmailAddress, Role};
use jiff::{SignedDuration, Timestamp};
use sqlx::{FromRow, SqliteConnection};

use crate::audit::remember;
use crate::column::{email, instant, maybe_instant};
use crate::letter::{About, post};
use crate::link::SALT;
use crate::member::insert;
use crate::{By, Link, NewMember, Note, Store, StoreError, Token};

/// How long an invitation can be taken up (ASVS 5.0 6.5).
pub const INVITATION_LIFETIME: SignedDuration = SignedDuration::from_hours(7 * 24);

/// An invitation that is about to be made.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// Whom it is for, and where its letter goes; none for whoever is handed the link.
    pub email: Option<EmailAddress>,
    /// What they join as.
    pub role: Role,
    /// The language of the letter.
    pub language: Language,
}

/// Who asked somebody to join, as they are now.
#[derive(Debug, Clone)]
pub struct Inviter {
    /// Who.
    pub id: MemberId,
    /// What colleagues call them.
    pub name: String,
    /// What they are by now.
    pub role: Role,
}

/// An invitation.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Its number.
    pub id: InvitationId,
    /// What its link is made of.
    pub salt: [u8; SALT],
    /// Whom it is for; none for whoever holds the link.
    pub email: Option<EmailAddress>,
    /// What they join as.
    pub role: Role,
    /// The language of the letter.
    pub language: Language,
    /// Who asked; none for the command line.
    pub by: Option<Inviter>,
    /// When.
    pub made_at: Timestamp,
    /// Until when it can be taken up.
    pub expires_at: Timestamp,
    /// Who joined by it, and when.
    pub joined: Option<(String, Timestamp)>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
}

impl Invitation {
    /// Whether it can be taken up at `now`.
    pub fn is_open(&self, now: Timestamp) -> bool {
        let vouched = self.by.as_ref().is_none_or(|by| may_vouch_for(by.role, self.role));
        vouched && self.joined.is_none() && self.revoked_at.is_none() && now < self.expires_at
    }

    /// What whoever asked is called.
    pub fn by_name(&self) -> Option<&str> {
        self.by.as_ref().map(|by| by.name.as_str())
    }

    /// Whether a page shows its link to a member: whoever made it, to hand it over. The link of a letter is the
    /// letter's alone, or it would prove nothing about who reads what is sent there.
    pub fn shows_its_link_to(&self, member: MemberId) -> bool {
        self.email.is_none() && self.by.as_ref().is_some_and(|by| by.id == member)
    }
}

#[derive(FromRow)]
struct InvitationRow {
    invitation_id: InvitationId,
    salt: Vec<u8>,
    email: Option<String>,
    role: Role,
    language: Language,
    by_id: Option<MemberId>,
    by_name: Option<String>,
    by_role: Option<Role>,
    made_at: i64,
    expires_at: i64,
    joined_name: Option<String>,
    used_at: Option<i64>,
    revoked_at: Option<i64>,
}

impl TryFrom<InvitationRow> for Invitation {
    type Error = StoreError;

    fn try_from(row: InvitationRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.invitation_id,
            salt: row.salt.try_into().map_err(|_| StoreError::Corrupt("a salt"))?,
            email: row.email.as_deref().map(email).transpose()?,
            role: row.role,
            language: row.language,
            by: inviter(row.by_id, row.by_name, row.by_role),
            made_at: instant(row.made_at)?,
            expires_at: instant(row.expires_at)?,
            joined: row.joined_name.zip(maybe_instant(row.used_at)?),
            revoked_at: maybe_instant(row.revoked_at)?,
        })
    }
}

macro_rules! invitations {
    () => {
        "select i.invitation_id, i.salt, i.email, i.role, i.language, i.by_id, b.name as by_name, b.role as by_role, i.made_at, i.expires_at,
            j.name as joined_name, i.used_at, i.revoked_at
         from invitation i left join member b on b.member_id = i.by_id left join member j on j.member_id = i.member_id "
    };
}

impl Store {
    /// Asks somebody to join; by mail when there is an address. An open invitation to the same address is replaced.
    ///
    /// # Errors
    /// [`StoreError::AddressTaken`] when they are a member already; [`StoreError::Refused`] when the open invitation is
    /// not the inviter's to take back.
    pub async fn invite(&self, new: &NewInvitation, link: &Link, by: &By) -> Result<InvitationId, StoreError> {
        let now = self.now();
        let address = new.email.as_ref().map(EmailAddress::as_str);
        let mut write = self.write().await?;
        let is_member: bool = sqlx::query_scalar("select exists (select 1 from member where email = $1)")
            .bind(address)
            .fetch_one(&mut *write)
            .await?;
        if is_member {
            return Err(StoreError::AddressTaken);
        }
        replace_open(&mut write, address, by, now).await?;
        let id = insert_invitation(&mut write, new, link, by, now).await?;
        if let Some(address) = address {
            post(&mut write, LetterKind::Invitation, About::Invitation(id), None, address, now).await?;
        }
        remember(&mut write, &Note::new(Deed::Invited, by).with(new.role.as_str()), now).await?;
        self.commit(write).await?;
        Ok(id)
    }

    /// Every invitation, the newest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn invitations(&self) -> Result<Vec<Invitation>, StoreError> {
        let rows: Vec<InvitationRow> =
            sqlx::query_as(concat!(invitations!(), "order by i.invitation_id desc")).fetch_all(&self.readers).await?;
        rows.into_iter().map(Invitation::try_from).collect()
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn invitation(&self, id: InvitationId) -> Result<Invitation, StoreError> {
        let row: Option<InvitationRow> = sqlx::query_as(concat!(invitations!(), "where i.invitation_id = $1"))
            .bind(id)
            .fetch_optional(&self.readers)
            .await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }

    /// The invitation a link is, open or not.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn invitation_of(&self, token: &Token) -> Result<Option<Invitation>, StoreError> {
        let row: Option<InvitationRow> = sqlx::query_as(concat!(invitations!(), "where i.token_sha256 = $1"))
            .bind(token.sha256())
            .fetch_optional(&self.readers)
            .await?;
        row.map(Invitation::try_from).transpose()
    }

    /// The open invitation to an address, if there is one: for who comes in by the sign-in provider.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn invitation_to(&self, address: &EmailAddress) -> Result<Option<Invitation>, StoreError> {
        let row: Option<InvitationRow> = sqlx::query_as(concat!(
            invitations!(),
            "where i.email = $1 and i.used_at is null and i.revoked_at is null and i.expires_at > $2"
        ))
        .bind(address.as_str())
        .bind(self.now().as_millisecond())
        .fetch_optional(&self.readers)
        .await?;
        Ok(row.map(Invitation::try_from).transpose()?.filter(|one| one.is_open(self.now())))
    }

    /// Takes an invitation back.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none that is open.
    pub async fn revoke_invitation(&self, id: InvitationId, by: &By) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let role: Option<Role> = sqlx::query_scalar(
            "update invitation set revoked_at = $2
             where invitation_id = $1 and used_at is null and revoked_at is null returning role",
        )
        .bind(id)
        .bind(now.as_millisecond())
        .fetch_optional(&mut *write)
        .await?;
        let role = role.ok_or(StoreError::NotFound)?;
        remember(&mut write, &Note::new(Deed::InvitationRevoked, by).with(role.as_str()), now).await?;
        Ok(write.commit().await?)
    }

    /// Joins by an invitation, once: whoever is second finds it used. The new member's role is the invitation's.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is used, taken back or over; [`StoreError::AddressTaken`].
    pub async fn join(&self, invitation: InvitationId, member: &NewMember, by: &By) -> Result<MemberId, StoreError> {
        let mut write = self.write().await?;
        let id = take_up(&mut write, invitation, member, by, self.now()).await?;
        write.commit().await?;
        Ok(id)
    }
}

fn inviter(id: Option<MemberId>, name: Option<String>, role: Option<Role>) -> Option<Inviter> {
    Some(Inviter { id: id?, name: name?, role: role? })
}

/// Takes an invitation up, in somebody's transaction.
pub(crate) async fn take_up(
    write: &mut SqliteConnection,
    invitation: InvitationId,
    member: &NewMember,
    by: &By,
    now: Timestamp,
) -> Result<MemberId, StoreError> {
    let row: Option<InvitationRow> = sqlx::query_as(concat!(invitations!(), "where i.invitation_id = $1"))
        .bind(invitation)
        .fetch_optional(&mut *write)
        .await?;
    let found = Invitation::try_from(row.ok_or(StoreError::NotFound)?)?;
    if !found.is_open(now) {
        return Err(StoreError::NotFound);
    }
    let role = found.role;
    let id = insert(&mut *write, &NewMember { role, ..member.clone() }, now.as_millisecond()).await?;
    sqlx::query("update invitation set used_at = $2, member_id = $3 where invitation_id = $1")
        .bind(invitation)
        .bind(now.as_millisecond())
        .bind(id)
        .execute(&mut *write)
        .await?;
    remember(write, &Note::new(Deed::Joined, &by.member(id)).with(role.as_str()), now).await?;
    Ok(id)
}

/// Takes back the open invitation to an address, if whoever invites anew may decide about it.
async fn replace_open(
    write: &mut SqliteConnection,
    address: Option<&str>,
    by: &By,
    now: Timestamp,
) -> Result<(), StoreError> {
    let replaced: Vec<Role> = sqlx::query_scalar(
        "update invitation set revoked_at = $2
         where email = $1 and used_at is null and revoked_at is null and expires_at > $2 returning role",
    )
    .bind(address)
    .bind(now.as_millisecond())
    .fetch_all(&mut *write)
    .await?;
    let inviter: Option<Role> = sqlx::query_scalar("select role from member where member_id = $1")
        .bind(by.member)
        .fetch_optional(&mut *write)
        .await?;
    for role in replaced {
        if inviter.is_some_and(|inviter| !may_vouch_for(inviter, role)) {
            return Err(StoreError::Refused(Refusal::NotTheirs));
        }
        remember(write, &Note::new(Deed::InvitationRevoked, by).with(role.as_str()), now).await?;
    }
    Ok(())
}

async fn insert_invitation(
    write: &mut SqliteConnection,
    new: &NewInvitation,
    link: &Link,
    by: &By,
    now: Timestamp,
) -> Result<InvitationId, StoreError> {
    let id = sqlx::query_scalar(
        "insert into invitation (salt, token_sha256, email, role, language, by_id, made_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning invitation_id",
    )
    .bind(&link.salt[..])
    .bind(link.token.sha256())
    .bind(new.email.as_ref().map(EmailAddress::as_str))
    .bind(new.role)
    .bind(new.language)
    .bind(by.member)
    .bind(now.as_millisecond())
    .bind((now + INVITATION_LIFETIME).as_millisecond())
    .fetch_one(write)
    .await?;
    Ok(id)
}
