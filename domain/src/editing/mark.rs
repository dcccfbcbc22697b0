//! Marks around words, put there and taken away again by the same key.

use super::line::Line;
use super::{Change, Field};

/// What words are marked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `**`.
    Strong,
    /// `*`.
    Emphasis,
    /// `` ` ``, or a fence around several lines.
    Code,
    /// `~~`.
    Strikethrough,
}

impl Mark {
    fn token(self) -> &'static str {
        match self {
            Self::Strong => "**",
            Self::Emphasis => "*",
            Self::Code => "`",
            Self::Strikethrough => "~~",
        }
    }

    /// Whether a run of so many marks beside the words says this: `***` says both.
    fn is_in(self, run: usize) -> bool {
        match self {
            Self::Strong | Self::Strikethrough => run >= 2,
            Self::Emphasis => run % 2 == 1,
            Self::Code => run >= 1,
        }
    }
}

/// Marks what is selected, or unmarks it. White space at its ends stays outside: a mark beside a space is none.
pub fn toggle(field: &Field<'_>, mark: Mark) -> Change {
    let selection = field.selection();
    if selection.trim().contains('\n') {
        return several_lines(field, mark);
    }
    let start = field.start + (selection.len() - selection.trim_start().len());
    let end = field.end - (selection.len() - selection.trim_end().len());
    let (start, end) = if start > end { (field.start, field.start) } else { (start, end) };
    let words = &field.text[start..end];
    if let Some(inner) = unmarked(words, mark) {
        let selected = start..start + inner.len();
        return Change { text: inner.to_owned(), range: start..end, selected };
    }
    let token = mark.token();
    let around = run_before(&field.text[..start], mark).min(run_after(&field.text[end..], mark));
    if mark.is_in(around) {
        let range = start - token.len()..end + token.len();
        let selected = range.start..range.start + words.len();
        return Change { range, text: words.to_owned(), selected };
    }
    let (text, lead) = marked(words, mark);
    Change { range: start..end, selected: start + lead..start + lead + words.len(), text }
}

fn first(mark: Mark) -> char {
    match mark {
        Mark::Strong | Mark::Emphasis => '*',
        Mark::Code => '`',
        Mark::Strikethrough => '~',
    }
}

fn run_before(text: &str, mark: Mark) -> usize {
    text.len() - text.trim_end_matches(first(mark)).len()
}

fn run_after(text: &str, mark: Mark) -> usize {
    text.len() - text.trim_start_matches(first(mark)).len()
}

/// The words inside, when they were selected together with their marks.
fn unmarked(words: &str, mark: Mark) -> Option<&str> {
    let token = mark.token();
    let run = run_after(words, mark).min(run_before(words, mark));
    let inner = words.strip_prefix(token)?.strip_suffix(token)?;
    (mark.is_in(run) && !inner.is_empty()).then_some(inner)
}

/// The words with their marks, and how long the first mark is. Code that holds the mark gets a longer one
/// (`CommonMark` §6.1).
fn marked(words: &str, mark: Mark) -> (String, usize) {
    let token = mark.token();
    if mark == Mark::Code && words.contains('`') {
        let longest = words.split(|one| one != '`').map(str::len).max().unwrap_or_default();
        let ticks = "`".repeat(longest + 1);
        return (format!("{ticks} {words} {ticks}"), ticks.len() + 1);
    }
    (format!("{token}{words}{token}"), token.len())
}

/// Each line's words by themselves; code as a fenced block.
fn several_lines(field: &Field<'_>, mark: Mark) -> Change {
    let range = field.touched();
    let block = &field.text[range.clone()];
    let text = if mark == Mark::Code { fenced(block) } else { each_line(block, mark) };
    Change { selected: range.start..range.start + text.len(), range, text }
}

fn fenced(block: &str) -> String {
    let inside = block.strip_prefix("```").and_then(|rest| rest.strip_suffix("\n```"));
    if let Some((_, code)) = inside.and_then(|rest| rest.split_once('\n')) {
        return code.to_owned();
    }
    let longest = block.split(|one| one != '`').map(str::len).max().unwrap_or_default();
    let ticks = "`".repeat(longest.max(2) + 1);
    format!("{ticks}\n{block}\n{ticks}")
}

fn each_line(block: &str, mark: Mark) -> String {
    let all = block.lines().map(|line| words(line).1).filter(|words| !words.is_empty());
    let are_marked = all.clone().all(|words| unmarked(words, mark).is_some());
    let change = |line: &str| {
        let (lead, words) = words(line);
        let tail = &line[lead + words.len()..];
        let changed = match unmarked(words, mark) {
            Some(inner) if are_marked => inner.to_owned(),
            None if !words.is_empty() => marked(words, mark).0,
            _ => words.to_owned(),
        };
        format!("{}{changed}{tail}", &line[..lead])
    };
    block.split('\n').map(change).collect::<Vec<_>>().join("\n")
}

/// Where a line's words begin, and the words without the white space after them.
fn words(line: &str) -> (usize, &str) {
    let words = Line::parse(line).words;
    (line.len() - words.len(), words.trim_end())
}
