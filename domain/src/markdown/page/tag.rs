//! What an element begins and ends with.

use std::fmt::Write;

use pulldown_cmark::{BlockQuoteKind, LinkType, Tag};

use crate::markdown::address::Address;
use crate::markdown::escape;

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

/// The start tags of callouts, their labels not yet filled in; `note` is the role for an aside in a text (ARIA 1.2).
pub(in crate::markdown) const NOTE: &str = r#"<div class="callout callout-note" role="note" aria-label="">"#;
pub(in crate::markdown) const TIP: &str = r#"<div class="callout callout-tip" role="note" aria-label="">"#;
pub(in crate::markdown) const IMPORTANT: &str = r#"<div class="callout callout-important" role="note" aria-label="">"#;
pub(in crate::markdown) const WARNING: &str = r#"<div class="callout callout-warning" role="note" aria-label="">"#;
pub(in crate::markdown) const CAUTION: &str = r#"<div class="callout callout-caution" role="note" aria-label="">"#;

fn callout(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => NOTE,
        BlockQuoteKind::Tip => TIP,
        BlockQuoteKind::Important => IMPORTANT,
        BlockQuoteKind::Warning => WARNING,
        BlockQuoteKind::Caution => CAUTION,
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
