//! What is asked of the server while somebody writes.

use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::XmlHttpRequest;
use leptos::web_sys::js_sys::{JSON, Reflect, encode_uri_component};

/// What came back.
pub(super) struct Answer {
    /// 0 when nothing did.
    pub(super) status: u16,
    said: JsValue,
}

impl Answer {
    /// A word of the answer; empty when it is not there.
    pub(super) fn word(&self, name: &str) -> String {
        word(&self.said, name)
    }

    pub(super) fn list(&self, name: &str) -> Vec<JsValue> {
        let list = Reflect::get(&self.said, &name.into()).ok();
        list.and_then(|list| list.dyn_into::<leptos::web_sys::js_sys::Array>().ok())
            .map(|list| list.to_vec())
            .unwrap_or_default()
    }
}

pub(super) fn word(of: &JsValue, name: &str) -> String {
    Reflect::get(of, &name.into()).ok().and_then(|word| word.as_string()).unwrap_or_default()
}

/// Asks; `most` is in milliseconds, 0 is for ever. The answer comes once, whatever happens but an abort.
pub(super) fn ask(
    (method, address): (&str, &str),
    body: Option<&JsValue>,
    most: u32,
    then: impl FnOnce(Answer) + 'static,
) -> Option<XmlHttpRequest> {
    ask_after((method, address), body, most, |_| (), then)
}

/// The same, with something to be done before it goes: who would hear of an upload's progress has to listen by then.
pub(super) fn ask_after(
    (method, address): (&str, &str),
    body: Option<&JsValue>,
    most: u32,
    before: impl FnOnce(&XmlHttpRequest),
    then: impl FnOnce(Answer) + 'static,
) -> Option<XmlHttpRequest> {
    let request = XmlHttpRequest::new().ok()?;
    request.open(method, address).ok()?;
    request.set_timeout(most);
    let _ = request.set_request_header("Accept", "application/json");
    if body.is_some_and(JsValue::is_string) {
        let _ = request.set_request_header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
    }
    let asked = request.clone();
    let ended = Closure::once_into_js(move || {
        let text = asked.response_text().ok().flatten().unwrap_or_default();
        let said = JSON::parse(&text).unwrap_or(JsValue::UNDEFINED);
        then(Answer { status: asked.status().unwrap_or_default(), said });
    });
    request.set_onloadend(Some(ended.unchecked_ref()));
    before(&request);
    request.send_with_opt_str_or_body(body).ok()?;
    Some(request)
}

trait Send {
    fn send_with_opt_str_or_body(&self, body: Option<&JsValue>) -> Result<(), JsValue>;
}

impl Send for XmlHttpRequest {
    /// Either a form as text or [`leptos::web_sys::FormData`].
    fn send_with_opt_str_or_body(&self, body: Option<&JsValue>) -> Result<(), JsValue> {
        match body {
            None => self.send(),
            Some(body) => match body.as_string() {
                Some(text) => self.send_with_opt_str(Some(&text)),
                None => self.send_with_opt_form_data(body.dyn_ref()),
            },
        }
    }
}

pub(super) fn escaped(text: &str) -> String {
    encode_uri_component(text).into()
}
