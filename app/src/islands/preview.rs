//! The page beside the words being written: the same renderer as the page itself, in the browser.
//!
//! The textarea is not part of the island. It is plain HTML that the island listens to and never
//! replaces, so nothing typed before the bundle arrives, or while it fails to, can be lost.

#![allow(missing_docs, reason = "#[island] makes items that cannot have any")]

use domain::markdown::{Known, Labels};
use leptos::prelude::*;

/// The words the preview needs, from the server, so that the bundle carries no translations.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct PreviewWords {
    /// Above it.
    pub title: String,
    /// Where nothing is written yet.
    pub empty: String,
    /// After blank lines were put between pasted paragraphs.
    pub pasted: String,
    /// When the text is over the limit.
    pub too_big: String,
    /// Labels of blocks.
    pub labels: Labels<'static>,
}

/// Shows the textarea `body` as it will read.
#[island]
pub fn Preview(
    /// Every word it shows.
    words: PreviewWords,
    /// The language the post is written in (BCP 47).
    lang: String,
    /// What the words may refer to.
    known: Known,
    /// Where code in colours, formulas and fields are made.
    ornaments: String,
) -> impl IntoView {
    let html = RwSignal::new(String::new());
    let notice = RwSignal::new(String::new());
    let empty = words.empty.clone();
    let title = words.title.clone();
    #[cfg(feature = "hydrate")]
    desk::attend(words, known, ornaments, html, notice);
    #[cfg(not(feature = "hydrate"))]
    drop((words, known, ornaments));
    view! {
        <section class="preview" aria-label=title.clone()>
            <h2 aria-hidden="true">{title.clone()}</h2>
            <div role="status"><p class="notice" hidden=move || notice.with(String::is_empty)>{notice}</p></div>
            <p class="soft" hidden=move || !html.with(String::is_empty)>{empty}</p>
            <div class="prose"><div class="words" lang=lang inner_html=html></div></div>
        </section>
    }
}

#[cfg(feature = "hydrate")]
mod desk; // listens to the textarea
#[cfg(feature = "hydrate")]
mod ornament; // what the server makes
#[cfg(feature = "hydrate")]
mod scroll; // one sheet follows the other
