//! Sign-ins: one browser's way in. The token is with the browser; the database holds its SHA-256 alone.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::id::MemberId;
use domain::member::Member;
use jiff::SignedDuration;
use sha2::{Digest, Sha256};

use crate::member::{MemberRow, member_columns};
use crate::{Store, StoreError};

/// How long a sign-in lasts.
pub const SIGN_IN_LIFETIME: SignedDuration = SignedDuration::from_hours(30 * 24);

/// 256 random bits that stand for a sign-in (ASVS 5.0 7.2.3).
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    /// A fresh one, from the system's randomness.
    pub fn random() -> Self {
        Self(rand::random())
    }

    /// As a cookie holds it: base64url without padding.
    pub fn to_text(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.0)
    }

    /// What a cookie holds, if it is a token at all.
    pub fn parse(text: &str) -> Option<Self> {
        BASE64_URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    fn sha256(&self) -> Vec<u8> {
        Sha256::digest(self.0).to_vec()
    }
}

/// Says nothing.
impl fmt::Debug for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Token(…)")
    }
}

impl Store {
    /// Signs a member in; their sign-ins that have run out are forgotten.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn begin_sign_in(&self, member: MemberId) -> Result<Token, StoreError> {
        let (token, now) = (Token::random(), self.now());
        let mut write = self.write().await?;
        sqlx::query("delete from sign_in where member_id = $1 and expires_at <= $2")
            .bind(member)
            .bind(now.as_millisecond())
            .execute(&mut *write)
            .await?;
        sqlx::query("insert into sign_in (token_sha256, member_id, begun_at, expires_at) values ($1, $2, $3, $4)")
            .bind(token.sha256())
            .bind(member)
            .bind(now.as_millisecond())
            .bind((now + SIGN_IN_LIFETIME).as_millisecond())
            .execute(&mut *write)
            .await?;
        write.commit().await?;
        Ok(token)
    }

    /// Ends a sign-in; nothing happens when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn end_sign_in(&self, token: &Token) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        sqlx::query("delete from sign_in where token_sha256 = $1").bind(token.sha256()).execute(&mut *write).await?;
        Ok(write.commit().await?)
    }

    /// Whom a token signs in, while it lasts.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn signed_in(&self, token: &Token) -> Result<Option<Member>, StoreError> {
        let row: Option<MemberRow> = sqlx::query_as(concat!(
            "select ",
            member_columns!(),
            " from sign_in join member m using (member_id) where token_sha256 = $1 and expires_at > $2"
        ))
        .bind(token.sha256())
        .bind(self.now().as_millisecond())
        .fetch_optional(&self.readers)
        .await?;
        row.map(Member::try_from).transpose()
    }
}
