//! Pictures, and the words in their place.

use crate::markdown::address::Address;
use crate::markdown::escape;

/// A picture while its words are gathered.
pub(super) struct Image {
    source: Option<Address>,
    title: String,
    alternative: String,
    /// How many elements are open inside the words.
    depth: usize,
}

impl Image {
    pub(super) fn new(source: Option<Address>, title: &str) -> Self {
        let source = source.filter(|source| !matches!(source, Address::Mail(_)));
        Self { source, title: title.to_owned(), alternative: String::new(), depth: 0 }
    }

    pub(super) fn begin(&mut self) {
        self.depth += 1;
    }

    /// Whether what ended is inside the words, and not the picture itself.
    pub(super) fn end(&mut self) -> bool {
        let is_inside = self.depth > 0;
        self.depth = self.depth.saturating_sub(1);
        is_inside
    }

    pub(super) fn push(&mut self, text: &str) {
        self.alternative.push_str(text);
    }

    pub(super) fn alternative(&self) -> &str {
        &self.alternative
    }

    /// False when its source may not be shown.
    pub(super) fn write(&self, html: &mut String) -> bool {
        let Some(source) = &self.source else { return false };
        html.push_str("<img src=\"");
        escape::push(html, source.as_str());
        html.push_str("\" alt=\"");
        escape::push(html, &self.alternative);
        if !self.title.is_empty() {
            html.push_str("\" title=\"");
            escape::push(html, &self.title);
        }
        html.push_str("\" loading=\"lazy\" decoding=\"async\">");
        true
    }
}
