//! 256 random bits that open something. Whoever holds them has the token; the database has its SHA-256 alone.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// 256 bits that nobody guesses (ASVS 5.0 7.2.3).
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    /// A fresh one, from the system's randomness.
    pub fn random() -> Self {
        Self(rand::random())
    }

    /// One that was made elsewhere, of a secret.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// As cookies and addresses hold it: base64url without padding.
    pub fn to_text(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.0)
    }

    /// What a cookie or an address holds, if it is a token at all.
    pub fn parse(text: &str) -> Option<Self> {
        BASE64_URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    pub(crate) fn sha256(&self) -> Vec<u8> {
        Sha256::digest(self.0).to_vec()
    }
}

/// Says nothing.
impl fmt::Debug for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Token(…)")
    }
}
