//! What only Obsidian writes: `==marked==`, and `%%` around what is not shown.

use std::ops::Range;

use super::change::{Change, Instead};
use super::link::Links;

/// `==words==` becomes `<mark>`; a comment that stands by itself becomes an internal block, which stays in the house.
/// One in the middle of a line is left as it was typed.
pub(super) fn changes(body: &str, found: &Links) -> Vec<Change> {
    let mut changes = comments(body, &found.code);
    for block in &found.words {
        marks(body, block, &mut changes);
    }
    changes
}

fn marks(body: &str, block: &[Range<usize>], changes: &mut Vec<Change>) {
    let mut open: Option<usize> = None;
    for at in block.iter().flat_map(|range| doubles(body, range)) {
        let (before, after) = (&body[..at], &body[at + 2..]);
        let begins = after.chars().next().is_some_and(|one| !one.is_whitespace());
        let ends = before.chars().next_back().is_some_and(|one| !one.is_whitespace());
        match open {
            Some(from) if ends => {
                changes.push(instead(from..from + 2, "<mark>"));
                changes.push(instead(at..at + 2, "</mark>"));
                open = None;
            }
            None if begins => open = Some(at),
            _ => {}
        }
    }
}

/// Where exactly two signs of equality stand.
fn doubles(body: &str, range: &Range<usize>) -> Vec<usize> {
    let found = body[range.clone()].match_indices("==").map(|(at, _)| range.start + at);
    found.filter(|at| !body[..*at].ends_with('=') && !body[at + 2..].starts_with('=')).collect()
}

fn comments(body: &str, code: &[Range<usize>]) -> Vec<Change> {
    let mut changes = Vec::new();
    let (mut at, mut open) = (0, None);
    let mut code = code.iter().peekable();
    for line in body.split_inclusive('\n') {
        let words = line.trim_end();
        let range = at..at + words.len();
        at += line.len();
        while code.next_if(|code| code.end <= range.start).is_some() {}
        if code.peek().is_some_and(|code| code.contains(&range.start)) {
            continue;
        }
        match (words, open.take()) {
            ("%%", None) => open = Some(range),
            ("%%", Some(begun)) => {
                changes.push(instead(begun, ":::internal"));
                changes.push(instead(range, ":::"));
            }
            (_, Some(begun)) => open = Some(begun),
            (one, None) => {
                let inner = one.strip_prefix("%%").and_then(|rest| rest.strip_suffix("%%"));
                if let Some(inner) = inner.map(str::trim).filter(|inner| !inner.is_empty() && !inner.contains("%%")) {
                    changes.push(instead(range, &format!(":::internal\n{inner}\n:::")));
                }
            }
        }
    }
    changes
}

fn instead(range: Range<usize>, words: &str) -> Change {
    Change { range, instead: Instead::Words(words.to_owned()) }
}
