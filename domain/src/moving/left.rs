//! What stays behind when files are brought in, and why.

use crate::word::word;

word! {
    /// Why a file stays behind.
    Left {
        /// Hidden, or a program's own: `.obsidian/`, `__MACOSX/`.
        Hidden = "hidden",
        /// Something that runs.
        Program = "program",
        /// A zip inside a zip, but for the one that Notion makes.
        Nested = "nested",
        /// Its name leads out of the archive.
        Outside = "outside",
        /// A link to a file elsewhere.
        Link = "link",
        /// Locked with a password.
        Encrypted = "encrypted",
        /// Its bytes are not what the archive promises.
        Broken = "broken",
        /// Larger than is taken.
        TooBig = "too_big",
        /// Another file of the same name came first.
        Double = "double",
        /// No text in a coding that we know.
        NotText = "not_text",
        /// Nothing in it.
        Empty = "empty",
        /// No post shows it.
        Unused = "unused",
        /// A table of a database: its pages come by themselves.
        Database = "database",
        /// It only explains the archive.
        Explains = "explains",
        /// Not Markdown, and nothing that a post can show.
        Unknown = "unknown",
        /// More files or bytes than are taken at once.
        TooMany = "too_many",
    }
}

/// A file that stays behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stays {
    /// Its name in the archive.
    pub path: String,
    /// Why.
    pub why: Left,
}

impl Stays {
    /// A file and why it stays behind.
    pub fn new(path: impl Into<String>, why: Left) -> Self {
        Self { path: path.into(), why }
    }
}
