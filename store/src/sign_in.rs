//! Sign-ins: one browser's way in. The token is with the browser; the database holds its SHA-256 alone.

use domain::audit::Deed;
use domain::id::{MemberId, SignInId};
use domain::member::Member;
use domain::sign_in::Way;
use jiff::{SignedDuration, Timestamp};
use sqlx::{FromRow, SqliteConnection};

use crate::audit::remember;
use crate::column::instant;
use crate::member::{MemberRow, member_columns};
use crate::{By, Note, Store, StoreError, Token};

/// How long a sign-in lasts.
pub const SIGN_IN_LIFETIME: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long somebody half way in may take to find their second factor.
pub const HALF_WAY: SignedDuration = SignedDuration::from_mins(10);
/// How exactly it is known when a sign-in was seen last: each finding is a write.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// A browser that signs in.
#[derive(Debug, Clone, Default)]
pub struct Browser {
    /// What it calls itself, made short.
    pub device: String,
    /// Who it is for the log; `member` is whom it signs in.
    pub by: By,
}

/// A request's sign-in.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// Its number.
    pub id: SignInId,
    /// Whom it signs in.
    pub member: Member,
    /// What it was begun by.
    pub way: Way,
    /// Whether the member has a second factor.
    pub has_second_factor: bool,
    /// Whether a notice is unread; [`Viewer::has_unread_notices`] tells whether the member may still know of one.
    ///
    /// [`Viewer::has_unread_notices`]: crate::Viewer::has_unread_notices
    pub has_unread: bool,
    seen_at: Timestamp,
    address: String,
}

/// A sign-in in the list of mine.
#[derive(Debug, Clone)]
pub struct SignInLine {
    /// Its number.
    pub id: SignInId,
    /// What the browser calls itself; may be empty.
    pub device: String,
    /// Where it was seen last; may be empty.
    pub address: String,
    /// What it was begun by.
    pub way: Way,
    /// When.
    pub begun_at: Timestamp,
    /// When it was seen last, to some minutes.
    pub seen_at: Timestamp,
}

#[derive(FromRow)]
struct SignInRow {
    sign_in_id: SignInId,
    way: Way,
    address: String,
    seen_at: i64,
    has_second_factor: bool,
    has_unread: bool,
    #[sqlx(flatten)]
    member: MemberRow,
}

#[derive(FromRow)]
struct LineRow {
    sign_in_id: SignInId,
    device: String,
    address: String,
    way: Way,
    begun_at: i64,
    seen_at: i64,
}

macro_rules! sign_in_of {
    () => {
        concat!(
            "select s.sign_in_id, s.way, s.address, s.seen_at,
                exists (select 1 from second_factor f where f.member_id = s.member_id and f.confirmed_at is not null)
                    as has_second_factor,
                exists (select 1 from notice n where n.member_id = s.member_id and n.read_at is null) as has_unread, ",
            member_columns!(),
            " from sign_in s join member m using (member_id) where s.token_sha256 = $1 and s.expires_at > $2 "
        )
    };
}

impl Store {
    /// Signs a member in; with a second factor they are half way in only, and `finish_sign_in` does the rest.
    /// A sign-in that comes from the provider is whole: the provider has its own second factor.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn begin_sign_in(
        &self,
        member: MemberId,
        way: Way,
        browser: &Browser,
    ) -> Result<(Token, bool), StoreError> {
        self.begin(member, way, None, browser).await
    }

    /// The same by a password that fitted `hash`. Checking takes a while: if the member has another password by now,
    /// the old one opens nothing more.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the hash is not the member's any more.
    pub async fn begin_sign_in_by_password(
        &self,
        member: MemberId,
        hash: &str,
        browser: &Browser,
    ) -> Result<(Token, bool), StoreError> {
        self.begin(member, Way::Password, Some(hash), browser).await
    }

    async fn begin(
        &self,
        member: MemberId,
        way: Way,
        hash: Option<&str>,
        browser: &Browser,
    ) -> Result<(Token, bool), StoreError> {
        let mut write = self.write().await?;
        let has_second_factor: Option<bool> = sqlx::query_scalar(
            "select exists (select 1 from second_factor f where f.member_id = m.member_id and f.confirmed_at is not null)
             from member m where m.member_id = $1 and ($2 is null or m.password_hash = $2)",
        )
        .bind(member)
        .bind(hash)
        .fetch_optional(&mut *write)
        .await?;
        let half = has_second_factor.ok_or(StoreError::NotFound)? && way != Way::Provider;
        let token = insert(&mut write, member, way, browser, half, self.now()).await?;
        write.commit().await?;
        Ok((token, half))
    }

    /// The other half, once the second factor is proven: under a new token (ASVS 5.0 7.2.4).
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the half was ended meanwhile, or finished.
    pub async fn finish_sign_in(&self, half: &Token, member: MemberId, browser: &Browser) -> Result<Token, StoreError> {
        let mut write = self.write().await?;
        let way: Option<Way> = sqlx::query_scalar(
            "delete from sign_in where token_sha256 = $1 and member_id = $2 and awaits_code = 1 and expires_at > $3
             returning way",
        )
        .bind(half.sha256())
        .bind(member)
        .bind(self.now().as_millisecond())
        .fetch_optional(&mut *write)
        .await?;
        let way = way.ok_or(StoreError::NotFound)?;
        let token = insert(&mut write, member, way, browser, false, self.now()).await?;
        write.commit().await?;
        Ok(token)
    }

    /// Ends the sign-in of a token; nothing happens when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn end_sign_in(&self, token: &Token) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        sqlx::query("delete from sign_in where token_sha256 = $1").bind(token.sha256()).execute(&mut *write).await?;
        Ok(write.commit().await?)
    }

    /// Ends one sign-in of a member.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs, or over.
    pub async fn end_one_sign_in(&self, member: MemberId, id: SignInId, by: &By) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let ended = sqlx::query("delete from sign_in where sign_in_id = $1 and member_id = $2")
            .bind(id)
            .bind(member)
            .execute(&mut *write)
            .await?;
        if ended.rows_affected() == 0 {
            return Err(StoreError::NotFound);
        }
        remember(&mut write, &Note::new(Deed::SignInsEnded, by).to(member), self.now()).await?;
        Ok(write.commit().await?)
    }

    /// Ends everything that signs a member in, programs' tokens among it: a lost laptop.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn shut_out(&self, member: MemberId, by: &By) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        for statement in [
            "delete from sign_in where member_id = $1 and $2 > 0",
            "update api_token set ended_at = $2 where member_id = $1 and ended_at is null",
        ] {
            sqlx::query(statement).bind(member).bind(now.as_millisecond()).execute(&mut *write).await?;
        }
        remember(&mut write, &Note::new(Deed::SignInsEnded, by).to(member), now).await?;
        Ok(write.commit().await?)
    }

    /// Ends every sign-in of a member but the one in `keep`; how many.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn end_sign_ins(&self, member: MemberId, keep: Option<&Token>, by: &By) -> Result<u64, StoreError> {
        let mut write = self.write().await?;
        let ended = sqlx::query("delete from sign_in where member_id = $1 and ($2 is null or token_sha256 <> $2)")
            .bind(member)
            .bind(keep.map(Token::sha256))
            .execute(&mut *write)
            .await?;
        remember(&mut write, &Note::new(Deed::SignInsEnded, by).to(member), self.now()).await?;
        write.commit().await?;
        Ok(ended.rows_affected())
    }

    /// Whom a token signs in, while it lasts.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn signed_in(&self, token: &Token) -> Result<Option<SignIn>, StoreError> {
        self.sign_in(token, concat!(sign_in_of!(), "and s.awaits_code = 0")).await
    }

    /// Who is half way in by a token, and has yet to prove a second factor.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn half_signed_in(&self, token: &Token) -> Result<Option<SignIn>, StoreError> {
        self.sign_in(token, concat!(sign_in_of!(), "and s.awaits_code = 1")).await
    }

    async fn sign_in(&self, token: &Token, statement: &'static str) -> Result<Option<SignIn>, StoreError> {
        let row: Option<SignInRow> = sqlx::query_as(statement)
            .bind(token.sha256())
            .bind(self.now().as_millisecond())
            .fetch_optional(&self.readers)
            .await?;
        row.map(|row| {
            Ok(SignIn {
                id: row.sign_in_id,
                member: row.member.try_into()?,
                way: row.way,
                has_second_factor: row.has_second_factor,
                has_unread: row.has_unread,
                seen_at: instant(row.seen_at)?,
                address: row.address,
            })
        })
        .transpose()
    }

    /// Writes down that a sign-in was seen, and where; at most every five minutes while it stays where it is.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn see(&self, sign_in: &SignIn, address: &str) -> Result<(), StoreError> {
        let now = self.now();
        if sign_in.address == address && now.duration_since(sign_in.seen_at) < SEEN_EVERY {
            return Ok(());
        }
        let mut write = self.write().await?;
        sqlx::query("update sign_in set seen_at = $2, address = $3 where sign_in_id = $1")
            .bind(sign_in.id)
            .bind(now.as_millisecond())
            .bind(address)
            .execute(&mut *write)
            .await?;
        Ok(write.commit().await?)
    }

    /// A member's sign-ins, the one seen last first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn sign_ins(&self, member: MemberId) -> Result<Vec<SignInLine>, StoreError> {
        let rows: Vec<LineRow> = sqlx::query_as(
            "select sign_in_id, device, address, way, begun_at, max(begun_at, seen_at) as seen_at from sign_in
             where member_id = $1 and expires_at > $2 and awaits_code = 0 order by seen_at desc, sign_in_id desc",
        )
        .bind(member)
        .bind(self.now().as_millisecond())
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter().map(SignInLine::try_from).collect()
    }

    /// Where a member's sign-ins that still last were seen: a crowd of guesses from elsewhere does not shut them out
    /// there.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn known_addresses(&self, member: MemberId) -> Result<Vec<String>, StoreError> {
        let known = sqlx::query_scalar(
            "select distinct address from sign_in where member_id = $1 and expires_at > $2 and awaits_code = 0",
        )
        .bind(member)
        .bind(self.now().as_millisecond())
        .fetch_all(&self.readers)
        .await?;
        Ok(known)
    }
}

/// A sign-in's row, in somebody's transaction; those of the member that are over go with it.
async fn insert(
    write: &mut SqliteConnection,
    member: MemberId,
    way: Way,
    browser: &Browser,
    half: bool,
    now: Timestamp,
) -> Result<Token, StoreError> {
    let token = Token::random();
    let lifetime = if half { HALF_WAY } else { SIGN_IN_LIFETIME };
    sqlx::query("delete from sign_in where member_id = $1 and expires_at <= $2")
        .bind(member)
        .bind(now.as_millisecond())
        .execute(&mut *write)
        .await?;
    sqlx::query(
        "insert into sign_in (token_sha256, member_id, begun_at, expires_at, way, device, address, seen_at, awaits_code)
         values ($1, $2, $3, $4, $5, $6, $7, $3, $8)",
    )
    .bind(token.sha256())
    .bind(member)
    .bind(now.as_millisecond())
    .bind((now + lifetime).as_millisecond())
    .bind(way)
    .bind(&browser.device)
    .bind(&browser.by.address)
    .bind(half)
    .execute(&mut *write)
    .await?;
    if !half {
        let by = browser.by.member(member);
        remember(write, &Note::new(Deed::SignedIn, &by).with(&browser.device), now).await?;
    }
    Ok(token)
}

impl TryFrom<LineRow> for SignInLine {
    type Error = StoreError;

    fn try_from(row: LineRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.sign_in_id,
            device: row.device,
            address: row.address,
            way: row.way,
            begun_at: instant(row.begun_at)?,
            seen_at: instant(row.seen_at)?,
        })
    }
}
