//! A program's way in, for what its member may do themselves, or less.

use crate::problem::{Why, line};
use crate::word::word;

word! {
    /// What a token is good for.
    Scope {
        /// Reading.
        Read = "read",
        /// Reading and writing.
        Write = "write",
    }
}

/// What its owner calls a token: 1 to 60 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenName(String);

impl TokenName {
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
