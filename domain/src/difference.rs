//! What changed from one text to another, as people read it: whole lines that stayed, and words that came and went.
//! A changed particle is a small change (회고를 -> 회고는 keeps 회고), a sentence written anew is shown whole.

mod amount; // how much changed
pub(crate) mod token; // what a text consists of, and where two of them differ

use std::ops::Range;

pub use self::amount::{Amount, amount};
use self::token::{Edit, Tokens, edits};

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// They stayed.
    Same,
    /// They went.
    Removed,
    /// They came.
    Added,
}

/// Some words, and what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch<'a> {
    /// What became of them.
    pub change: Change,
    /// The words, never empty.
    pub text: &'a str,
}

/// Some lines of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hunk<'a> {
    /// Lines that stayed, with their line feeds.
    Same(&'a str),
    /// Lines in which something changed. All but what was added make the old lines, all but what was removed the new.
    Changed(Vec<Stretch<'a>>),
}

/// The most words of one changed place that are compared one by one; more are shown as replaced.
const MOST_WORDS: usize = 60_000;

/// What changed from `old` to `new`, line by line, and word by word where lines changed. Its time is bounded: places
/// too large for a comparison by words are shown as replaced whole.
pub fn compare<'a>(old: &'a str, new: &'a str) -> Vec<Hunk<'a>> {
    let (before, after) = (Tokens::lines(old), Tokens::lines(new));
    let mut hunks = Vec::new();
    let mut at = 0;
    for edit in edits(&before, &after) {
        if at < edit.new.start {
            hunks.push(Hunk::Same(after.text(at..edit.new.start)));
        }
        hunks.push(Hunk::Changed(words(before.text(edit.old), after.text(edit.new.clone()))));
        at = edit.new.end;
    }
    if at < after.len() {
        hunks.push(Hunk::Same(after.text(at..after.len())));
    }
    hunks
}

/// What changed in a few words: a title, or lines that changed.
pub fn words<'a>(old: &'a str, new: &'a str) -> Vec<Stretch<'a>> {
    let (before, after) = (Tokens::sentences(old), Tokens::sentences(new));
    let mut found = Stretches::default();
    let mut at = 0;
    for edit in edits(&before, &after) {
        found.push(Change::Same, after.text(at..edit.new.start));
        in_sentences(before.text(edit.old), after.text(edit.new.clone()), &mut found);
        at = edit.new.end;
    }
    found.push(Change::Same, after.text(at..after.len()));
    found.0
}

/// Sentences of which none is as it was. With less than a third in common they are other sentences.
fn in_sentences<'a>(old: &'a str, new: &'a str, found: &mut Stretches<'a>) {
    let (before, after) = (Tokens::words(old), Tokens::words(new));
    if before.len() + after.len() > MOST_WORDS {
        return found.replaced(old, new);
    }
    let edits = joined(&edits(&before, &after), &after);
    let (gone, come) = edits.iter().fold((0, 0), |(gone, come), edit| {
        (gone + letters(before.text(edit.old.clone())), come + letters(after.text(edit.new.clone())))
    });
    let (was, is) = (letters(old), letters(new));
    let in_common = (was - gone) + (is - come);
    // A word alone is judged by its syllables.
    let is_a_word = |tokens: &Tokens<'_>| tokens.len() <= 2;
    if in_common * 3 < was + is && !(is_a_word(&before) && is_a_word(&after)) {
        return found.replaced(old, new);
    }
    let mut at = 0;
    for edit in edits {
        found.push(Change::Same, after.text(at..edit.new.start));
        in_words(before.text(edit.old), after.text(edit.new.clone()), found);
        at = edit.new.end;
    }
    found.push(Change::Same, after.text(at..after.len()));
}

/// Changes with nothing but spaces and punctuation between them are one.
fn joined(edits: &[Edit], after: &Tokens<'_>) -> Vec<Edit> {
    let mut all: Vec<Edit> = Vec::new();
    for edit in edits {
        match all.last_mut() {
            Some(last) if letters(after.text(last.new.end..edit.new.start)) == 0 => {
                *last = Edit { old: last.old.start..edit.old.end, new: last.new.start..edit.new.end };
            }
            _ => all.push(edit.clone()),
        }
    }
    all
}

/// Two words keep what is alike if that is enough to know one in the other: the first half, or two thirds in all. A
/// verb's ending alone is not.
fn in_words<'a>(old: &'a str, new: &'a str, found: &mut Stretches<'a>) {
    if old.contains(char::is_whitespace) || new.contains(char::is_whitespace) {
        return found.replaced(old, new);
    }
    let (before, after) = (Tokens::syllables(old), Tokens::syllables(new));
    let same = |old: Range<usize>, new: Range<usize>| before.text(old) == after.text(new);
    let shorter = before.len().min(after.len());
    let head = (0..shorter).take_while(|at| same(*at..at + 1, *at..at + 1)).count();
    let tail = (0..shorter - head)
        .take_while(|back| {
            let (old, new) = (before.len() - back, after.len() - back);
            same(old - 1..old, new - 1..new)
        })
        .count();
    if head * 2 < shorter && (head + tail) * 3 < shorter * 2 {
        return found.replaced(old, new);
    }
    found.push(Change::Same, after.text(0..head));
    found.replaced(before.text(head..before.len() - tail), after.text(head..after.len() - tail));
    found.push(Change::Same, after.text(after.len() - tail..after.len()));
}

/// Letters and digits of a text.
fn letters(text: &str) -> usize {
    text.chars().filter(|one| one.is_alphanumeric()).count()
}

#[derive(Default)]
struct Stretches<'a>(Vec<Stretch<'a>>);

impl<'a> Stretches<'a> {
    fn push(&mut self, change: Change, text: &'a str) {
        if !text.is_empty() {
            self.0.push(Stretch { change, text });
        }
    }

    fn replaced(&mut self, old: &'a str, new: &'a str) {
        self.push(Change::Removed, old);
        self.push(Change::Added, new);
    }
}

#[cfg(test)]
mod tests;
