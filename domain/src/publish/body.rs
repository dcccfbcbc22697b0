//! The Markdown that leaves: no internal blocks, no way into this house, no HTML but what our own page shows.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::edit::{Edit, edited};
use super::pictures::ours;
use crate::markdown::{Address, Seam, options, tags};
use crate::upload::{FOLDER, UploadName};

/// A text without links into the house loses some, and words that stood in one may then mean something themselves.
/// What is left after so many rounds was written to get around us, and is text.
const ROUNDS: usize = 32;

/// Takes out of a text without internal blocks what has no business outside.
pub(super) fn outside(text: String) -> String {
    let mut text = text;
    for _ in 0..ROUNDS {
        let edits = Foreign::of(&text);
        if edits.is_empty() {
            break;
        }
        text = edited(&text, edits);
    }
    let seams = seams(&text);
    edited(&text, seams)
}

/// What has to change in a text.
struct Foreign<'t> {
    text: &'t str,
    edits: Vec<Edit>,
    open: Vec<Link>,
}

/// A link or an image that is open, and whether only its words may stay.
struct Link {
    range: Range<usize>,
    words: Range<usize>,
    goes: bool,
    /// A picture of ours, which goes along.
    ours: Option<UploadName>,
}

impl<'t> Foreign<'t> {
    fn of(text: &'t str) -> Vec<Edit> {
        let mut foreign = Self { text, edits: Vec::new(), open: Vec::new() };
        let parser = Parser::new_ext(text, options());
        for (_, definition) in parser.reference_definitions().iter() {
            if !may_stay(LinkType::Reference, &definition.dest) {
                foreign.edits.push(Edit::cut(definition.span.clone()));
            }
        }
        for (event, range) in parser.into_offset_iter() {
            foreign.take(&event, range);
        }
        foreign.edits
    }

    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        if let Event::End(TagEnd::Link | TagEnd::Image) = event {
            self.end_link();
        }
        if let Some(link) = self.open.last_mut() {
            link.words.end = link.words.end.max(range.end);
        }
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                self.begin_link(!may_stay(*link_type, dest_url), None, range, 1);
            }
            Event::Start(Tag::Image { link_type, dest_url, .. }) => {
                let ours = ours(*link_type, dest_url);
                self.begin_link(ours.is_none() && !may_stay(*link_type, dest_url), ours, range, 2);
            }
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => self.html(range),
            _ => {}
        }
    }

    /// `mark` is the length of `[` or `![` or `<`.
    fn begin_link(&mut self, goes: bool, ours: Option<UploadName>, range: Range<usize>, mark: usize) {
        let words = range.start + mark..range.start + mark;
        self.open.push(Link { range, words, goes, ours });
    }

    fn end_link(&mut self) {
        let Some(link) = self.open.pop() else { return };
        if link.goes {
            self.edits.push(Edit::cut(link.range.start..link.words.start));
            self.edits.push(Edit::cut(link.words.end..link.range.end));
        } else if let Some(name) = link.ours {
            self.bring_along(link.words.end..link.range.end, &name);
        }
    }

    /// The picture will lie beside the text: its address is its name.
    fn bring_along(&mut self, address: Range<usize>, name: &UploadName) {
        if let Some(at) = self.text[address.clone()].find(&name.address()) {
            let at = address.start + at;
            self.edits.push(Edit::cut(at..at + FOLDER.len()));
        }
    }

    /// Cuts comments; every `<` that our page shows as text becomes text.
    fn html(&mut self, range: Range<usize>) {
        let mut done = range.start;
        for (at, tag) in tags(&self.text[range.clone()]) {
            let at = range.start + at;
            if at < done {
                continue;
            }
            if self.text[at..].starts_with("<!--") {
                let inside = &self.text[at + 4..range.end];
                done = inside.find("-->").map_or(range.end, |end| at + 4 + end + 3);
                self.edits.push(Edit::cut(at..done));
            } else if tag.is_none() {
                self.edits.push(Edit::new(at..at + 1, "&lt;"));
            }
        }
    }
}

/// Whether an address means anything outside.
fn may_stay(kind: LinkType, address: &str) -> bool {
    kind == LinkType::Email || matches!(Address::parse(address), Some(Address::Outside(_) | Address::Mail(_)))
}

/// Beside emphasis that other renderers would not see, the letter is written as its number (`CommonMark` §2.5): what
/// begins with `&` counts as a mark, and reads the same.
fn seams(text: &str) -> Vec<Edit> {
    let words = words(text);
    let is_word = |at: usize| {
        let next = words.partition_point(|range| range.end <= at);
        words.get(next).is_some_and(|range| range.contains(&at))
    };
    // A run that is no word is seen as emphasis already.
    let unseen = Seam::all(text).filter(|seam| is_word(seam.letter_at) && is_word(seam.run_at));
    unseen
        .map(|seam| {
            let letter = seam.letter_at..seam.letter_at + seam.letter.len_utf8();
            Edit::new(letter, format!("&#{};", u32::from(seam.letter)))
        })
        .collect()
}

/// Where a text has words: not code, not addresses.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut literal = 0;
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => literal += 1,
            Event::End(TagEnd::CodeBlock) => literal -= 1,
            Event::Text(_) if literal == 0 && !text[..range.start].ends_with('<') => words.push(range),
            _ => {}
        }
    }
    words
}
