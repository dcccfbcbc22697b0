//! A Markdown document: its kind, title, tags and words.

mod book_note; // what a book note adds
mod form; // what was typed, parsed whole
mod retrospective; // what a retrospective adds
mod write_up; // what a write-up adds

use jiff::Timestamp;
use unicode_normalization::UnicodeNormalization;

pub use book_note::BookTitle;
pub use form::PostForm;
pub use retrospective::Period;
pub use write_up::{Abstract, WriteUp, is_stale};

use crate::access::PostFacts;
use crate::id::{MemberId, PostId, RevisionId};
use crate::language::Language;
use crate::problem::{Why, line};
use crate::review::WriteUpStatus;
use crate::word::word;

word! {
    /// What a post is.
    PostKind {
        /// Looks back on a period.
        Retrospective = "retrospective",
        /// Notes on a book.
        BookNote = "book_note",
        /// An engineering write-up.
        WriteUp = "write_up",
    }
}

word! {
    /// Whom a post is for.
    Audience {
        /// The whole team, alumni excepted.
        Team = "team",
        /// Its authors alone.
        OnlyMe = "only_me",
    }
}

/// A title: 1 to 200 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title(String);

impl Title {
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

/// A post's Markdown, as stored: NFC (Unicode TR15), lines ending in LF, at most 1 MiB, no NUL.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Body(String);

impl Body {
    /// The most bytes of UTF-8.
    pub const LIMIT: usize = 1 << 20;

    /// # Errors
    /// [`Why::TooBig`] or [`Why::ControlCharacter`] (a NUL byte).
    pub fn parse(typed: &str) -> Result<Self, Why> {
        let body: String = typed.replace("\r\n", "\n").replace('\r', "\n").nfc().collect();
        match body.len() {
            bytes if bytes > Self::LIMIT => Err(Why::TooBig { limit: Self::LIMIT, bytes }),
            _ if body.contains('\0') => Err(Why::ControlCharacter),
            _ => Ok(Self(body)),
        }
    }

    /// The Markdown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Up to ten words a post is found by, without `#`, in lower case, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tags(Vec<String>);

impl Tags {
    /// How many there can be.
    pub(crate) const MOST: usize = 10;
    const LONGEST: usize = 40;

    /// Reads tags parted by commas or white space.
    ///
    /// # Errors
    /// [`Why::TooMany`], [`Why::TooLong`] or [`Why::ControlCharacter`].
    pub fn parse(typed: &str) -> Result<Self, Why> {
        let mut tags: Vec<String> = Vec::new();
        for word in typed.split([',', ' ', '\t', '\n', '\r']).map(|word| word.trim_matches('#')) {
            if word.is_empty() {
                continue;
            }
            let tag = line(word, Self::LONGEST)?.to_lowercase();
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        if tags.len() > Self::MOST { Err(Why::TooMany { limit: Self::MOST }) } else { Ok(Self(tags)) }
    }

    /// Each tag, in the order typed.
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }

    /// The same by their present names; two that are one by now stand once.
    #[must_use]
    pub fn renamed(self, now: impl Fn(&str) -> Option<String>) -> Self {
        let mut tags: Vec<String> = Vec::with_capacity(self.0.len());
        for tag in self.0 {
            let tag = now(&tag).unwrap_or(tag);
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        Self(tags)
    }

    /// As a form shows them.
    pub fn joined(&self) -> String {
        self.0.join(", ")
    }
}

/// What a post has besides title, words, tags and language, by its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Details {
    /// The period looked back on.
    Retrospective(Period),
    /// The book.
    BookNote(BookTitle),
    /// What it says in a few sentences, and until when it is believed.
    WriteUp(WriteUp),
}

impl Details {
    /// The kind these details belong to.
    pub const fn kind(&self) -> PostKind {
        match self {
            Self::Retrospective(_) => PostKind::Retrospective,
            Self::BookNote(_) => PostKind::BookNote,
            Self::WriteUp(_) => PostKind::WriteUp,
        }
    }
}

/// Everything a revision keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The title.
    pub title: Title,
    /// The Markdown.
    pub body: Body,
    /// The language it is written in.
    pub language: Language,
    /// The words it is found by.
    pub tags: Tags,
    /// What its kind adds.
    pub details: Details,
}

/// Who wrote a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// Their number.
    pub id: MemberId,
    /// What colleagues call them.
    pub name: String,
    /// How they are named on the blog, if they chose to be.
    pub outside_name: Option<String>,
    /// When they set the picture they have; none for initials.
    pub picture_at: Option<Timestamp>,
}

/// A post as it is now, without its words.
#[derive(Debug, Clone)]
pub struct Post {
    /// Its number.
    pub id: PostId,
    /// Its kind.
    pub kind: PostKind,
    /// Its title.
    pub title: String,
    /// The language it is written in.
    pub language: Language,
    /// Whom it is for.
    pub audience: Audience,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// Where a write-up stands; none for the other kinds.
    pub status: Option<WriteUpStatus>,
    /// Its current revision.
    pub revision_id: RevisionId,
    /// How many times it was saved, from 1.
    pub revision_number: i64,
    /// When it was first saved.
    pub created_at: Timestamp,
    /// When it was last saved.
    pub changed_at: Timestamp,
}

impl Post {
    /// The authors' numbers.
    pub fn author_ids(&self) -> Vec<MemberId> {
        self.authors.iter().map(|author| author.id).collect()
    }

    /// The authors' names, parted by commas.
    pub fn by(&self) -> String {
        self.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// What [`crate::access`] needs to decide whether somebody may change it.
    pub fn facts<'a>(&self, authors: &'a [MemberId]) -> PostFacts<'a> {
        PostFacts { authors, reviewers: &[], audience: self.audience }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_has_one_to_two_hundred_characters() {
        assert_eq!(Title::parse("  "), Err(Why::Empty));
        assert!(Title::parse(&"회".repeat(200)).is_ok());
        assert_eq!(Title::parse(&"회".repeat(300)), Err(Why::TooLong { limit: 200, length: 300 }));
        assert_eq!(Title::parse("두\n줄"), Err(Why::ControlCharacter));
    }

    #[test]
    fn decomposed_hangul_is_stored_composed() {
        let decomposed: String = "회고를 쓴다".nfd().collect();
        assert_ne!(decomposed, "회고를 쓴다");
        assert_eq!(Body::parse(&decomposed).unwrap().as_str(), "회고를 쓴다");
        assert_eq!(Title::parse(&decomposed).unwrap().as_str(), "회고를 쓴다");
    }

    #[test]
    fn a_form_s_line_endings_become_line_feeds() {
        assert_eq!(Body::parse("하나\r\n둘\r셋\n").unwrap().as_str(), "하나\n둘\n셋\n");
    }

    #[test]
    fn a_body_over_a_mebibyte_or_with_nul_is_refused() {
        assert!(Body::parse(&"a".repeat(Body::LIMIT)).is_ok());
        assert_eq!(
            Body::parse(&"a".repeat(Body::LIMIT + 1)),
            Err(Why::TooBig { limit: Body::LIMIT, bytes: Body::LIMIT + 1 })
        );
        assert_eq!(Body::parse("a\0b"), Err(Why::ControlCharacter));
    }

    #[test]
    fn tags_lose_their_hash_and_their_doubles() {
        let tags = Tags::parse("#회고, Airflow airflow  휴식").unwrap();
        assert_eq!(tags.as_slice(), ["회고", "airflow", "휴식"]);
        assert_eq!(Tags::parse(&"a ".repeat(3)).unwrap().as_slice().len(), 1);
        assert_eq!(Tags::parse("1 2 3 4 5 6 7 8 9 10 11"), Err(Why::TooMany { limit: 10 }));
    }
}
