//! `@member`. Korean writes particles without a space, and a handle may be Hangul: where it ends, only who knows the
//! members can say. The longest handle of somebody wins, if what follows it is Hangul or nothing.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::{Spot, end_of, is_inside};
use crate::markdown::spelling;

/// More characters cannot be a handle and its particles, though each syllable be written as its letters.
const LONGEST: usize = 120;
/// The most characters of a handle, written that way.
const HANDLE: usize = 90;
/// The fewest.
const FEWEST: usize = 2;

pub(super) fn read(text: &str, at: usize) -> Option<(Range<usize>, Spot)> {
    let end = end_of(text, at + 1, |one| one.is_alphanumeric() || matches!(one, '_' | '-') || is_combining_mark(one));
    let run = &text[at + 1..end];
    let may_be = run.starts_with(char::is_alphabetic) && run.chars().take(LONGEST + 1).count() <= LONGEST;
    (may_be && !is_inside(text, at)).then_some((at..end, Spot::Member))
}

/// The handles that a run after `@` may mean, longest first, as they are stored: `지은이가` may be a `지은이가`, a `지은이`
/// or a `지은`, but `adam` is no `ada`.
pub fn candidates(run: &str) -> impl Iterator<Item = String> + '_ {
    ends(run).map(|end| spelling::handle(&run[..end]))
}

/// The longest handle that is known, and how many bytes of the run it is.
pub(in crate::markdown) fn longest<T>(run: &str, known: impl Fn(&str) -> Option<T>) -> Option<(usize, T)> {
    ends(run).find_map(|end| {
        let handle = &run[..end];
        let is_folded = handle.chars().all(|one| matches!(one, 'a'..='z' | '0'..='9' | '-' | '_' | '가'..='힣'));
        let known = if is_folded { known(handle) } else { known(&spelling::handle(handle)) };
        known.map(|known| (end, known))
    })
}

/// Where a handle may end, last place first.
fn ends(run: &str) -> impl Iterator<Item = usize> + '_ {
    let whole = run.chars().take(HANDLE + 1).count() <= HANDLE;
    let inner: Vec<_> = run.char_indices().skip(FEWEST).take(HANDLE - FEWEST).collect();
    let ends = |(at, next): &(usize, char)| match next {
        '-' | '_' => run[*at..].trim_start_matches(['-', '_']).is_empty(),
        next => is_hangul(*next),
    };
    whole.then_some(run.len()).into_iter().chain(inner.into_iter().rev().filter(move |one| ends(one)).map(|(at, _)| at))
}

fn is_hangul(one: char) -> bool {
    matches!(one, '가'..='힣' | 'ᄀ'..='ᇿ')
}
