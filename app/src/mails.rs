//! Letters: subject, a text that is written and not stripped, and HTML with its styles inside.

pub mod read_again; // "remind me of this"

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
