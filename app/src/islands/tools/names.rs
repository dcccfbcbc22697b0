//! Names that fit what is typed after `@`, `[[` and `#`: a list under the caret (ARIA APG, listbox).

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use domain::editing::{accept, named};
use leptos::ev;
use leptos::leptos_dom::helpers::{request_animation_frame, set_timeout, window_event_listener};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement, KeyboardEvent};

use super::paper::Paper;
use crate::islands::ask::{Sent, ask, escaped, word};
use crate::islands::known;

/// How long a hand rests before names are asked for.
const REST: Duration = Duration::from_millis(120);

/// The list.
#[derive(Clone)]
pub(super) struct Names {
    paper: Paper,
    address: String,
    offered: RwSignal<Vec<[String; 2]>>,
    chosen: RwSignal<usize>,
    /// Counted up with each question, so that a late answer is known as one.
    asked: Rc<Cell<usize>>,
    /// What was closed by Escape is not opened again before something else is named.
    closed: Rc<RefCell<Option<usize>>>,
}

impl Names {
    pub(super) fn new(
        paper: &Paper,
        address: &str,
        offered: RwSignal<Vec<[String; 2]>>,
        chosen: RwSignal<usize>,
    ) -> Self {
        let address = address.to_owned();
        Self { paper: paper.clone(), address, offered, chosen, asked: Rc::default(), closed: Rc::default() }
    }

    pub(super) fn listen(&self) {
        for (name, value) in [("aria-autocomplete", "list"), ("aria-controls", "names"), ("aria-haspopup", "listbox")] {
            let _ = self.paper.area.set_attribute(name, value);
        }
        let here = self.clone();
        window_event_listener(ev::input, move |event| {
            if here.paper.is_at(&event) {
                here.look();
            }
        });
        let here = self.clone();
        window_event_listener(ev::keydown, move |event: KeyboardEvent| {
            if here.paper.is_at(&event) && !here.paper.is_composing(&event) && here.key(&event.key()) {
                event.prevent_default();
            }
        });
        let here = self.clone();
        window_event_listener(ev::focusout, move |event| {
            if here.paper.is_at(&event) {
                here.close();
            }
        });
    }

    /// Asks for names, if something is being named.
    fn look(&self) {
        let asked = self.asked.get() + 1;
        self.asked.set(asked);
        let Some((of, typed, from)) =
            self.paper.with(|field| named(field).map(|one| (one.of, one.typed.to_owned(), one.from)))
        else {
            self.closed.take();
            return self.close();
        };
        if *self.closed.borrow() == Some(from) {
            return;
        }
        let here = self.clone();
        set_timeout(
            move || {
                if here.asked.get() != asked {
                    return;
                }
                let address = format!("{}?of={}&q={}", here.address, of.as_str(), escaped(&typed));
                ask(("GET", &address), &Sent::Nothing, 0, move |answer| {
                    if here.asked.get() == asked {
                        let names = answer.list("names");
                        let shown = names.iter().map(|one| [word(one, "name"), word(one, "about")]).collect();
                        known::learn(of, names.iter().map(|one| [word(one, "name"), word(one, "href")]));
                        here.show(shown);
                    }
                });
            },
            REST,
        );
    }

    fn show(&self, names: Vec<[String; 2]>) {
        self.chosen.set(0);
        let are_some = !names.is_empty();
        self.offered.set(names);
        if are_some {
            let paper = self.paper.clone();
            request_animation_frame(move || {
                let _ = place(&paper); // once it is drawn
            });
            self.point();
        } else {
            self.close();
        }
    }

    fn close(&self) {
        self.asked.set(self.asked.get() + 1);
        if !self.offered.with_untracked(Vec::is_empty) {
            self.offered.set(Vec::new());
        }
        let _ = self.paper.area.remove_attribute("aria-activedescendant");
    }

    fn point(&self) {
        let id = format!("name-{}", self.chosen.get_untracked());
        let _ = self.paper.area.set_attribute("aria-activedescendant", &id);
    }

    /// A key while the list is open; whether it was for the list.
    fn key(&self, key: &str) -> bool {
        let count = self.offered.with_untracked(Vec::len);
        if count == 0 {
            return false;
        }
        match key {
            "ArrowDown" => self.chosen.update(|at| *at = (*at + 1) % count),
            "ArrowUp" => self.chosen.update(|at| *at = (*at + count - 1) % count),
            "Enter" | "Tab" => return self.choose(self.chosen.get_untracked()),
            "Escape" => {
                *self.closed.borrow_mut() = self.paper.with(|field| named(field).map(|one| one.from));
                self.close();
                return true;
            }
            _ => return false,
        }
        self.point();
        true
    }

    /// Writes a name of the list; whether there was one.
    pub(super) fn choose(&self, at: usize) -> bool {
        let Some([name, _]) = self.offered.with_untracked(|names| names.get(at).cloned()) else { return false };
        self.close();
        let done = self.paper.obey(|field| named(field).map(|one| accept(field, &one, &name)));
        self.close();
        done
    }
}

/// Puts the list under the caret, measured in a twin of the textarea: a textarea tells nobody where its caret is.
fn place(paper: &Paper) -> Option<()> {
    const SAME: [&str; 9] = [
        "font",
        "line-height",
        "letter-spacing",
        "padding",
        "border-width",
        "box-sizing",
        "word-break",
        "tab-size",
        "overflow-wrap",
    ];
    let area = &paper.area;
    let twin: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    let (from, to) = (window().get_computed_style(area).ok()??, twin.style());
    for name in SAME {
        let _ = to.set_property(name, &from.get_property_value(name).ok()?);
    }
    for (name, value) in [("position", "absolute"), ("visibility", "hidden"), ("white-space", "pre-wrap")] {
        let _ = to.set_property(name, value);
    }
    let _ = to.set_property("inline-size", &format!("{}px", area.offset_width()));
    twin.set_text_content(Some(&paper.with(|field| field.text[..field.start].to_owned())));
    let caret: HtmlElement = document().create_element("span").ok()?.dyn_into().ok()?;
    caret.set_text_content(Some("."));
    twin.append_child(&caret).ok()?;
    document().body()?.append_child(&twin).ok()?;
    let (x, y) = (caret.offset_left(), caret.offset_top() + caret.offset_height() - area.scroll_top());
    Element::remove(&twin);
    let list: HtmlElement = document().get_element_by_id("names")?.dyn_into().ok()?;
    let around = list.offset_parent()?.get_bounding_client_rect();
    let rect = area.get_bounding_client_rect();
    let right = f64::from(area.client_width()) - 240.0;
    let _ = list
        .style()
        .set_property("left", &format!("{}px", rect.left() - around.left() + f64::from(x).min(right).max(0.0)));
    let _ = list.style().set_property("top", &format!("{}px", rect.top() - around.top() + f64::from(y) + 4.0));
    Some(())
}
