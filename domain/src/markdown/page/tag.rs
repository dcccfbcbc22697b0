//! What an element begins and ends with.

use std::fmt::Write;

use pulldown_cmark::{BlockQuoteKind, LinkType, Tag};

use crate::markdown::address::Address;
use crate::markdown::{escape, mark};

/// Writes the start tag of an element without more to it; the end tag comes back.
pub(super) fn plain(html: &mut String, tag: &Tag<'_>) -> &'static str {
    let (start, end) = match tag {
        Tag::Paragraph => ("<p>", "</p>\n"),
        Tag::BlockQuote(None) => ("<blockquote>\n", "</blockquote>\n"),
        Tag::BlockQuote(Some(kind)) => (callout(*kind), "</div>\n"),
        Tag::List(Some(1)) => ("<ol>\n", "</ol>\n"),
        Tag::List(Some(first)) => return list_from(html, *first),
        Tag::List(None) => ("<ul>\n", "</ul>\n"),
        Tag::Item => ("<li>", "</li>\n"),
        Tag::Emphasis => ("<em>", "</em>"),
        Tag::Strong => ("<strong>", "</strong>"),
        Tag::Strikethrough => ("<del>", "</del>"),
        _ => ("", ""),
    };
    html.push_str(start);
    end
}

fn callout(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => mark::NOTE,
        BlockQuoteKind::Tip => mark::TIP,
        BlockQuoteKind::Important => mark::IMPORTANT,
        BlockQuoteKind::Warning => mark::WARNING,
        BlockQuoteKind::Caution => mark::CAUTION,
    }
}

fn list_from(html: &mut String, first: u64) -> &'static str {
    let _ = writeln!(html, "<ol start=\"{first}\">");
    "</ol>\n"
}

/// Where a link leads, if it may.
pub(super) fn destination(kind: LinkType, typed: &str) -> Option<Address> {
    match kind {
        LinkType::Email => Address::parse(&format!("mailto:{typed}")),
        _ => Address::parse(typed),
    }
}

/// Writes the start of a link; a link that may lead nowhere is its words alone.
pub(super) fn link(html: &mut String, address: Option<&Address>, title: &str) -> &'static str {
    let Some(address) = address else { return "" };
    html.push_str("<a href=\"");
    escape::push(html, address.as_str());
    if !title.is_empty() {
        html.push_str("\" title=\"");
        escape::push(html, title);
    }
    html.push_str(match address {
        Address::Outside(_) => "\" rel=\"noopener noreferrer\">",
        Address::Inside(_) | Address::Mail(_) => "\">",
    });
    "</a>"
}

/// Writes a raw tag's end.
pub(super) fn close(html: &mut String, name: &str) {
    html.push_str("</");
    html.push_str(name);
    html.push('>');
    if name == "details" {
        html.push('\n');
    }
}

/// Whether an element stands among words.
pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

/// Whether an element may lose its tags and keep its words.
pub(super) fn is_optional(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::BlockQuote(_) | Tag::List(_) | Tag::Item | Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
}
