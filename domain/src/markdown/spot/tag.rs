//! `#tag`.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::{Spot, end_of, is_inside};

/// The most characters of a tag, as [`crate::post::Tags`] has it.
const LONGEST: usize = 40;

/// Digits alone are a number, not a tag.
pub(super) fn read(text: &str, at: usize) -> Option<(Range<usize>, Spot)> {
    let end = end_of(text, at + 1, |one| one.is_alphanumeric() || matches!(one, '_' | '-') || is_combining_mark(one));
    let word = text[at + 1..end].trim_end_matches(['-', '_']);
    let is_tag = word.contains(char::is_alphabetic)
        && word.starts_with(char::is_alphanumeric)
        && word.chars().count() <= LONGEST
        && !is_inside(text, at);
    is_tag.then(|| (at..at + 1 + word.len(), Spot::Tag))
}
