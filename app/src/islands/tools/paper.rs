//! The textarea: what it holds, and changing it as if by typing, which alone keeps the browser's own undo.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use domain::editing::{Change, Field};
use leptos::ev;
use leptos::leptos_dom::helpers::{set_timeout, window_event_listener};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlDocument, HtmlElement, HtmlFormElement, HtmlTextAreaElement, KeyboardEvent};

/// The textarea of the form.
#[derive(Clone)]
pub(super) struct Paper {
    pub(super) area: HtmlTextAreaElement,
    pub(super) form: HtmlFormElement,
    state: Rc<State>,
}

#[derive(Default)]
struct State {
    /// Whether an input method is at work, in whichever field.
    composing: Cell<bool>,
    /// What waits until it is not.
    waiting: RefCell<Vec<Box<dyn FnOnce()>>>,
    places: RefCell<Vec<Weak<Cell<usize>>>>,
    before: RefCell<String>,
}

/// A place in the text that moves along with edits before it, in bytes.
pub(super) type Mark = Rc<Cell<usize>>;

impl Paper {
    pub(super) fn find() -> Option<Self> {
        let area: HtmlTextAreaElement = document().get_element_by_id("body")?.dyn_into().ok()?;
        let paper = Self { form: area.form()?, area, state: Rc::default() };
        window_event_listener(ev::compositionstart, {
            let state = Rc::clone(&paper.state);
            move |_| state.composing.set(true)
        });
        window_event_listener(ev::compositionend, {
            let state = Rc::clone(&paper.state);
            move |_| {
                state.composing.set(false);
                let state = Rc::clone(&state);
                set_timeout(move || state.go_on(), std::time::Duration::ZERO);
            }
        });
        window_event_listener(ev::input, {
            let paper = paper.clone();
            move |event| {
                if paper.is_at(&event) {
                    paper.follow();
                }
            }
        });
        Some(paper)
    }

    pub(super) fn is_at(&self, event: &Event) -> bool {
        event.target().is_some_and(|target| &target == self.area.as_ref())
    }

    /// Whether a key belongs to an input method: Safari sends its last Enter after the composition's end, as key 229.
    pub(super) fn is_composing(&self, event: &KeyboardEvent) -> bool {
        self.state.composing.get() || event.is_composing() || event.key_code() == 229
    }

    /// Does something now, or when the input method has done: a selection set meanwhile would cut it short.
    pub(super) fn when_composed(&self, work: impl FnOnce() + 'static) {
        if self.state.composing.get() {
            self.state.waiting.borrow_mut().push(Box::new(work));
        } else {
            work();
        }
    }

    /// What a rule says to the text and the selection, if anything.
    pub(super) fn with<T>(&self, rule: impl FnOnce(&Field<'_>) -> T) -> T {
        let text = self.area.value();
        let (start, end) = self.selected();
        rule(&Field::new(&text, bytes(&text, start), bytes(&text, end)))
    }

    /// Whether the selection begins in code.
    pub(super) fn is_in_code(&self) -> bool {
        let text = self.area.value();
        let (start, end) = self.selected();
        Field::new(&text, bytes(&text, start), bytes(&text, end)).is_in_code()
    }

    /// Does what a rule says; whether it said anything.
    pub(super) fn obey(&self, rule: impl FnOnce(&Field<'_>) -> Option<Change>) -> bool {
        let change = self.with(rule);
        if let Some(change) = &change {
            self.make(change);
        }
        change.is_some()
    }

    pub(super) fn make(&self, change: &Change) {
        let text = self.area.value();
        self.focus();
        let (from, to) = (units(&text, change.range.start), units(&text, change.range.end));
        let _ = self.area.set_selection_range(from, to);
        let document: HtmlDocument = document().unchecked_into();
        let (command, value) = if change.text.is_empty() { ("delete", "") } else { ("insertText", &*change.text) };
        let is_nothing = from == to && change.text.is_empty();
        let done = is_nothing || document.exec_command_with_show_ui_and_value(command, false, value).unwrap_or(false);
        let after = change.applied(&text);
        if !done || self.area.value() != after {
            self.area.set_value(&after); // only undo is lost
            if let Ok(event) = Event::new_with_event_init_dict("input", &bubbling()) {
                let _ = self.area.dispatch_event(&event);
            }
        }
        let (start, end) = (units(&after, change.selected.start), units(&after, change.selected.end));
        let _ = self.area.set_selection_range(start, end);
    }

    /// Writes at a place, and leaves selection and focus where they were.
    pub(super) fn write_at(&self, mark: &Mark, text: &str) {
        let (paper, mark, text) = (self.clone(), Rc::clone(mark), text.to_owned());
        self.when_composed(move || {
            let held = paper.area.value();
            let at = mark.get().min(held.len());
            let (start, end) = paper.selected();
            let (start, end) = (bytes(&held, start), bytes(&held, end));
            let moved = |place: usize| if place >= at { place + text.len() } else { place };
            let active = document().active_element().and_then(|one| one.dyn_into::<HtmlElement>().ok());
            paper.make(&Change { range: at..at, selected: moved(start)..moved(end), text: text.clone() });
            mark.set(at + text.len());
            if let Some(active) = active.filter(|one| one.unchecked_ref::<HtmlTextAreaElement>() != &paper.area) {
                let _ = active.focus();
            }
        });
    }

    /// A mark where the selection begins.
    pub(super) fn mark(&self) -> Mark {
        let mark = Rc::new(Cell::new(self.with(|field| field.start)));
        *self.state.before.borrow_mut() = self.area.value();
        self.state.places.borrow_mut().push(Rc::downgrade(&mark));
        mark
    }

    pub(super) fn focus(&self) {
        let _ = self.area.focus();
    }

    fn selected(&self) -> (u32, u32) {
        let place = |found: Result<Option<u32>, _>| found.ok().flatten().unwrap_or_default();
        (place(self.area.selection_start()), place(self.area.selection_end()))
    }

    /// Moves marks along with an edit.
    fn follow(&self) {
        let mut places = self.state.places.borrow_mut();
        places.retain(|place| place.strong_count() > 0);
        if places.is_empty() {
            return;
        }
        let after = self.area.value();
        let before = self.state.before.replace(after.clone());
        let same = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
        let most = before.len().min(after.len()) - same;
        let end =
            before.bytes().rev().zip(after.bytes().rev()).take(most).take_while(|(one, other)| one == other).count();
        for place in places.iter().filter_map(Weak::upgrade) {
            let at = place.get();
            if at > same {
                let until = before.len() - end;
                place.set(if at >= until { at + after.len() - before.len() } else { same });
            }
        }
    }
}

impl State {
    fn go_on(&self) {
        if !self.composing.get() {
            let waiting = self.waiting.take();
            for work in waiting {
                work();
            }
        }
    }
}

fn bubbling() -> leptos::web_sys::EventInit {
    let init = leptos::web_sys::EventInit::new();
    init.set_bubbles(true);
    init
}

/// The browser counts in UTF-16.
fn bytes(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    for (at, one) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(one.len_utf16());
    }
    text.len()
}

fn units(text: &str, bytes: usize) -> u32 {
    u32::try_from(text[..bytes].chars().map(char::len_utf16).sum::<usize>()).unwrap_or(u32::MAX)
}
