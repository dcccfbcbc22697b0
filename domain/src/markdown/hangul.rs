//! Emphasis beside Hangul. `CommonMark` §6.2 closes `**마크다운(Markdown)**을` only before a space or a mark, and Korean
//! writes its particles without one. The remedy is that of the "CJK-friendly emphasis" proposal: beside a mark, a Hangul
//! syllable counts like one. The parser is told so by a mark nobody sees, taken out of everything it gives back.

use std::borrow::Cow;

/// Object replacement character: a mark (category So) that no written text has a use for.
pub(super) const SEAM: char = '\u{fffc}';

/// Where a run of `*` or `~` has a mark on one side and Hangul, kana or Han on the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seam {
    /// The byte between the run and the letter.
    pub(crate) at: usize,
    /// The letter.
    pub(crate) letter: char,
    /// Where the letter begins.
    pub(crate) letter_at: usize,
    /// A byte of the run.
    pub(crate) run_at: usize,
}

impl Seam {
    /// Every seam of a source, in order.
    pub(crate) fn all(source: &str) -> impl Iterator<Item = Self> + '_ {
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let start = from + source[from..].find(['*', '~'])?;
                let run = source.as_bytes()[start];
                let end = start + source.as_bytes()[start..].iter().take_while(|byte| **byte == run).count();
                from = end;
                if let Some(seam) = Self::beside(source, start, end) {
                    return Some(seam);
                }
            }
        })
    }

    fn beside(source: &str, start: usize, end: usize) -> Option<Self> {
        let escapes = source[..start].bytes().rev().take_while(|byte| *byte == b'\\').count();
        if escapes % 2 == 1 {
            return None;
        }
        let (before, after) = (source[..start].chars().next_back()?, source[end..].chars().next()?);
        if is_mark(before) && is_unspaced(after) {
            return Some(Self { at: end, letter: after, letter_at: end, run_at: start });
        }
        let is_seam = is_unspaced(before) && is_mark(after);
        is_seam.then(|| Self { at: start, letter: before, letter_at: start - before.len_utf8(), run_at: start })
    }
}

/// The source with its seams marked.
pub(super) fn seamed(source: &str) -> Cow<'_, str> {
    let mut marked = String::new();
    let mut done = 0;
    for seam in Seam::all(source) {
        marked.push_str(&source[done..seam.at]);
        marked.push(SEAM);
        done = seam.at;
    }
    if done == 0 {
        return Cow::Borrowed(source);
    }
    marked.push_str(&source[done..]);
    Cow::Owned(marked)
}

fn is_mark(one: char) -> bool {
    !one.is_alphanumeric() && !one.is_whitespace()
}

/// Whether a letter is of a script that puts words beside marks without a space.
pub(super) fn is_unspaced(one: char) -> bool {
    matches!(one, '가'..='힣' | 'ᄀ'..='ᇿ' | 'ㄱ'..='ㆎ' | 'ぁ'..='ヿ' | '㐀'..='䶿' | '一'..='鿿')
}
