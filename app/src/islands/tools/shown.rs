//! Elements that the server wrote, and the island writes into.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// An element of the toolbar; on a page without it, nothing happens.
#[derive(Clone)]
pub(super) struct Shown(Option<HtmlElement>);

impl Shown {
    pub(super) fn find(selector: &str) -> Self {
        Self(document().query_selector(selector).ok().flatten().and_then(|one| one.dyn_into().ok()))
    }

    pub(super) fn within(around: &Element, selector: &str) -> Self {
        Self(around.query_selector(selector).ok().flatten().and_then(|one| one.dyn_into().ok()))
    }

    pub(super) fn element(&self) -> Option<&HtmlElement> {
        self.0.as_ref()
    }

    /// Says something, unless it says so already; hidden while there is nothing to say.
    pub(super) fn say(&self, words: &str) {
        let Some(element) = &self.0 else { return };
        if element.text_content().as_deref() != Some(words) {
            element.set_text_content(Some(words));
        }
        element.set_hidden(words.is_empty());
    }

    pub(super) fn show(&self, is_shown: bool) {
        if let Some(element) = &self.0 {
            element.set_hidden(!is_shown);
        }
    }

    pub(super) fn set(&self, name: &str, value: &str) {
        if let Some(element) = &self.0 {
            let _ = element.set_attribute(name, value);
        }
    }
}
