//! What is asked of the server while somebody writes.

use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::{Array, JSON, Reflect, encode_uri_component};
use leptos::web_sys::{FormData, XmlHttpRequest};

use super::shown::Told;

/// What came back.
pub(in crate::islands) struct Answer {
    /// 0 when nothing did.
    pub(in crate::islands) status: u16,
    said: JsValue,
}

impl Answer {
    /// A word of the answer; empty when it is not there.
    pub(in crate::islands) fn word(&self, name: &str) -> String {
        word(&self.said, name)
    }

    pub(in crate::islands) fn list(&self, name: &str) -> Vec<JsValue> {
        Reflect::get(&self.said, &name.into()).map(items).unwrap_or_default()
    }

    /// An answer that is a list.
    pub(in crate::islands) fn items(self) -> Vec<JsValue> {
        items(self.said)
    }
}

fn items(list: JsValue) -> Vec<JsValue> {
    list.dyn_into::<Array>().map(|list| list.to_vec()).unwrap_or_default()
}

pub(in crate::islands) fn word(of: &JsValue, name: &str) -> String {
    Told::of(of.clone()).word(name)
}

/// What is sent along.
pub(in crate::islands) enum Sent {
    /// It only asks.
    Nothing,
    /// A form's fields, percent-encoded.
    Form(String),
    /// JSON.
    Json(String),
    /// A form with files.
    Parts(FormData),
}

impl Sent {
    fn kind(&self) -> Option<&'static str> {
        match self {
            Self::Form(_) => Some("application/x-www-form-urlencoded;charset=UTF-8"),
            Self::Json(_) => Some("application/json"),
            Self::Nothing | Self::Parts(_) => None, // the browser knows
        }
    }

    fn send(&self, request: &XmlHttpRequest) -> Result<(), JsValue> {
        match self {
            Self::Nothing => request.send(),
            Self::Form(text) | Self::Json(text) => request.send_with_opt_str(Some(text)),
            Self::Parts(form) => request.send_with_opt_form_data(Some(form)),
        }
    }
}

/// Asks; `most` is in milliseconds, 0 is for ever. The answer comes once, whatever happens but an abort.
pub(in crate::islands) fn ask(
    (method, address): (&str, &str),
    sent: &Sent,
    most: u32,
    then: impl FnOnce(Answer) + 'static,
) -> Option<XmlHttpRequest> {
    ask_after((method, address), sent, most, |_| (), then)
}

/// The same, with something to be done before it goes: who would hear of an upload's progress has to listen by then.
pub(in crate::islands) fn ask_after(
    (method, address): (&str, &str),
    sent: &Sent,
    most: u32,
    before: impl FnOnce(&XmlHttpRequest),
    then: impl FnOnce(Answer) + 'static,
) -> Option<XmlHttpRequest> {
    let request = XmlHttpRequest::new().ok()?;
    request.open(method, address).ok()?;
    request.set_timeout(most);
    let _ = request.set_request_header("Accept", "application/json");
    if let Some(kind) = sent.kind() {
        let _ = request.set_request_header("Content-Type", kind);
    }
    let asked = request.clone();
    let ended = Closure::once_into_js(move || {
        let text = asked.response_text().ok().flatten().unwrap_or_default();
        let said = JSON::parse(&text).unwrap_or(JsValue::UNDEFINED);
        then(Answer { status: asked.status().unwrap_or_default(), said });
    });
    request.set_onloadend(Some(ended.unchecked_ref()));
    before(&request);
    sent.send(&request).ok()?;
    Some(request)
}

pub(in crate::islands) fn escaped(text: &str) -> String {
    encode_uri_component(text).into()
}
