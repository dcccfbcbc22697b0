//! What two renderers must agree on: elements in their order, where they lead, and the words between them.

use std::fmt::Write;
use std::path::PathBuf;

use percent_encoding::percent_decode_str;
use scraper::node::Element;
use scraper::{ElementRef, Html, Node};

use crate::markdown::address::Address;

/// Elements that white space beside them means nothing to.
const BLOCKS: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "hr",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "dl",
    "dt",
    "dd",
    "div",
    "section",
    "br",
    "details",
    "summary",
    "figure",
    "figcaption",
    "html",
    "input",
];
/// Attributes that say something.
const SAYING: &[&str] = &["href", "src", "alt", "title", "start", "checked"];

/// The elements and words of our HTML, without what we add by design.
pub(super) fn ours(html: &str) -> Vec<String> {
    canonical(html, 0)
}

/// Those of another renderer's, its headings one level down, as the page's title has the first.
pub(super) fn theirs(html: &str) -> Vec<String> {
    canonical(html, 1)
}

fn canonical(html: &str, down: u8) -> Vec<String> {
    let mut said = Said { down, ..Said::default() };
    said.element(Html::parse_fragment(html).root_element(), false);
    said.lines
}

/// A folder of the crates that Cargo has unpacked.
pub(super) fn registry() -> PathBuf {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = cargo.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).expect("Cargo has a home");
    let mut folders: Vec<_> = std::fs::read_dir(home.join("registry/src")).expect("crates").flatten().collect();
    folders.sort_by_key(std::fs::DirEntry::file_name);
    folders.first().expect("a registry").path()
}

#[derive(Default)]
struct Said {
    /// How many levels headings go down.
    down: u8,
    lines: Vec<String>,
    /// Whether the last line is words.
    in_words: bool,
    /// Whether white space was passed since.
    gap: bool,
}

impl Said {
    fn element(&mut self, element: ElementRef<'_>, in_pre: bool) {
        let is_callout = element.value().classes().any(|class| matches!(class, "callout" | "markdown-alert"));
        let name = if is_callout { "blockquote" } else { element.value().name() };
        let is_added = is_added(element.value()) || is_no_link(element);
        if is_left_out(element) {
            return;
        }
        if name == "img" && self.picture(element) {
            return;
        }
        if !is_added {
            self.mark(format!("<{}{}>", self.level(name), attributes(element.value())), name);
        }
        for child in element.children() {
            match child.value() {
                Node::Text(text) if in_pre || name == "pre" => self.verbatim(text),
                Node::Text(text) => self.words(text),
                Node::Element(_) => self.element(ElementRef::wrap(child).expect("an element"), in_pre || name == "pre"),
                _ => {}
            }
        }
        if !is_added {
            self.mark(format!("</{}>", self.level(name)), name);
        }
    }

    /// A picture of elsewhere is a link to it, and in a link its words alone.
    fn picture(&mut self, element: ElementRef<'_>) -> bool {
        let source = element.value().attr("src").unwrap_or_default();
        if matches!(Address::parse(source), Some(Address::Inside(_))) {
            return false;
        }
        let words = element.value().attr("alt").unwrap_or_default();
        let in_link = element.ancestors().filter_map(ElementRef::wrap).any(|one| one.value().name() == "a");
        if in_link || Address::parse(source).is_none() || words.trim().is_empty() {
            self.words(if in_link || !words.trim().is_empty() { words } else { source });
            return true;
        }
        let title = element.value().attr("title").map(|title| format!(" title={title:?}")).unwrap_or_default();
        let href = percent_decode_str(source).decode_utf8_lossy();
        self.mark(format!("<a href={href:?}{title}>"), "a");
        self.words(words);
        self.mark("</a>".into(), "a");
        true
    }

    fn mark(&mut self, tag: String, name: &str) {
        if BLOCKS.contains(&name) {
            self.gap = false;
        } else {
            self.space();
        }
        self.in_words = !BLOCKS.contains(&name);
        self.lines.push(tag);
    }

    /// White space that was passed means something: words or an inline element are on both sides.
    fn space(&mut self) {
        if std::mem::take(&mut self.gap) && self.in_words {
            self.say(" ");
        }
    }

    fn words(&mut self, text: &str) {
        for (place, word) in text.split(|one: char| one.is_ascii_whitespace()).enumerate() {
            self.gap |= place > 0;
            if !word.is_empty() {
                self.space();
                self.say(word);
                self.in_words = true;
            }
        }
    }

    /// Words follow each other on one line.
    fn say(&mut self, words: &str) {
        match self.lines.last_mut().filter(|line| line.starts_with('"')) {
            Some(line) => line.push_str(words),
            None => self.lines.push(format!("\"{words}")),
        }
    }

    fn level(&self, name: &str) -> String {
        match name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()) {
            Some(level) => format!("h{}", (level + self.down).min(6)),
            None => name.to_owned(),
        }
    }

    fn verbatim(&mut self, text: &str) {
        self.lines.push(format!("\"{text}"));
    }
}

/// Our frame around a table, the span that names a checkbox and the colours of code stay out of it, not their words.
fn is_added(element: &Element) -> bool {
    matches!(element.name(), "html" | "tbody" | "span" | "post-link" | "post-title" | "at-member")
        || matches!(element.attr("class"), Some("table" | "tag" | "math"))
}

/// Words to us and a link elsewhere: a scheme that is none of our three. Or the other way round: an address that leads
/// to itself.
fn is_no_link(element: ElementRef<'_>) -> bool {
    let words: String = element.text().collect();
    let leads = |href: &str| ["", "http://", "mailto:"].iter().any(|scheme| href == format!("{scheme}{words}"));
    element.value().name() == "a"
        && element.value().attr("href").is_some_and(|href| {
            Address::parse(href).is_none()
                || href.contains(':') && (leads(href) || leads(&percent_decode_str(href).decode_utf8_lossy()))
        })
}

/// The way to a heading, a heading of nothing, and what a callout is called: ours is told in the reader's language.
fn is_left_out(element: ElementRef<'_>) -> bool {
    let is_heading = matches!(element.value().name(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
    matches!(element.value().attr("class"), Some("anchor" | "markdown-alert-title"))
        || (is_heading && !element.has_children())
}

fn attributes(element: &Element) -> String {
    let mut said: Vec<_> = element.attrs().filter(|(name, _)| SAYING.contains(name)).collect();
    said.sort_unstable();
    let mut written = String::new();
    for (name, value) in said {
        let _ = write!(written, " {name}={:?}", percent_decode_str(value).decode_utf8_lossy());
    }
    written
}
