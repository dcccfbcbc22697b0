//! The browser's half: wakes the islands.

use app as _; // without it the linker drops every island

/// Called by the page's script once the bundle has loaded.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
