//! Rich text of a clipboard as Markdown: from a browser, Word, the Hangul word processor, Google Docs.
//!
//! The converter knows HTML; what it does not know is how word processors say "bold" and "list".

mod depth; // how deep elements nest, before anything is built of them
mod style; // what a style attribute says
mod table; // rows and cells
mod word; // paragraphs that are items of a list

use htmd::element_handler::{HandlerResult, Handlers};
use htmd::options::{BulletListMarker, HrStyle, LinkStyle, Options};
use htmd::{Element, HtmlToMarkdown};

use style::Style;

/// The most bytes of HTML.
pub(crate) const MOST_BYTES: usize = 2 << 20;
/// How deep elements may nest: the converter calls itself for each level.
const DEEPEST: usize = 128;
/// Around what Word shows before an item. Private use: no text of a clipboard needs it.
const BULLET: char = '\u{E000}';

/// Markdown that says the same; none when it is too large, too deep, or says nothing. Takes a while: not for the
/// threads that answer.
pub(crate) fn markdown(html: &str) -> Option<String> {
    if html.len() > MOST_BYTES || depth::is_deeper_than(html, DEEPEST) {
        return None;
    }
    let markdown = tidy(&converter().convert(&html.replace([BULLET, table::ROW, table::CELL], "")).ok()?);
    (!markdown.is_empty()).then_some(markdown)
}

fn converter() -> HtmlToMarkdown {
    let options = Options {
        bullet_list_marker: BulletListMarker::Dash,
        ul_bullet_spacing: 1,
        ol_number_spacing: 1,
        hr_style: HrStyle::Dashes,
        link_style: LinkStyle::InlinedPreferAutolinks,
        ..Options::default()
    };
    HtmlToMarkdown::builder()
        .options(options)
        .skip_tags(vec![
            "head", "script", "style", "title", "meta", "link", "template", "noscript", "iframe", "object", "svg",
            "button", "input", "select", "textarea", "audio", "video", "canvas",
        ])
        .add_handler(vec!["b", "strong", "i", "em", "span", "font"], said_by_style)
        .add_handler(vec!["del", "s", "strike"], |handlers: &dyn Handlers, element: Element<'_>| {
            let words = handlers.walk_children(element.node).content;
            Some(marked(&words, "~~").into())
        })
        .add_handler(vec!["p"], paragraph)
        .add_handler(vec!["a"], link)
        .add_handler(vec!["img"], picture)
        .add_handler(vec!["td", "th"], table::cell)
        .add_handler(vec!["tr"], table::row)
        .add_handler(vec!["thead", "tbody", "tfoot"], table::rows)
        .add_handler(vec!["table"], table::table)
        .build()
}

/// What a style says wins over what the element says: Google Docs puts all into `<b style="font-weight:normal">`.
#[expect(clippy::needless_pass_by_value, clippy::unnecessary_wraps, reason = "what a handler of htmd looks like")]
fn said_by_style(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let style = Style::of(&element);
    let is_strong = style.is_strong.unwrap_or(matches!(element.tag, "b" | "strong"));
    let is_emphasis = style.is_emphasis.unwrap_or(matches!(element.tag, "i" | "em"));
    let is_bullet = style.is_bullet;
    let words = handlers.walk_children(element.node).content;
    if style.is_hidden {
        return Some(String::new().into());
    }
    if is_bullet {
        return Some(format!("{BULLET}{}{BULLET}", words.trim()).into());
    }
    let words = if style.is_struck { marked(&words, "~~") } else { words };
    let words = if is_emphasis { marked(&words, "*") } else { words };
    Some(if is_strong { marked(&words, "**") } else { words }.into())
}

/// Marks around words, white space outside; blocks keep their words and get none.
fn marked(words: &str, mark: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() || inner.contains('\n') || inner.contains(BULLET) || inner.starts_with(mark) {
        return words.to_owned();
    }
    let lead = &words[..words.len() - words.trim_start().len()];
    let tail = &words[words.trim_end().len()..];
    format!("{lead}{mark}{inner}{mark}{tail}")
}

fn paragraph(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    match Style::of(&element).level {
        Some(level) => Some(word::item(&handlers.walk_children(element.node).content, level).into()),
        None => handlers.fallback(element),
    }
}

/// A link that leads somewhere; any other keeps its words.
fn link(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let href = attribute(&element, "href").unwrap_or_default();
    let leads = ["https://", "http://", "mailto:"].iter().any(|scheme| href.starts_with(scheme));
    let words = handlers.walk_children(element.node).content;
    if !leads || words.trim().is_empty() || words.contains('\n') {
        Some(words.into())
    } else {
        handlers.fallback(element)
    }
}

/// A picture that has an address of its own; those of the clipboard (`file:`, `data:`) are brought by the browser.
fn picture(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let source = attribute(&element, "src").unwrap_or_default();
    let has_address = source.starts_with("https://") || source.starts_with("http://");
    if has_address { handlers.fallback(element) } else { Some(String::new().into()) }
}

fn attribute(element: &Element<'_>, name: &str) -> Option<String> {
    element.attrs.iter().find(|one| &*one.name.local == name).map(|one| one.value.to_string())
}

/// Items are one list without blank lines between them, blank lines are one, and invisible characters none.
fn tidy(markdown: &str) -> String {
    let markdown =
        markdown.replace('\u{a0}', " ").replace(['\u{200b}', '\u{feff}', BULLET, table::ROW, table::CELL], "");
    let mut tidied: Vec<&str> = Vec::new();
    let mut blank = false;
    for line in markdown.lines() {
        if line.trim().is_empty() {
            blank = !tidied.is_empty();
            continue;
        }
        let before = tidied.last().and_then(|last| mark(last));
        if blank && (before.is_none() || before != mark(line)) {
            tidied.push("");
        }
        blank = false;
        tidied.push(line);
    }
    tidied.join("\n").trim().to_owned()
}

/// What sort of item a line is: a bullet or a number.
fn mark(line: &str) -> Option<char> {
    let line = line.trim_start();
    let words = line.trim_start_matches(|one: char| one.is_ascii_digit());
    if words.len() < line.len() {
        words.starts_with(". ").then_some('1')
    } else {
        words.starts_with("- ").then_some('-')
    }
}

#[cfg(test)]
mod tests;
