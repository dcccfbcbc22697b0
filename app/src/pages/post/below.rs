//! What stands below the words.

use domain::text::Text;
use leptos::prelude::*;
use store::Reading;

use crate::context::SignedIn;

pub(super) fn below(me: &SignedIn, reading: &Reading) -> impl IntoView + use<> {
    tags(me.text(), &reading.tags)
}

fn tags(text: &'static Text, tags: &[String]) -> impl IntoView + use<> {
    (!tags.is_empty()).then(|| {
        let tags: Vec<_> = tags.iter().map(|tag| view! { <li>"#"{tag.clone()}</li> }).collect();
        view! { <ul class="tags" aria-label=text.post.tags>{tags}</ul> }
    })
}
