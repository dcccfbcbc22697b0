//! Tables: the first row is the head, since word processors name none and Markdown needs one.
#![expect(clippy::needless_pass_by_value, clippy::unnecessary_wraps, reason = "the shape of the converter's handlers")]

use htmd::Element;
use htmd::element_handler::{HandlerResult, Handlers};

/// Before a row and before a cell. Private use, as [`super::BULLET`].
pub(super) const ROW: char = '\u{E001}';
pub(super) const CELL: char = '\u{E002}';

pub(super) fn cell(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let words = handlers.walk_children(element.node).content.replace([ROW, CELL], " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
    Some(format!("{CELL}{words}").into())
}

pub(super) fn row(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    Some(format!("{ROW}{}", handlers.walk_children(element.node).content.trim()).into())
}

pub(super) fn rows(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    Some(handlers.walk_children(element.node).content.into())
}

pub(super) fn table(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let content = handlers.walk_children(element.node).content;
    let rows: Vec<Vec<&str>> =
        content.split(ROW).skip(1).map(|row| row.split(CELL).skip(1).map(str::trim).collect()).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    if width == 0 {
        return Some(String::new().into());
    }
    let line = |row: &Vec<&str>| {
        let cells: Vec<&str> = (0..width).map(|at| row.get(at).copied().unwrap_or_default()).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = format!("|{}\n", " --- |".repeat(width));
    let lines: String = rows.iter().skip(1).map(line).collect();
    Some(format!("\n\n{}{rule}{lines}\n\n", line(&rows[0])).into())
}
