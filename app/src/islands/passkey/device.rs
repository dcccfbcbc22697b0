//! The browser's own part: `PublicKeyCredential` (WebAuthn §5.1) in and out as JSON.

use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::{Function, JSON, Reflect};
use leptos::web_sys::{CredentialCreationOptions, CredentialRequestOptions, HtmlElement, HtmlInputElement, Node};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::islands::shown::Shown;

/// Shows the button if the browser makes passkeys here, and listens to it.
pub(super) fn attend() {
    let Some(around) = Shown::find("[data-device]").element().cloned() else { return };
    let can = reader(true).is_ok() && reader(false).is_ok();
    let button = Shown::within(&around, ".submit");
    button.show(can);
    Shown::within(&around, ".soft").show(!can);
    window_event_listener(ev::click, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        if button.element().is_some_and(|one| one.contains(target.as_ref())) {
            spawn_local(ask(around.clone()));
        }
    });
}

/// Asks the device; its answer is sent with the form.
async fn ask(around: HtmlElement) {
    let failed = Shown::within(&around, ".notice");
    failed.show(false);
    let options = around.get_attribute("data-device").unwrap_or_default();
    let said = credential(&options, around.has_attribute("data-makes")).await;
    let field =
        Shown::within(&around, "input").element().and_then(|one| one.clone().dyn_into::<HtmlInputElement>().ok());
    let (Ok(said), Some(field)) = (said, field) else { return failed.show(true) };
    field.set_value(&said);
    failed.show(field.form().is_none_or(|form| form.request_submit().is_err()));
}

async fn credential(options: &str, makes: bool) -> Result<String, JsValue> {
    let (class, read) = reader(makes)?;
    let key = read.call1(&class, &JSON::parse(options)?)?;
    let credentials = window().navigator().credentials();
    let promise = if makes {
        let wish = CredentialCreationOptions::new();
        Reflect::set(&wish, &"publicKey".into(), &key)?;
        credentials.create_with_options(&wish)?
    } else {
        let wish = CredentialRequestOptions::new();
        Reflect::set(&wish, &"publicKey".into(), &key)?;
        credentials.get_with_options(&wish)?
    };
    let credential = JsFuture::from(promise).await?;
    JSON::stringify(&credential).map(String::from) // which asks its `toJSON`
}

/// What reads options from JSON; browsers of before 2025 have none.
fn reader(makes: bool) -> Result<(JsValue, Function), JsValue> {
    let class = Reflect::get(&window(), &"PublicKeyCredential".into())?;
    let name = if makes { "parseCreationOptionsFromJSON" } else { "parseRequestOptionsFromJSON" };
    let read = Reflect::get(&class, &name.into())?.dyn_into()?;
    Ok((class, read))
}
