//! Listens to the textarea: draws the preview, and mends pasted prose.

use std::cell::Cell;
use std::rc::Rc;

use domain::markdown::{Known, fill, paste};
use domain::post::Body;
use leptos::ev;
use leptos::leptos_dom::helpers::{request_animation_frame, window_event_listener};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{ClipboardEvent, Event, HtmlDocument, HtmlTextAreaElement};

use super::PreviewWords;
use super::ornament::Ornaments;
use crate::islands::known;

/// The name of the textarea, which is also its id.
const BODY: &str = "body";

/// The textarea, and what is drawn of it.
#[derive(Clone)]
pub(super) struct Sheet(Rc<Inside>);

struct Inside {
    area: HtmlTextAreaElement,
    words: PreviewWords,
    ornaments: Ornaments,
    html: RwSignal<String>,
    notice: RwSignal<String>,
    /// Whether the next frame draws anyway.
    waiting: Cell<bool>,
}

/// Begins to listen. Without the textarea on the page there is nothing to do.
pub(super) fn attend(
    words: PreviewWords,
    known: Known,
    ornaments: String,
    html: RwSignal<String>,
    notice: RwSignal<String>,
) {
    let Some(area) = document().get_element_by_id(BODY).and_then(|one| one.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return;
    };
    known::begin(known);
    super::scroll::attend(&area);
    on_paste(&area, words.pasted.clone(), notice);
    let (ornaments, waiting) = (Ornaments::new(ornaments), Cell::new(false));
    let sheet = Sheet(Rc::new(Inside { area, words, ornaments, html, notice, waiting }));
    // On the next frame, when the island is there to be drawn into.
    request_animation_frame({
        let sheet = sheet.clone();
        move || sheet.draw()
    });
    window_event_listener(ev::input, move |event| {
        if is_at(&event, &sheet.0.area) {
            sheet.draw_soon();
        }
    });
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
            let too_big = sheet.0.area.value().len() > Body::LIMIT;
            sheet.0.notice.set(if too_big { sheet.0.words.too_big.clone() } else { String::new() });
        });
    }

    pub(super) fn draw(&self) {
        let inside = &self.0;
        let rendered = inside.ornaments.render(&inside.area.value());
        let html = known::with(|known| fill(&rendered.html, &inside.words.labels, known).into_owned());
        if inside.html.with_untracked(|shown| *shown != html) {
            inside.html.set(html);
        }
        inside.ornaments.ask_soon(self);
    }

    pub(super) fn ornaments(&self) -> &Ornaments {
        &self.0.ornaments
    }
}

/// Prose pasted with a line per paragraph gets blank lines between, as an edit that Ctrl/⌘ Z undoes.
fn on_paste(area: &HtmlTextAreaElement, said: String, notice: RwSignal<String>) {
    let area = area.clone();
    window_event_listener(ev::paste, move |event: ClipboardEvent| {
        if !is_at(&event, &area) || event.default_prevented() {
            return;
        }
        let pasted = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        let Some(paragraphs) = paste::paragraphs(&pasted) else { return };
        if type_into(&area, &paragraphs) {
            event.prevent_default();
            let said = said.clone();
            request_animation_frame(move || request_animation_frame(move || notice.set(said)));
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
