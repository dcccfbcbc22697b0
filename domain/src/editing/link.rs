//! Links: an address pasted over words, and the key that makes one.

use super::{Change, Field};

/// What pasting an address over a selection does; none where it is text like any other.
pub fn over_selection(field: &Field<'_>, pasted: &str) -> Option<Change> {
    let (words, pasted) = (field.selection(), pasted.trim());
    let is_plain = !words.trim().is_empty() && !words.contains('\n') && !is_address(words.trim());
    if !is_plain || !is_address(pasted) || field.is_in_code() || is_in_target(field) {
        return None;
    }
    Some(Change::typed(field.start..field.end, format!("[{}]({})", escaped(words), target(pasted))))
}

/// Makes what is selected a link and waits for its address, or its words; a link already made is undone.
pub fn link(field: &Field<'_>) -> Change {
    let words = field.selection();
    if let Some(change) = unlinked(field) {
        return change;
    }
    if is_address(words) {
        let text = format!("[]({})", target(words));
        let caret = field.start + 1;
        return Change { range: field.start..field.end, text, selected: caret..caret };
    }
    let text = format!("[{}]()", escaped(words));
    let caret = if words.is_empty() { field.start + 1 } else { field.start + text.len() - 1 };
    Change { range: field.start..field.end, text, selected: caret..caret }
}

/// `[words](address)` around the selection, or selected itself.
fn unlinked(field: &Field<'_>) -> Option<Change> {
    let words = field.selection();
    if let Some((inside, _)) = words.strip_prefix('[').and_then(|rest| rest.strip_suffix(')')?.split_once("](")) {
        let selected = field.start..field.start + inside.len();
        return Some(Change { range: field.start..field.end, text: inside.to_owned(), selected });
    }
    let rest = field.text[field.end..].strip_prefix("](")?;
    let address = &rest[..rest.find([')', '\n'])?];
    if words.is_empty() || !field.text[..field.start].ends_with('[') || !rest[address.len()..].starts_with(')') {
        return None;
    }
    let range = field.start - 1..field.end + 2 + address.len() + 1;
    Some(Change { selected: range.start..range.start + words.len(), range, text: words.to_owned() })
}

fn is_address(text: &str) -> bool {
    let rest = ["https://", "http://", "mailto:"].iter().find_map(|scheme| text.strip_prefix(scheme));
    rest.is_some_and(|rest| !rest.is_empty())
        && !text.contains(|one: char| one.is_whitespace() || one == '<' || one == '>')
}

/// Parentheses end an address that does not stand between angle brackets (`CommonMark` §6.3).
fn target(address: &str) -> String {
    if address.contains(['(', ')']) { format!("<{address}>") } else { address.to_owned() }
}

/// Brackets that have no partner would end the words early.
fn escaped(words: &str) -> String {
    let mut depth = 0_i32;
    let is_balanced = words.chars().all(|one| {
        depth += i32::from(one == '[') - i32::from(one == ']');
        depth >= 0
    });
    if is_balanced && depth == 0 { words.to_owned() } else { words.replace('[', "\\[").replace(']', "\\]") }
}

/// Whether the selection is where an address already stands.
fn is_in_target(field: &Field<'_>) -> bool {
    field.text[..field.start].ends_with("](")
}
