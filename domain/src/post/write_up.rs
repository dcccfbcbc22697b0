//! An engineering write-up.

use crate::problem::{Why, line};

/// What a write-up says in a few sentences: 1 to 500 characters on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Abstract(String);

impl Abstract {
    /// The most characters.
    pub const LIMIT: usize = 500;

    /// None when nothing was typed; line ends become spaces.
    ///
    /// # Errors
    /// [`Why::TooLong`] or [`Why::ControlCharacter`].
    pub fn parse(typed: &str) -> Result<Option<Self>, Why> {
        match line(&typed.replace(['\r', '\n', '\t'], " "), Self::LIMIT) {
            Ok(text) => Ok(Some(Self(text))),
            Err(Why::Empty) => Ok(None),
            Err(why) => Err(why),
        }
    }

    /// As people see it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
