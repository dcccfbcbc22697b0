//! What each tool and each key does.

use std::cell::Cell;

use domain::editing::{self, Block, Direction, Field, Mark};
use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, KeyboardEvent};

use super::paper::Paper;

/// Does what a tool is for; whether there is such a tool.
pub(super) fn use_tool(paper: &Paper, tool: &str) -> bool {
    let rule: fn(&Field<'_>) -> Option<editing::Change> = match tool {
        "strong" => |field| Some(editing::toggle(field, Mark::Strong)),
        "emphasis" => |field| Some(editing::toggle(field, Mark::Emphasis)),
        "strikethrough" => |field| Some(editing::toggle(field, Mark::Strikethrough)),
        "code" => |field| Some(editing::toggle(field, Mark::Code)),
        "link" => |field| Some(editing::link(field)),
        "heading" => |field| Some(editing::heading(field, true)),
        "bigger" => |field| Some(editing::heading(field, false)),
        "quote" => |field| Some(editing::lines(field, Block::Quote)),
        "bullets" => |field| Some(editing::lines(field, Block::Bullets)),
        "numbers" => |field| Some(editing::lines(field, Block::Numbers)),
        "tasks" => |field| Some(editing::lines(field, Block::Tasks)),
        "in" => |field| editing::indent(field, Direction::In),
        "out" => |field| editing::indent(field, Direction::Out),
        _ => return false,
    };
    paper.obey(rule);
    paper.focus();
    true
}

/// The tool of a key pressed with Ctrl or ⌘.
fn tool(event: &KeyboardEvent) -> &'static str {
    match (event.code().as_str(), event.shift_key()) {
        ("KeyB", false) => "strong",
        ("KeyI", false) => "emphasis",
        ("KeyK", false) => "link",
        ("KeyE", false) => "code",
        ("KeyX", true) => "strikethrough",
        ("Digit5", true) => "bigger",
        ("Digit6", true) => "heading",
        ("Digit7", true) => "numbers",
        ("Digit8", true) => "bullets",
        ("Digit9", true) => "quote",
        ("KeyL", true) => "tasks",
        _ => "",
    }
}

pub(super) fn listen(paper: &Paper) {
    let paper = paper.clone();
    let is_leaving = Cell::new(false);
    window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        if !paper.is_at(&event) {
            return walk(&event);
        }
        if event.default_prevented() || paper.is_composing(&event) || event.alt_key() {
            return;
        }
        let is_leaving = is_leaving.replace(event.key() == "Escape");
        let with = event.ctrl_key() || event.meta_key();
        let done = match (event.key().as_str(), with, event.shift_key()) {
            (_, true, _) => use_tool(&paper, tool(&event)),
            ("Enter", false, false) => paper.obey(editing::enter),
            ("Tab", false, shift) if !is_leaving => {
                paper.obey(|field| editing::indent(field, if shift { Direction::Out } else { Direction::In }))
            }
            _ => false,
        };
        if done {
            event.prevent_default();
        }
    });
}

/// Arrow keys in the toolbar (ARIA APG, toolbar).
fn walk(event: &KeyboardEvent) {
    let Some(here) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return };
    if !here.has_attribute("data-tool") {
        return;
    }
    let next = match event.key().as_str() {
        "ArrowRight" => here.next_element_sibling(),
        "ArrowLeft" => here.previous_element_sibling(),
        "Home" => here.parent_element().and_then(|all| all.first_element_child()),
        _ => None,
    };
    let next = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()).filter(|next| next.has_attribute("data-tool"));
    if let Some(next) = next {
        event.prevent_default();
        let _ = here.set_attribute("tabindex", "-1");
        let _ = next.set_attribute("tabindex", "0");
        let _ = next.focus();
    }
}
