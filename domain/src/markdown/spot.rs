//! Words that lead somewhere without a mark of Markdown's: `@member`, `#tag`, bare addresses.

mod address; // `https://…`, `www.…`, mail addresses
mod member; // `@member`
mod tag; // `#tag`

use std::ops::Range;

pub use member::candidates;
pub(super) use member::longest;

/// Words between two marks, as the parser gave them in parts.
#[derive(Default)]
pub(super) struct Run {
    pub(super) text: String,
    /// Where a character was written so as to mean only itself: `\#`, `&#64;`.
    literal: Vec<usize>,
}

/// What a place in a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// `@` and all that may be a handle, particles among it.
    Member,
    /// `#` and a word.
    Tag,
    /// An address with its scheme.
    Address,
    /// An address that begins with `www.`.
    Bare,
    /// A mail address.
    Mail,
}

impl Run {
    /// Adds words that stand at `range` of a source.
    pub(super) fn push(&mut self, text: &str, source: &str, range: &Range<usize>) {
        let bytes = source.as_bytes();
        let is_literal = bytes.get(range.start) == Some(&b'&') || bytes[..range.start].ends_with(b"\\");
        if is_literal {
            self.literal.push(self.text.len());
        }
        self.text.push_str(text);
    }

    /// The places of a run, in order.
    pub(super) fn spots(&self) -> Vec<(Range<usize>, Spot)> {
        let text = self.text.as_str();
        let mut spots = Vec::new();
        let mut done = 0;
        for (at, mark) in text.bytes().enumerate() {
            if !matches!(mark, b'@' | b'#' | b':' | b'w' | b'W') || at < done || self.literal.binary_search(&at).is_ok()
            {
                continue;
            }
            let spot = match mark {
                b'@' => address::mail(text, done, at).or_else(|| member::read(text, at)),
                b'#' => tag::read(text, at),
                b':' => address::read(text, done, at),
                _ => address::www(text, at),
            };
            if let Some((range, spot)) = spot {
                done = range.end;
                spots.push((range, spot));
            }
        }
        spots
    }
}

/// Whether `@`, `#` or `www.` at a place would stand inside a word or an address.
fn is_inside(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before
        .is_some_and(|one| one.is_alphanumeric() || matches!(one, '_' | '-' | '.' | '+' | '/' | '@' | '#' | '&' | '='))
}

/// The end of the characters from a place on that belong to it.
fn end_of(text: &str, from: usize, belongs: impl Fn(char) -> bool) -> usize {
    text[from..].find(|one| !belongs(one)).map_or(text.len(), |length| from + length)
}

#[cfg(test)]
mod tests;
