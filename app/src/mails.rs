//! Letters: subject, a text that is written and not stripped, and HTML with its styles inside.

pub mod email_change; // may it be another address?
pub mod invitation; // somebody is asked to join
pub mod notice; // what guards a door was changed
pub mod password_reset; // a way to a new password
pub mod read_again; // "remind me of this"
mod sheet; // what every letter is written on

/// A letter, before it becomes MIME.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The subject, as people read it.
    pub subject: String,
    /// The plain text, lines ending in LF.
    pub text: String,
    /// A whole HTML document.
    pub html: String,
}
