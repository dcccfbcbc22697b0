//! What is not saved yet: in the browser at once, on the server a moment after the last key. Nothing is called kept
//! before the server has said so, and leaving asks only while there are words that neither it nor a save has.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use domain::post::Body;
use leptos::ev;
use leptos::leptos_dom::helpers::{set_timeout, window_event_listener};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::js_sys::{Array, Function, Math, Object, Reflect};
use leptos::web_sys::{FormData, HtmlDocument, HtmlInputElement, Node, Storage, UrlSearchParams, XmlHttpRequest};

use super::paper::Paper;
use crate::islands::ask::{Answer, Sent, ask};
use crate::islands::shown::{Shown, Told};

/// After the last key.
const REST: Duration = Duration::from_secs(2);
/// After the last key, for the browser's own copy.
const SHORT_REST: Duration = Duration::from_millis(250);
/// Between tries while the server is away, at most.
const LONGEST_WAIT: u64 = 60;

#[derive(Clone)]
pub(super) struct Keeper(Rc<Inside>);

struct Inside {
    paper: Paper,
    told: Told,
    state: Shown,
    said: Shown,
    local: Shown,
    /// The word of this page.
    desk: String,
    /// What the server has, or the page came with.
    had: RefCell<String>,
    dirty: Cell<bool>,
    /// Counted up with each key: only the last one's rest is over.
    keys: Cell<usize>,
    asked: RefCell<Option<XmlHttpRequest>>,
    /// Another window has another draft: this one's words stay here.
    elsewhere: Cell<bool>,
    failures: Cell<u32>,
    sending: Cell<bool>,
    /// The copy of an earlier page that is offered.
    offered: RefCell<Option<String>>,
}

impl Keeper {
    pub(super) fn new(paper: &Paper, told: &Told, said: Shown) -> Self {
        let desk = (0..4).map(|_| to_word(Math::random())).collect();
        let keeper = Self(Rc::new(Inside {
            paper: paper.clone(),
            told: told.clone(),
            state: Shown::find(".keep-state"),
            said,
            local: Shown::find(".local-copy"),
            desk,
            had: RefCell::default(),
            dirty: Cell::new(false),
            keys: Cell::new(0),
            asked: RefCell::default(),
            elsewhere: Cell::new(false),
            failures: Cell::new(0),
            sending: Cell::new(false),
            offered: RefCell::default(),
        }));
        keeper.begin();
        keeper
    }

    fn begin(&self) {
        let inside = &self.0;
        let area = &inside.paper.area;
        let came_back = inside.paper.form.has_attribute("data-unsaved");
        let is_typed = area.default_value().is_ok_and(|shown| area.value() != shown);
        *inside.had.borrow_mut() = if came_back || is_typed { String::new() } else { self.typed() };
        self.set_field("desk", &inside.desk);
        forget_ended();
        self.look_for_copy();
        if came_back || is_typed {
            self.changed();
        }
    }

    pub(super) fn listen(&self) {
        for name in ["input", "change"] {
            let keeper = self.clone();
            window_event_listener_untyped(name, move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
                let is_field = target
                    .as_ref()
                    .and_then(|one| one.dyn_ref::<leptos::web_sys::Element>())
                    .is_some_and(|one| one.has_attribute("name"));
                // Leaving a field says that it changed, once more: the server may have it by then.
                let is_known = name == "change" && keeper.typed() == *keeper.0.had.borrow();
                if is_field && !is_known && keeper.0.paper.form.contains(target.as_ref()) {
                    keeper.0.sending.set(false); // whoever writes on has stopped the sending
                    keeper.changed();
                }
            });
        }
        let keeper = self.clone();
        window_event_listener(ev::submit, move |event| {
            if event.target().is_some_and(|target| &target == keeper.0.paper.form.as_ref()) && !keeper.submitted() {
                event.prevent_default();
            }
        });
        // The browser brought the page back as it was: what was sent may not have arrived.
        let keeper = self.clone();
        window_event_listener(ev::pageshow, move |_| keeper.0.sending.set(false));
        let keeper = self.clone();
        window_event_listener(ev::online, move |_| {
            if keeper.0.dirty.get() {
                keeper.send();
            }
        });
        let keeper = self.clone();
        window_event_listener(ev::beforeunload, move |event| {
            keeper.copy();
            if keeper.0.dirty.get() && !keeper.0.sending.get() {
                event.prevent_default();
            }
        });
    }

    /// Whether the form may go.
    fn submitted(&self) -> bool {
        let inside = &self.0;
        if inside.sending.get() {
            return false; // pressed twice
        }
        if inside.paper.area.value().len() > Body::LIMIT {
            inside.said.say(&inside.told.word("too_big"));
            return false;
        }
        // A draft that is on its way now could arrive after the save that ends it.
        if let Some(request) = inside.asked.borrow_mut().take() {
            request.set_onloadend(None);
            let _ = request.abort();
        }
        inside.keys.set(inside.keys.get() + 1);
        inside.sending.set(true);
        self.copy();
        true
    }

    /// Something was typed.
    fn changed(&self) {
        let inside = &self.0;
        let keys = inside.keys.get() + 1;
        inside.keys.set(keys);
        inside.dirty.set(true);
        if !inside.elsewhere.get() && inside.failures.get() == 0 {
            self.say(&inside.told.word("writing"));
        }
        let keeper = self.clone();
        set_timeout(move || keeper.rested(keys, Self::copy), SHORT_REST);
        let keeper = self.clone();
        set_timeout(move || keeper.rested(keys, Self::send), REST);
    }

    fn rested(&self, keys: usize, then: fn(&Self)) {
        if self.0.keys.get() == keys {
            then(self);
        }
    }

    /// Sends what is typed, unless the server has it.
    fn send(&self) {
        let inside = &self.0;
        if inside.elsewhere.get() || inside.sending.get() || inside.asked.borrow().is_some() {
            return;
        }
        let typed = self.typed();
        if typed == *inside.had.borrow() {
            return self.kept(None);
        }
        let keeper = self.clone();
        let sent = Sent::Form(self.form());
        let asked =
            ask(("POST", &inside.told.word("drafts")), &sent, 20_000, move |answer| keeper.answered(&typed, &answer));
        *inside.asked.borrow_mut() = asked;
    }

    fn answered(&self, typed: &str, answer: &Answer) {
        let inside = &self.0;
        inside.asked.borrow_mut().take();
        match answer.status {
            200 => {
                inside.failures.set(0);
                self.set_field("draft", &answer.word("draft"));
                typed.clone_into(&mut inside.had.borrow_mut());
                if self.typed() == typed {
                    self.kept(Some(&answer.word("clock")));
                } else {
                    self.send_later(REST);
                }
            }
            409 => {
                inside.elsewhere.set(true);
                self.copy();
                self.say_here("elsewhere");
            }
            status => {
                let failures = inside.failures.get();
                inside.failures.set(failures + 1);
                self.copy();
                self.say_here(if status == 401 { "signed_out" } else { "offline" });
                self.send_later(Duration::from_secs(2_u64.saturating_pow(failures + 1).min(LONGEST_WAIT)));
            }
        }
    }

    fn send_later(&self, after: Duration) {
        let keeper = self.clone();
        set_timeout(
            move || {
                if keeper.0.dirty.get() {
                    keeper.send();
                }
            },
            after,
        );
    }

    /// The server has all that is typed.
    fn kept(&self, clock: Option<&str>) {
        self.0.dirty.set(false);
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.key());
        }
        match clock {
            Some(clock) => self.say(&self.0.told.word("kept").replace("{clock}", clock)),
            None => self.say(""),
        }
    }

    /// The browser's own copy, as long as the server has not all of it.
    fn copy(&self) {
        if self.0.dirty.get() {
            let done = storage().is_some_and(|storage| storage.set_item(&self.key(), &self.form()).is_ok());
            if !done && self.0.failures.get() > 0 {
                self.say(&self.0.told.word("lost"));
            }
        }
    }

    /// A sentence that is true only if the browser's copy is there.
    fn say_here(&self, name: &str) {
        let is_here = storage().and_then(|all| all.get_item(&self.key()).ok().flatten()).is_some();
        self.say(&self.0.told.word(if is_here { name } else { "lost" }));
    }

    fn say(&self, sentence: &str) {
        self.0.state.say(sentence);
    }

    fn key(&self) -> String {
        format!("{}{}", self.keys_of_place(), self.0.desk)
    }

    fn keys_of_place(&self) -> String {
        format!("dasi-draft:{}:{}:", self.0.told.word("member"), self.0.told.word("of"))
    }

    /// The form as it would be sent.
    fn form(&self) -> String {
        parameters(&self.0.paper.form).map(|all| String::from(Object::to_string(&all))).unwrap_or_default()
    }

    /// What of it somebody typed.
    fn typed(&self) -> String {
        let Some(all) = parameters(&self.0.paper.form) else { return String::new() };
        all.delete("draft");
        all.delete("desk");
        Object::to_string(&all).into()
    }

    fn set_field(&self, name: &str, value: &str) {
        if let Some(field) = self.field(name) {
            field.set_value(value);
        }
    }

    fn field(&self, name: &str) -> Option<HtmlInputElement> {
        self.0.paper.form.elements().named_item(name)?.dyn_into().ok()
    }

    /// Offers what an earlier page left in this browser.
    fn look_for_copy(&self) {
        let Some(storage) = storage() else { return };
        let (place, own) = (self.keys_of_place(), self.0.paper.area.value());
        let count = storage.length().unwrap_or_default();
        let keys: Vec<String> = (0..count).filter_map(|at| storage.key(at).ok().flatten()).collect();
        for key in keys.into_iter().filter(|key| key.starts_with(&place)) {
            let copy = storage.get_item(&key).ok().flatten().unwrap_or_default();
            let body = UrlSearchParams::new_with_str(&copy).ok().and_then(|all| all.get("body")).unwrap_or_default();
            if body.replace("\r\n", "\n") == own {
                let _ = storage.remove_item(&key);
            } else {
                *self.0.offered.borrow_mut() = Some(key);
                self.0.local.show(true);
                return;
            }
        }
    }

    /// Goes on with the copy that is offered, or throws it away.
    pub(super) fn decide(&self, is_used: bool) {
        let Some(key) = self.0.offered.borrow_mut().take() else { return };
        self.0.local.show(false);
        let Some(storage) = storage() else { return };
        let copy = storage.get_item(&key).ok().flatten().unwrap_or_default();
        if is_used && let Ok(all) = UrlSearchParams::new_with_str(&copy) {
            let fields = self.0.paper.form.elements();
            for field in (0..fields.length()).filter_map(|at| fields.item(at)) {
                let name = field.get_attribute("name").unwrap_or_default();
                let value = all.get(&name).filter(|_| !matches!(name.as_str(), "draft" | "desk" | "post" | "kind"));
                if let Some(value) = value {
                    let _ = Reflect::set(&field, &"value".into(), &value.replace("\r\n", "\n").into());
                }
            }
            if let Ok(event) = leptos::web_sys::Event::new("input") {
                let _ = self.0.paper.area.dispatch_event(&event);
            }
            self.changed();
            self.copy();
            self.0.paper.focus();
        }
        let _ = storage.remove_item(&key);
        self.look_for_copy();
    }
}

/// Copies of pages that were saved go: the server has said so by a cookie for each.
fn forget_ended() {
    let (Some(storage), page) = (storage(), document().unchecked_into::<HtmlDocument>()) else { return };
    let cookies = page.cookie().unwrap_or_default();
    for desk in cookies.split("; ").filter_map(|one| one.strip_prefix("dasi-ended-")?.split('=').next()) {
        let count = storage.length().unwrap_or_default();
        let keys: Vec<String> = (0..count).filter_map(|at| storage.key(at).ok().flatten()).collect();
        for key in keys.iter().filter(|key| key.starts_with("dasi-draft:") && key.ends_with(&format!(":{desk}"))) {
            let _ = storage.remove_item(key);
        }
        let _ = page.set_cookie(&format!("dasi-ended-{desk}=; Path=/posts; Max-Age=0"));
    }
}

fn parameters(form: &leptos::web_sys::HtmlFormElement) -> Option<UrlSearchParams> {
    let data = FormData::new_with_form(form).ok()?;
    let class: Function = Reflect::get(&window(), &"URLSearchParams".into()).ok()?.dyn_into().ok()?;
    Reflect::construct(&class, &Array::of1(&data)).ok()?.dyn_into().ok()
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Four letters and digits.
fn to_word(random: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 36⁴")]
    let mut number = (random * 1_679_616.0) as u32;
    let mut word = String::new();
    for _ in 0..4 {
        word.extend(char::from_digit(number % 36, 36));
        number /= 36;
    }
    word
}
