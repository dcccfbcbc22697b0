//! The pages of a list: what is newer, what is older.

use domain::text::Text;
use leptos::prelude::*;

pub(crate) fn turn(text: &'static Text, newer: Option<String>, older: Option<String>) -> impl IntoView + use<> {
    let words = &text.posts;
    (newer.is_some() || older.is_some()).then(|| {
        view! {
            <nav class="turn" aria-label=words.pages>
                {newer.map(|to| view! { <a rel="prev" href=to>{words.newer}</a> })}
                {older.map(|to| view! { <a rel="next" href=to>{words.older}</a> })}
            </nav>
        }
    })
}
