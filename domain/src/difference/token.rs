//! A text as a row of tokens, and where two such rows differ. The comparison is Myers' (1986) by the crate `similar`,
//! whose search gives up on the shortest answer rather than take long.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffableStr, capture_diff_slices};

/// The most tokens of two texts that are compared; more are one difference.
const MOST: usize = 1 << 20;

/// A text, cut into pieces that together are all of it.
pub(crate) struct Tokens<'a> {
    whole: &'a str,
    /// Where each begins, and where the last ends.
    bounds: Vec<usize>,
}

impl<'a> Tokens<'a> {
    fn of(whole: &'a str, pieces: impl IntoIterator<Item = &'a str>) -> Self {
        let mut bounds = vec![0];
        let mut end = 0;
        for piece in pieces {
            end += piece.len();
            bounds.push(end);
        }
        Self { whole, bounds }
    }

    /// Lines, each with its line feed.
    pub(crate) fn lines(whole: &'a str) -> Self {
        Self::of(whole, whole.split_inclusive('\n'))
    }

    /// Sentences, each with the space after it; none goes on over the end of a line.
    pub(crate) fn sentences(whole: &'a str) -> Self {
        let mut bounds = vec![0];
        let (mut over, mut after) = (false, false);
        for (at, one) in whole.char_indices() {
            if after && !one.is_whitespace() {
                bounds.push(at);
                (over, after) = (false, false);
            }
            match one {
                '\n' => {
                    bounds.push(at + 1);
                    (over, after) = (false, false);
                }
                '.' | '?' | '!' | '…' | '。' | '？' | '！' => over = true,
                '"' | '\'' | '”' | '’' | ')' | '」' | '』' | '*' | '_' => {}
                _ if one.is_whitespace() => after = over,
                _ => over = false,
            }
        }
        if bounds.last() != Some(&whole.len()) {
            bounds.push(whole.len());
        }
        Self { whole, bounds }
    }

    /// Words and what is between them (Unicode UAX 29): an eojeol is one word.
    pub(crate) fn words(whole: &'a str) -> Self {
        Self::of(whole, whole.tokenize_unicode_words())
    }

    /// What people take for one letter (Unicode UAX 29): a syllable of Hangul is one.
    pub(crate) fn syllables(whole: &'a str) -> Self {
        Self::of(whole, whole.tokenize_graphemes())
    }

    pub(crate) fn len(&self) -> usize {
        self.bounds.len() - 1
    }

    /// The words of some tokens.
    pub(crate) fn text(&self, tokens: Range<usize>) -> &'a str {
        &self.whole[self.bounds[tokens.start]..self.bounds[tokens.end]]
    }

    fn each(&self) -> impl Iterator<Item = &'a str> + '_ {
        (0..self.len()).map(|at| self.text(at..at + 1))
    }
}

/// Some tokens in the place of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) old: Range<usize>,
    pub(crate) new: Range<usize>,
}

/// Where two texts differ, in order; between two edits at least one token is the same.
pub(crate) fn edits(old: &Tokens<'_>, new: &Tokens<'_>) -> Vec<Edit> {
    let mut numbers = HashMap::new();
    let mut number = |token| {
        let next = numbers.len();
        *numbers.entry(token).or_insert(next)
    };
    let before: Vec<usize> = old.each().map(&mut number).collect();
    let after: Vec<usize> = new.each().map(&mut number).collect();
    if before.len() + after.len() > MOST {
        return ends_trimmed(&before, &after);
    }
    let mut edits: Vec<Edit> = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &before, &after) {
        if matches!(operation, DiffOp::Equal { .. }) {
            continue;
        }
        let edit = Edit { old: operation.old_range(), new: operation.new_range() };
        match edits.last_mut() {
            Some(last) if last.old.end == edit.old.start && last.new.end == edit.new.start => {
                (last.old.end, last.new.end) = (edit.old.end, edit.new.end);
            }
            _ => edits.push(edit),
        }
    }
    edits
}

/// One edit between what both begin and end with.
fn ends_trimmed(before: &[usize], after: &[usize]) -> Vec<Edit> {
    let shorter = before.len().min(after.len());
    let head = before.iter().zip(after).take_while(|(old, new)| old == new).count();
    let tail = before.iter().rev().zip(after.iter().rev()).take(shorter - head).take_while(|(a, b)| a == b).count();
    let edit = Edit { old: head..before.len() - tail, new: head..after.len() - tail };
    if edit.old.is_empty() && edit.new.is_empty() { Vec::new() } else { vec![edit] }
}
