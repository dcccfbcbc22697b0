//! Emphasis beside Hangul. `CommonMark` §6.2 closes `**마크다운(Markdown)**을` only before a space or a mark, and Korean
//! writes its particles without one. The remedy is that of the "CJK-friendly emphasis" proposal: beside a mark, a Hangul
//! syllable counts like one, and beside anything a mark of such a script counts like a letter. The parser is told so by
//! a mark nobody sees, taken out of everything it gives back.

use std::borrow::Cow;

/// Object replacement character: a mark (category So) that no written text has a use for.
pub(super) const SEAM: char = '\u{fffc}';

/// Stands for a colon that the parser must not see; a control character that no text has a use for, as long as one.
pub(super) const COLON: char = '\u{1a}';

/// Where a run of `*`, `~` or `_` has a mark on one side and a letter on the other, one of them of an East Asian script.
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
                let bytes = source.as_bytes();
                let start = from + bytes[from..].iter().position(|byte| matches!(byte, b'*' | b'~' | b'_'))?;
                let run = bytes[start];
                let end = start + bytes[start..].iter().take_while(|byte| **byte == run).count();
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
        let (letter, before) = before(&source[..start])?;
        let after = source[end..].chars().next()?;
        let seam_before = Self { at: start, letter, letter_at: start - letter.len_utf8(), run_at: start };
        // The parser sees no mark where a selector of its form follows it.
        let is_hidden = letter != before && is_mark(before);
        if source.as_bytes()[start] == b'_' {
            // Inside a word `_` stays `_`.
            return (is_hidden && !after.is_whitespace()).then_some(seam_before);
        }
        let is_beside = is_cjk(before) || is_cjk(after);
        if is_beside && is_mark(before) && is_letter(after) {
            return Some(Self { at: end, letter: after, letter_at: end, run_at: start });
        }
        let is_seam = is_mark(after) && (is_hidden || (is_beside && is_letter(before)));
        is_seam.then_some(seam_before)
    }
}

/// The last character, and the last that is no selector of its form.
fn before(text: &str) -> Option<(char, char)> {
    let mut last = text.chars().rev();
    let letter = last.next()?;
    let is_selector = matches!(letter, '\u{fe00}'..='\u{fe0e}' | '\u{e0100}'..='\u{e01ef}');
    Some((letter, if is_selector { last.next()? } else { letter }))
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

/// Where a byte of [`seamed`] text stands in the source.
pub(super) fn unseamed(source: &str, at: usize) -> usize {
    let mut added = 0;
    for seam in Seam::all(source) {
        if seam.at + added + SEAM.len_utf8() > at {
            break;
        }
        added += SEAM.len_utf8();
    }
    at - added
}

fn is_mark(one: char) -> bool {
    !is_letter(one) && !one.is_whitespace()
}

/// Syllables are asked for first, as the tables of all letters take longer.
pub(super) fn is_letter(one: char) -> bool {
    matches!(one, '가'..='힣') || one.is_alphanumeric()
}

/// Whether a character is Hangul or as wide as a Han character without being an emoji (UAX #11, UTS #51): of the scripts
/// that put words beside marks without a space.
pub(super) fn is_cjk(one: char) -> bool {
    matches!(one,
        'ᄀ'..='ᇿ' | '⺀'..='〾' | 'ぁ'..='䶿' | '一'..='鿿' | 'ꥠ'..='ꥼ' | '가'..='ퟻ' | '豈'..='\u{faff}'
        | '︐'..='︙' | '︰'..='﹫' | '！'..='￮' | '\u{16fe0}'..='\u{18dff}' | '\u{1aff0}'..='\u{1b2ff}'
        | '\u{1f200}'..='\u{1f2ff}' | '\u{20000}'..='\u{3fffd}')
}
