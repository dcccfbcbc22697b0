//! Enter: the next item of a list, the next line of a quote; on an empty one, the end of it.

use std::fmt::Write;

use super::line::{Item, Line, Mark};
use super::{Change, Field, line_end, line_start};

/// What Enter does; none where it is a line feed and no more.
pub fn enter(field: &Field<'_>) -> Option<Change> {
    if !field.is_caret() {
        return None;
    }
    let (from, to) = (line_start(field.text, field.start), line_end(field.text, field.start));
    let whole = &field.text[from..to];
    let line = Line::parse(whole);
    if field.is_in_code() {
        let kept = &whole[..whole.len() - whole.trim_start_matches([' ', '\t']).len()];
        let kept = &kept[..kept.len().min(field.start - from)];
        return (!kept.is_empty()).then(|| Change::typed(field.start..field.start, format!("\n{kept}")));
    }
    let is_prefixed = line.item.is_some() || !line.quotes.is_empty();
    if !is_prefixed || field.start - from < line.lead(whole) {
        return None;
    }
    match line.item {
        _ if line.words.trim().is_empty() => Some(end(field, from..to, &line)),
        Some(item) => Some(next_item(field, &line, item)),
        None => Some(Change::typed(
            field.start..field.start,
            format!("\n{}{}", quotes_again(line.quotes), line.indentation),
        )),
    }
}

/// `>` without its space gets one on the next line.
fn quotes_again(quotes: &str) -> String {
    if quotes.is_empty() || quotes.ends_with(' ') { quotes.to_owned() } else { format!("{quotes} ") }
}

/// An empty item ends its list, or goes one level out; an empty line of a quote ends the quote.
fn end(field: &Field<'_>, range: std::ops::Range<usize>, line: &Line<'_>) -> Change {
    let before = &field.text[..range.start];
    let text = match (line.item, parent(before, line)) {
        (Some(item), Some((indentation, mark))) => {
            let task = if item.task.is_empty() { "" } else { "[ ] " };
            let next = match mark {
                Mark::Number(number, after) => Mark::Number(number.saturating_add(1), after),
                bullet @ Mark::Bullet(_) => bullet,
            };
            format!("{}{indentation}{next} {task}", line.quotes)
        }
        (Some(_), None) => line.quotes.to_owned(),
        (None, _) => String::new(),
    };
    Change::typed(range, text)
}

/// The item that an indented item is inside of.
fn parent<'a>(before: &'a str, line: &Line<'_>) -> Option<(&'a str, Mark)> {
    let above = before.lines().rev().map(Line::parse).take_while(|above| above.quotes == line.quotes);
    let mut outer = above.filter(|above| above.indentation.len() < line.indentation.len());
    let found = outer.find(|above| above.item.is_some() || !above.words.is_empty())?;
    found.item.map(|item| (found.indentation, item.mark))
}

fn next_item(field: &Field<'_>, line: &Line<'_>, item: Item<'_>) -> Change {
    let mark = match item.mark {
        Mark::Number(number, after) if counts(field, line, item.mark) => Mark::Number(number.saturating_add(1), after),
        same => same,
    };
    let gap = if item.gap.is_empty() { " " } else { item.gap };
    let task = if item.task.is_empty() { "" } else { "[ ] " };
    let mut text = format!("\n{}{}{mark}{gap}{task}", line.quotes, line.indentation);
    let caret = field.start + text.len();
    let mut end = field.start;
    if let Mark::Number(number, after) = mark
        && mark != item.mark
    {
        end = renumber(field, line, Mark::Number(number, after), &mut text);
    }
    Change { range: field.start..end, text, selected: caret..caret }
}

/// Whether a list counts: one whose items are all `1.` does not.
fn counts(field: &Field<'_>, line: &Line<'_>, mark: Mark) -> bool {
    let before = &field.text[..line_start(field.text, field.start)];
    let sibling = before.lines().rev().map(Line::parse).find(|above| above.indentation.len() <= line.indentation.len());
    let sibling = sibling.filter(|above| above.indentation == line.indentation && above.quotes == line.quotes);
    sibling.and_then(|above| above.item).is_none_or(|above| above.mark != mark)
}

/// Writes what follows on with the numbers of later items one higher; where that ends comes back.
fn renumber(field: &Field<'_>, line: &Line<'_>, mark: Mark, text: &mut String) -> usize {
    let Mark::Number(mut number, after) = mark else { return field.start };
    let mut at = line_end(field.text, field.start);
    let (mut end, mut pending) = (field.start, field.text[field.start..at].to_owned());
    while at < field.text.len() {
        let to = line_end(field.text, at + 1);
        let whole = &field.text[at + 1..to];
        let next = Line::parse(whole);
        let is_deeper = whole.trim().is_empty() || next.indentation.len() > line.indentation.len();
        match next.item {
            Some(item) if next.quotes == line.quotes && next.indentation == line.indentation => {
                let Mark::Number(was, ours) = item.mark else { break };
                if ours != after || was != number {
                    break; // another list, or one that counts its own way
                }
                number = number.saturating_add(1);
                text.push_str(&pending);
                pending.clear();
                let rest = &whole[next.quotes.len() + next.indentation.len() + was.to_string().len()..];
                let _ = write!(text, "\n{}{}{number}{rest}", next.quotes, next.indentation);
                end = to;
            }
            _ if is_deeper => {
                pending.push('\n');
                pending.push_str(whole);
            }
            _ => break,
        }
        at = to;
    }
    end
}
