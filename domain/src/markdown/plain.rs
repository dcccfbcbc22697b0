//! A source without its marks.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::directive::Marked;
use super::hangul::seamed;
use super::piece::Piece;
use super::raw;

/// The first words for lists, mail and a blog's description: about `limit` characters, cut between words with `…`.
/// Without headings, code, tables, footnotes and internal blocks.
pub fn opening(source: &str, limit: usize) -> String {
    let source = seamed(source);
    let marked = Marked::read(&source);
    let mut words = Words::default();
    for (piece, _) in marked.pieces() {
        words.take(piece);
        if words.length > limit {
            break;
        }
    }
    cut(&words.text, limit)
}

/// The characters of all words, code and internal blocks included, white space not: what reading takes time for.
pub fn characters(source: &str) -> usize {
    let source = seamed(source);
    let marked = Marked::read(&source);
    let count = |text: &str| text.chars().filter(|one| !one.is_whitespace()).count();
    marked
        .pieces()
        .map(|(piece, _)| match piece {
            Piece::Markdown(
                Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text),
            ) => count(&text),
            Piece::Markdown(Event::Html(html) | Event::InlineHtml(html)) => count(&untagged(&html)),
            _ => 0,
        })
        .sum()
}

#[derive(Default)]
struct Words {
    text: String,
    /// In characters.
    length: usize,
    /// Whether white space was passed since the last character.
    gap: bool,
    /// How many skipped elements are open.
    skipped: usize,
    /// How many internal blocks are open.
    internal: usize,
}

impl Words {
    fn take(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Internal => self.internal += 1,
            Piece::EndInternal { .. } => self.internal -= 1,
            Piece::Markdown(Event::Start(tag)) if is_skipped(&tag) => self.skipped += 1,
            Piece::Markdown(Event::End(tag)) if ends_skipped(tag) => self.skipped -= 1,
            Piece::Markdown(_) if self.skipped + self.internal > 0 => {}
            Piece::Markdown(event) => self.event(&event),
            Piece::Stray | Piece::FrontMatter { .. } => {}
        }
    }

    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.push(text)
            }
            Event::InlineHtml(html) | Event::Html(html) => self.push(&untagged(html)),
            Event::SoftBreak | Event::HardBreak | Event::Rule => self.gap = true,
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::HtmlBlock
                | TagEnd::DefinitionListTitle
                | TagEnd::DefinitionListDefinition,
            )
            | Event::Start(Tag::List(_)) => {
                self.gap = true;
            }
            _ => {}
        }
    }

    /// Appends words; any white space between them becomes one space.
    fn push(&mut self, text: &str) {
        for one in text.chars() {
            if one.is_whitespace() {
                self.gap = true;
                continue;
            }
            if std::mem::take(&mut self.gap) && !self.text.is_empty() {
                self.text.push(' ');
                self.length += 1;
            }
            self.text.push(one);
            self.length += 1;
        }
    }
}

fn is_skipped(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::Table(_) | Tag::FootnoteDefinition(_) | Tag::Image { .. }
    )
}

fn ends_skipped(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Table | TagEnd::FootnoteDefinition | TagEnd::Image)
}

/// Raw HTML without the tags that the page shows as tags; HTML comments say nothing either.
fn untagged(html: &str) -> String {
    if html.starts_with("<!--") {
        return String::new();
    }
    let mut text = String::new();
    let mut done = 0;
    for (at, tag) in raw::tags(html) {
        if let Some((_, length)) = tag {
            text.push_str(&html[done..at]);
            done = at + length;
        }
    }
    text.push_str(&html[done..]);
    text
}

fn cut(text: &str, limit: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    let whole = &text[..end];
    let ends_a_word = text[end..].starts_with(' ');
    let at = if ends_a_word { end } else { whole.rfind(' ').filter(|at| *at > end / 2).unwrap_or(end) };
    format!("{}…", whole[..at].trim_end())
}
