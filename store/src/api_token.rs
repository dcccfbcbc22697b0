//! API tokens: a program's way in, for what a member may do themselves, or less.

use domain::api_token::{Scope, TokenName};
use domain::audit::Deed;
use domain::id::{ApiTokenId, MemberId};
use domain::member::Member;
use jiff::{SignedDuration, Timestamp};
use sqlx::FromRow;

use crate::audit::{remember, remember_and_tell};
use crate::column::{instant, maybe_instant};
use crate::member::{MemberRow, member_columns};
use crate::password::still;
use crate::{By, Note, Store, StoreError, Token};

/// How exactly it is known when a token was used last.
const USED_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// A token that is about to be made.
#[derive(Debug, Clone)]
pub struct NewApiToken {
    /// What its owner calls it.
    pub name: TokenName,
    /// What it is good for.
    pub scope: Scope,
    /// How long it lasts.
    pub lifetime: SignedDuration,
}

/// A token in the list of mine.
#[derive(Debug, Clone)]
pub struct ApiTokenLine {
    /// Its number.
    pub id: ApiTokenId,
    /// What its owner calls it.
    pub name: String,
    /// What it is good for.
    pub scope: Scope,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// When it was used last, to some minutes.
    pub used_at: Option<Timestamp>,
}

/// A request's token.
#[derive(Debug, Clone)]
pub struct ApiToken {
    /// Its number.
    pub id: ApiTokenId,
    /// Whose.
    pub member: Member,
    /// What it is good for.
    pub scope: Scope,
    used_at: Option<Timestamp>,
}

#[derive(FromRow)]
struct LineRow {
    api_token_id: ApiTokenId,
    name: String,
    scope: Scope,
    made_at: i64,
    expires_at: i64,
    used_at: Option<i64>,
}

#[derive(FromRow)]
struct TokenRow {
    api_token_id: ApiTokenId,
    scope: Scope,
    used_at: Option<i64>,
    #[sqlx(flatten)]
    member: MemberRow,
}

impl Store {
    /// Makes a token; it is given back this once. `known` is the hash that a typed password was checked against; none
    /// where nobody was asked.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the password was changed while it was checked.
    pub async fn make_api_token(
        &self,
        member: MemberId,
        known: Option<&str>,
        new: &NewApiToken,
        by: &By,
    ) -> Result<Token, StoreError> {
        let (token, now) = (Token::random(), self.now());
        let mut write = self.write().await?;
        still(&mut write, member, known).await?;
        sqlx::query(
            "insert into api_token (member_id, name, scope, token_sha256, made_at, expires_at)
             values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(member)
        .bind(new.name.as_str())
        .bind(new.scope)
        .bind(token.sha256())
        .bind(now.as_millisecond())
        .bind((now + new.lifetime).as_millisecond())
        .execute(&mut *write)
        .await?;
        let address: String = sqlx::query_scalar("select email from member where member_id = $1")
            .bind(member)
            .fetch_one(&mut *write)
            .await?;
        let note = Note::new(Deed::ApiTokenMade, by).to(member).with(new.name.as_str());
        remember_and_tell(&mut write, &note, member, &address, now).await?;
        self.commit(write).await?;
        Ok(token)
    }

    /// A member's tokens that still work, the newest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn api_tokens(&self, member: MemberId) -> Result<Vec<ApiTokenLine>, StoreError> {
        let rows: Vec<LineRow> = sqlx::query_as(
            "select api_token_id, name, scope, made_at, expires_at, used_at from api_token
             where member_id = $1 and ended_at is null and expires_at > $2 order by api_token_id desc",
        )
        .bind(member)
        .bind(self.now().as_millisecond())
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter().map(ApiTokenLine::try_from).collect()
    }

    /// Whom a token speaks for, while it lasts.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn api_token(&self, token: &Token) -> Result<Option<ApiToken>, StoreError> {
        let row: Option<TokenRow> = sqlx::query_as(concat!(
            "select t.api_token_id, t.scope, t.used_at, ",
            member_columns!(),
            " from api_token t join member m using (member_id)
             where t.token_sha256 = $1 and t.ended_at is null and t.expires_at > $2"
        ))
        .bind(token.sha256())
        .bind(self.now().as_millisecond())
        .fetch_optional(&self.readers)
        .await?;
        row.map(|row| {
            Ok(ApiToken {
                id: row.api_token_id,
                member: row.member.try_into()?,
                scope: row.scope,
                used_at: maybe_instant(row.used_at)?,
            })
        })
        .transpose()
    }

    /// Writes down that a token was used; at most every five minutes.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn use_api_token(&self, token: &ApiToken) -> Result<(), StoreError> {
        let now = self.now();
        if token.used_at.is_some_and(|used| now.duration_since(used) < USED_EVERY) {
            return Ok(());
        }
        let mut write = self.write().await?;
        sqlx::query("update api_token set used_at = $2 where api_token_id = $1")
            .bind(token.id)
            .bind(now.as_millisecond())
            .execute(&mut *write)
            .await?;
        Ok(write.commit().await?)
    }

    /// Ends a member's token.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not theirs, or over.
    pub async fn end_api_token(&self, member: MemberId, id: ApiTokenId, by: &By) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let name: Option<String> = sqlx::query_scalar(
            "update api_token set ended_at = $3 where api_token_id = $1 and member_id = $2 and ended_at is null
             returning name",
        )
        .bind(id)
        .bind(member)
        .bind(now.as_millisecond())
        .fetch_optional(&mut *write)
        .await?;
        let name = name.ok_or(StoreError::NotFound)?;
        remember(&mut write, &Note::new(Deed::ApiTokenEnded, by).to(member).with(&name), now).await?;
        Ok(write.commit().await?)
    }
}

impl TryFrom<LineRow> for ApiTokenLine {
    type Error = StoreError;

    fn try_from(row: LineRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.api_token_id,
            name: row.name,
            scope: row.scope,
            made_at: instant(row.made_at)?,
            expires_at: instant(row.expires_at)?,
            used_at: maybe_instant(row.used_at)?,
        })
    }
}
