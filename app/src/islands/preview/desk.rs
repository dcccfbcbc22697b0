//! Listens to the textarea: draws the preview, and mends pasted prose.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::markdown::{Labels, fill, paste};
use domain::post::Body;
use leptos::ev;
use leptos::leptos_dom::helpers::{request_animation_frame, window_event_listener};
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{ClipboardEvent, Event, HtmlDocument, HtmlTextAreaElement};

use super::ornament::Ornaments;
use crate::islands::known;
use crate::islands::shown::{Shown, Told};

/// The name of the textarea, which is also its id.
const BODY: &str = "body";

/// The textarea, and what is drawn of it.
#[derive(Clone)]
pub(super) struct Sheet(Rc<Inside>);

struct Inside {
    area: HtmlTextAreaElement,
    labels: Labels<'static>,
    too_big: String,
    ornaments: Ornaments,
    shown: Shown,
    empty: Shown,
    notice: Shown,
    html: RefCell<String>,
    /// Whether the next frame draws anyway.
    waiting: Cell<bool>,
}

/// Begins to listen. Without the textarea on the page there is nothing to do.
pub(super) fn attend() {
    let Some(area) = document().get_element_by_id(BODY).and_then(|one| one.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return;
    };
    let told = Told::find("data-preview");
    known::begin(&told.part("known"));
    super::scroll::attend(&area);
    let notice = Shown::find(".preview .notice");
    on_paste(&area, told.word("pasted"), &notice);
    let sheet = Sheet(Rc::new(Inside {
        area,
        labels: labels(&told.part("labels")),
        too_big: told.word("too_big"),
        ornaments: Ornaments::new(told.word("ornaments")),
        shown: Shown::find(".preview .words"),
        empty: Shown::find(".preview > .soft"),
        notice,
        html: RefCell::default(),
        waiting: Cell::new(false),
    }));
    sheet.draw();
    window_event_listener(ev::input, move |event| {
        if is_at(&event, &sheet.0.area) {
            sheet.draw_soon();
        }
    });
}

fn labels(told: &Told) -> Labels<'static> {
    let label = |name: &str| Cow::Owned(told.word(name));
    Labels {
        internal: label("internal"),
        note: label("note"),
        tip: label("tip"),
        important: label("important"),
        warning: label("warning"),
        caution: label("caution"),
    }
}

impl Sheet {
    /// Draws on the next frame after a key, however many keys came before it.
    fn draw_soon(&self) {
        if self.0.waiting.replace(true) {
            return;
        }
        let sheet = self.clone();
        request_animation_frame(move || {
            sheet.0.waiting.set(false);
            sheet.draw();
            let is_too_big = sheet.0.area.value().len() > Body::LIMIT;
            sheet.0.notice.say(if is_too_big { &sheet.0.too_big } else { "" });
        });
    }

    pub(super) fn draw(&self) {
        let inside = &self.0;
        let rendered = inside.ornaments.render(&inside.area.value());
        let html = known::with(|known| fill(&rendered.html, &inside.labels, known).into_owned());
        if let Some(element) = inside.shown.element().filter(|_| *inside.html.borrow() != html) {
            super::patch::patch(element, &html);
            inside.empty.show(html.is_empty());
            inside.html.replace(html);
        }
        inside.ornaments.ask_soon(self);
    }

    pub(super) fn ornaments(&self) -> &Ornaments {
        &self.0.ornaments
    }
}

/// Prose pasted with a line per paragraph gets blank lines between, as an edit that Ctrl/⌘ Z undoes.
fn on_paste(area: &HtmlTextAreaElement, said: String, notice: &Shown) {
    let (area, notice) = (area.clone(), notice.clone());
    window_event_listener(ev::paste, move |event: ClipboardEvent| {
        if !is_at(&event, &area) || event.default_prevented() {
            return;
        }
        let pasted = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        let Some(paragraphs) = paste::paragraphs(&pasted) else { return };
        if type_into(&area, &paragraphs) {
            event.prevent_default();
            let (said, notice) = (said.clone(), notice.clone());
            request_animation_frame(move || request_animation_frame(move || notice.say(&said)));
        }
    });
}

/// Inserts text as if typed: the one way that keeps the browser's own undo. Setting the selection,
/// though to what it is, parts it from what was typed before: undoing takes back the paste alone.
fn type_into(area: &HtmlTextAreaElement, text: &str) -> bool {
    if let (Ok(Some(start)), Ok(Some(end))) = (area.selection_start(), area.selection_end()) {
        let _ = area.set_selection_range(start, end); // without it, only undo is coarser
    }
    let document: HtmlDocument = document().unchecked_into();
    document.exec_command_with_show_ui_and_value("insertText", false, text).unwrap_or(false)
}

fn is_at(event: &Event, area: &HtmlTextAreaElement) -> bool {
    event.target().is_some_and(|target| &target == area.as_ref())
}
