//! Notes on a book.

use crate::problem::{Why, line};

/// The title of a book: 1 to 200 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookTitle(String);

impl BookTitle {
    /// The most characters.
    pub const LIMIT: usize = 200;

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
