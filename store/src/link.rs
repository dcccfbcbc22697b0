//! One-time links: what a letter or a colleague hands somebody to open one door once.
//!
//! A token is made of a salt and the house's secret, which is not in the database: so a letter can be written
//! from its row alone, and a copy of the database opens nothing.

use crate::Token;

/// Bytes of a salt.
pub const SALT: usize = 16;

/// A link that is about to be handed out.
#[derive(Debug, Clone)]
pub struct Link {
    /// Random; what the token is made of, with the secret.
    pub salt: [u8; SALT],
    /// What the link carries.
    pub token: Token,
}
