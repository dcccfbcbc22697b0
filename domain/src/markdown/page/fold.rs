//! The tags that may be written as such, kept in balance.

use std::fmt::Write;

use super::{DEEPEST, Open, Page};
use crate::markdown::raw::{self, spans_blocks};

impl Page<'_> {
    /// A block of raw HTML: a paragraph, unless it folds something.
    pub(super) fn end_html_block(&mut self) {
        let html = self.raw.take().unwrap_or_default();
        let folds = raw::tags(&html).any(
            |(_, tag)| matches!(tag, Some((raw::Tag::Open(name) | raw::Tag::Close(name), _)) if spans_blocks(name)),
        );
        if !folds {
            self.html.push_str("<p>");
            self.open.push(Open::Markdown("</p>\n"));
            self.raw(html.trim_end(), false);
            return self.end(|open| matches!(open, Open::Markdown(_)));
        }
        self.raw(&html, true);
        self.keep_folds_open();
    }

    /// What folds may stay open from one block to the next; whatever else was opened ends with its block.
    fn keep_folds_open(&mut self) {
        let inner = self.element().map_or(0, |at| at + 1);
        let folds = |open: &&Open| matches!(open, Open::Raw(name) if spans_blocks(name));
        let kept = self.open[inner..].iter().take_while(folds).count();
        self.close_down_to(inner + kept);
    }

    /// Writes text with the tags that may stay; `is_block` when it stands between paragraphs.
    pub(super) fn raw(&mut self, html: &str, is_block: bool) {
        let mut done = 0;
        for (at, tag) in raw::tags(html) {
            let Some((tag, length)) = tag else { continue };
            self.text(&html[done..at]);
            done = at + length;
            if self.image.is_none() && !self.raw_tag(tag, is_block) {
                self.text(&html[at..done]);
            }
        }
        self.text(&html[done..]);
    }

    /// False when the tag has no place here and must be text.
    fn raw_tag(&mut self, tag: raw::Tag, is_block: bool) -> bool {
        match tag {
            raw::Tag::Break => self.html.push_str("<br>"),
            raw::Tag::Open(name) if self.open.len() >= DEEPEST || (spans_blocks(name) && !is_block) => return false,
            raw::Tag::Open(name) => {
                let _ = write!(self.html, "<{name}>");
                self.open.push(Open::Raw(name));
            }
            raw::Tag::Close(name) => return self.close_raw(name),
        }
        true
    }

    fn close_raw(&mut self, name: &str) -> bool {
        let inner = self.element().map_or(0, |at| at + 1);
        let matching = self.open[inner..].iter().rposition(|open| matches!(open, Open::Raw(open) if *open == name));
        let Some(at) = matching else { return false };
        self.close_down_to(inner + at);
        true
    }
}
