//! Members: add, find, change their settings.

mod profile; // what a member says of themselves
mod roster; // everybody, and who is what

use domain::audit::Deed;
use domain::id::MemberId;
use domain::language::Language;
use domain::member::{DigestHour, EmailAddress, Handle, Member, Name, Role};
use domain::schedule::Zone;
use domain::theme::Theme;
use sqlx::{FromRow, SqliteConnection};

use crate::audit::remember;
use crate::column::{email, maybe_instant, name, outside_name, zone};
use crate::{By, Note, Store, StoreError};

pub use profile::Profile;
pub use roster::MemberLine;
pub(crate) use roster::member_now;

/// A member who is not there yet.
#[derive(Debug, Clone)]
pub struct NewMember {
    /// What colleagues call them.
    pub name: Name,
    /// Where mail reaches them.
    pub email: EmailAddress,
    /// Whether a letter sent there was answered, or somebody who holds the house vouches for it.
    pub email_is_proven: bool,
    /// What they may do.
    pub role: Role,
    /// The language they read in.
    pub language: Language,
    /// The zone their dates are in.
    pub zone: Zone,
    /// argon2id, as a PHC string; none for who comes in by the sign-in provider.
    pub password_hash: Option<String>,
}

/// A member and what proves a password theirs.
#[derive(Debug)]
pub struct Credentials {
    /// Who.
    pub member: Member,
    /// argon2id, as a PHC string; none for who comes in by the sign-in provider.
    pub password_hash: Option<String>,
    /// Whether the address was proven theirs.
    pub email_is_proven: bool,
}

/// The columns of a member, in every statement that reads one.
macro_rules! member_columns {
    () => {
        "m.member_id, m.name, m.handle, m.outside_name, m.email, m.role, m.language, m.zone, m.theme, cast(m.digest_hour as text) as digest_hour,
            (select k.set_at from picture k where k.member_id = m.member_id) as picture_at"
    };
}
pub(crate) use member_columns;

#[derive(FromRow)]
pub(crate) struct MemberRow {
    member_id: MemberId,
    name: String,
    handle: String,
    outside_name: Option<String>,
    email: String,
    role: Role,
    language: Language,
    zone: String,
    theme: Theme,
    digest_hour: String,
    picture_at: Option<i64>,
}

impl TryFrom<MemberRow> for Member {
    type Error = StoreError;

    fn try_from(row: MemberRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.member_id,
            name: name(&row.name)?,
            handle: Handle::stored(row.handle),
            outside_name: row.outside_name.as_deref().map(outside_name).transpose()?,
            email: email(&row.email)?,
            role: row.role,
            language: row.language,
            zone: zone(&row.zone)?,
            theme: row.theme,
            digest_hour: DigestHour::parse(&row.digest_hour).map_err(|_| StoreError::Corrupt("an hour"))?,
            picture_at: maybe_instant(row.picture_at)?,
        })
    }
}

impl Store {
    /// One more member of a team that is founded.
    ///
    /// # Errors
    /// [`StoreError::AddressTaken`].
    pub async fn add_member(&self, member: &NewMember, by: &By) -> Result<MemberId, StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let id = insert(&mut write, member, now.as_millisecond()).await?;
        remember(&mut write, &Note::new(Deed::Added, by).to(id).with(member.role.as_str()), now).await?;
        write.commit().await?;
        Ok(id)
    }

    /// Who has an address, and their password's hash.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn member_by_email(&self, address: &EmailAddress) -> Result<Option<Credentials>, StoreError> {
        #[derive(FromRow)]
        struct Row {
            #[sqlx(flatten)]
            member: MemberRow,
            password_hash: String,
            email_is_proven: bool,
        }
        let row: Option<Row> = sqlx::query_as(concat!(
            "select ",
            member_columns!(),
            ", m.password_hash, m.email_proven_at is not null as email_is_proven from member m where m.email = $1"
        ))
        .bind(address.as_str())
        .fetch_optional(&self.readers)
        .await?;
        row.map(|row| {
            Ok(Credentials {
                member: row.member.try_into()?,
                password_hash: Some(row.password_hash).filter(|hash| !hash.is_empty()),
                email_is_proven: row.email_is_proven,
            })
        })
        .transpose()
    }
}

/// A member's row, in somebody's transaction.
pub(crate) async fn insert(write: &mut SqliteConnection, member: &NewMember, now: i64) -> Result<MemberId, StoreError> {
    let handle = profile::free_handle(write, &member.name).await?;
    sqlx::query_scalar(
        "insert into member (name, email, password_hash, role, language, zone, joined_at, handle, handle_skeleton,
            email_proven_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $10 then $7 end) returning member_id",
    )
    .bind(member.name.as_str())
    .bind(member.email.as_str())
    .bind(member.password_hash.as_deref().unwrap_or_default())
    .bind(member.role)
    .bind(member.language)
    .bind(member.zone.name())
    .bind(now)
    .bind(handle.as_str())
    .bind(handle.skeleton())
    .bind(member.email_is_proven)
    .fetch_one(write)
    .await
    .map_err(|error| if StoreError::is_unique_violation(&error) { StoreError::AddressTaken } else { error.into() })
}
