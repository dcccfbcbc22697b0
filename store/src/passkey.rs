//! Passkeys: what is known of keys on members' own devices, and those being made or shown right now.

use domain::audit::Deed;
use domain::id::{MemberId, PasskeyId, SignInId};
use domain::passkey::PasskeyName;
use jiff::{SignedDuration, Timestamp};
use sqlx::{FromRow, SqliteConnection};

use crate::audit::remember_and_tell;
use crate::column::{instant, maybe_instant};
use crate::{By, Note, Store, StoreError};

/// How long somebody may take to make a passkey, or to show one.
pub const PASSKEY_CEREMONY: SignedDuration = SignedDuration::from_mins(5);

/// A member's passkey.
#[derive(Debug, Clone)]
pub struct Passkey {
    /// Its number.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// What devices and browsers know it by.
    pub credential: Vec<u8>,
    /// How a browser may reach it.
    pub transports: u8,
    /// Its public key, and what else never changes.
    pub key: Vec<u8>,
    /// Its counter, and what else changes with its use.
    pub state: Vec<u8>,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was used last.
    pub used_at: Option<Timestamp>,
}

/// A passkey that was made.
#[derive(Debug, Clone)]
pub struct NewPasskey {
    /// What devices and browsers know it by.
    pub credential: Vec<u8>,
    /// How a browser may reach it.
    pub transports: u8,
    /// Its public key, and what else never changes.
    pub key: Vec<u8>,
    /// Its counter, and what else changes with its use.
    pub state: Vec<u8>,
}

/// A passkey being made or shown.
#[derive(Debug, Clone)]
pub struct Ceremony {
    /// What the one being made will be called; none at the door.
    pub name: Option<PasskeyName>,
    /// The challenge, and what else the answer has to fit.
    pub state: Vec<u8>,
}

#[derive(FromRow)]
struct Row {
    passkey_id: PasskeyId,
    name: String,
    credential_id: Vec<u8>,
    transports: u8,
    public_key: Vec<u8>,
    state: Vec<u8>,
    made_at: i64,
    used_at: Option<i64>,
}

impl Store {
    /// A member's passkeys, the oldest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn passkeys(&self, member: MemberId) -> Result<Vec<Passkey>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(
            "select passkey_id, name, credential_id, transports, public_key, state, made_at, used_at from passkey
             where member_id = $1 order by passkey_id",
        )
        .bind(member)
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter().map(Passkey::try_from).collect()
    }

    /// Keeps a passkey, while the member's second factor is on; they are told by mail.
    ///
    /// # Errors
    /// [`StoreError::PasskeyTaken`]; [`StoreError::NotFound`] when the second factor is off.
    pub async fn add_passkey(
        &self,
        member: MemberId,
        name: &PasskeyName,
        new: &NewPasskey,
        by: &By,
    ) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let added = sqlx::query(
            "insert into passkey (member_id, name, credential_id, transports, public_key, state, made_at)
             select $1, $2, $3, $4, $5, $6, $7
             where exists (select 1 from second_factor where member_id = $1 and confirmed_at is not null)",
        )
        .bind(member)
        .bind(name.as_str())
        .bind(&new.credential)
        .bind(new.transports)
        .bind(&new.key)
        .bind(&new.state)
        .bind(now.as_millisecond())
        .execute(&mut *write)
        .await;
        match added {
            Err(error) if StoreError::is_unique_violation(&error) => return Err(StoreError::PasskeyTaken),
            Ok(added) if added.rows_affected() == 0 => return Err(StoreError::NotFound),
            added => added?,
        };
        tell(&mut write, Deed::PasskeyAdded, member, name.as_str(), by, now).await?;
        self.commit(write).await
    }

    /// Writes down that a passkey was used: `was` is its state as it was read, `state` what it is now. False when it
    /// was removed meanwhile, or used by somebody else at the same time: then its counter has to be looked at again.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn use_passkey(
        &self,
        member: MemberId,
        id: PasskeyId,
        was: &[u8],
        state: &[u8],
    ) -> Result<bool, StoreError> {
        let mut write = self.write().await?;
        let used = sqlx::query(
            "update passkey set state = $4, used_at = $5 where passkey_id = $1 and member_id = $2 and state = $3",
        )
        .bind(id)
        .bind(member)
        .bind(was)
        .bind(state)
        .bind(self.now().as_millisecond())
        .execute(&mut *write)
        .await?;
        write.commit().await?;
        Ok(used.rows_affected() > 0)
    }

    /// Forgets a member's passkey; they are told by mail.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs, or gone.
    pub async fn remove_passkey(&self, member: MemberId, id: PasskeyId, by: &By) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let name: Option<String> =
            sqlx::query_scalar("delete from passkey where passkey_id = $1 and member_id = $2 returning name")
                .bind(id)
                .bind(member)
                .fetch_optional(&mut *write)
                .await?;
        let name = name.ok_or(StoreError::NotFound)?;
        tell(&mut write, Deed::PasskeyRemoved, member, &name, by, now).await?;
        self.commit(write).await
    }

    /// Begins to make or to show one in a browser; what the browser had begun before is forgotten. Nothing begins when
    /// the sign-in has ended meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn begin_ceremony(&self, sign_in: SignInId, ceremony: &Ceremony) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        sqlx::query(
            "insert into passkey_ceremony (sign_in_id, name, state, begun_at)
             select $1, $2, $3, $4 where exists (select 1 from sign_in where sign_in_id = $1)
             on conflict (sign_in_id) do update
             set name = excluded.name, state = excluded.state, begun_at = excluded.begun_at",
        )
        .bind(sign_in)
        .bind(ceremony.name.as_ref().map(PasskeyName::as_str))
        .bind(&ceremony.state)
        .bind(self.now().as_millisecond())
        .execute(&mut *write)
        .await?;
        Ok(write.commit().await?)
    }

    /// What a browser had begun, once: none when that is too long ago, or was answered.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn take_ceremony(&self, sign_in: SignInId) -> Result<Option<Ceremony>, StoreError> {
        let mut write = self.write().await?;
        let row: Option<(Option<String>, Vec<u8>, i64)> =
            sqlx::query_as("delete from passkey_ceremony where sign_in_id = $1 returning name, state, begun_at")
                .bind(sign_in)
                .fetch_optional(&mut *write)
                .await?;
        write.commit().await?;
        let Some((name, state, begun_at)) = row else { return Ok(None) };
        let name = name.map(|name| PasskeyName::parse(&name)).transpose();
        let name = name.map_err(|_| StoreError::Corrupt("a passkey's name"))?;
        let age = self.now().duration_since(instant(begun_at)?);
        Ok((age < PASSKEY_CEREMONY).then_some(Ceremony { name, state }))
    }
}

async fn tell(
    write: &mut SqliteConnection,
    deed: Deed,
    member: MemberId,
    name: &str,
    by: &By,
    now: Timestamp,
) -> Result<(), StoreError> {
    let address: String =
        sqlx::query_scalar("select email from member where member_id = $1").bind(member).fetch_one(&mut *write).await?;
    remember_and_tell(write, &Note::new(deed, by).to(member).with(name), member, &address, now).await
}

impl TryFrom<Row> for Passkey {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.passkey_id,
            name: row.name,
            credential: row.credential_id,
            transports: row.transports,
            key: row.public_key,
            state: row.state,
            made_at: instant(row.made_at)?,
            used_at: maybe_instant(row.used_at)?,
        })
    }
}
