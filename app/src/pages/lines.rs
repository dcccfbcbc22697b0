//! Who wrote which line.

use axum::response::Response;
use domain::blame::Blame;
use leptos::prelude::*;
use store::{History, Revision};

use crate::components::moment::moment;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// `revisions` are those that were looked at, the oldest first; `is_whole` says whether there were none before.
pub(crate) fn page(
    me: &SignedIn,
    history: &History,
    blame: &Blame,
    revisions: &[&Revision],
    is_whole: bool,
) -> Response {
    let words = &me.text().history;
    let id = history.post.id;
    let all: Vec<(usize, &str)> = blame.lines().collect();
    let mut number = 1;
    let runs: Vec<_> = all
        .chunk_by(|one, next| one.0 == next.0)
        .filter_map(|run| {
            let (place, first) = (run.first()?.0, number);
            number += run.len();
            let said: String = run.iter().flat_map(|(_, line)| [*line, "\n"]).collect();
            let who = who(me, history, revisions.get(place).copied()?, place == 0 && !is_whole);
            Some(view! { <tr><td class="number">{first}</td><th scope="row">{who}</th><td class="source" lang=history.post.language.as_str()>{said}</td></tr> })
        })
        .collect();
    Page::new(format!("{} · {}", words.lines_title, history.post.title), Here::Posts).render(&me.visit, || {
        view! {
            <section class="history wide">
                <h1>{words.lines_title}</h1>
                <p class="lead">{words.lines_lead}</p>
                <table class="source-lines"><tbody>{runs}</tbody></table>
                <p class="submit"><a class="quiet" href=routes::revisions(id, 1)>{words.back}</a></p>
            </section>
        }
    })
}

fn who(me: &SignedIn, history: &History, one: &Revision, or_earlier: bool) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.history;
    let earlier = or_earlier.then_some(words.or_earlier);
    view! {
        {one.name.clone()}" "
        <small class="soft">
            <a href=routes::revision(history.post.id, one.number)>{(words.number)(one.number)}</a>
            " "{earlier}" "{moment(text, one.saved_at, me.now(), me.zone())}
        </small>
    }
}
