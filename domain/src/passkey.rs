//! A passkey: a key of the member's own device, shown beside a password.

use crate::problem::{Why, line};

/// The most passkeys of one member: a browser is told of them all.
pub const MOST: usize = 20;

/// What its owner calls a passkey: 1 to 60 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyName(String);

impl PasskeyName {
    const LIMIT: usize = 60;

    /// # Errors
    /// [`Why::Empty`], [`Why::TooLong`] or [`Why::ControlCharacter`].
    pub fn parse(typed: &str) -> Result<Self, Why> {
        line(typed, Self::LIMIT).map(Self)
    }

    /// As people see it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
