//! What a post is found by: each leads to all posts with it.

use domain::text::Text;
use leptos::prelude::*;

use crate::routes;

pub(crate) fn tags(text: &'static Text, tags: &[String]) -> impl IntoView + use<> {
    (!tags.is_empty()).then(|| {
        let tags: Vec<_> =
            tags.iter().map(|tag| view! { <li><a href=routes::tag(tag, 1)>"#"{tag.clone()}</a></li> }).collect();
        view! { <ul class="tags" aria-label=text.post.tags>{tags}</ul> }
    })
}
