//! Quotations and where they are from: `> — book, p. 12` as the last line.

use super::Page;

pub(super) const END_QUOTE: &str = "</blockquote>\n";
/// What a line that says the source begins with.
const DASHES: [&str; 4] = ["— ", "― ", "– ", "-- "];

/// A quotation while it is written.
pub(super) struct Quote {
    /// Where its start tag stands in the HTML.
    at: usize,
    /// How many elements it stands in.
    depth: usize,
    /// Where the last line of a paragraph of its own begins.
    line: usize,
    /// Where the line that says the source begins, and where its paragraph ends.
    source: Option<(usize, usize)>,
}

impl Quote {
    pub(super) fn new(at: usize, depth: usize) -> Self {
        Self { at, depth, line: 0, source: None }
    }
}

impl Page<'_, '_> {
    /// Notes that a line begins here, if it is one of a quotation's own paragraph.
    pub(super) fn quote_line(&mut self) {
        let (height, at) = (self.open.len(), self.html.len());
        if let Some(quote) = self.quotes.last_mut().filter(|quote| quote.depth + 2 == height) {
            quote.line = at;
        }
    }

    /// Notes whether the paragraph that ended says in its last line where the words are from.
    pub(super) fn end_quote_line(&mut self) {
        let Some(quote) = self.quotes.last_mut().filter(|quote| quote.depth + 1 == self.open.len()) else { return };
        let line = self.html.get(quote.line..).unwrap_or_default();
        let begins = DASHES.iter().any(|dash| line.starts_with(dash));
        quote.source = begins.then_some((quote.line, self.html.len()));
    }

    /// A quotation that says where it is from is a figure, and that line its caption.
    pub(super) fn end_quote(&mut self) {
        let Some(quote) = self.quotes.pop_if(|quote| quote.depth == self.open.len()) else { return };
        let Some((line, end)) = quote.source.filter(|(_, end)| end + END_QUOTE.len() == self.html.len()) else {
            return;
        };
        let words = self.html[quote.at..line].trim_end();
        let is_alone = words.ends_with("<p>");
        if words.trim_end_matches("<p>").trim_end() == "<blockquote>" {
            return;
        }
        let said = self.html[line..end].trim_end().trim_end_matches("</p>");
        let said = said.trim_start_matches(|one: char| "—―–-".contains(one) || one.is_whitespace()).to_owned();
        let kept = quote.at + words.trim_end_matches("<br>").len();
        self.html.truncate(if is_alone { kept - "<p>".len() } else { kept });
        self.html.push_str(if is_alone { "" } else { "</p>\n" });
        self.html.push_str("</blockquote>\n<figcaption>");
        self.html.push_str(&said);
        self.html.push_str("</figcaption></figure>\n");
        self.html.insert_str(quote.at, "<figure class=\"quote\">");
    }
}
