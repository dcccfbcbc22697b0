//! Pictures and files on their way, one after another. Their Markdown is written where the caret was, whatever was
//! typed meanwhile.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use domain::editing::Change;
use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{File, FileList, FormData, HtmlElement, ProgressEvent, XmlHttpRequest};

use super::paper::{Mark, Paper};
use super::row::Row;
use crate::islands::ask::{Answer, Sent, ask_after};
use crate::islands::shown::Told;

/// Carries files to the house.
#[derive(Clone)]
pub(super) struct Porter(Rc<Desk>);

struct Desk {
    paper: Paper,
    address: String,
    told: Told,
    waiting: RefCell<VecDeque<Load>>,
    failures: RefCell<Vec<Load>>,
    /// The one that is on its way.
    now: RefCell<Option<(Load, XmlHttpRequest)>>,
    numbers: Cell<usize>,
}

#[derive(Clone)]
struct Load {
    /// Counted up.
    number: usize,
    file: File,
    mark: Mark,
    row: Row,
}

impl Porter {
    pub(super) fn new(paper: &Paper, told: &Told) -> Self {
        Self(Rc::new(Desk {
            paper: paper.clone(),
            address: told.word("uploads"),
            told: told.clone(),
            waiting: RefCell::default(),
            failures: RefCell::default(),
            now: RefCell::default(),
            numbers: Cell::new(0),
        }))
    }

    /// Takes files; whether there were any.
    pub(super) fn take(&self, files: &FileList) -> bool {
        let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
        let mark = self.0.paper.mark();
        let are_some = !files.is_empty();
        for file in files {
            let number = self.0.numbers.get() + 1;
            self.0.numbers.set(number);
            let row = Row::add(number, &file.name());
            let load = Load { number, file, mark: mark.clone(), row };
            self.goes(&load, 0);
            self.0.waiting.borrow_mut().push_back(load);
        }
        self.go();
        are_some
    }

    pub(super) fn retry(&self, number: usize) {
        let mut failures = self.0.failures.borrow_mut();
        if let Some(at) = failures.iter().position(|load| load.number == number) {
            let load = failures.remove(at);
            drop(failures);
            self.goes(&load, 0);
            self.0.waiting.borrow_mut().push_back(load);
            self.go();
        }
    }

    pub(super) fn cancel(&self, number: usize) {
        let stays = |load: &Load| {
            if load.number == number {
                load.row.remove();
            }
            load.number != number
        };
        self.0.waiting.borrow_mut().retain(stays);
        self.0.failures.borrow_mut().retain(stays);
        let now = self.0.now.borrow_mut().take_if(|(load, _)| load.number == number);
        if let Some((load, request)) = now {
            load.row.remove();
            request.set_onloadend(None);
            let _ = request.abort();
            self.go();
        }
    }

    /// Sends the next, unless one is on its way.
    fn go(&self) {
        if self.0.now.borrow().is_some() {
            return;
        }
        let Some(load) = self.0.waiting.borrow_mut().pop_front() else { return };
        let Ok(form) = FormData::new() else { return };
        let _ = form.append_with_blob_and_filename("file", &load.file, &load.file.name());
        let (porter, sent) = (self.clone(), load.clone());
        let (shows, going) = (self.clone(), load.clone());
        let progress = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100")]
            let percent = (event.loaded() / event.total().max(1.0) * 100.0) as u32;
            shows.goes(&going, percent);
        });
        let progress = progress.into_js_value();
        let hear = |request: &XmlHttpRequest| {
            if let Ok(upload) = request.upload() {
                upload.set_onprogress(Some(progress.unchecked_ref()));
            }
        };
        let then = move |answer: Answer| porter.arrived(&sent, &answer);
        let request = ask_after(("POST", &self.0.address), &Sent::Parts(form), 0, hear, then);
        let Some(request) = request else { return self.fail(&load, "") };
        *self.0.now.borrow_mut() = Some((load, request));
    }

    fn arrived(&self, load: &Load, answer: &Answer) {
        self.0.now.borrow_mut().take();
        let address = answer.word("address");
        if answer.status != 201 || address.is_empty() {
            self.fail(load, &answer.word("problem"));
        } else {
            let is_picture = answer.word("kind") == "picture";
            let name = escaped(&load.file.name());
            let markdown = if is_picture { format!("![]({address})\n") } else { format!("[{name}]({address})\n") };
            self.0.paper.write_at(&load.mark, &markdown);
            if is_picture {
                load.row.arrived(&address, &self.0.told.word("done").replace("{name}", &load.file.name()));
            } else {
                load.row.remove();
            }
        }
        self.go();
    }

    fn goes(&self, load: &Load, percent: u32) {
        let words = self.0.told.word("going").replace("{name}", &load.file.name());
        load.row.goes(percent, &words.replace("{percent}", &percent.to_string()));
    }

    fn fail(&self, load: &Load, problem: &str) {
        let failed = self.0.told.word("failed").replace("{name}", &load.file.name());
        load.row.failed(if problem.is_empty() { &failed } else { problem });
        self.0.failures.borrow_mut().push(load.clone());
    }

    /// Writes a picture's words into its brackets; on the next turn, when the focus has gone where it was going.
    pub(super) fn describe(&self, address: String, words: &str) {
        let (paper, words) = (self.0.paper.clone(), escaped(words.trim()));
        set_timeout(
            move || {
                let active = document().active_element().and_then(|one| one.dyn_into::<HtmlElement>().ok());
                paper.obey(|field| {
                    let end = field.text.find(&format!("]({address})"))?;
                    let start = field.text[..end].rfind("![")? + 2;
                    let grown = |at: usize| if at >= end { at - (end - start) + words.len() } else { at.min(start) };
                    let selected = grown(field.start)..grown(field.end);
                    Some(Change { range: start..end, text: words, selected })
                });
                if let Some(active) = active {
                    let _ = active.focus();
                }
            },
            std::time::Duration::ZERO,
        );
    }
}

/// Words between brackets.
fn escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]").replace('\n', " ")
}
