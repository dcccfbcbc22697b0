//! Where the words lead, what leads here, and what has to do with it.

use domain::access;
use domain::markdown::{Known, Linked};
use leptos::prelude::*;
use store::{Around, TitledPost};

use crate::context::SignedIn;
use crate::routes;

/// What the reader may be shown of other posts in the words.
pub(crate) fn known(around: &Around) -> Known {
    let linked = |post: &TitledPost| Linked { href: routes::post(post.id), words: post.title.clone() };
    let posts = around.links.iter().filter_map(|link| Some((link.key.clone(), linked(link.post.as_ref()?))));
    Known { posts: posts.collect(), ..Known::default() }
}

pub(super) fn links(me: &SignedIn, around: &Around) -> impl IntoView + use<> {
    let words = &me.text().links;
    view! {
        {missing(me, around)}
        {list(words.linked_from, "linked-from", &around.linked_from)}
        {list(words.related, "related", &around.related)}
    }
}

fn list(title: &'static str, id: &'static str, posts: &[TitledPost]) -> impl IntoView + use<> {
    (!posts.is_empty()).then(|| {
        let posts: Vec<_> = posts
            .iter()
            .map(|post| {
                view! { <li><a href=routes::post(post.id) lang=post.language.as_str()>{post.title.clone()}</a></li> }
            })
            .collect();
        view! { <section class="around" aria-labelledby=id><h2 id=id>{title}</h2><ul>{posts}</ul></section> }
    })
}

/// Titles that nobody has yet, for those who could write them.
fn missing(me: &SignedIn, around: &Around) -> impl IntoView + use<> {
    let words = &me.text().links;
    let titles: Vec<_> = around.links.iter().filter(|link| link.post.is_none()).map(|link| &link.words).collect();
    (access::may_write(&me.member) && !titles.is_empty()).then(|| {
        let titles: Vec<_> = titles
            .into_iter()
            .map(|title| {
                let name = format!("{}: {title}", words.write);
                view! { <li>{title.clone()}" "<a href=routes::write_titled(title) aria-label=name>{words.write}</a></li> }
            })
            .collect();
        view! { <section class="around" aria-labelledby="missing"><h2 id="missing">{words.missing}</h2><ul>{titles}</ul></section> }
    })
}
