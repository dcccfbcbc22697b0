//! Tab and Shift Tab: items and selected lines go in and out; in code, Tab is white space. Elsewhere Tab leaves the
//! field, so that nobody is trapped in it (WCAG 2.2, 2.1.2).

use super::line::{Line, Mark};
use super::{Change, Field};

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Tab.
    In,
    /// Shift Tab.
    Out,
}

/// In code, where nothing says otherwise.
const CODE: &str = "    ";

/// What Tab does; none where it leaves the field.
pub fn indent(field: &Field<'_>, direction: Direction) -> Option<Change> {
    let touched = field.touched();
    let block = &field.text[touched.clone()];
    let in_code = field.is_in_code();
    if in_code && field.is_caret() && direction == Direction::In {
        return Some(Change::typed(field.start..field.end, CODE.to_owned()));
    }
    let is_list = block.lines().any(|line| Line::parse(line).item.is_some());
    if !(in_code || is_list || block.contains('\n')) {
        return None;
    }
    let before = &field.text[..touched.start];
    let mut text = String::with_capacity(block.len() + 16);
    let (mut start, mut end) = (field.start, field.end);
    for (number, line) in block.split('\n').enumerate() {
        let at = touched.start + text.len() + usize::from(number > 0);
        let moved =
            if in_code { moved_code(line, direction) } else { moved(&[before, &text].concat(), line, direction) };
        if number > 0 {
            text.push('\n');
        }
        let by = |place: usize| if place >= at { shifted(place, line.len(), moved.len(), at) } else { place };
        (start, end) = if number == 0 { (by(start), by(end)) } else { (start, by(end)) };
        text.push_str(&moved);
    }
    (text != block).then(|| Change { range: touched, text, selected: start..end.max(start) })
}

fn shifted(place: usize, before: usize, after: usize, at: usize) -> usize {
    if after >= before { place + (after - before) } else { place.saturating_sub(before - after).max(at) }
}

fn moved_code(line: &str, direction: Direction) -> String {
    match direction {
        Direction::In if line.is_empty() => String::new(),
        Direction::In => format!("{CODE}{line}"),
        Direction::Out => {
            let spaces = line.len() - line.trim_start_matches(' ').len();
            line.strip_prefix('\t').unwrap_or(&line[spaces.min(CODE.len())..]).to_owned()
        }
    }
}

/// A line further in or out; a number is counted anew where it arrives.
fn moved(before: &str, whole: &str, direction: Direction) -> String {
    if whole.trim().is_empty() {
        return whole.to_owned();
    }
    let line = Line::parse(whole);
    let indentation = match direction {
        Direction::In => format!("{}{}", line.indentation, " ".repeat(step(before, &line))),
        Direction::Out => outer(before, &line),
    };
    if indentation == line.indentation {
        return whole.to_owned();
    }
    let rest = &whole[line.quotes.len() + line.indentation.len()..];
    match line.item.map(|item| item.mark) {
        Some(mark @ Mark::Number(_, after)) => {
            let number = next_number(before, line.quotes, &indentation, after);
            let rest = &rest[mark.to_string().len()..];
            format!("{}{indentation}{number}{after}{rest}", line.quotes)
        }
        _ => format!("{}{indentation}{rest}", line.quotes),
    }
}

/// By how much: to where the words of the item above begin.
fn step(before: &str, line: &Line<'_>) -> usize {
    let above = before.lines().rev().map(Line::parse).find(|above| above.indentation.len() <= line.indentation.len());
    above.filter(|above| above.item.is_some()).map_or_else(|| line.inside(), |above| above.inside())
}

/// The indentation of the item that this one is inside of.
fn outer(before: &str, line: &Line<'_>) -> String {
    let above = before.lines().rev().map(Line::parse);
    let mut outer = above.filter(|above| above.item.is_some() && above.indentation.len() < line.indentation.len());
    let indentation = outer.next().map_or("", |above| above.indentation);
    let is_item = line.item.is_some();
    if is_item {
        indentation.to_owned()
    } else {
        line.indentation[..line.indentation.len().saturating_sub(2)].to_owned()
    }
}

fn next_number(before: &str, quotes: &str, indentation: &str, after: char) -> u32 {
    for above in before.lines().rev().map(Line::parse) {
        if above.quotes != quotes || above.indentation.len() < indentation.len() {
            break;
        }
        if above.indentation == indentation {
            return match above.item.map(|item| item.mark) {
                Some(Mark::Number(number, ours)) if ours == after => number.saturating_add(1),
                _ => 1,
            };
        }
    }
    1
}
