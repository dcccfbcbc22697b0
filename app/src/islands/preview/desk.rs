//! Listens to the textarea: draws the preview, and mends pasted prose.

use std::cell::Cell;
use std::rc::Rc;

use domain::markdown::{self, Known, paste};
use domain::post::Body;
use leptos::ev;
use leptos::leptos_dom::helpers::{request_animation_frame, window_event_listener};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{ClipboardEvent, Event, HtmlDocument, HtmlTextAreaElement};

use super::PreviewWords;

/// The name of the textarea, which is also its id.
const BODY: &str = "body";

/// Begins to listen. Without the textarea on the page there is nothing to do.
pub(super) fn attend(words: PreviewWords, html: RwSignal<String>, notice: RwSignal<String>) {
    let Some(area) = document().get_element_by_id(BODY).and_then(|one| one.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return;
    };
    super::scroll::attend(&area);
    // On the next frame, when the island is there to be drawn into.
    request_animation_frame({
        let (area, words) = (area.clone(), words.clone());
        move || draw(&area, &words, html)
    });
    on_input(area.clone(), words.clone(), html, notice);
    on_paste(&area, words.pasted, notice);
}

/// Draws on the next frame after a key, however many keys came before it.
fn on_input(area: HtmlTextAreaElement, words: PreviewWords, html: RwSignal<String>, notice: RwSignal<String>) {
    let waiting = Rc::new(Cell::new(false));
    window_event_listener(ev::input, move |event| {
        if !is_at(&event, &area) || waiting.replace(true) {
            return;
        }
        let (area, words, waiting) = (area.clone(), words.clone(), Rc::clone(&waiting));
        request_animation_frame(move || {
            waiting.set(false);
            draw(&area, &words, html);
            let too_big = area.value().len() > Body::LIMIT;
            notice.set(if too_big { words.too_big } else { String::new() });
        });
    });
}

fn draw(area: &HtmlTextAreaElement, words: &PreviewWords, html: RwSignal<String>) {
    let rendered = markdown::render(&area.value());
    html.set(markdown::fill(&rendered.html, &words.labels, &Known::default()).into_owned());
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
