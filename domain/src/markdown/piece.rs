//! What a source consists of: the parser's events, and the beginnings and ends of internal blocks among them.

use std::collections::{HashMap, VecDeque};
use std::iter::Peekable;
use std::ops::Range;
use std::slice::Iter;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, OffsetIter, Options, Parser, Tag};

use super::directive::Line;
use super::front_matter::FrontMatter;
use super::hangul::{COLON, SEAM};

/// The Markdown of the house.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_MATH
}

/// A part of a source.
pub(super) enum Piece<'m> {
    /// Fields before the words, in YAML or TOML.
    FrontMatter { language: &'static str, text: CowStr<'m> },
    /// What the parser saw.
    Markdown(Event<'m>),
    /// An internal block begins.
    Internal,
    /// The innermost internal block ends: at its own line, or because what holds it ends.
    EndInternal { closed: bool },
    /// A line of colons that closes nothing.
    Stray,
}

/// The parts of a source in order, internal blocks properly nested in what holds them.
pub(super) struct Pieces<'m> {
    events: OffsetIter<'m>,
    /// Where what the parser reads begins.
    from: usize,
    lines: Peekable<Iter<'m, Line>>,
    /// How many of the parser's own elements are open.
    depth: usize,
    open: Vec<Open>,
    /// How many are open of each kind, so that a line of colons need not search.
    counts: HashMap<Open, usize>,
    ready: VecDeque<(Piece<'m>, Range<usize>)>,
    end: usize,
    /// Whether there is a mark of [`super::hangul`] or [`super::directive`] to be taken out.
    is_seamed: bool,
}

/// An open internal block is closed by as many colons, inside the same list item or quote.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Open {
    colons: usize,
    depth: usize,
}

impl<'m> Pieces<'m> {
    pub(super) fn of(text: &'m str, lines: &'m [Line], front: Option<&FrontMatter>) -> Self {
        let from = front.map_or(0, |front| front.end);
        Self {
            events: Parser::new_ext(&text[from..], options()).into_offset_iter(),
            from,
            lines: lines.iter().peekable(),
            depth: 0,
            open: Vec::new(),
            counts: HashMap::new(),
            ready: front.map(|front| (fields(text, front), 0..from)).into_iter().collect(),
            end: text.len(),
            is_seamed: is_seamed(text),
        }
    }

    /// Counts what the parser saw, and obeys directives; false for one. What ends before it is ready by then.
    fn read(&mut self, event: &Event<'m>, range: &Range<usize>) -> bool {
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => {
                self.end_blocks_deeper_than(self.depth - 1, range.end);
                self.depth -= 1;
            }
            Event::Rule => {
                if let Some(line) = self.directive(range) {
                    self.obey(line);
                    return false;
                }
            }
            _ => {}
        }
        true
    }

    fn directive(&mut self, rule: &Range<usize>) -> Option<&'m Line> {
        while self.lines.next_if(|line| line.range.start < rule.start).is_some() {}
        self.lines.next_if(|line| rule.contains(&line.range.start))
    }

    fn obey(&mut self, line: &'m Line) {
        let block = Open { colons: line.colons, depth: self.depth };
        if line.opens {
            self.open.push(block);
            *self.counts.entry(block).or_default() += 1;
            self.ready.push_back((Piece::Internal, line.range.clone()));
        } else if self.counts.get(&block).is_some_and(|count| *count > 0) {
            while let Some(inner) = self.open.last().copied().filter(|inner| *inner != block) {
                self.end_block(inner, line.range.start..line.range.start, false);
            }
            self.end_block(block, line.range.clone(), true);
        } else {
            self.ready.push_back((Piece::Stray, line.range.clone()));
        }
    }

    fn end_blocks_deeper_than(&mut self, depth: usize, at: usize) {
        while let Some(block) = self.open.last().copied().filter(|block| block.depth > depth) {
            self.end_block(block, at..at, false);
        }
    }

    fn end_block(&mut self, block: Open, range: Range<usize>, closed: bool) {
        self.open.pop();
        self.counts.entry(block).and_modify(|count| *count -= 1);
        self.ready.push_back((Piece::EndInternal { closed }, range));
    }
}

impl<'m> Iterator for Pieces<'m> {
    type Item = (Piece<'m>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        while self.ready.is_empty() {
            let Some((mut event, range)) = self.events.next() else {
                let block = self.open.last().copied()?;
                self.end_block(block, self.end..self.end, false);
                continue;
            };
            let range = range.start + self.from..range.end + self.from;
            if !self.read(&event, &range) {
                continue;
            }
            if self.is_seamed {
                unseam(&mut event);
            }
            if self.ready.is_empty() {
                return Some((Piece::Markdown(event), range));
            }
            self.ready.push_back((Piece::Markdown(event), range));
        }
        self.ready.pop_front()
    }
}

fn fields<'m>(text: &'m str, front: &FrontMatter) -> Piece<'m> {
    let mut fields = CowStr::Borrowed(&text[front.text.clone()]);
    bare(&mut fields);
    Piece::FrontMatter { language: front.language, text: fields }
}

/// Takes out of an event the marks that [`super::hangul`] and [`super::directive`] set for the parser. In place: an event
/// is large, and there are many.
fn unseam(event: &mut Event<'_>) {
    match event {
        Event::Text(text)
        | Event::Code(text)
        | Event::InlineMath(text)
        | Event::DisplayMath(text)
        | Event::Html(text)
        | Event::InlineHtml(text)
        | Event::FootnoteReference(text)
        | Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(text)) | Tag::FootnoteDefinition(text)) => bare(text),
        Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
            bare(dest_url);
            bare(title);
        }
        _ => {}
    }
}

fn bare(text: &mut CowStr<'_>) {
    if is_seamed(text) {
        *text = text.replace(SEAM, "").replace(COLON, ":").into();
    }
}

/// Looks for single bytes first: the first one of a seam is that of few other characters.
fn is_seamed(text: &str) -> bool {
    text.bytes().any(|byte| byte == 0xef || byte == COLON as u8) && text.contains([SEAM, COLON])
}
