//! Who wrote a line: each line of a text with the revision that put it there.

use std::collections::HashMap;

use crate::difference::token::{Tokens, edits};

/// A text on its way through its revisions, the oldest first.
#[derive(Debug, Clone, Default)]
pub struct Blame {
    text: String,
    lines: Vec<usize>,
    revisions: usize,
}

impl Blame {
    /// What the next revision says. A line that only moved within it stays whose it was.
    pub fn revise(&mut self, text: String) {
        let (before, after) = (Tokens::lines(&self.text), Tokens::lines(&text));
        let edits = edits(&before, &after);
        let mut moved: HashMap<&str, Vec<usize>> = HashMap::new();
        for at in edits.iter().rev().flat_map(|edit| edit.old.clone().rev()) {
            moved.entry(before.text(at..at + 1)).or_default().push(self.lines[at]);
        }
        let mut lines = Vec::with_capacity(after.len());
        let mut at = 0;
        for edit in &edits {
            lines.extend_from_slice(&self.lines[at..edit.old.start]);
            for line in edit.new.clone() {
                let from_elsewhere = moved.get_mut(after.text(line..line + 1)).and_then(Vec::pop);
                lines.push(from_elsewhere.unwrap_or(self.revisions));
            }
            at = edit.old.end;
        }
        lines.extend_from_slice(&self.lines[at..]);
        self.revisions += 1;
        (self.text, self.lines) = (text, lines);
    }

    /// The lines as they are now, without their line feeds, each with the place of its revision among those told.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines.iter().copied().zip(self.text.lines())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn blamed(texts: &[&str]) -> Vec<(usize, String)> {
        let mut blame = Blame::default();
        for text in texts {
            blame.revise((*text).to_owned());
        }
        blame.lines().map(|(revision, line)| (revision, line.to_owned())).collect()
    }

    #[test]
    fn each_line_is_whose_revision_put_it_there() {
        let lines = blamed(&["하나\n둘\n셋\n", "하나\n둘째\n셋\n", "영\n하나\n둘째\n셋\n"]);
        assert_eq!(lines.iter().map(|(revision, _)| *revision).collect::<Vec<_>>(), [2, 0, 1, 0]);
    }

    #[test]
    fn a_line_that_only_moved_stays_whose_it_was() {
        let lines = blamed(&["첫 문단\n\n둘째 문단\n", "둘째 문단\n\n첫 문단\n\n끝\n"]);
        let of = |text: &str| lines.iter().find(|(_, line)| line == text).unwrap().0;
        assert_eq!((of("첫 문단"), of("둘째 문단"), of("끝")), (0, 0, 1));
    }

    proptest! {
        #[test]
        fn every_line_has_an_author(texts in proptest::collection::vec("[가나\n]{0,12}", 1..6)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let last = texts.last().unwrap();
            prop_assert_eq!(blamed(&texts).len(), last.lines().count());
        }
    }
}
