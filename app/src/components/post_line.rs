//! A post in a list: what it is, whose, its title, its first words, and when it last changed.

use domain::post::{Audience, Post};
use domain::schedule::Zone;
use domain::text::Text;
use jiff::Timestamp;
use leptos::prelude::*;
use store::PostLine;

use super::moment::moment;
use crate::routes;

pub(crate) fn post_line(text: &'static Text, line: &PostLine, now: Timestamp, zone: &Zone) -> impl IntoView + use<> {
    let post = &line.post;
    let private = alone(text, post).map(|words| format!(" · {words}"));
    let status = post.status.map(|status| format!(" · {}", (text.reviews.status)(status)));
    view! {
        <li>
            <span class="kind">{(text.kind)(post.kind)}{status}" · "{post.by()}{private}</span>
            <a href=routes::post(post.id) lang=post.language.as_str()>{post.title.clone()}</a>
            {moment(text, post.changed_at, now, zone)}
            <p lang=post.language.as_str()>{line.opening.clone()}</p>
        </li>
    }
}

/// What is said of a post that is not for the team.
pub(crate) fn alone(text: &'static Text, post: &Post) -> Option<&'static str> {
    match (post.audience, post.authors.len()) {
        (Audience::Team, _) => None,
        (Audience::OnlyMe, 0..=1) => Some(text.post.only_me),
        (Audience::OnlyMe, _) => Some(text.authors.ours),
    }
}
