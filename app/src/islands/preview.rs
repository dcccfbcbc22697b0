//! The page beside the words being written: the same renderer as the page itself, in the browser.
//!
//! The textarea is not part of the island. It is plain HTML that the island listens to and never
//! replaces, so nothing typed before the bundle arrives, or while it fails to, can be lost.

#![allow(missing_docs, reason = "#[island] makes items that cannot have any")]

use leptos::prelude::*;

/// Shows the textarea `body` as it will read, in the `.preview` that it stands in.
#[island]
pub fn Preview() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    desk::attend();
}

#[cfg(feature = "hydrate")]
mod desk; // listens to the textarea
#[cfg(feature = "hydrate")]
mod ornament; // what the server makes
#[cfg(feature = "hydrate")]
mod patch; // only what is new is drawn
#[cfg(feature = "hydrate")]
mod scroll; // one sheet follows the other
