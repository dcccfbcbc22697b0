//! Text, and what it refers to.

use std::ops::Range;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Page, tag};
use crate::markdown::address::Address;
use crate::markdown::spot::Spot;
use crate::markdown::{escape, known, mark, spelling};

impl Page<'_, '_> {
    /// Takes words of the source; those of pictures and links refer to nothing themselves.
    pub(super) fn words(&mut self, text: &str, range: &Range<usize>) {
        if let Some(code) = &mut self.code {
            return code.push(text);
        }
        if self.is_titled {
            return;
        }
        if self.image.is_some() || self.link.is_some() {
            return self.text(text);
        }
        self.run.push(text, self.source, range);
    }

    /// Writes the words gathered so far.
    pub(super) fn end_run(&mut self) {
        if self.run.text.is_empty() {
            return;
        }
        let run = std::mem::take(&mut self.run);
        let mut done = 0;
        for (range, spot) in run.spots() {
            self.text(&run.text[done..range.start]);
            done = range.end;
            self.spot(spot, &run.text[range]);
        }
        self.text(&run.text[done..]);
    }

    fn spot(&mut self, spot: Spot, words: &str) {
        let address = match spot {
            Spot::Member => return self.member(words),
            Spot::Tag => return self.tag(words),
            Spot::Address => Address::parse(words),
            Spot::Bare => Address::parse(&format!("http://{words}")),
            Spot::Mail => Address::parse(&format!("mailto:{words}")),
        };
        let closing = tag::link(&mut self.html, address.as_ref(), "");
        self.text(words);
        self.html.push_str(closing);
    }

    fn member(&mut self, mention: &str) {
        if let Some((_, words)) = &mut self.heading {
            words.push_str(mention);
        }
        mark::member(&mut self.html, mention);
    }

    fn tag(&mut self, words: &str) {
        let tag = spelling::word(&words[1..]);
        self.html.push_str("<a class=\"tag\" href=\"/tags/");
        self.html.extend(utf8_percent_encode(&tag, NON_ALPHANUMERIC));
        self.html.push_str("\">");
        self.text(words);
        self.html.push_str("</a>");
    }

    /// Begins `[[title]]` or `[[title|words]]`; the end tag comes back.
    pub(super) fn begin_post(&mut self, title: &str, has_words: bool) -> &'static str {
        let key = known::title_key(title);
        self.link = Some(self.open.len());
        if has_words {
            mark::post(&mut self.html, &key);
            return mark::END_POST;
        }
        if let Some((_, words)) = &mut self.heading {
            words.push_str(title);
        }
        mark::titled(&mut self.html, &key, title);
        self.is_titled = true;
        ""
    }

    /// Notices that the link we were in has ended.
    pub(super) fn end_link(&mut self) {
        if self.link.is_some_and(|height| self.open.len() <= height) {
            (self.link, self.is_titled) = (None, false);
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if let Some(image) = &mut self.image {
            return image.push(text);
        }
        if let Some((_, words)) = &mut self.heading {
            words.push_str(text);
        }
        escape::push(&mut self.html, text);
    }

    pub(super) fn void(&mut self, tag: &str) {
        if self.image.is_some() {
            return self.text(" ");
        }
        if let Some((_, words)) = &mut self.heading {
            words.push(' ');
        }
        self.html.push_str(tag);
    }

    pub(super) fn code(&mut self, text: &str) {
        if self.image.is_some() {
            return self.text(text);
        }
        self.html.push_str("<code>");
        self.text(text);
        self.html.push_str("</code>");
    }
}
