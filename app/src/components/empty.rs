//! What will be here, and the first step towards it.

use leptos::prelude::*;

/// A title, a sentence, and where to begin.
pub(crate) fn empty(
    title: String,
    sentence: &'static str,
    step: Option<(String, &'static str)>,
) -> impl IntoView + use<> {
    view! {
        <div class="empty">
            <p class="empty-title">{title}</p>
            <p>{sentence}</p>
            {step.map(|(to, label)| view! { <p><a class="button primary" href=to>{label}</a></p> })}
        </div>
    }
}
