//! What a line begins with: quote marks, indentation, and the mark of a list's item.

/// A line, taken apart. Put together again it is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// `> ` for each quote it is in.
    pub(super) quotes: &'a str,
    /// White space after them.
    pub(super) indentation: &'a str,
    /// What makes it an item, with the white space after it.
    pub(super) item: Option<Item<'a>>,
    /// The words.
    pub(super) words: &'a str,
}

/// The mark of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item<'a> {
    pub(super) mark: Mark,
    /// Between the mark and what follows.
    pub(super) gap: &'a str,
    /// `[ ] ` or `[x] `.
    pub(super) task: &'a str,
}

/// A bullet, or a number and what stands after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Bullet(char),
    Number(u32, char),
}

impl std::fmt::Display for Mark {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Bullet(bullet) => write!(out, "{bullet}"),
            Self::Number(number, after) => write!(out, "{number}{after}"),
        }
    }
}

impl<'a> Line<'a> {
    pub(super) fn parse(line: &'a str) -> Self {
        let (quotes, rest) = split_quotes(line);
        let words = rest.trim_start_matches([' ', '\t']);
        let indentation = &rest[..rest.len() - words.len()];
        match split_item(words) {
            Some((item, words)) => Self { quotes, indentation, item: Some(item), words },
            None => Self { quotes, indentation, item: None, words },
        }
    }

    /// How far its words stand from the line's beginning, in bytes.
    pub(super) fn lead(&self, line: &str) -> usize {
        line.len() - self.words.len()
    }

    /// By how many spaces what is inside this item is indented.
    pub(super) fn inside(&self) -> usize {
        self.item.map_or(2, |item| item.mark.to_string().len() + 1)
    }
}

fn split_quotes(line: &str) -> (&str, &str) {
    let mut at = 0;
    loop {
        let rest = line[at..].trim_start_matches(' ');
        if line[at..].len() - rest.len() > 3 || !rest.starts_with('>') {
            break;
        }
        at = line.len() - rest.len() + 1;
        at += usize::from(line[at..].starts_with(' '));
    }
    line.split_at(at)
}

fn split_item(words: &str) -> Option<(Item<'_>, &str)> {
    let digits = words.len() - words.trim_start_matches(|one: char| one.is_ascii_digit()).len();
    let (mark, length) = match words[digits..].chars().next()? {
        bullet @ ('-' | '*' | '+') if digits == 0 => (Mark::Bullet(bullet), 1),
        after @ ('.' | ')') if (1..=9).contains(&digits) => {
            (Mark::Number(words[..digits].parse().ok()?, after), digits + 1)
        }
        _ => return None,
    };
    let rest = &words[length..];
    let after = rest.trim_start_matches([' ', '\t']);
    let gap = &rest[..rest.len() - after.len()];
    if gap.is_empty() && !rest.is_empty() || is_rule(words) {
        return None;
    }
    let task = ["[ ]", "[x]", "[X]"].into_iter().find(|task| after.starts_with(task)).map_or(0, str::len);
    let is_task = task > 0 && (after.len() == task || after[task..].starts_with(' '));
    let task = if is_task { task + usize::from(after.len() > task) } else { 0 };
    Some((Item { mark, gap, task: &after[..task] }, &after[task..]))
}

/// `- - -` is a line across, and no item.
fn is_rule(words: &str) -> bool {
    let marks: Vec<char> = words.chars().filter(|one| !one.is_whitespace()).collect();
    marks.len() > 2 && marks.iter().all(|one| *one == marks[0]) && matches!(marks[0], '-' | '*')
}

/// What opened the fenced code that is open at the end of a text.
pub(super) fn open_fence(before: &str) -> Option<&str> {
    let mut open: Option<&str> = None;
    for line in before.lines() {
        let words = Line::parse(line).words;
        let fence = fence(words);
        open = match (open, fence) {
            (None, Some(fence)) if !(fence.starts_with('`') && words[fence.len()..].contains('`')) => Some(fence),
            (Some(begun), Some(fence))
                if fence.starts_with(&begun[..1]) && fence.len() >= begun.len() && words.trim_end() == fence =>
            {
                None
            }
            (open, _) => open,
        };
    }
    open
}

fn fence(words: &str) -> Option<&str> {
    let mark = words.chars().next().filter(|one| matches!(one, '`' | '~'))?;
    let length = words.len() - words.trim_start_matches(mark).len();
    (length >= 3).then(|| &words[..length])
}
