//! A member's initials, where there is no picture.

use leptos::prelude::*;

pub(crate) fn face(initials: &str) -> impl IntoView + use<> {
    view! { <span class="face" aria-hidden="true">{initials.to_owned()}</span> }
}
