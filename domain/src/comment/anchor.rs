//! The place in a post that a comment is about.

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::id::RevisionId;
use crate::problem::Why;

/// The place in a post that a comment is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchor {
    /// All of it.
    Post,
    /// What stands under a heading, by the heading's id.
    Heading(String),
    /// Some of its words.
    Passage(Passage),
    /// A line of a revision's source.
    Line {
        /// The revision.
        revision: RevisionId,
        /// Counted from 1.
        line: u32,
    },
}

/// Words of a post, as a reader selects them (W3C Web Annotation, `TextQuoteSelector`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The words themselves: 1 to 1,000 characters.
    pub exact: String,
    /// Some words before them, to tell two like passages apart.
    pub before: String,
    /// Some words after them.
    pub after: String,
}

impl Passage {
    /// The most characters of the words.
    pub const LIMIT: usize = 1_000;
    /// The most characters of what stands before and after; more is let go of.
    pub const AROUND: usize = 80;

    /// Words as a browser sends them: NFC, each run of white space one space.
    ///
    /// # Errors
    /// [`Why::Empty`], [`Why::TooLong`] or [`Why::ControlCharacter`], of the words themselves.
    pub fn parse(exact: &str, before: &str, after: &str) -> Result<Self, Why> {
        let exact = one_line(exact);
        let length = exact.chars().count();
        match length {
            0 => Err(Why::Empty),
            _ if length > Self::LIMIT => Err(Why::TooLong { limit: Self::LIMIT, length }),
            _ if exact.contains(char::is_control) => Err(Why::ControlCharacter),
            _ => {
                let (before, after) = (one_line(before), one_line(after));
                let from = before.char_indices().rev().nth(Self::AROUND - 1).map_or(0, |(at, _)| at);
                let to = after.char_indices().nth(Self::AROUND).map_or(after.len(), |(at, _)| at);
                Ok(Self { exact, before: before[from..].to_owned(), after: after[..to].to_owned() })
            }
        }
    }
}

fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// A place as a form says it: a heading's id, or words; all empty for the whole post.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct AnchorForm {
    /// A heading's id, with its `h-`.
    pub on: String,
    /// The words.
    pub exact: String,
    /// Some words before them.
    pub before: String,
    /// Some words after them.
    pub after: String,
}

impl AnchorForm {
    /// The most characters of a heading's id that we give (`h-`, 80, and a number).
    const ID: usize = 100;

    /// The place meant. What names no place is about the whole post: an address that somebody shortened still works.
    ///
    /// # Errors
    /// As [`Passage::parse`].
    pub fn parse(&self) -> Result<Anchor, Why> {
        if !self.exact.trim().is_empty() {
            return Passage::parse(&self.exact, &self.before, &self.after).map(Anchor::Passage);
        }
        let id: String = self.on.nfc().collect();
        let is_ours = id.starts_with("h-") && id.chars().count() <= Self::ID && !id.contains(char::is_control);
        Ok(if is_ours { Anchor::Heading(id) } else { Anchor::Post })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_says_a_place_by_words_or_by_a_heading() {
        let form = |on: &str, exact: &str| AnchorForm { on: on.into(), exact: exact.into(), ..AnchorForm::default() };
        assert_eq!(form("", "").parse(), Ok(Anchor::Post));
        assert_eq!(form("h-시작", "").parse(), Ok(Anchor::Heading("h-시작".into())));
        assert_eq!(form("comment-7", "").parse(), Ok(Anchor::Post), "no heading of ours");
        assert_eq!(form(&format!("h-{}", "가".repeat(300)), "").parse(), Ok(Anchor::Post));
        let Ok(Anchor::Passage(passage)) = form("h-시작", " 쉬는\n 데에도  품이 ").parse() else { panic!() };
        assert_eq!(passage.exact, "쉬는 데에도 품이");
    }

    #[test]
    fn a_passage_keeps_some_words_around_it_and_no_more() {
        let passage =
            Passage::parse("가", &format!("{}앞", "나".repeat(500)), &format!("뒤{}", "다".repeat(500))).unwrap();
        assert_eq!((passage.before.chars().count(), passage.after.chars().count()), (80, 80));
        assert!(passage.before.ends_with('앞') && passage.after.starts_with('뒤'));
        assert_eq!(Passage::parse(" ", "", ""), Err(Why::Empty));
        assert_eq!(Passage::parse(&"가".repeat(1_001), "", ""), Err(Why::TooLong { limit: 1_000, length: 1_001 }));
    }
}
