//! Everybody on one installation.

use jiff::Timestamp;

use crate::language::Language;
use crate::problem::{Why, line};
use crate::schedule::Zone;

/// The team's name: 1 to 80 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamName(String);

impl TeamName {
    const LIMIT: usize = 80;

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

/// What is true of the whole installation.
#[derive(Debug, Clone)]
pub struct Team {
    /// What the team is called, in the page head and in mail.
    pub name: TeamName,
    /// The language of members who have not chosen one, and of mail to nobody in particular.
    pub language: Language,
    /// The zone of members who have not chosen one.
    pub zone: Zone,
    /// Since when everybody with a password needs a second factor; none while it is theirs to choose.
    pub second_factor_required_at: Option<Timestamp>,
}
