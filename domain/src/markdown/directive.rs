//! `:::internal` … `:::`: read in the house, never leaves it.
//!
//! Where such a block begins and ends is the parser's to say, as it alone knows what is code. Before parsing, each line
//! of colons becomes a thematic break of as many bytes (`:::internal` → `___        `): a break ends a paragraph, stays
//! inside its list or quote and means nothing inside code, just as a line of colons should.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::piece::{Pieces, options};

/// A line of colons on which an export stops; lines are counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DirectiveError {
    /// `:::` and a word that is not ours, or not alone on its line.
    #[error("line {line}: only `:::internal`, alone on its line, is a directive")]
    Unknown {
        /// Where.
        line: usize,
    },
    /// An internal block that the text, or the list or quote it stands in, ends before its closing line.
    #[error("line {line}: this internal block is not closed by a line of as many colons")]
    Unclosed {
        /// Where it begins.
        line: usize,
    },
    /// A closing line with nothing of as many colons to close.
    #[error("line {line}: no internal block is open that these colons would close")]
    Stray {
        /// Where.
        line: usize,
    },
    /// Inside raw HTML, or inside code that is indented or whose fence is not closed.
    #[error("line {line}: an internal block cannot stand inside raw HTML, indented code or unclosed code")]
    Misplaced {
        /// Where.
        line: usize,
    },
}

impl DirectiveError {
    /// Counted from 1.
    pub const fn line(&self) -> usize {
        match *self {
            Self::Unknown { line } | Self::Unclosed { line } | Self::Stray { line } | Self::Misplaced { line } => line,
        }
    }
}

/// A line that may be a directive.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// From the first colon to the end of the line.
    pub(super) range: Range<usize>,
    pub(super) colons: usize,
    /// `:::internal`, not a bare `:::`.
    pub(super) opens: bool,
}

impl Line {
    /// The most colons that mean something: a longer line is an ornament.
    const MOST: usize = 64;

    /// Reads a line of a source, without its end, that begins at byte `at`.
    fn read(line: &str, at: usize) -> Option<Self> {
        let start = line.find(":::")?;
        if !is_container_prefix(&line[..start]) {
            return None;
        }
        let rest = line[start..].trim_start_matches(':');
        let colons = line.len() - start - rest.len();
        let word = rest.trim();
        let opens = word.eq_ignore_ascii_case("internal");
        let is_directive = colons <= Self::MOST && (opens || word.is_empty());
        is_directive.then(|| Self { range: at + start..at + line.len(), colons, opens })
    }

    /// Every such line of a source.
    pub(super) fn all(source: &str) -> Vec<Self> {
        let mut at = 0;
        let mut lines = Vec::new();
        for line in source.split_inclusive('\n') {
            lines.extend(Self::read(line.trim_end_matches(['\n', '\r']), at));
            at += line.len();
        }
        lines
    }
}

/// Whether what stands before the colons can be nothing but the marks of quotes, lists and notes.
fn is_container_prefix(before: &str) -> bool {
    let rest = before.trim_start_matches(|one: char| one.is_ascii_digit() || " \t>-+*.)".contains(one));
    rest.is_empty() || (rest.starts_with("[^") && rest.trim_end().ends_with("]:"))
}

/// A source whose directives the parser will see.
pub(super) struct Marked<'s> {
    text: Cow<'s, str>,
    lines: Vec<Line>,
}

impl<'s> Marked<'s> {
    /// Marks the lines that stand where a block can; colons in code or raw HTML stay as they were typed.
    pub(super) fn read(source: &'s str) -> Self {
        let candidates = Line::all(source);
        if candidates.is_empty() {
            return Self { text: Cow::Borrowed(source), lines: candidates };
        }
        let seen = breaks(&masked(source, &candidates));
        let mut seen = seen.into_iter().peekable();
        let mut lines = candidates;
        lines.retain(|line| {
            while seen.next_if(|range| range.end <= line.range.start).is_some() {}
            seen.peek().is_some_and(|range| range.contains(&line.range.start))
        });
        Self { text: Cow::Owned(masked(source, &lines)), lines }
    }

    /// The source as the parser sees it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What the source consists of.
    pub(super) fn pieces(&self) -> Pieces<'_> {
        Pieces::of(&self.text, &self.lines)
    }
}

fn masked(source: &str, lines: &[Line]) -> String {
    let mut text = String::with_capacity(source.len());
    for line in lines {
        text.push_str(&source[text.len()..line.range.start]);
        text.extend(std::iter::repeat_n('_', line.colons));
        text.extend(std::iter::repeat_n(' ', line.range.len() - line.colons));
    }
    text.push_str(&source[text.len()..]);
    text
}

fn breaks(text: &str) -> Vec<Range<usize>> {
    let rules = Parser::new_ext(text, options()).into_offset_iter();
    rules.filter_map(|(event, range)| matches!(event, Event::Rule).then_some(range)).collect()
}
