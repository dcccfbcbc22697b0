//! A rendered text as a browser shows it: what a reader selects is looked for here.

use std::ops::Range;

/// Elements that stand inside a word or a line; at every other tag a word ends.
const INLINE: [&str; 18] = [
    "a",
    "at-member",
    "b",
    "code",
    "del",
    "em",
    "i",
    "kbd",
    "mark",
    "post-link",
    "post-title",
    "ruby",
    "s",
    "span",
    "strong",
    "sub",
    "sup",
    "wbr",
];

/// A rendered text's words, in order. White space is left out of what is compared: a browser, the renderer and a
/// writer who breaks lines each put it elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Plain {
    /// All words without white space.
    whole: String,
    words: Vec<String>,
    /// Where each word begins in `whole`, in bytes.
    starts: Vec<usize>,
}

impl Plain {
    /// Reads HTML that [`crate::markdown::render`] made.
    pub(super) fn of(html: &str) -> Self {
        let mut text = String::with_capacity(html.len());
        for part in html.split('<') {
            // Only the very first part has no tag before it: every other `<` of a text is escaped.
            let (tag, rest) = part.split_once('>').unwrap_or(("", part));
            let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default();
            if !tag.is_empty() && !INLINE.contains(&name) {
                text.push('\n');
            }
            push(&mut text, rest);
        }
        let mut plain = Self::default();
        for word in text.split_whitespace() {
            plain.starts.push(plain.whole.len());
            plain.whole.push_str(word);
            plain.words.push(word.to_owned());
        }
        plain
    }

    /// Each word.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// Where `sought`, itself without white space, stands in the whole, in bytes.
    pub(super) fn find_all(&self, sought: &str) -> Vec<Range<usize>> {
        if sought.is_empty() {
            return Vec::new();
        }
        self.whole.match_indices(sought).map(|(at, found)| at..at + found.len()).collect()
    }

    /// How many characters around a place are as they were: of `before` from its end, of `after` from its start.
    pub(super) fn agreement(&self, place: &Range<usize>, before: &str, after: &str) -> usize {
        let same = |(one, other): &(char, char)| one == other;
        let behind = self.whole[..place.start].chars().rev().zip(before.chars().rev()).take_while(same).count();
        behind + self.whole[place.end..].chars().zip(after.chars()).take_while(same).count()
    }

    /// The words a place touches.
    pub(super) fn touched(&self, place: &Range<usize>) -> Range<usize> {
        let first = self.starts.partition_point(|start| *start <= place.start).saturating_sub(1);
        first..self.starts.partition_point(|start| *start < place.end)
    }
}

/// Text without its white space, as places are compared.
pub(super) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Appends text out of HTML.
fn push(text: &mut String, escaped: &str) {
    if !escaped.contains('&') {
        text.push_str(escaped);
        return;
    }
    let plain = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.push_str(&plain.replace("&amp;", "&"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::render;

    #[test]
    fn a_text_is_read_as_it_is_shown() {
        let html = render("# 시작\n\n**굵은(글)**을 `a < b && c` 로\n[쓴](/posts/1)다.\n\n- 하나\n- 둘\n").html;
        assert_eq!(Plain::of(&html).words().join(" "), "시작 굵은(글)을 a < b && c 로 쓴다. 하나 둘");
    }

    #[test]
    fn a_place_touches_the_words_it_stands_in() {
        let plain = Plain::of("<p>하나 둘셋 넷</p>");
        let place = &plain.find_all("셋넷")[0];
        assert_eq!(plain.touched(place), 1..3);
        assert_eq!(plain.touched(&plain.find_all("하나")[0]), 0..1);
        assert_eq!(plain.agreement(place, "하나둘", "다섯"), 3);
    }
}
