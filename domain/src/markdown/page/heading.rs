//! Headings, with a way to each.

use super::{Heading, Page};

/// What headings of the levels from 2 to 6 begin and end with.
const TAGS: [(&str, &str); 5] = [
    ("<h2 id=\"", "</h2>\n"),
    ("<h3 id=\"", "</h3>\n"),
    ("<h4 id=\"", "</h4>\n"),
    ("<h5 id=\"", "</h5>\n"),
    ("<h6 id=\"", "</h6>\n"),
];

impl Page<'_, '_> {
    /// The id is made of the words, so the start tag is written last. A heading of nothing is nothing.
    pub(super) fn end_heading(&mut self, level: u8) {
        let Some((at, words)) = self.heading.take() else { return };
        if self.html[at..].trim().is_empty() {
            return self.html.truncate(at);
        }
        let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let id = self.ids.give(&text);
        let (start, end) = TAGS[usize::from(level.clamp(2, 6)) - 2];
        self.html.insert_str(at, &[start, &id, "\">"].concat());
        // Not for the keyboard nor read aloud: the contents list leads to the same places.
        self.html.push_str("<a class=\"anchor\" href=\"#");
        self.html.push_str(&id);
        self.html.push_str("\" aria-hidden=\"true\" tabindex=\"-1\"></a>");
        self.html.push_str(end);
        if self.suspended.is_empty() && !text.is_empty() {
            self.headings.push(Heading { level, id, text });
        }
    }
}
