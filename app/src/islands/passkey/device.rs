//! The browser's own part: `PublicKeyCredential` (WebAuthn §5.1) in and out as JSON.

use leptos::html;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::{Function, JSON, Reflect};
use leptos::web_sys::{CredentialCreationOptions, CredentialRequestOptions};
use wasm_bindgen_futures::JsFuture;

/// Says whether the browser makes passkeys here; on the next frame, when the island is there to be drawn into.
pub(super) fn look(can: RwSignal<bool>) {
    request_animation_frame(move || can.set(reader(true).is_ok() && reader(false).is_ok()));
}

/// Asks the device; its answer is sent with the form.
pub(super) fn ask(options: String, makes: bool, answer: NodeRef<html::Input>, failed: RwSignal<bool>) {
    failed.set(false);
    spawn_local(async move {
        let Ok(said) = credential(&options, makes).await else { return failed.set(true) };
        let Some(field) = answer.get_untracked() else { return };
        field.set_value(&said);
        let sent = field.form().is_some_and(|form| form.request_submit().is_ok());
        failed.set(!sent);
    });
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
