//! The contents list of a long post.

use domain::markdown::Heading;
use domain::text::Text;
use leptos::prelude::*;

/// From how many headings on a contents list helps.
const CONTENTS_FROM: usize = 3;

/// Beside the words on a wide screen, folded above them on a narrow one.
pub(super) fn contents(text: &'static Text, headings: &[Heading]) -> impl IntoView + use<> {
    let top = headings.iter().map(|heading| heading.level).min().unwrap_or(2);
    let links = || -> Vec<_> {
        let shown = headings.iter().filter(|heading| heading.level <= top + 1);
        shown
            .map(|heading| {
                let inner = heading.level > top;
                view! { <a class:inner=inner href=format!("#{}", heading.id)>{heading.text.clone()}</a> }
            })
            .collect()
    };
    (headings.len() >= CONTENTS_FROM).then(|| {
        view! {
            <details class="toc-fold"><summary>{text.post.contents}</summary><nav aria-label=text.post.contents>{links()}</nav></details>
            <nav class="toc" aria-label=text.post.contents>{links()}</nav>
        }
    })
}
