//! What is said about a post: its words, the place it is about, and how that place is followed through edits.

mod anchor; // the place a comment is about
mod form; // what was typed, parsed whole
mod html; // a comment's words on a page
mod place; // where that place is now
mod plain; // a rendered text as a browser shows it

use unicode_normalization::UnicodeNormalization;

pub use anchor::{Anchor, AnchorForm, Passage};
pub use form::{CommentForm, Said};
pub use html::html;
pub use place::{Ground, Placed, Spot, place, place_at_once};

use crate::problem::Why;
use crate::word::word;

word! {
    /// Why a line in the house concerns a member.
    NoticeKind {
        /// Somebody said something about a post of theirs.
        Comment = "comment",
        /// Somebody answered in a thread they wrote in.
        Reply = "reply",
        /// Somebody named them.
        Mention = "mention",
        /// Somebody resolved a thread of theirs.
        Resolved = "resolved",
        /// Somebody asked them for a review.
        ReviewAsked = "review_asked",
        /// A review they asked for is done.
        ReviewAnswered = "review_answered",
        /// Somebody asked them to write along.
        CoAuthor = "co_author",
    }
}

/// What a comment says, in Markdown: 1 to 10,000 characters, NFC (Unicode TR15), lines ending in LF, no other control
/// characters but tabs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentBody(String);

impl CommentBody {
    /// The most characters.
    pub const LIMIT: usize = 10_000;

    /// # Errors
    /// [`Why::Empty`], [`Why::TooLong`] or [`Why::ControlCharacter`].
    pub fn parse(typed: &str) -> Result<Self, Why> {
        let body: String = typed.replace("\r\n", "\n").replace('\r', "\n").nfc().collect();
        let body = body.trim_end().trim_start_matches('\n');
        let length = body.chars().count();
        match length {
            _ if body.trim_start().is_empty() => Err(Why::Empty),
            _ if length > Self::LIMIT => Err(Why::TooLong { limit: Self::LIMIT, length }),
            _ if body.chars().any(|one| one.is_control() && !matches!(one, '\n' | '\t')) => Err(Why::ControlCharacter),
            _ => Ok(Self(body.to_owned())),
        }
    }

    /// The Markdown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_has_one_to_ten_thousand_characters() {
        for nothing in ["", "  \n\t ", "\r\n"] {
            assert_eq!(CommentBody::parse(nothing), Err(Why::Empty));
        }
        assert!(CommentBody::parse(&"말".repeat(10_000)).is_ok());
        let long = CommentBody::parse(&"말".repeat(10_001));
        assert_eq!(long, Err(Why::TooLong { limit: 10_000, length: 10_001 }));
    }

    #[test]
    fn it_is_composed_has_line_feeds_and_no_other_control_characters() {
        let decomposed: String = "좋은 글".nfd().collect();
        assert_eq!(CommentBody::parse(&format!("{decomposed}\r\n\r\n\t둘\r\n")).unwrap().as_str(), "좋은 글\n\n\t둘");
        assert_eq!(CommentBody::parse("    code").unwrap().as_str(), "    code", "an indented block stays one");
        for control in ["\0", "a\u{7}", "\u{1b}[31m", "\u{85}"] {
            assert!(CommentBody::parse(&format!("a{control}b")).is_err(), "{control:?}");
        }
    }
}
