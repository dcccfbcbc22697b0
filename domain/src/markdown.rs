//! Markdown (`CommonMark`, GitHub's tables, task lists, footnotes and callouts) to HTML.
//! One renderer for the page and the live preview, so that the two cannot differ.

mod address; // where a link or an image may lead
mod directive; // `:::internal` … `:::`, found by the parser that renders
mod escape; // text as HTML
mod footnote; // notes, numbered as they are referred to
mod hangul; // emphasis beside Hangul
mod heading; // headings and their ids
mod outside; // what of a source may leave the house
mod page; // the pieces of a source as HTML
pub mod paste; // prose pasted with one line per paragraph
mod piece; // what a source consists of
mod plain; // a source without its marks
mod raw;
mod reference; // what a source refers to in the house // the few tags that may be written as such

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

pub(crate) use address::Address;
pub use directive::DirectiveError;
pub(crate) use hangul::Seam;
pub(crate) use outside::WithoutInternal;
pub(crate) use piece::options;
pub use plain::{characters, opening};
pub(crate) use raw::tags;
pub use reference::{Known, Linked, References, references, title_key};

/// The renderer's edition: raised whenever the HTML of some source changes, so that stored renderings are made again.
pub const RENDERER: i64 = 1;

/// What a source became.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Safe to put into a page as it is, once [`label`] has filled in the labels.
    pub html: String,
    /// The headings outside footnotes, in order.
    pub headings: Vec<Heading>,
}

/// A heading of a rendered text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// From 2 (typed `#`) to 6: the page's own title is 1.
    pub level: u8,
    /// Its element's id, unique in the text, always beginning with `h-`.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// Renders a source. Whatever the source, the HTML is balanced and holds only known elements.
pub fn render(source: &str) -> Rendered {
    page::Page::of(&directive::Marked::read(&hangul::seamed(source)))
}

/// An internal block's start tag, its label not yet filled in. No text can forge it: its `<` is always escaped.
const UNLABELLED: &str = r#"<section class="internal" role="note" aria-label="">"#;

/// What blocks of a rendered text are called in the reader's language: the HTML is kept per revision, in no language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels<'a> {
    /// `:::internal`.
    pub internal: Cow<'a, str>,
    /// `> [!NOTE]`.
    pub note: Cow<'a, str>,
    /// `> [!TIP]`.
    pub tip: Cow<'a, str>,
    /// `> [!IMPORTANT]`.
    pub important: Cow<'a, str>,
    /// `> [!WARNING]`.
    pub warning: Cow<'a, str>,
    /// `> [!CAUTION]`.
    pub caution: Cow<'a, str>,
}

/// Fills in what blocks are called in the reader's language, and what the reader may know of the house.
pub fn fill<'a>(html: &'a str, labels: &Labels<'_>, _known: &Known) -> Cow<'a, str> {
    label(html, labels)
}

/// Fills in what blocks are called in the reader's language.
pub fn label<'a>(html: &'a str, labels: &Labels<'_>) -> Cow<'a, str> {
    let mut labelled = Cow::Borrowed(html);
    for (start, label) in [
        (UNLABELLED, &labels.internal),
        (page::NOTE, &labels.note),
        (page::TIP, &labels.tip),
        (page::IMPORTANT, &labels.important),
        (page::WARNING, &labels.warning),
        (page::CAUTION, &labels.caution),
    ] {
        if labelled.contains(start) {
            let mut filled = start.trim_end_matches("\">").to_owned();
            escape::push(&mut filled, label);
            filled.push_str("\">");
            labelled = Cow::Owned(labelled.replace(start, &filled));
        }
    }
    labelled
}

#[cfg(test)]
mod tests;
