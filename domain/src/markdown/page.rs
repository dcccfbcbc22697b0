//! The pieces of a source as HTML. What is open is kept on a stack, so that whatever was typed, the page stays whole.

mod code; // fenced and indented code
mod fold; // tags written as such, kept in balance
mod heading; // headings, with a way to each
mod image; // pictures, and the words in their place
mod math; // formulas
mod note; // footnotes
mod quote; // quotations and where they are from
mod row; // tables
mod tag; // what an element begins and ends with
mod task; // tasks and their checkboxes
mod words; // text, and what it refers to

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::address::Address;
use super::directive::Marked;
use super::footnote::Notes;
use super::heading::{Ids, level};
use super::piece::Piece;
use super::reference::title;
use super::spot::Run;
use super::{Heading, Ornament, Rendered, mark};
use code::Code;
use image::Image;
pub(super) use math::is_formula;
use quote::{END_QUOTE, Quote};
use row::Table;

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

/// Who is asked for ornaments.
type Ornaments<'o> = &'o mut dyn FnMut(Ornament<'_>) -> Option<String>;

/// A page being written.
pub(super) struct Page<'s, 'o> {
    source: &'s str,
    ornaments: Ornaments<'o>,
    html: String,
    /// Words not yet written, as what they refer to may come in parts.
    run: Run,
    /// How many elements were open when the link we are in began.
    link: Option<usize>,
    /// Whether that link is written already.
    is_titled: bool,
    open: Vec<Open>,
    internal: usize,
    ids: Ids,
    headings: Vec<Heading>,
    /// Where the heading we are in begins, and its words so far.
    heading: Option<(usize, String)>,
    image: Option<Image>,
    /// Code until its block ends.
    code: Option<Code>,
    quotes: Vec<Quote>,
    table: Table,
    /// Raw HTML until its block ends.
    raw: Option<String>,
    notes: Notes,
    /// What was written before the notes we are in, and their names.
    suspended: Vec<(String, String)>,
    tasks: usize,
}

impl<'s, 'o> Page<'s, 'o> {
    /// Writes a source.
    pub(super) fn of(source: &'s Marked<'_>, ornaments: Ornaments<'o>) -> Rendered {
        let mut page = Self::new(source.text(), ornaments);
        for (piece, range) in source.pieces() {
            page.write(piece, &range);
        }
        page.end_run();
        page.close_down_to(0);
        page.notes.finish(&mut page.html);
        Rendered { html: page.html, headings: page.headings }
    }

    fn new(source: &'s str, ornaments: Ornaments<'o>) -> Self {
        Self {
            source,
            ornaments,
            html: String::with_capacity(source.len() + source.len() / 2),
            run: Run::default(),
            link: None,
            is_titled: false,
            open: Vec::new(),
            internal: 0,
            ids: Ids::default(),
            headings: Vec::new(),
            heading: None,
            image: None,
            code: None,
            quotes: Vec::new(),
            table: Table::default(),
            raw: None,
            notes: Notes::default(),
            suspended: Vec::new(),
            tasks: 0,
        }
    }

    fn write(&mut self, piece: Piece<'_>, range: &Range<usize>) {
        if let Piece::Markdown(Event::Text(text)) = &piece {
            return self.words(text, range);
        }
        self.end_run();
        match piece {
            Piece::FrontMatter { language, text } => self.front_matter(language, &text),
            Piece::Markdown(Event::InlineMath(text)) if !is_formula(self.source, range) => {
                self.text("$");
                self.text(&text);
                self.text("$");
            }
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
            Event::Text(text) => self.text(&text), // words do not come here
            Event::InlineMath(text) => self.math(false, &text),
            Event::DisplayMath(text) => self.math(true, &text),
            Event::Code(text) => self.code(&text),
            Event::Html(html) => match &mut self.raw {
                Some(raw) => raw.push_str(&html),
                None => self.text(&html),
            },
            Event::InlineHtml(html) => self.raw(&html, false),
            Event::SoftBreak => {
                self.text("\n");
                self.quote_line();
            }
            Event::HardBreak => {
                self.void("<br>\n");
                self.quote_line();
            }
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
        self.quote_line();
    }

    /// Writes a start tag; the end tag comes back.
    fn begin(&mut self, tag: Tag<'_>) -> &'static str {
        match tag {
            Tag::Heading { .. } => {
                self.heading = Some((self.html.len(), String::new()));
                ""
            }
            Tag::CodeBlock(kind) => {
                self.code = Some(Code::new(&kind));
                ""
            }
            Tag::BlockQuote(None) => {
                self.quotes.push(Quote::new(self.html.len(), self.open.len()));
                self.html.push_str("<blockquote>\n");
                END_QUOTE
            }
            Tag::Paragraph => {
                self.html.push_str("<p>");
                "</p>\n"
            }
            Tag::HtmlBlock => {
                self.raw = Some(String::new());
                ""
            }
            Tag::Link { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. }
            | Tag::Image { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. } => {
                self.begin_post(&title(&dest_url), has_pothole)
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                let closing = tag::link(&mut self.html, tag::destination(link_type, &dest_url).as_ref(), &title);
                self.link = (!closing.is_empty()).then_some(self.open.len());
                closing
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
        self.end_link();
        match tag {
            TagEnd::Heading(typed) => self.end_heading(level(typed)),
            TagEnd::FootnoteDefinition => self.end_note(),
            TagEnd::HtmlBlock => self.end_html_block(),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::Paragraph => self.end_quote_line(),
            TagEnd::BlockQuote(_) => self.end_quote(),
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

    fn block(&mut self, html: &str) {
        self.end_task();
        self.html.push_str(html);
    }

    fn begin_internal(&mut self) {
        self.end_task();
        let is_too_deep = self.internal > 0 && self.open.len() >= DEEPEST;
        self.internal += 1;
        if is_too_deep {
            return self.open.push(Open::Internal(""));
        }
        self.html.push_str(mark::INTERNAL);
        self.html.push('\n');
        self.open.push(Open::Internal("</section>\n"));
    }

    /// The innermost element that is not a raw tag.
    fn element(&self) -> Option<usize> {
        self.open.iter().rposition(|open| !matches!(open, Open::Raw(_)))
    }
}
