//! Headings, with a way to each.

use std::fmt::Write;

use super::{Heading, Page};

impl Page<'_> {
    /// The id is made of the words, so the start tag is written last. A heading of nothing is nothing.
    pub(super) fn end_heading(&mut self, level: u8) {
        let Some((at, words)) = self.heading.take() else { return };
        if self.html[at..].trim().is_empty() {
            return self.html.truncate(at);
        }
        let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let id = self.ids.give(&text);
        self.html.insert_str(at, &format!("<h{level} id=\"{id}\">"));
        // Not for the keyboard nor read aloud: the contents list leads to the same places.
        let _ = writeln!(
            self.html,
            "<a class=\"anchor\" href=\"#{id}\" aria-hidden=\"true\" tabindex=\"-1\"></a></h{level}>"
        );
        if self.suspended.is_empty() && !text.is_empty() {
            self.headings.push(Heading { level, id, text });
        }
    }
}
