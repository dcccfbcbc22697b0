//! Conflicts inside a text that is edited by hand: both passages, each under a line that says whose it is. The lines
//! begin with brackets that nobody types, so that one that was left is found before it is saved.

use super::Passage;

/// Before my passage, before theirs, and after it.
const MARKS: [&str; 3] = ["⟪⟪⟪", "⟪·⟫", "⟫⟫⟫"];

/// What the lines say after their brackets.
#[derive(Debug, Clone, Copy)]
pub struct MarkLabels<'a> {
    /// Above my passage.
    pub mine: &'a str,
    /// Above theirs.
    pub theirs: &'a str,
    /// Below both.
    pub end: &'a str,
}

pub(super) fn marked(passages: &[Passage], labels: &MarkLabels<'_>) -> String {
    let mut text = String::new();
    for passage in passages {
        match passage {
            Passage::Agreed(words) => text.push_str(words),
            Passage::Conflict { mine, theirs, .. } => {
                let lines = [labels.mine, labels.theirs, labels.end];
                for ((mark, label), words) in MARKS.into_iter().zip(lines).zip([mine.as_str(), theirs, ""]) {
                    on_a_line_of_its_own(&mut text);
                    text.extend([mark, " ", label, "\n", words]);
                }
            }
        }
    }
    text
}

fn on_a_line_of_its_own(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

/// Numbers of the lines (from 1) that are such marks.
pub fn marks(text: &str) -> Vec<usize> {
    let is_mark = |line: &str| MARKS.iter().any(|mark| line.trim_start().starts_with(mark));
    text.lines().enumerate().filter(|(_, line)| is_mark(line)).map(|(at, _)| at + 1).collect()
}
