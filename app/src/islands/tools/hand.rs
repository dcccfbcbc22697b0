//! Listens to the page, and hands on to whom it concerns.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use domain::markdown::characters;
use domain::text::CHARACTERS_A_MINUTE;
use leptos::ev;
use leptos::leptos_dom::helpers::{request_animation_frame, set_timeout, window_event_listener};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent};

use super::bring::Porter;
use super::keep::Keeper;
use super::names::Names;
use super::paper::Paper;
use super::{keys, paste};
use crate::islands::shown::{Shown, Told};

/// Remembers which of the two is seen.
const MODE: &str = "dasi-mode";
/// Between counting and counting again.
const COUNTED: Duration = Duration::from_millis(500);

/// Begins to listen. Without the textarea on the page there is nothing to do.
pub(super) fn attend() {
    let Some(paper) = Paper::find() else { return };
    let told = Told::find("data-desk");
    let said = Shown::find(".tools-said");
    let names = Names::new(&paper, &told.word("completions"));
    names.listen(); // before the keys: Enter chooses a name first
    keys::listen(&paper);
    let porter = Porter::new(&paper, &told);
    paste::listen(&paper, &porter, &told, &said);
    let keeper = Keeper::new(&paper, &told, said);
    keeper.listen();
    on_buttons(&paper, &names, &porter, &keeper);
    save_by_keyboard(&paper);
    count(&paper, &told);
    set_mode(&remembered());
}

/// One listener for all buttons of the island.
fn on_buttons(paper: &Paper, names: &Names, porter: &Porter, keeper: &Keeper) {
    window_event_listener(ev::pointerdown, |event: PointerEvent| {
        if closest(&event, "[data-tool], [data-name]").is_some() {
            event.prevent_default(); // the textarea keeps the focus, and a phone its keyboard
        }
    });
    window_event_listener(ev::mousedown, |event: MouseEvent| {
        if closest(&event, "[data-tool], [data-name]").is_some() {
            event.prevent_default();
        }
    });
    let (paper, names, carrier, keeper) = (paper.clone(), names.clone(), porter.clone(), keeper.clone());
    window_event_listener(ev::click, move |event: MouseEvent| {
        let of = |name: &str| closest(&event, &format!("[{name}]")).and_then(|one| one.get_attribute(name));
        let number = |name: &str| of(name).and_then(|number| number.parse::<usize>().ok());
        if let Some(tool) = of("data-tool") {
            if !keys::use_tool(&paper, &tool) {
                open_files();
            }
        } else if let Some(at) = number("data-name") {
            names.choose(at);
        } else if let Some(number) = number("data-retry") {
            carrier.retry(number);
        } else if let Some(number) = number("data-cancel") {
            carrier.cancel(number);
        } else if let Some(choice) = of("data-local") {
            keeper.decide(choice == "use");
        } else if let Some(mode) = closest(&event, "button[data-mode]").and_then(|one| one.get_attribute("data-mode")) {
            set_mode(&mode);
        }
    });
    let porter = porter.clone();
    window_event_listener(ev::change, move |event| {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        if let Some(files) = field.files().filter(|_| field.has_attribute("data-bring")) {
            porter.take(&files);
            field.set_value("");
        } else if let Some(address) = field.get_attribute("data-alt") {
            porter.describe(address, &field.value());
        }
    });
}

fn closest(event: &leptos::web_sys::Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

fn open_files() {
    let field = document().query_selector("[data-bring]").ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        field.click();
    }
}

fn remembered() -> String {
    let storage = window().local_storage().ok().flatten();
    storage.and_then(|all| all.get_item(MODE).ok().flatten()).unwrap_or_else(|| "both".into())
}

/// Write, both, read.
fn set_mode(mode: &str) {
    if let Ok(Some(form)) = document().query_selector("form.write") {
        let _ = form.set_attribute("data-mode", mode);
    }
    let Ok(buttons) = document().query_selector_all("button[data-mode]") else { return };
    for button in (0..buttons.length()).filter_map(|at| buttons.get(at)?.dyn_into::<Element>().ok()) {
        let is_it = button.get_attribute("data-mode").as_deref() == Some(mode);
        let _ = button.set_attribute("aria-pressed", if is_it { "true" } else { "false" });
    }
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(MODE, mode);
    }
}

/// Ctrl/⌘ Enter saves, from any field.
fn save_by_keyboard(paper: &Paper) {
    let paper = paper.clone();
    window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        let saves = event.key() == "Enter"
            && !event.repeat()
            && (event.ctrl_key() || event.meta_key())
            && !paper.is_composing(&event);
        if saves && paper.form.request_submit().is_ok() {
            event.prevent_default();
        }
    });
}

/// Characters and reading time, a moment after the last key.
fn count(paper: &Paper, told: &Told) {
    let shown = Shown::find(".tools-count");
    let (line, minutes) = (told.word("count"), told.word("minutes"));
    let waiting = Rc::new(Cell::new(false));
    let paper = paper.clone();
    let say = move || {
        let count = characters(&paper.area.value());
        let time = minutes.replace("{minutes}", &count.div_ceil(CHARACTERS_A_MINUTE).max(1).to_string());
        shown.say(&line.replace("{characters}", &count.to_string()).replace("{time}", &time));
    };
    request_animation_frame(say.clone());
    window_event_listener(ev::input, move |_| {
        if !waiting.replace(true) {
            let (say, waiting) = (say.clone(), Rc::clone(&waiting));
            set_timeout(
                move || {
                    waiting.set(false);
                    say();
                },
                COUNTED,
            );
        }
    });
}
