//! Code in colours, formulas, fields: the server makes them, and what it made is kept while the page stands.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::time::Duration;

use domain::markdown::{Allowance, Ornament, Rendered, render_with};
use leptos::leptos_dom::helpers::set_timeout;
use leptos::web_sys::js_sys::JSON;

use super::desk::Sheet;
use crate::islands::ask::{Sent, ask};

/// After the last key.
const REST: Duration = Duration::from_millis(300);
/// The most that are asked for at once.
const MOST: usize = 50;
/// When more than these are kept, those that the text has no more are forgotten.
const KEPT: usize = 300;
/// Milliseconds to wait for an answer.
const PATIENCE: u32 = 10_000;

/// What the server has made, and what it is yet to be asked for, each by its JSON.
#[derive(Default)]
pub(super) struct Ornaments {
    address: String,
    made: RefCell<HashMap<String, Option<String>>>,
    missing: RefCell<Vec<String>>,
    /// Counted up with each drawing: only the last one's rest is over.
    drawn: Cell<usize>,
    is_asking: Cell<bool>,
}

impl Ornaments {
    pub(super) fn new(address: String) -> Self {
        Self { address, ..Self::default() }
    }

    /// The text with the ornaments there are, as many as the page would show.
    pub(super) fn render(&self, source: &str) -> Rendered {
        let mut made = self.made.borrow_mut();
        let (mut allowance, mut used, mut missing) = (Allowance::default(), HashSet::new(), Vec::new());
        let rendered = render_with(source, &mut |one: Ornament<'_>| {
            let key = allowance.take(&one).then(|| json(&one))?;
            let found = made.get(&key).cloned();
            if found.is_none() && missing.len() < MOST && !missing.contains(&key) {
                missing.push(key.clone());
            }
            used.insert(key);
            found.flatten()
        });
        if made.len() > KEPT {
            made.retain(|key, _| used.contains(key));
        }
        self.missing.replace(missing);
        rendered
    }

    /// Asks for what was missing, once the hand rests.
    pub(super) fn ask_soon(&self, sheet: &Sheet) {
        let drawn = self.drawn.get() + 1;
        self.drawn.set(drawn);
        if self.missing.borrow().is_empty() {
            return;
        }
        let sheet = sheet.clone();
        set_timeout(
            move || {
                let here = sheet.ornaments();
                if here.drawn.get() == drawn && !here.is_asking.get() {
                    here.ask(&sheet);
                }
            },
            REST,
        );
    }

    fn ask(&self, sheet: &Sheet) {
        let missing = self.missing.take();
        let body = Sent::Json(format!("[{}]", missing.join(",")));
        let sheet = sheet.clone();
        let asked = ask(("POST", &self.address), &body, PATIENCE, move |answer| {
            let here = sheet.ornaments();
            here.is_asking.set(false);
            if answer.status == 200 {
                let html = answer.items().into_iter().map(|html| html.as_string());
                here.made.borrow_mut().extend(missing.into_iter().zip(html));
                sheet.draw();
            }
        });
        self.is_asking.set(asked.is_some());
    }
}

/// As the server reads it.
fn json(one: &Ornament<'_>) -> String {
    match one {
        Ornament::Code { language, text } => {
            format!(r#"{{"code":{{"language":{},"text":{}}}}}"#, quoted(language), quoted(text))
        }
        Ornament::Math { display, text } => format!(r#"{{"math":{{"display":{display},"text":{}}}}}"#, quoted(text)),
        Ornament::Fields { language, text } => {
            format!(r#"{{"fields":{{"language":{},"text":{}}}}}"#, quoted(language), quoted(text))
        }
    }
}

fn quoted(text: &str) -> String {
    JSON::stringify(&text.into()).map(String::from).unwrap_or_default()
}
