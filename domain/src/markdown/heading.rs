//! Headings and their ids.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use pulldown_cmark::HeadingLevel;

use super::hangul::is_letter;

/// One level down, as the page's title has the first.
pub(super) fn level(typed: HeadingLevel) -> u8 {
    (typed as u8 + 1).min(6)
}

/// The ids given so far.
#[derive(Default)]
pub(super) struct Ids(HashMap<String, usize>);

impl Ids {
    /// The most characters made from a heading's words.
    const LONGEST: usize = 80;

    /// A new id for a heading's words: letters of any script and digits, in lower case, dashes between.
    pub(super) fn give(&mut self, words: &str) -> String {
        let id = Self::slug(words);
        let Some(mut number) = self.0.get(&id).copied() else {
            self.0.insert(id.clone(), 1);
            return id;
        };
        let given = loop {
            number += 1;
            let numbered = format!("{id}-{number}");
            if let Entry::Vacant(free) = self.0.entry(numbered) {
                let given = free.key().clone();
                free.insert(1);
                break given;
            }
        };
        self.0.insert(id, number);
        given
    }

    fn slug(words: &str) -> String {
        let mut id = String::from("h-");
        for one in words.chars().flat_map(char::to_lowercase).take(Self::LONGEST) {
            if is_letter(one) {
                id.push(one);
            } else if (one.is_whitespace() || one == '-' || one == '_') && !id.ends_with('-') {
                id.push('-');
            }
        }
        id.truncate(id.trim_end_matches('-').len());
        if id == "h" { "h-1".into() } else { id }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_words_and_given_once() {
        let mut ids = Ids::default();
        let given: Vec<_> = ["2022년 회고", "What's New_in 2.0?", "a", "a", "a-2", "a", "!!", "😀", ""]
            .into_iter()
            .map(|words| ids.give(words))
            .collect();
        assert_eq!(
            given,
            ["h-2022년-회고", "h-whats-new-in-20", "h-a", "h-a-2", "h-a-2-2", "h-a-3", "h-1", "h-1-2", "h-1-3"]
        );
    }
}
