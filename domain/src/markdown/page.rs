//! The pieces of a source as HTML. What is open is kept on a stack, so that whatever was typed, the page stays whole.

mod code; // the language of fenced code
mod fold; // tags written as such, kept in balance
mod image; // pictures, and the words in their place
mod row; // tables
mod tag; // what an element begins and ends with

use std::fmt::Write;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::address::Address;
use super::directive::Marked;
use super::footnote::Notes;
use super::heading::{Ids, level};
use super::piece::Piece;
use super::{Heading, Rendered, UNLABELLED, escape};
use image::Image;
use row::Table;
pub(super) use tag::{CAUTION, IMPORTANT, NOTE, TIP, WARNING};

/// How deep elements nest. Deeper ones lose their tags and keep their words: browsers stop near 500.
const DEEPEST: usize = 64;

/// An element not yet ended.
enum Open {
    /// Of Markdown, with its end tag (empty when it has none).
    Markdown(&'static str),
    /// Written as a tag.
    Raw(&'static str),
    /// The words of a task, which name its checkbox.
    Task,
    /// With its end tag, as [`Open::Markdown`].
    Internal(&'static str),
}

/// A page being written.
#[derive(Default)]
pub(super) struct Page {
    html: String,
    open: Vec<Open>,
    internal: usize,
    ids: Ids,
    headings: Vec<Heading>,
    /// Where the heading we are in begins, and its words so far.
    heading: Option<(usize, String)>,
    image: Option<Image>,
    table: Table,
    /// Raw HTML until its block ends.
    raw: Option<String>,
    notes: Notes,
    /// What was written before the notes we are in, and their names.
    suspended: Vec<(String, String)>,
    tasks: usize,
}

impl Page {
    /// Writes a source.
    pub(super) fn of(source: &Marked<'_>) -> Rendered {
        let mut page = Self::default();
        for (piece, _) in source.pieces() {
            page.write(piece);
        }
        page.close_down_to(0);
        page.notes.finish(&mut page.html);
        Rendered { html: page.html, headings: page.headings }
    }

    fn write(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Markdown(event) => self.event(event),
            Piece::Internal => self.begin_internal(),
            Piece::EndInternal { .. } => self.end(|open| matches!(open, Open::Internal(_))),
            Piece::Stray => self.html.push_str("<p>:::</p>\n"),
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end_tag(tag),
            // Math is not among our options.
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::Code(text) => self.code(&text),
            Event::Html(html) => match &mut self.raw {
                Some(raw) => raw.push_str(&html),
                None => self.text(&html),
            },
            Event::InlineHtml(html) => self.raw(&html, false),
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => self.void("<br>\n"),
            Event::Rule => self.block("<hr>\n"),
            Event::FootnoteReference(name) => self.note(&name),
            Event::TaskListMarker(done) => self.task(done),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        if let Some(image) = &mut self.image {
            return image.begin();
        }
        if !tag::is_inline(&tag) {
            self.end_task();
        }
        let is_too_deep = self.open.len() >= DEEPEST && tag::is_optional(&tag);
        let closing = if is_too_deep { "" } else { self.begin(tag) };
        self.open.push(Open::Markdown(closing));
    }

    /// Writes a start tag; the end tag comes back.
    fn begin(&mut self, tag: Tag<'_>) -> &'static str {
        match tag {
            Tag::Heading { .. } => {
                self.heading = Some((self.html.len(), String::new()));
                ""
            }
            Tag::CodeBlock(kind) => {
                code::start(&mut self.html, &kind);
                "</code></pre>\n"
            }
            Tag::HtmlBlock => {
                self.raw = Some(String::new());
                ""
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                tag::link(&mut self.html, tag::destination(link_type, &dest_url).as_ref(), &title)
            }
            Tag::Image { dest_url, title, .. } => {
                self.image = Some(Image::new(Address::parse(&dest_url), &title));
                ""
            }
            Tag::FootnoteDefinition(name) => {
                self.suspended.push((std::mem::take(&mut self.html), name.into_string()));
                if self.internal > 0 { self.note_of_internal() } else { "" }
            }
            Tag::Table(alignments) => self.table.start(&mut self.html, alignments),
            Tag::TableHead | Tag::TableRow => self.table.row(&mut self.html, matches!(tag, Tag::TableHead)),
            Tag::TableCell => self.table.cell(&mut self.html),
            tag => tag::plain(&mut self.html, &tag),
        }
    }

    /// A note said inside an internal block is internal too, wherever it is read.
    fn note_of_internal(&mut self) -> &'static str {
        self.html.push_str(UNLABELLED);
        "</section>"
    }

    fn end_tag(&mut self, tag: TagEnd) {
        if self.image.as_mut().is_some_and(Image::end) {
            return;
        }
        if let Some(image) = self.image.take() {
            self.write_image(&image);
        }
        if matches!(tag, TagEnd::Paragraph | TagEnd::Item) {
            self.end_task();
        }
        self.end(|open| matches!(open, Open::Markdown(_)));
        match tag {
            TagEnd::Heading(typed) => self.end_heading(level(typed)),
            TagEnd::FootnoteDefinition => self.end_note(),
            TagEnd::HtmlBlock => self.end_html_block(),
            _ => {}
        }
    }

    /// Ends the innermost element of a kind, and before it what was left open inside.
    fn end(&mut self, is_it: impl Fn(&Open) -> bool) {
        if let Some(at) = self.open.iter().rposition(is_it) {
            self.close_down_to(at);
        }
    }

    fn close_down_to(&mut self, height: usize) {
        while self.open.len() > height {
            match self.open.pop() {
                Some(Open::Markdown(closing)) => self.html.push_str(closing),
                Some(Open::Raw(name)) => tag::close(&mut self.html, name),
                Some(Open::Task) => self.html.push_str("</span>"),
                Some(Open::Internal(closing)) => {
                    self.internal -= 1;
                    self.html.push_str(closing);
                }
                None => {}
            }
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(image) = &mut self.image {
            return image.push(text);
        }
        if let Some((_, words)) = &mut self.heading {
            words.push_str(text);
        }
        escape::push(&mut self.html, text);
    }

    fn void(&mut self, tag: &str) {
        if self.image.is_some() {
            return self.text(" ");
        }
        if let Some((_, words)) = &mut self.heading {
            words.push(' ');
        }
        self.html.push_str(tag);
    }

    fn block(&mut self, html: &str) {
        self.end_task();
        self.html.push_str(html);
    }

    fn code(&mut self, text: &str) {
        if self.image.is_some() {
            return self.text(text);
        }
        self.html.push_str("<code>");
        self.text(text);
        self.html.push_str("</code>");
    }

    fn note(&mut self, name: &CowStr<'_>) {
        if self.image.is_none() {
            self.notes.refer(name, &mut self.html);
        }
    }

    fn end_note(&mut self) {
        if let Some((html, name)) = self.suspended.pop() {
            let body = std::mem::replace(&mut self.html, html);
            self.notes.define(&name, &body);
        }
    }

    fn write_image(&mut self, image: &Image) {
        let alternative = image.alternative();
        let in_link = self.open.iter().any(|open| matches!(open, Open::Markdown("</a>")));
        if !image.write(&mut self.html, in_link) {
            escape::push(&mut self.html, alternative);
        }
        if let Some((_, words)) = &mut self.heading {
            words.push_str(alternative);
        }
    }

    /// The id is made of the words, so the start tag is written last. A heading of nothing is nothing.
    fn end_heading(&mut self, level: u8) {
        let Some((at, words)) = self.heading.take() else { return };
        if self.html[at..].trim().is_empty() {
            return self.html.truncate(at);
        }
        let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let id = self.ids.give(&text);
        self.html.insert_str(at, &format!("<h{level} id=\"{id}\">"));
        let _ = writeln!(self.html, "</h{level}>");
        if self.suspended.is_empty() && !text.is_empty() {
            self.headings.push(Heading { level, id, text });
        }
    }

    fn begin_internal(&mut self) {
        self.end_task();
        let is_too_deep = self.internal > 0 && self.open.len() >= DEEPEST;
        self.internal += 1;
        if is_too_deep {
            return self.open.push(Open::Internal(""));
        }
        self.html.push_str(UNLABELLED);
        self.html.push('\n');
        self.open.push(Open::Internal("</section>\n"));
    }

    /// A checkbox that cannot be ticked, named by the words after it.
    fn task(&mut self, done: bool) {
        self.tasks += 1;
        let (task, checked) = (self.tasks, if done { " checked" } else { "" });
        let _ = write!(
            self.html,
            "<input type=\"checkbox\" disabled{checked} aria-labelledby=\"task-{task}\"><span id=\"task-{task}\">"
        );
        self.open.push(Open::Task);
    }

    fn end_task(&mut self) {
        if let Some(at) = self.element().filter(|at| matches!(self.open[*at], Open::Task)) {
            self.close_down_to(at);
        }
    }

    /// The innermost element that is not a raw tag.
    fn element(&self) -> Option<usize> {
        self.open.iter().rposition(|open| !matches!(open, Open::Raw(_)))
    }
}
