//! Where links and pictures of a body lead, found by the parser that renders: code is never touched.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::change::{Change, Instead};
use super::import::Origin;
use super::index::Index;
use super::path::{ending, folder, stem};
use crate::markdown::options;

/// What a browser shows in its place.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "gif", "webp"];

/// How far from the end of a link its address may begin, in bytes.
const FAR: usize = 4096;

/// A link to another post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkFound {
    /// The title it names.
    pub title: String,
    /// Whether that post comes with it.
    pub comes: bool,
}

/// What was found in one body.
#[derive(Debug, Default)]
pub(super) struct Links {
    pub(super) changes: Vec<Change>,
    pub(super) posts: Vec<LinkFound>,
    /// Paths of the files it shows.
    pub(super) files: Vec<String>,
    /// Where code stands.
    pub(super) code: Vec<Range<usize>>,
    /// Where words stand, each block by itself.
    pub(super) words: Vec<Vec<Range<usize>>>,
}

/// Reads bodies of one import.
pub(super) struct Reader<'i> {
    pub(super) index: &'i Index,
    pub(super) origin: Origin,
}

/// A link that is open: where it leads, and the words in it.
struct Open<'t> {
    kind: LinkType,
    address: CowStr<'t>,
    range: Range<usize>,
    words: String,
    is_picture: bool,
    holds_picture: bool,
}

/// Those of the house's Markdown, `[[title]]` among them.
fn all() -> Options {
    options() | Options::ENABLE_WIKILINKS
}

impl Reader<'_> {
    /// Everything in a body that leads somewhere.
    pub(super) fn read(&self, path: &str, body: &str) -> Links {
        let mut found = Links::default();
        let mut open: Vec<Open<'_>> = Vec::new();
        let parser = Parser::new_ext(body, all());
        for (_, definition) in parser.reference_definitions().iter() {
            self.address(&mut found, path, body, &definition.dest, &definition.span);
        }
        for (event, range) in parser.into_offset_iter() {
            match event {
                Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                    open.push(Open::new(link_type, dest_url, range, false));
                }
                Event::Start(Tag::Image { link_type, dest_url, .. }) => {
                    if let Some(link) = open.last_mut() {
                        link.holds_picture = true;
                    }
                    open.push(Open::new(link_type, dest_url, range, true));
                }
                Event::End(TagEnd::Link | TagEnd::Image) => {
                    if let Some(link) = open.pop() {
                        self.close(&mut found, path, body, &link);
                    }
                }
                Event::Text(words) => {
                    if let Some(link) = open.last_mut() {
                        link.words.push_str(&words);
                    }
                    found.word(range);
                }
                Event::Code(words) => {
                    if let Some(link) = open.last_mut() {
                        link.words.push_str(&words);
                    }
                    found.code.push(range);
                }
                Event::Start(Tag::CodeBlock(_)) => found.code.push(range),
                Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableCell) => {
                    found.words.push(Vec::new());
                }
                _ => {}
            }
        }
        found
    }

    fn close(&self, found: &mut Links, path: &str, body: &str, link: &Open<'_>) {
        match (link.kind, self.origin) {
            (LinkType::WikiLink { .. }, Origin::Archive) => found.link(&link.address, self.index),
            (LinkType::WikiLink { has_pothole }, _) => self.wiki(found, path, link, has_pothole),
            (LinkType::Inline, origin) => {
                let to_page = || self.index.page_at(folder(path), &link.address).filter(|_| origin != Origin::Archive);
                match to_page() {
                    Some(title) if !link.is_picture && !link.holds_picture => found.page(link, title),
                    _ => self.address(found, path, body, &link.address, &link.range),
                }
            }
            _ => {}
        }
    }

    /// `[[note#heading|words]]` and `![[picture.png|300]]`.
    fn wiki(&self, found: &mut Links, path: &str, link: &Open<'_>, has_words: bool) {
        let (called, heading) = link.address.split_once('#').map_or((&*link.address, None), |(a, b)| (a, Some(b)));
        let said = link.words.trim();
        if let Some(title) = self.index.page_called(called) {
            found.posts.push(LinkFound { title: title.to_owned(), comes: true });
            let shown = match heading {
                _ if has_words => said.to_owned(),
                Some(heading) => format!("{called} > {heading}"),
                None => called.to_owned(),
            };
            if link.is_picture || heading.is_some() || title != called {
                found.instead(&link.range, wiki_link(title, &shown));
            }
        } else if let Some(file) = self.index.file(folder(path), called) {
            let is_size = said.chars().all(|one| one.is_ascii_digit() || one == 'x');
            let words = if has_words && !is_size { said } else { stem(called) };
            let mark = if link.is_picture && PICTURES.contains(&ending(file).as_str()) { "!" } else { "" };
            let before = format!("{mark}[{}](", words.replace(['[', ']', '\\', '\n'], " "));
            found.upload(link.range.clone(), file, before, ")");
        } else if !link.is_picture && !called.is_empty() {
            found.posts.push(LinkFound { title: called.to_owned(), comes: false });
        }
    }

    /// An address is looked for as it was typed: one that the parser read otherwise, by an escape, stays.
    fn address(&self, found: &mut Links, path: &str, body: &str, address: &str, range: &Range<usize>) {
        let (file, typed) = if let Some(rest) = address.strip_prefix("/uploads/") {
            let name = rest.split(['#', '?']).next().unwrap_or_default();
            let Some(file) = self.index.upload(name) else { return };
            (file, format!("/uploads/{name}"))
        } else if self.origin == Origin::Archive {
            return;
        } else {
            let Some(file) = self.index.file(folder(path), address) else { return };
            (file, address.to_owned())
        };
        // It stands at the end, and not far from it: pictures in pictures would be read over and over.
        let from = body.ceil_char_boundary(range.start.max(range.end.saturating_sub(FAR)));
        if let Some(at) = body.get(from..range.end).and_then(|end| end.rfind(&typed)) {
            let at = from + at;
            found.upload(at..at + typed.len(), file, String::new(), "");
        }
    }
}

impl<'t> Open<'t> {
    fn new(kind: LinkType, address: CowStr<'t>, range: Range<usize>, is_picture: bool) -> Self {
        Self { kind, address, range, words: String::new(), is_picture, holds_picture: false }
    }
}

impl Links {
    fn word(&mut self, range: Range<usize>) {
        let in_code = self.code.last().is_some_and(|code| code.end > range.start);
        match self.words.last_mut() {
            Some(block) if !in_code => block.push(range),
            _ => {}
        }
    }

    fn link(&mut self, title: &str, index: &Index) {
        self.posts.push(LinkFound { title: title.to_owned(), comes: index.page_called(title).is_some() });
    }

    /// A link to a page becomes one by title.
    fn page(&mut self, link: &Open<'_>, title: &str) {
        self.posts.push(LinkFound { title: title.to_owned(), comes: true });
        self.instead(&link.range, wiki_link(title, link.words.trim()));
    }

    fn instead(&mut self, range: &Range<usize>, words: Option<String>) {
        if let Some(words) = words {
            self.changes.push(Change { range: range.clone(), instead: Instead::Words(words) });
        }
    }

    fn upload(&mut self, range: Range<usize>, file: &str, before: String, after: &str) {
        if !self.files.iter().any(|one| one == file) {
            self.files.push(file.to_owned());
        }
        let instead = Instead::Upload { path: file.to_owned(), before, after: after.to_owned() };
        self.changes.push(Change { range, instead });
    }
}

/// `[[title|words]]`; none when a title cannot stand in one.
fn wiki_link(title: &str, words: &str) -> Option<String> {
    let stands = |words: &str| !words.is_empty() && !words.contains(['[', ']', '|', '\n', '\\']);
    if !stands(title) {
        return None;
    }
    Some(if words != title && stands(words) { format!("[[{title}|{words}]]") } else { format!("[[{title}]]") })
}
