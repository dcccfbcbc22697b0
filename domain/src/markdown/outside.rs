//! What of a source may leave the house.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::directive::{DirectiveError, Line, Marked};
use super::piece::Piece;

/// A source without its internal blocks: cut from the source where the parser says they begin and end.
pub(crate) struct WithoutInternal {
    /// What is left.
    pub(crate) text: String,
    /// Where something was cut from the text, and how many line ends went with it.
    cuts: Vec<(usize, usize)>,
}

impl WithoutInternal {
    /// # Errors
    /// The first line of colons outside code that is not part of a closed internal block.
    pub(crate) fn of(source: &str) -> Result<Self, DirectiveError> {
        let mut kept = Self { text: String::with_capacity(source.len()), cuts: Vec::new() };
        let mut done = 0;
        for block in internal_blocks(source)? {
            kept.text.push_str(&source[done..block.start]);
            kept.cuts.push((kept.text.len(), line_ends(&source[block.clone()])));
            done = block.end;
        }
        kept.text.push_str(&source[done..]);
        Ok(kept)
    }

    /// The line of the source, counted from 1, that a byte of what is left was on.
    pub(crate) fn line(&self, at: usize) -> usize {
        let cut = self.cuts.iter().filter(|(place, _)| *place <= at).map(|(_, lines)| lines);
        1 + line_ends(&self.text[..at]) + cut.sum::<usize>()
    }
}

/// Front matter and the outermost internal blocks, from the first colon to the last, and references to notes inside them.
fn internal_blocks(source: &str) -> Result<Vec<Range<usize>>, DirectiveError> {
    let mut found = Survey { source, ..Survey::default() };
    for (piece, range) in Marked::read(source).pieces() {
        found.take(piece, range);
    }
    found.account_for_every_line();
    match found.wrong {
        Some((at, error)) => Err(error(1 + line_ends(&source[..at]))),
        None => Ok(found.cuts()),
    }
}

fn line_ends(text: &str) -> usize {
    text.matches('\n').count()
}

/// An error of a kind, on a line.
type OnLine = fn(usize) -> DirectiveError;

/// What an export must know of a source's lines of colons.
#[derive(Default)]
struct Survey<'s> {
    source: &'s str,
    blocks: Vec<Range<usize>>,
    open: Vec<usize>,
    /// Whether the code we are in stands between two fences.
    code: Option<bool>,
    /// Blocks of code between fences, and code among words.
    codes: Vec<Range<usize>>,
    /// Notes said outside internal blocks, and where notes are referred to from outside.
    notes: HashSet<String>,
    references: Vec<(String, Range<usize>)>,
    /// What is wrong first.
    wrong: Option<(usize, OnLine)>,
}

impl Survey<'_> {
    fn take(&mut self, piece: Piece<'_>, range: Range<usize>) {
        match piece {
            // Fields are the house's; the blog is told its own.
            Piece::FrontMatter { .. } => self.blocks.push(range),
            Piece::Internal => self.open.push(range.start),
            Piece::EndInternal { closed } => self.end_block(&range, closed),
            Piece::Stray => self.stop(range.start, |line| DirectiveError::Stray { line }),
            Piece::Markdown(Event::Start(Tag::CodeBlock(kind))) => {
                // Indented that far by mistake, more likely than meant as code: an export would rather ask.
                let fenced = matches!(kind, CodeBlockKind::Fenced(_));
                let closed = fenced && is_closed(&self.source[range.clone()]);
                self.code = Some(closed);
                self.codes.extend(closed.then_some(range));
            }
            Piece::Markdown(Event::End(TagEnd::CodeBlock)) => self.code = None,
            Piece::Markdown(Event::Start(Tag::FootnoteDefinition(name))) if self.open.is_empty() => {
                self.notes.insert(name.into_string());
            }
            Piece::Markdown(Event::FootnoteReference(name)) if self.open.is_empty() => {
                self.references.push((name.into_string(), range));
            }
            Piece::Markdown(Event::Code(_)) => self.codes.push(range),
            Piece::Markdown(Event::Text(_)) if self.code == Some(true) => {}
            Piece::Markdown(Event::Text(_)) if self.code == Some(false) => {
                self.forbid(range, |line| DirectiveError::Misplaced { line });
            }
            Piece::Markdown(Event::Html(_) | Event::InlineHtml(_)) => {
                self.forbid(range, |line| DirectiveError::Misplaced { line });
            }
            Piece::Markdown(Event::Text(_)) => self.forbid(range, |line| DirectiveError::Unknown { line }),
            Piece::Markdown(_) => {}
        }
    }

    /// The blocks, and what refers to notes that go with them.
    fn cuts(self) -> Vec<Range<usize>> {
        let dangling = self.references.into_iter().filter(|(name, _)| !self.notes.contains(name));
        let mut cuts = self.blocks;
        cuts.extend(dangling.map(|(_, range)| range));
        cuts.sort_by_key(|range| range.start);
        cuts
    }

    fn end_block(&mut self, range: &Range<usize>, closed: bool) {
        let Some(start) = self.open.pop() else { return };
        if !closed {
            self.stop(start, |line| DirectiveError::Unclosed { line });
        }
        if self.open.is_empty() {
            self.blocks.push(start..range.end);
        }
    }

    /// Whatever the parser made of a line of colons (a link's title, say), it is in a block, or code, or wrong.
    fn account_for_every_line(&mut self) {
        let mut known = [self.blocks.as_slice(), self.codes.as_slice()].concat();
        known.sort_by_key(|range| range.start);
        let (mut known, mut reach) = (known.into_iter().peekable(), 0);
        for Line { range, .. } in Line::all(self.source) {
            while let Some(earlier) = known.next_if(|known| known.start <= range.start) {
                reach = reach.max(earlier.end);
            }
            if range.start >= reach {
                self.stop(range.start, |line| DirectiveError::Unknown { line });
            }
        }
    }

    /// Three colons that are not code are a directive that was not meant this way.
    fn forbid(&mut self, range: Range<usize>, error: OnLine) {
        if let Some(at) = self.source[range.clone()].find(":::") {
            self.stop(range.start + at, error);
        }
    }

    fn stop(&mut self, at: usize, error: OnLine) {
        if self.wrong.is_none_or(|(first, _)| at < first) {
            self.wrong = Some((at, error));
        }
    }
}

/// Whether fenced code ends in a fence of its own.
fn is_closed(code: &str) -> bool {
    let Some((first, rest)) = code.trim_end().split_once('\n') else { return false };
    let fence = if first.trim_start_matches([' ', '\t', '>']).starts_with('~') { '~' } else { '`' };
    let last = rest.rsplit('\n').next().unwrap_or_default().trim_matches([' ', '\t', '>']);
    last.len() >= 3 && last.chars().all(|one| one == fence)
}
