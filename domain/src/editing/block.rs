//! Whole lines: headings, quotes and lists, put there and taken away again by the same key.

use super::line::Line;
use super::{Change, Field};

/// What lines become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// `> `.
    Quote,
    /// `- `.
    Bullets,
    /// `1. `.
    Numbers,
    /// `- [ ] `.
    Tasks,
}

/// The smallest heading.
const SMALLEST: usize = 6;

/// The heading of the line one step smaller or bigger: no heading, `#`, `##` …
pub fn heading(field: &Field<'_>, is_smaller: bool) -> Change {
    let range = field.touched();
    let block = &field.text[range.clone()];
    let line = block.lines().next().unwrap_or_default();
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let is_heading = level > 0 && level <= SMALLEST && (words.is_empty() || words.starts_with(' '));
    let (level, words) = if is_heading { (level, words.trim_start()) } else { (0, line) };
    let level = match (is_smaller, level) {
        (true, SMALLEST) | (false, 0) => level,
        (true, level) => level + 1,
        (false, level) => level - 1,
    };
    let text = if level == 0 { words.to_owned() } else { format!("{} {words}", "#".repeat(level)) };
    let range = range.start..range.start + line.len();
    let place = |at: usize| {
        let from_end = range.end.saturating_sub(at).min(words.len());
        range.start + text.len() - from_end
    };
    let after = |at: usize| if at > range.end { at + text.len() - range.len().min(at + text.len()) } else { place(at) };
    let (start, end) = (place(field.start), after(field.end));
    Change { selected: start..end.max(start), range, text }
}

/// Every touched line as a quote or an item; when they all are one, none is.
pub fn lines(field: &Field<'_>, block: Block) -> Change {
    let range = field.touched();
    let all = &field.text[range.clone()];
    let is_single = !all.contains('\n');
    let counted = |line: &&str| is_single || !line.trim().is_empty();
    let are = all.split('\n').filter(counted).all(|line| is(line, block));
    let mut number = 0;
    let change = |line: &str| {
        if !counted(&line) {
            return line.to_owned();
        }
        number += 1;
        if are { without(line, block) } else { with(line, block, number) }
    };
    let text = all.split('\n').map(change).collect::<Vec<_>>().join("\n");
    if field.is_caret() {
        let from_end = range.end - field.start;
        let caret = range.start + text.len().saturating_sub(from_end);
        return Change { range, text, selected: caret..caret };
    }
    Change { selected: range.start..range.start + text.len(), range, text }
}

fn is(line: &str, block: Block) -> bool {
    let parsed = Line::parse(line);
    let mark = parsed.item.map(|item| (item.mark, !item.task.is_empty()));
    match (block, mark) {
        (Block::Quote, _) => !parsed.quotes.is_empty(),
        (Block::Bullets, Some((super::line::Mark::Bullet(_), is_task))) => !is_task,
        (Block::Numbers, Some((super::line::Mark::Number(..), _))) => true,
        (Block::Tasks, Some((_, is_task))) => is_task,
        _ => false,
    }
}

fn without(line: &str, block: Block) -> String {
    let parsed = Line::parse(line);
    match block {
        Block::Quote => {
            let rest = &line[parsed.quotes.len()..];
            let outer = parsed.quotes.trim_end().strip_suffix('>').unwrap_or_default();
            format!("{outer}{rest}")
        }
        _ => format!("{}{}{}", parsed.quotes, parsed.indentation, parsed.words),
    }
}

fn with(line: &str, block: Block, number: usize) -> String {
    let parsed = Line::parse(line);
    let mark = match block {
        Block::Quote => return format!("> {line}"),
        Block::Bullets => "- ".to_owned(),
        Block::Numbers => format!("{number}. "),
        Block::Tasks => "- [ ] ".to_owned(),
    };
    format!("{}{}{mark}{}", parsed.quotes, parsed.indentation, parsed.words)
}
