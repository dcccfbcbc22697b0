//! The button that sends a form, and a quiet way out beside it.

use leptos::prelude::*;

pub(crate) fn submit(label: &'static str, away: Option<(String, &'static str)>) -> impl IntoView + use<> {
    view! {
        <p class="submit">
            <button class="button primary">{label}</button>
            {away.map(|(to, label)| view! { <a class="quiet" href=to>{label}</a> })}
        </p>
    }
}
