//! A post as files for a blog: a pure function of what may leave the house, the same bytes every time.

mod body; // the Markdown that leaves
pub(crate) mod edit; // changes to a text, made at once
mod hugo; // a page bundle for Hugo
mod pictures; // what a text shows that is ours
mod shortcode; // Hugo's shortcodes, shown and not run
mod slug; // the last part of a public address

use jiff::Timestamp;

pub use crate::markdown::DirectiveError;
pub use slug::Slug;

use crate::post::Content;
use crate::schedule::Zone;
use crate::upload::UploadName;
use crate::word::word;

word! {
    /// What a bundle is for. A new target begins here; exhaustive matches show the rest.
    Target {
        /// Hugo, as a page bundle to unzip in the site's root.
        Hugo = "hugo",
    }
}

/// A file of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Relative to the site's root, parted by `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A picture that goes along: whoever has its bytes puts them there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// As a [`File`]'s.
    pub path: String,
    /// Which it is.
    pub name: UploadName,
}

/// What leaves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bundle {
    /// Files, whole.
    pub files: Vec<File>,
    /// Pictures to copy, each once, in the order they are shown.
    pub pictures: Vec<Picture>,
}

/// All that a bundle is made of. What is not here, such as members' own names and addresses, has
/// no way out.
#[derive(Debug, Clone)]
pub struct Outgoing<'a> {
    /// The last part of its public address.
    pub slug: Slug,
    /// What it says.
    pub content: &'a Content,
    /// Those who wrote it and chose a name for the outside; the others stay unnamed.
    pub authors: Vec<&'a str>,
    /// When it was first saved.
    pub created_at: Timestamp,
    /// When its current revision was saved.
    pub changed_at: Timestamp,
    /// Where its dates are told: the team's zone.
    pub zone: &'a Zone,
}

/// Why a post cannot leave as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// What is internal cannot be told apart.
    #[error(transparent)]
    Directive(#[from] DirectiveError),
    /// Code holds the start of a shortcode without its end, which Hugo can only take for a mistake.
    #[error("line {line}: a shortcode begins in this code and does not end in it")]
    Shortcode {
        /// Counted from 1.
        line: usize,
    },
}

/// The files of a post for a target, and the pictures that go with them.
///
/// # Errors
/// When part of the body can neither leave safely nor be left out safely.
pub fn files(target: Target, outgoing: &Outgoing<'_>) -> Result<Bundle, ExportError> {
    match target {
        Target::Hugo => hugo::files(outgoing),
    }
}

#[cfg(test)]
mod tests;
