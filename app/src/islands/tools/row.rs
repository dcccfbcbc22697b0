//! A file on its way, as it is shown: a copy of the row that the server wrote into a template.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlTemplateElement};

use crate::islands::shown::Shown;

/// One line of the list.
#[derive(Clone)]
pub(super) struct Row {
    line: Option<Element>,
    words: Shown,
    progress: Shown,
    alt: Shown,
    retry: Shown,
    cancel: Shown,
}

impl Row {
    /// Adds it to the list.
    pub(super) fn add(number: usize, name: &str) -> Self {
        let list = Shown::find(".going");
        let line = copy();
        let part =
            |selector: &str| line.as_ref().map_or_else(|| Shown::find("none"), |one| Shown::within(one, selector));
        let (retry, cancel) = (part("[data-retry]"), part("[data-cancel]"));
        retry.set("data-retry", &number.to_string());
        cancel.set("data-cancel", &number.to_string());
        let (words, progress, alt) = (part("span"), part("progress"), part("label"));
        progress.set("aria-label", name);
        if let (Some(list), Some(line)) = (list.element(), &line) {
            let _ = list.append_child(line);
        }
        list.show(true);
        Self { line, words, progress, alt, retry, cancel }
    }

    /// It goes, and so much of 100 has gone.
    pub(super) fn goes(&self, percent: u32, words: &str) {
        self.progress.set("value", &percent.to_string());
        self.words.say(words);
        self.progress.show(true);
        self.retry.show(false);
    }

    /// It did not arrive.
    pub(super) fn failed(&self, why: &str) {
        self.words.say(why);
        self.progress.show(false);
        self.retry.show(true);
    }

    /// A picture is there, and wants to be put into words.
    pub(super) fn arrived(&self, address: &str, words: &str) {
        self.words.say(words);
        for part in [&self.progress, &self.retry, &self.cancel] {
            part.show(false);
        }
        if let Some(label) = self.alt.element() {
            Shown::within(label, "input").set("data-alt", address);
        }
        self.alt.show(true);
    }

    pub(super) fn remove(&self) {
        if let Some(line) = &self.line {
            line.remove();
        }
        let list = Shown::find(".going");
        list.show(list.element().is_some_and(|list| list.child_element_count() > 0));
    }
}

fn copy() -> Option<Element> {
    let template: HtmlTemplateElement = document().query_selector("template.going-one").ok()??.dyn_into().ok()?;
    template.content().first_element_child()?.clone_node_with_deep(true).ok()?.dyn_into().ok()
}
