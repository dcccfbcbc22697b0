//! What is pasted and dropped: an address over words, files, rich text. Anything else is the browser's.

use std::cell::Cell;
use std::rc::Rc;

use domain::editing::over_selection;
use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener;
use leptos::web_sys::{ClipboardEvent, DragEvent, KeyboardEvent};

use super::bring::Porter;
use super::paper::Paper;
use crate::islands::ask::{Sent, ask, escaped};
use crate::islands::shown::{Shown, Told};

/// Longer than that, and the plain text is pasted.
const PATIENCE: u32 = 3_000;
/// What rich text has that plain text has not.
const RICH: [&str; 15] = [
    "<b>",
    "<b ",
    "<strong",
    "<i>",
    "<em",
    "<h1",
    "<h2",
    "<h3",
    "<a ",
    "<li",
    "<table",
    "<blockquote",
    "<code",
    "mso-list",
    "font-weight",
];
/// Code copied from an editor: its colours are no formatting.
const CODE: [&str; 2] = ["white-space: pre;", "white-space:pre;"];

pub(super) fn listen(paper: &Paper, porter: &Porter, told: &Told, said: &Shown) {
    let (address, said) = (told.word("markdown"), said.clone());
    let words = [told.word("turned"), told.word("plain_instead")];
    let is_plain = Rc::new(Cell::new(false));
    window_event_listener(ev::keydown, {
        let is_plain = Rc::clone(&is_plain);
        move |event: KeyboardEvent| is_plain.set(event.shift_key())
    });
    window_event_listener(ev::paste, {
        let (paper, porter) = (paper.clone(), porter.clone());
        move |event: ClipboardEvent| {
            if paper.is_at(&event) && !is_plain.get() && take(&event, &paper, &porter, &address, &words, &said) {
                event.prevent_default();
            }
        }
    });
    let (dragged, porter) = (paper.clone(), porter.clone());
    window_event_listener(ev::dragover, move |event: DragEvent| {
        let has_files = event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0));
        if dragged.is_at(&event) && has_files {
            event.prevent_default();
        }
    });
    let paper = paper.clone();
    window_event_listener(ev::drop, move |event: DragEvent| {
        if let Some(files) = event.data_transfer().and_then(|data| data.files()).filter(|_| paper.is_at(&event))
            && porter.take(&files)
        {
            event.prevent_default();
        }
    });
}

fn take(
    event: &ClipboardEvent,
    paper: &Paper,
    porter: &Porter,
    address: &str,
    words: &[String; 2],
    said: &Shown,
) -> bool {
    let Some(data) = event.clipboard_data() else { return false };
    let plain = data.get_data("text/plain").unwrap_or_default();
    if paper.obey(|field| over_selection(field, &plain)) {
        return true;
    }
    let html = data.get_data("text/html").unwrap_or_default();
    if plain.is_empty() && data.files().is_some_and(|files| porter.take(&files)) {
        return true;
    }
    let is_rich = RICH.iter().any(|mark| html.contains(mark)) && !CODE.iter().any(|mark| html.contains(mark));
    if !is_rich || paper.is_in_code() {
        return false;
    }
    turn(paper, address, &html, plain, words.clone(), said.clone());
    true
}

/// Asks for the Markdown and writes it where the caret was; the plain text, when none comes in time.
fn turn(paper: &Paper, address: &str, html: &str, plain: String, words: [String; 2], said: Shown) {
    paper.obey(|field| {
        (!field.is_caret()).then(|| domain::editing::Change {
            range: field.start..field.end,
            text: String::new(),
            selected: field.start..field.start,
        })
    });
    let mark = paper.mark();
    let form = Sent::Form(format!("html={}", escaped(html)));
    let [turned, plain_instead] = words;
    let sheet = paper.clone();
    let (other, instead) = (mark.clone(), plain.clone());
    let asked = ask(("POST", address), &form, PATIENCE, move |answer| {
        let markdown = answer.word("markdown");
        let is_turned = answer.status == 200 && !markdown.is_empty();
        sheet.write_at(&mark, if is_turned { &markdown } else { &plain });
        said.say(if is_turned { &turned } else { &plain_instead });
    });
    if asked.is_none() {
        paper.write_at(&other, &instead);
    }
}
