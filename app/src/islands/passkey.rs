//! Asks the device for a passkey, and sends the form it is in with the answer.

#![allow(missing_docs, reason = "#[island] makes items that cannot have any")]

use leptos::html;
use leptos::prelude::*;

/// The words it needs, from the server, so that the bundle carries no translations.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct DeviceWords {
    /// On the button.
    pub ask: String,
    /// Instead of the button, where a browser has no passkeys; none says nothing.
    pub cannot: Option<String>,
    /// After a no.
    pub failed: String,
}

/// A button that asks for a passkey, once the browser has said that it can.
#[island]
pub fn AskDevice(
    /// What the device is asked, as JSON.
    options: String,
    /// Whether it makes one; else it shows one.
    makes: bool,
    /// Every word it shows.
    words: DeviceWords,
) -> impl IntoView {
    let can = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let answer = NodeRef::<html::Input>::new();
    #[cfg(feature = "hydrate")]
    device::look(can);
    let ask = move |_| {
        #[cfg(feature = "hydrate")]
        device::ask(options.clone(), makes, answer, failed);
        #[cfg(not(feature = "hydrate"))]
        let _ = (&options, makes);
    };
    view! {
        <input type="hidden" name="passkey" node_ref=answer />
        <p class="submit" hidden=move || !can.get()>
            <button type="button" class="button" on:click=ask>{words.ask}</button>
        </p>
        <p class="soft" hidden=move || can.get()>{words.cannot}</p>
        <div role="status"><p class="notice bad" hidden=move || !failed.get()>{words.failed}</p></div>
    }
}

#[cfg(feature = "hydrate")]
mod device;
