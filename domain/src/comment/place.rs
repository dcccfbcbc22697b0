//! Where the place a comment is about is now: the post may have been edited since.

use std::ops::Range;

use similar::{Algorithm, DiffOp, TextDiff, capture_diff_slices};

use super::plain::{Plain, squeezed};
use super::{Anchor, Passage};
use crate::id::RevisionId;
use crate::markdown::{Heading, render};

/// From how many characters on words are their own mark: found once, they are the ones, whatever stands around them.
const TELLING: usize = 8;
/// How many times longer than it was a passage may have become.
const STRETCH: usize = 3;

/// A post at one revision, as far as places in it are concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    revision: RevisionId,
    plain: Plain,
    headings: Vec<Heading>,
    lines: Vec<String>,
}

impl Ground {
    /// Out of a revision's source.
    pub fn of(revision: RevisionId, source: &str) -> Self {
        let rendered = render(source);
        Self::rendered(revision, source, &rendered.html, rendered.headings)
    }

    /// The same, of a source that was rendered already.
    pub fn rendered(revision: RevisionId, source: &str, html: &str, headings: Vec<Heading>) -> Self {
        let lines = source.lines().map(str::to_owned).collect();
        Self { revision, plain: Plain::of(html), headings, lines }
    }

    /// A line of the source, counted from 1.
    pub fn line(&self, number: u32) -> Option<&str> {
        self.lines.get(index(number)?).map(String::as_str)
    }

    /// What a heading says.
    pub fn heading(&self, id: &str) -> Option<&str> {
        self.headings.iter().find(|heading| heading.id == id).map(|heading| heading.text.as_str())
    }
}

/// Where a place is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placed {
    /// In the text as it is.
    Here(Spot),
    /// Only in an earlier text.
    Earlier,
}

/// A place in the text as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// All of it.
    Post,
    /// Under the heading with this id.
    Heading(String),
    /// These words, as they are now.
    Passage(String),
    /// This line of the source, from 1.
    Line(u32),
}

/// Where a place is now. `then` is the revision it was named on.
///
/// What is still there as it was is there. Else the place is followed along the differences between the two texts, and
/// found where at least half of its words still are.
pub fn place(anchor: &Anchor, then: &Ground, now: &Ground) -> Placed {
    let spot = place_at_once(anchor, now).or_else(|| match anchor {
        Anchor::Post => Some(Spot::Post),
        Anchor::Heading(id) => followed_heading(id, then, now).map(Spot::Heading),
        Anchor::Passage(passage) => followed_passage(passage, &then.plain, &now.plain).map(Spot::Passage),
        Anchor::Line { line, .. } => followed_line(*line, then, now).map(Spot::Line),
    });
    spot.map_or(Placed::Earlier, Placed::Here)
}

/// The same without the text of then; none when that is needed to tell.
pub fn place_at_once(anchor: &Anchor, now: &Ground) -> Option<Spot> {
    match anchor {
        Anchor::Post => Some(Spot::Post),
        Anchor::Heading(id) => now.heading(id).map(|_| Spot::Heading(id.clone())),
        Anchor::Passage(passage) => stands(passage, &now.plain).then(|| Spot::Passage(passage.exact.clone())),
        Anchor::Line { revision, line } => (*revision == now.revision).then_some(Spot::Line(*line)),
    }
}

/// Whether a passage is there beyond doubt: words long enough to tell, or with something of what stood around them.
fn stands(passage: &Passage, now: &Plain) -> bool {
    let exact = squeezed(&passage.exact);
    let mut scores = scored(passage, now, &exact);
    scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    match scores.as_slice() {
        [] => false,
        [(score, _)] => *score > 0 || exact.chars().count() >= TELLING,
        [(first, _), (second, _), ..] => first > second,
    }
}

/// Every place with the passage's words, and how much around it is as it was.
fn scored(passage: &Passage, plain: &Plain, exact: &str) -> Vec<(usize, Range<usize>)> {
    let (before, after) = (squeezed(&passage.before), squeezed(&passage.after));
    plain.find_all(exact).into_iter().map(|at| (plain.agreement(&at, &before, &after), at)).collect()
}

fn followed_passage(passage: &Passage, then: &Plain, now: &Plain) -> Option<String> {
    let exact = squeezed(&passage.exact);
    let best = scored(passage, then, &exact).into_iter().rev().max_by_key(|(score, _)| *score);
    let old = then.touched(&best?.1);
    let (kept, reached) = followed(&old, then.words(), now.words());
    // The words themselves may stand where theirs were, though the word around them has changed: 글을, 글은.
    if now
        .find_all(&exact)
        .iter()
        .any(|at| reached.start <= now.touched(at).start && now.touched(at).end <= reached.end)
    {
        return Some(passage.exact.clone());
    }
    let is_there = kept.len() * 2 >= old.len();
    let (first, last) = (*kept.first()?, *kept.last()?);
    let is_near = last - first < old.len() * STRETCH;
    (is_there && is_near).then(|| now.words()[first..=last].join(" "))
}

/// Along the differences: which words of `old` are kept, by their place now; and how far what took the old ones' place
/// reaches.
fn followed(old: &Range<usize>, then: &[String], now: &[String]) -> (Vec<usize>, Range<usize>) {
    let mut kept = Vec::new();
    let mut reached: Option<Range<usize>> = None;
    for op in capture_diff_slices(Algorithm::Myers, then, now) {
        let (was, is) = (op.old_range(), op.new_range());
        let (from, to) = (was.start.max(old.start), was.end.min(old.end));
        if from >= to {
            continue;
        }
        let is = match op {
            DiffOp::Equal { .. } => {
                let is = is.start + (from - was.start)..is.start + (to - was.start);
                kept.extend(is.clone());
                is
            }
            _ => is,
        };
        let so_far = reached.get_or_insert(is.clone());
        *so_far = so_far.start.min(is.start)..so_far.end.max(is.end);
    }
    (kept, reached.unwrap_or(0..0))
}

/// A heading whose id is gone: by the same words, else by the likest, if there was none of those words before.
fn followed_heading(id: &str, then: &Ground, now: &Ground) -> Option<String> {
    let words = then.heading(id)?;
    if let Some(same) = now.headings.iter().find(|heading| heading.text == words) {
        return Some(same.id.clone());
    }
    let new = now.headings.iter().filter(|heading| !then.headings.iter().any(|one| one.text == heading.text));
    new.map(|heading| (TextDiff::from_chars(words, heading.text.as_str()).ratio(), heading))
        .filter(|(likeness, _)| *likeness >= 0.5)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, heading)| heading.id.clone())
}

/// A line along the differences: kept, or changed with at least half of its words still there.
fn followed_line(line: u32, then: &Ground, now: &Ground) -> Option<u32> {
    let at = index(line)?;
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let was = words(then.lines.get(at)?);
    for op in capture_diff_slices(Algorithm::Myers, &then.lines, &now.lines) {
        let (old, new) = (op.old_range(), op.new_range());
        if !old.contains(&at) {
            continue;
        }
        if matches!(op, DiffOp::Equal { .. }) {
            return number(new.start + (at - old.start));
        }
        return new
            .map(|index| (followed(&(0..was.len()), &was, &words(&now.lines[index])).0.len(), index))
            .filter(|(kept, _)| *kept > 0 && kept * 2 >= was.len())
            .max_by_key(|(kept, index)| (*kept, std::cmp::Reverse(*index)))
            .and_then(|(_, index)| number(index));
    }
    None
}

fn index(line: u32) -> Option<usize> {
    usize::try_from(line).ok()?.checked_sub(1)
}

fn number(index: usize) -> Option<u32> {
    u32::try_from(index).ok()?.checked_add(1)
}

#[cfg(test)]
mod tests;
