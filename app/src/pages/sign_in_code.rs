//! The second half of the door.

use axum::response::Response;
use domain::problem::Problems;
use leptos::prelude::*;

use crate::components::field::{Field, input};
use crate::components::submit::submit;
use crate::context::Visit;
use crate::islands::passkey::{DeviceWords, ask_device};
use crate::routes;
use crate::shell::{Here, Page};

/// `passkey` is what a device is asked, if the member has one.
pub(crate) fn page(visit: &Visit, next: Option<&str>, passkey: Option<String>, problems: &Problems) -> Response {
    let text = visit.text();
    let words = &text.second_factor;
    let code = Field::new("code", problems).autocomplete("one-time-code").hint(words.code_hint);
    let page = Page::new(words.door_title, Here::Elsewhere);
    let page = if passkey.is_some() { page.with_island() } else { page };
    page.render(visit, || {
        view! {
            <section class="narrow">
                <h1>{words.door_title}</h1>
                {problems.of("passkey").map(|why| view! { <p class="notice bad" role="alert" id="passkey-problem">{(text.why)(why)}</p> })}
                <form method="post" action=routes::sign_in_code(next)>
                    {input(text, words.code, "text", "", code)}
                    {submit(words.enter, None)}
                </form>
                {passkey.map(|options| by_passkey(visit, next, options))}
                <form method="post" action=routes::SIGN_OUT>
                    <p><button class="quiet">{words.start_over}</button></p>
                </form>
            </section>
        }
    })
}

/// Nothing is seen of it until the browser has said that it can.
fn by_passkey(visit: &Visit, next: Option<&str>, options: String) -> impl IntoView + use<> {
    let words = &visit.text().passkeys;
    let words = DeviceWords { ask: words.show, cannot: None, failed: words.failed };
    view! {
        <form method="post" action=routes::sign_in_passkey(next)>
            {ask_device(options, false, &words)}
        </form>
    }
}
