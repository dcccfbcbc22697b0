//! What people really write: the README of every crate that Cargo has unpacked here.

use pulldown_cmark::html::push_html;
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::alike::{ours, registry, theirs};
use super::*;

/// How many there must be at least.
const FEWEST: usize = 50;

fn readmes() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in std::fs::read_dir(registry()).unwrap().flatten() {
        let path = folder.path().join("README.md");
        if let Ok(source) = std::fs::read_to_string(&path) {
            found.push((folder.file_name().to_string_lossy().into_owned(), source));
        }
    }
    found.sort();
    found
}

/// What is put elsewhere than in the reference, so that its elements come in another order.
const DIFFERENT: [(&str, &str); 3] = [
    ("<section class=\"footnotes\">", "notes are gathered at the end, numbered"),
    ("<figure class=\"quote\">", "the last line of a quotation says where it is from"),
    ("<details>", "what folds holds blocks, which the reference leaves to the reader of the HTML"),
];

/// What the reference renderer makes of a source that says what we show instead of it.
fn reference(source: &str) -> String {
    let mut shown = Shown { source, events: Vec::new(), links: Vec::new() };
    for (event, range) in Parser::new_ext(source, options()).into_offset_iter() {
        shown.take(event, &range);
    }
    let mut html = String::new();
    push_html(&mut html, shown.events.into_iter());
    html
}

/// The differences by design, each where it is made.
struct Shown<'s> {
    source: &'s str,
    events: Vec<Event<'s>>,
    /// Whether each open link stays one.
    links: Vec<bool>,
}

impl<'s> Shown<'s> {
    fn take(&mut self, event: Event<'s>, range: &std::ops::Range<usize>) {
        match event {
            // Raw HTML is text, but for a few bare tags.
            Event::Start(Tag::HtmlBlock) => self.events.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => self.events.push(Event::End(TagEnd::Paragraph)),
            Event::Html(html) | Event::InlineHtml(html) => self.raw(&html),
            // Three schemes are links, and `[[…]]` is a post.
            Event::Start(Tag::Image { link_type: LinkType::WikiLink { .. }, .. }) => {}
            Event::Start(Tag::Link { ref dest_url, link_type, .. }) => {
                let is_post = matches!(link_type, LinkType::WikiLink { .. });
                let is_link = !is_post && (link_type == LinkType::Email || Address::parse(dest_url).is_some());
                self.links.push(is_link);
                if is_link {
                    self.events.push(event);
                }
            }
            Event::End(TagEnd::Link) => {
                if self.links.pop().unwrap() {
                    self.events.push(event);
                }
            }
            // Without ornaments a formula is code; a price is none.
            Event::InlineMath(text) if !page::is_formula(self.source, range) => {
                self.events.push(Event::Text(format!("${text}$").into()));
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => self.events.push(Event::Text(text)),
            event => self.events.push(event),
        }
    }

    fn raw(&mut self, html: &str) {
        let mut done = 0;
        for (at, tag) in tags(html) {
            let Some((_, length)) = tag else { continue };
            self.events.push(Event::Text(html[done..at].to_owned().into()));
            done = at + length;
            self.events.push(Event::InlineHtml(html[at..done].to_owned().into()));
        }
        self.events.push(Event::Text(html[done..].to_owned().into()));
    }
}

#[test]
fn what_people_write_without_html_reads_as_another_renderer_has_it() {
    let mut options = comrak::Options::default();
    let extension = &mut options.extension;
    extension.strikethrough = true;
    extension.table = true;
    extension.autolink = true;
    extension.tasklist = true;
    extension.footnotes = true;
    extension.alerts = true;
    extension.math_dollars = true;
    let (mut compared, mut wrong) = (0, Vec::new());
    for (name, source) in readmes() {
        let made = html(&source);
        let has_html = Parser::new_ext(&source, super::options())
            .any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_)));
        if has_html || DIFFERENT.iter().any(|(mark, _)| made.contains(mark)) {
            continue;
        }
        compared += 1;
        compare(&name, &ours(&made), &theirs(&comrak::markdown_to_html(&source, &options)), &mut wrong);
    }
    assert!(wrong.is_empty(), "{} of {compared}\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared >= 300, "{compared}");
}

fn compare(name: &str, ours: &[String], theirs: &[String], wrong: &mut Vec<String>) {
    if ours == theirs {
        return;
    }
    let at = ours.iter().zip(theirs).take_while(|(one, other)| one == other).count();
    let part = |lines: &[String]| lines[at.saturating_sub(6).min(lines.len())..(at + 6).min(lines.len())].to_vec();
    wrong.push(format!("{name}\n   ours   {:?}\n   theirs {:?}", part(ours), part(theirs)));
}

#[test]
fn what_people_write_reads_as_the_reference_renders_it() {
    let readmes = readmes();
    let mut wrong = Vec::new();
    let mut compared = 0;
    for (name, source) in &readmes {
        let made = html(source);
        if DIFFERENT.iter().any(|(mark, _)| made.contains(mark)) {
            continue;
        }
        compared += 1;
        compare(name, &ours(&made), &theirs(&reference(source)), &mut wrong);
    }
    assert!(wrong.is_empty(), "{} of {compared}\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared >= FEWEST && readmes.len() < compared + compared / 10, "{compared} of {}", readmes.len());
}
