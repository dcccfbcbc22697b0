//! What the keys of a writing field do to Markdown: pure changes of a text and a selection, for the browser to type.
//!
//! A rule that has nothing to say gives none, and the browser does what it always does.

mod block; // headings, quotes and lists of whole lines
mod completion; // what is being named after `@`, `[[` and `#`
mod enter; // the next item of a list or a quote
mod indent; // further in and further out
mod line; // what a line begins with
mod link; // an address over a selection
mod mark; // strong, emphasis, code, strikethrough

use std::ops::Range;

pub use block::{Block, heading, lines};
pub use completion::{Named, Of, accept, fits, named};
pub use enter::enter;
pub use indent::{Direction, indent};
pub use link::{link, over_selection};
pub use mark::{Mark, toggle};

/// What a writing field holds, and what of it is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field<'a> {
    /// The whole text.
    pub text: &'a str,
    /// Where the selection begins, in bytes.
    pub start: usize,
    /// Where it ends; the same as its beginning when nothing is selected.
    pub end: usize,
}

/// One replacement, and what is selected after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What is replaced, in bytes of the text before.
    pub range: Range<usize>,
    /// By what.
    pub text: String,
    /// What is selected then, in bytes of the text after.
    pub selected: Range<usize>,
}

impl<'a> Field<'a> {
    /// A field whose selection lies on characters of its text.
    pub fn new(text: &'a str, start: usize, end: usize) -> Self {
        let start = floor(text, start.min(end));
        Self { text, start, end: floor(text, end).max(start) }
    }

    /// What is selected.
    pub fn selection(&self) -> &'a str {
        &self.text[self.start..self.end]
    }

    /// Whether nothing is selected.
    pub fn is_caret(&self) -> bool {
        self.start == self.end
    }

    /// The lines that the selection touches, without the last one's line feed. A selection that ends where a line
    /// begins does not touch it.
    fn touched(&self) -> Range<usize> {
        let end = if self.end > self.start && self.text[..self.end].ends_with('\n') { self.end - 1 } else { self.end };
        line_start(self.text, self.start)..line_end(self.text, end)
    }

    /// Whether the selection begins inside fenced code.
    pub fn is_in_code(&self) -> bool {
        line::open_fence(&self.text[..line_start(self.text, self.start)]).is_some()
    }
}

impl Change {
    /// The text after it.
    pub fn applied(&self, text: &str) -> String {
        [&text[..self.range.start], &self.text, &text[self.range.end..]].concat()
    }

    /// What is inserted where the selection was, with the caret after it.
    fn typed(range: Range<usize>, text: String) -> Self {
        let caret = range.start + text.len();
        Self { range, text, selected: caret..caret }
    }
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |feed| feed + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |feed| at + feed)
}

#[cfg(test)]
mod tests;
