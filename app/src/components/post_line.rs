//! A post in a list: what it is, whose, its title, its first words, and when it last changed.

use domain::post::Audience;
use domain::schedule::Zone;
use domain::text::Text;
use jiff::Timestamp;
use leptos::prelude::*;
use store::PostLine;

use super::moment::moment;
use crate::routes;

pub(crate) fn post_line(text: &'static Text, line: &PostLine, now: Timestamp, zone: &Zone) -> impl IntoView + use<> {
    let post = &line.post;
    let private = (post.audience == Audience::OnlyMe).then(|| format!(" · {}", text.post.only_me));
    view! {
        <li>
            <span class="kind">{(text.kind)(post.kind)}" · "{post.by()}{private}</span>
            <a href=routes::post(post.id) lang=post.language.as_str()>{post.title.clone()}</a>
            {moment(text, post.changed_at, now, zone)}
            <p lang=post.language.as_str()>{line.opening.clone()}</p>
        </li>
    }
}
