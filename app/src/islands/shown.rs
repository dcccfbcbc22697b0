//! Elements that the server wrote, and the island writes into.

use leptos::prelude::document;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::{JSON, Object, Reflect};
use leptos::web_sys::{Element, HtmlElement};

/// An element; on a page without it, nothing happens.
#[derive(Clone)]
pub(in crate::islands) struct Shown(Option<HtmlElement>);

impl Shown {
    pub(in crate::islands) fn find(selector: &str) -> Self {
        Self(document().query_selector(selector).ok().flatten().and_then(|one| one.dyn_into().ok()))
    }

    pub(in crate::islands) fn within(around: &Element, selector: &str) -> Self {
        Self(around.query_selector(selector).ok().flatten().and_then(|one| one.dyn_into().ok()))
    }

    pub(in crate::islands) fn element(&self) -> Option<&HtmlElement> {
        self.0.as_ref()
    }

    /// Says something, unless it says so already; hidden while there is nothing to say.
    pub(in crate::islands) fn say(&self, words: &str) {
        let Some(element) = &self.0 else { return };
        if element.text_content().as_deref() != Some(words) {
            element.set_text_content(Some(words));
        }
        element.set_hidden(words.is_empty());
    }

    pub(in crate::islands) fn show(&self, is_shown: bool) {
        if let Some(element) = &self.0 {
            element.set_hidden(!is_shown);
        }
    }

    pub(in crate::islands) fn set(&self, name: &str, value: &str) {
        if let Some(element) = &self.0 {
            let _ = element.set_attribute(name, value);
        }
    }
}

/// What an island was told: JSON in an attribute.
#[derive(Clone)]
pub(in crate::islands) struct Told(JsValue);

impl Told {
    /// By the attribute `name`, of the one element that has it.
    pub(in crate::islands) fn find(name: &str) -> Self {
        let element = document().query_selector(&format!("[{name}]")).ok().flatten();
        let json = element.and_then(|one| one.get_attribute(name)).unwrap_or_default();
        Self(JSON::parse(&json).unwrap_or(JsValue::UNDEFINED))
    }

    pub(in crate::islands) fn of(value: JsValue) -> Self {
        Self(value)
    }

    /// A word of it; empty when it is not there.
    pub(in crate::islands) fn word(&self, name: &str) -> String {
        self.part(name).0.as_string().unwrap_or_default()
    }

    pub(in crate::islands) fn part(&self, name: &str) -> Self {
        Self(Reflect::get(&self.0, &name.into()).unwrap_or(JsValue::UNDEFINED))
    }

    /// Its parts and their names.
    pub(in crate::islands) fn parts(&self) -> Vec<(String, Self)> {
        let Some(object) = self.0.dyn_ref::<Object>() else { return Vec::new() };
        let names = Object::keys(object).iter().filter_map(|name| name.as_string()).collect::<Vec<_>>();
        names.into_iter().map(|name| (name.clone(), self.part(&name))).collect()
    }
}
