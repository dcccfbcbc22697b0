//! Asks the device for a passkey, and sends the form it is in with the answer.

#![allow(missing_docs, reason = "#[island] makes items that cannot have any")]

use leptos::prelude::*;

/// The words beside the button.
#[cfg(feature = "ssr")]
pub(crate) struct DeviceWords {
    /// On the button.
    pub(crate) ask: &'static str,
    /// Instead of the button, where a browser has no passkeys; none says nothing.
    pub(crate) cannot: Option<&'static str>,
    /// After a no.
    pub(crate) failed: &'static str,
}

/// A button that asks for a passkey, once the browser has said that it can. `options` is what the device is asked, as
/// JSON; `makes` says whether it makes one, or shows one.
#[cfg(feature = "ssr")]
pub(crate) fn ask_device(options: String, makes: bool, words: &DeviceWords) -> impl IntoView + use<> {
    let DeviceWords { ask, cannot, failed } = *words;
    view! {
        <div class="device" data-device=options data-makes=makes.then_some("")>
            <input type="hidden" name="passkey" />
            <p class="submit" hidden>
                <button type="button" class="button">{ask}</button>
            </p>
            <p class="soft">{cannot}</p>
            <div role="status"><p class="notice bad" hidden>{failed}</p></div>
            <AskDevice />
        </div>
    }
}

/// Listens to the button beside it.
#[island]
pub fn AskDevice() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    device::attend();
}

#[cfg(feature = "hydrate")]
mod device;
