//! What helps the hand that writes: formatting, names, pictures, and keeping what is not saved yet.
//!
//! Neither the textarea nor the toolbar is part of the island: both are plain HTML from the server that it listens to
//! and writes into. Views that the browser could draw by itself would make the bundle half as large again.

#![allow(missing_docs, reason = "#[island] makes items that cannot have any")]

use leptos::prelude::*;

/// The sentences it says, from the server, so that the bundle carries no translations.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct ToolWords {
    /// `{characters}` and `{time}`.
    pub count: String,
    /// `{minutes}`.
    pub minutes: String,
    /// A file on its way: `{name}` and `{percent}`.
    pub going: String,
    /// `{name}`.
    pub failed: String,
    /// `{name}`.
    pub done: String,
    /// Rich text was turned into Markdown.
    pub turned: String,
    /// It could not be.
    pub plain_instead: String,
    /// Words are neither here nor there yet.
    pub writing: String,
    /// On the server, at `{clock}`.
    pub kept: String,
    /// In this browser alone.
    pub offline: String,
    /// Another window has another draft.
    pub elsewhere: String,
    /// The sign-in ended.
    pub signed_out: String,
    /// Nowhere.
    pub lost: String,
    /// Over the limit.
    pub too_big: String,
}

/// Where the words belong.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// Whose they are.
    pub member: i64,
    /// The post's number, or `new-` and a kind.
    pub of: String,
    /// Where a draft is kept.
    pub drafts: String,
    /// Where rich text is turned into Markdown.
    pub markdown: String,
    /// Where names are asked for.
    pub completions: String,
    /// Where pictures and files go.
    pub uploads: String,
}

/// Beside the toolbar above the textarea `body`.
#[island]
pub fn Tools(
    /// Every sentence it says.
    words: ToolWords,
    /// Where the words belong.
    place: Place,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    hand::attend(&words, &place);
    drop((words, place));
}

#[cfg(feature = "hydrate")]
mod bring; // pictures and files
#[cfg(feature = "hydrate")]
mod hand; // listens, and hands on
#[cfg(feature = "hydrate")]
mod keep; // what is not saved yet
#[cfg(feature = "hydrate")]
mod keys; // what each tool and key does
#[cfg(feature = "hydrate")]
mod names; // after `@`, `[[` and `#`
#[cfg(feature = "hydrate")]
mod paper; // the textarea
#[cfg(feature = "hydrate")]
mod paste; // addresses, files and rich text
#[cfg(feature = "hydrate")]
mod place; // where the caret stands on the page
#[cfg(feature = "hydrate")]
mod row; // a file on its way, as it is shown
#[cfg(feature = "hydrate")]
mod shown; // what the page says
