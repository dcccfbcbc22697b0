//! Markdown (`CommonMark`, GitHub's tables, task lists, footnotes and callouts) to HTML.
//! One renderer for the page and the live preview, so that the two cannot differ.

mod address; // where a link or an image may lead
mod directive; // `:::internal` … `:::`, found by the parser that renders
mod escape; // text as HTML
mod footnote; // notes, numbered as they are referred to
mod front_matter; // fields at the very beginning
mod hangul; // emphasis beside Hangul
mod heading; // headings and their ids
mod known; // what a reader may know of what a text refers to
mod mark; // places that are filled in for each reader
mod ornament; // what takes more than the browser's bundle can carry
mod outside; // what of a source may leave the house
mod page; // the pieces of a source as HTML
pub mod paste; // prose pasted with one line per paragraph
mod piece; // what a source consists of
mod plain; // a source without its marks
mod raw; // the few tags that may be written as such
mod reference; // what a source refers to
mod spelling; // one spelling for what can be typed in several
mod spot; // `@member`, `#tag`, bare addresses
mod task; // tasks, ticked and unticked in the source

use serde::{Deserialize, Serialize};

pub(crate) use address::Address;
pub use directive::DirectiveError;
pub(crate) use hangul::Seam;
pub use known::{Known, Labels, Linked, TaskForm, fill, title_key};
#[cfg(feature = "ornaments")]
pub use ornament::ornament;
pub use ornament::{Allowance, Ornament};
pub(crate) use outside::WithoutInternal;
pub(crate) use piece::options;
pub use plain::{characters, opening};
pub(crate) use raw::tags;
pub use reference::{References, references};
pub use spot::candidates;
pub use task::{task_line, toggle_task};

/// The renderer's edition: raised whenever the HTML of some source changes, so that stored renderings are made again.
pub const RENDERER: i64 = 3;

/// What a source became.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Safe to put into a page as it is, once [`fill`] has filled in what differs between readers.
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

/// Renders a source, with its ornaments where they can be made. Whatever the source, the HTML is balanced and holds
/// only known elements.
pub fn render(source: &str) -> Rendered {
    #[cfg(feature = "ornaments")]
    {
        let mut allowance = Allowance::default();
        render_with(source, &mut |one| if allowance.take(&one) { ornament(&one) } else { None })
    }
    #[cfg(not(feature = "ornaments"))]
    render_with(source, &mut |_| None)
}

/// Renders a source. `ornaments` is asked for the HTML of each ornament, and trusted; where it has none, the words are
/// shown as they are.
pub fn render_with(source: &str, ornaments: &mut dyn FnMut(Ornament<'_>) -> Option<String>) -> Rendered {
    page::Page::of(&directive::Marked::read(&hangul::seamed(source)), ornaments)
}

/// Whether a rendered text has a diagram to draw.
pub fn has_mermaid(html: &str) -> bool {
    html.contains(MERMAID)
}

/// The start of a diagram's source.
const MERMAID: &str = "<pre class=\"mermaid\"";

#[cfg(test)]
mod tests;
