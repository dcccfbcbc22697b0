//! Names that fit what is typed after `@`, `[[` and `#`: a list under the caret (ARIA APG, listbox).

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use domain::editing::{accept, named};
use leptos::ev;
use leptos::leptos_dom::helpers::{request_animation_frame, set_timeout, window_event_listener};
use leptos::prelude::document;
use leptos::web_sys::{HtmlElement, KeyboardEvent};

use super::paper::Paper;
use super::place::place;
use crate::islands::ask::{Sent, ask, escaped, word};
use crate::islands::known;
use crate::islands::shown::Shown;

/// How long a hand rests before names are asked for.
const REST: Duration = Duration::from_millis(120);

/// The list.
#[derive(Clone)]
pub(super) struct Names {
    paper: Paper,
    address: String,
    list: Shown,
    offered: Rc<RefCell<Vec<String>>>,
    chosen: Rc<Cell<usize>>,
    /// Counted up with each question, so that a late answer is known as one.
    asked: Rc<Cell<usize>>,
    /// What was closed by Escape is not opened again before something else is named.
    closed: Rc<RefCell<Option<usize>>>,
}

impl Names {
    pub(super) fn new(paper: &Paper, address: &str) -> Self {
        let address = address.to_owned();
        Self {
            paper: paper.clone(),
            address,
            list: Shown::find("#names"),
            offered: Rc::default(),
            chosen: Rc::default(),
            asked: Rc::default(),
            closed: Rc::default(),
        }
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
        if names.is_empty() {
            return self.close();
        }
        if let Some(list) = self.list.element() {
            list.set_text_content(None);
            for (at, [name, about]) in names.iter().enumerate() {
                let _ = option(list, at, name, about);
            }
        }
        self.offered.replace(names.into_iter().map(|[name, _]| name).collect());
        self.list.show(true);
        self.point();
        let paper = self.paper.clone();
        request_animation_frame(move || {
            let _ = place(&paper); // once it is drawn
        });
    }

    fn close(&self) {
        self.asked.set(self.asked.get() + 1);
        self.offered.take();
        self.list.show(false);
        let _ = self.paper.area.remove_attribute("aria-activedescendant");
    }

    /// Says which is chosen.
    fn point(&self) {
        let chosen = self.chosen.get();
        for at in 0..self.offered.borrow().len() {
            Shown::find(&format!("#name-{at}")).set("aria-selected", if at == chosen { "true" } else { "false" });
        }
        let _ = self.paper.area.set_attribute("aria-activedescendant", &format!("name-{chosen}"));
    }

    /// A key while the list is open; whether it was for the list.
    fn key(&self, key: &str) -> bool {
        let count = self.offered.borrow().len();
        if count == 0 {
            return false;
        }
        match key {
            "ArrowDown" => self.chosen.set((self.chosen.get() + 1) % count),
            "ArrowUp" => self.chosen.set((self.chosen.get() + count - 1) % count),
            "Enter" | "Tab" => return self.choose(self.chosen.get()),
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
        let Some(name) = self.offered.borrow().get(at).cloned() else { return false };
        self.close();
        let done = self.paper.obey(|field| named(field).map(|one| accept(field, &one, &name)));
        self.close();
        done
    }
}

/// Adds a name to the list.
fn option(list: &HtmlElement, at: usize, name: &str, about: &str) -> Option<()> {
    let line = document().create_element("li").ok()?;
    line.set_text_content(Some(&format!("{name} ")));
    let (id, place) = (format!("name-{at}"), at.to_string());
    for (name, value) in [("id", &*id), ("role", "option"), ("data-name", &*place), ("aria-selected", "false")] {
        line.set_attribute(name, value).ok()?;
    }
    let more = document().create_element("small").ok()?;
    more.set_text_content(Some(about));
    line.append_child(&more).ok()?;
    list.append_child(&line).ok()?;
    Some(())
}
