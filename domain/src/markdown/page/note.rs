//! Footnotes.

use pulldown_cmark::CowStr;

use super::Page;
use crate::markdown::mark;

impl Page<'_> {
    pub(super) fn note(&mut self, name: &CowStr<'_>) {
        if self.image.is_none() {
            self.notes.refer(name, &mut self.html);
        }
    }

    pub(super) fn end_note(&mut self) {
        if let Some((html, name)) = self.suspended.pop() {
            let body = std::mem::replace(&mut self.html, html);
            self.notes.define(&name, &body);
        }
    }

    /// A note said inside an internal block is internal too, wherever it is read.
    pub(super) fn note_of_internal(&mut self) -> &'static str {
        self.html.push_str(mark::INTERNAL);
        "</section>"
    }
}
