//! The link to the sign-in provider: nothing, where the house has none.

use leptos::prelude::*;

use crate::context::Visit;

/// `to` is where the way there begins.
pub(crate) fn provider(visit: &Visit, to: String) -> Option<impl IntoView + use<>> {
    let provider = visit.state.settings.provider.as_ref()?;
    let label = (visit.text().provider.enter)(&provider.settings().name);
    Some(view! { <a class="button" href=to>{label}</a> })
}
