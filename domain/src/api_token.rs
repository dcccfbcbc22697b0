//! A program's way in, for what its member may do themselves, or less.

use jiff::SignedDuration;

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

word! {
    /// How long a token lasts: it always ends by itself.
    Lifetime {
        /// 30 days.
        Month = "30_days",
        /// 90 days.
        Quarter = "90_days",
        /// A year.
        Year = "year",
    }
}

impl Lifetime {
    /// The same as a duration.
    pub const fn duration(self) -> SignedDuration {
        let days = match self {
            Self::Month => 30,
            Self::Quarter => 90,
            Self::Year => 365,
        };
        SignedDuration::from_hours(24 * days)
    }
}

/// What a token begins with, so that programs that look for leaked secrets know it.
pub const PREFIX: &str = "dasi_";

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
