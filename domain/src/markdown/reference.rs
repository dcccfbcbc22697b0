//! What a source refers to.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::directive::Marked;
use super::hangul::seamed;
use super::known::collapsed;
use super::piece::Piece;
use super::spelling;
use super::spot::{Run, Spot};
use crate::upload::UploadName;

/// What a source refers to outside code and raw HTML, each once, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct References {
    /// Of `[[title]]` and `[[title|words]]`, as typed, white space collapsed.
    pub titles: Vec<String>,
    /// What stands after `@`, folded as handles are. Particles may follow a handle without a space, so each is all that
    /// may be one: [`super::candidates`] are the handles that it may mean, longest first.
    pub handles: Vec<String>,
    /// What stands after `#`, in lower case.
    pub tags: Vec<String>,
    /// Names of the uploads that links and images lead to.
    pub uploads: Vec<String>,
}

/// The title in `[[title]]`. In a table the bar after it is written `\|`.
pub(super) fn title(typed: &str) -> String {
    collapsed(typed.strip_suffix('\\').unwrap_or(typed))
}

/// Reads what a source refers to.
pub fn references(source: &str) -> References {
    let source = seamed(source);
    let marked = Marked::read(&source);
    let mut reader = Reader { source: marked.text(), ..Reader::default() };
    for (piece, range) in marked.pieces() {
        reader.take(piece, &range);
    }
    reader.end_run();
    reader.found
}

#[derive(Default)]
struct Reader<'s> {
    source: &'s str,
    run: Run,
    found: References,
    seen: HashSet<(Kind, String)>,
    /// How many elements are open whose words refer to nothing: links, images, code.
    silent: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Title,
    Handle,
    Tag,
    Upload,
}

impl Reader<'_> {
    fn take(&mut self, piece: Piece<'_>, range: &Range<usize>) {
        if let Piece::Markdown(Event::Text(text)) = &piece {
            if self.silent == 0 {
                self.run.push(text, self.source, range);
            }
            return;
        }
        self.end_run();
        match piece {
            Piece::Markdown(Event::Start(Tag::CodeBlock(_))) => self.silent += 1,
            Piece::Markdown(Event::Start(
                Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. },
            )) => {
                self.silent += 1;
                self.link(link_type, &dest_url);
            }
            Piece::Markdown(Event::End(TagEnd::CodeBlock | TagEnd::Link | TagEnd::Image)) => self.silent -= 1,
            _ => {}
        }
    }

    fn link(&mut self, kind: LinkType, address: &str) {
        if let LinkType::WikiLink { .. } = kind {
            self.add(Kind::Title, title(address));
        } else if let Some(name) = UploadName::of_address(address) {
            self.add(Kind::Upload, name.as_str().to_owned());
        }
    }

    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        for (range, spot) in run.spots() {
            let word = &run.text[range.start + 1..range.end];
            match spot {
                Spot::Member => self.add(Kind::Handle, spelling::handle(word)),
                Spot::Tag => self.add(Kind::Tag, spelling::word(word)),
                Spot::Address | Spot::Bare | Spot::Mail => {}
            }
        }
    }

    fn add(&mut self, kind: Kind, word: String) {
        if word.is_empty() || !self.seen.insert((kind, word.clone())) {
            return;
        }
        match kind {
            Kind::Title => self.found.titles.push(word),
            Kind::Handle => self.found.handles.push(word),
            Kind::Tag => self.found.tags.push(word),
            Kind::Upload => self.found.uploads.push(word),
        }
    }
}
