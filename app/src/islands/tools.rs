//! What helps the hand that writes: formatting, names, pictures, and keeping what is not saved yet.
//!
//! Neither the textarea nor the toolbar is part of the island: both are plain HTML from the server that it listens to
//! and writes into. Views that the browser could draw by itself would make the bundle half as large again.

#![allow(missing_docs, reason = "#[island] makes items that cannot have any")]

use leptos::prelude::*;

/// Beside the toolbar above the textarea `body`.
#[island]
pub fn Tools() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    hand::attend();
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
