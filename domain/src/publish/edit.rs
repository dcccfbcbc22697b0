//! Changes to a text, made at once.

use std::ops::Range;

/// A stretch of a text and what stands there instead.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) instead: String,
}

impl Edit {
    pub(crate) fn new(range: Range<usize>, instead: impl Into<String>) -> Self {
        Self { range, instead: instead.into() }
    }

    /// Nothing instead.
    pub(crate) fn cut(range: Range<usize>) -> Self {
        Self::new(range, "")
    }
}

/// The text with every edit made; of two that overlap, the first.
pub(crate) fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut whole = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        if edit.range.start < done {
            continue;
        }
        whole.push_str(&text[done..edit.range.start]);
        whole.push_str(&edit.instead);
        done = edit.range.end;
    }
    whole.push_str(&text[done..]);
    whole
}
