//! The history of a post: its revisions, one a sitting, and any two of them to compare.

use axum::response::Response;
use domain::difference::Amount;
use domain::text::Text;
use leptos::prelude::*;
use store::{History, Revision};

use crate::components::face::face;
use crate::components::moment::moment;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// Saves of one sitting.
pub(crate) struct Sitting {
    /// The last of them, which stands for all.
    pub(crate) last: Revision,
    /// Those before it, the newest first.
    pub(crate) folded: Vec<Revision>,
    /// How much changed since the sitting before; none where that was not looked at.
    pub(crate) amount: Option<Amount>,
    /// Whether nothing was saved before it.
    pub(crate) is_first: bool,
}

/// A part of the history.
pub(crate) struct Part<'a> {
    pub(crate) history: &'a History,
    /// The newest first.
    pub(crate) sittings: Vec<Sitting>,
    pub(crate) page: usize,
    pub(crate) has_older: bool,
}

pub(crate) fn page(me: &SignedIn, part: &Part<'_>) -> Response {
    let words = &me.text().history;
    let history = part.history;
    let id = history.post.id;
    let rows: Vec<_> = part.sittings.iter().enumerate().map(|(at, one)| row(me, part, at, one)).collect();
    let partly = (!history.is_whole).then(|| view! { <p class="hint">{words.from_opening}</p> });
    let can_compare = part.sittings.len() > 1 || part.page > 1;
    Page::new(format!("{} · {}", words.title, history.post.title), Here::Posts).render(&me.visit, || {
        view! {
            <section class="history">
                <h1>{words.title}</h1>
                <p class="lead">{(words.lead)(&history.post.title)}</p>
                {partly}
                <form method="get" action=routes::compare(id)>
                    <ol class="revisions">{rows}</ol>
                    {can_compare.then(|| view! { <p class="submit"><button class="button primary">{words.compare}</button></p> })}
                </form>
                {turn(me.text(), part)}
                <p class="submit">
                    <a class="quiet" href=routes::lines(id)>{words.lines}</a>
                    <a class="quiet" href=routes::post(id)>{words.back_to_post}</a>
                </p>
            </section>
        }
    })
}

fn row(me: &SignedIn, part: &Part<'_>, at: usize, sitting: &Sitting) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.history;
    let one = &sitting.last;
    let is_current = part.page == 1 && at == 0;
    let what = [
        is_current.then(|| words.current.to_owned()),
        one.restored_from.map(words.restored_from),
        sitting.is_first.then(|| words.first.to_owned()),
        sitting.amount.filter(|_| !sitting.is_first).map(|amount| changed(text, amount)),
    ];
    let what: Vec<String> = what.into_iter().flatten().collect();
    view! {
        <li>
            <span class="picks">
                {pick("from", one.number, (words.choose_from)(one.number), at == 1)}
                {pick("to", one.number, (words.choose_to)(one.number), at == 0)}
            </span>
            {face(one.member_id, &one.name, one.picture_at)}
            <div class="revision-line">
                <p>
                    <a class="revision-name" href=routes::revision(part.history.post.id, one.number)>{(words.number)(one.number)}</a>
                    " · "{one.name.clone()}" · "{moment(text, one.saved_at, me.now(), me.zone())}
                </p>
                <p class="soft">{what.join(" · ")}</p>
                {folded(me, part.history, &sitting.folded)}
            </div>
        </li>
    }
}

fn pick(name: &'static str, number: i64, label: String, chosen: bool) -> impl IntoView + use<> {
    view! {
        <label>
            <input type="radio" name=name value=number.to_string() checked=chosen />
            <span class="unseen">{label}</span>
        </label>
    }
}

fn changed(text: &'static Text, amount: Amount) -> String {
    match amount {
        Amount { added: 0, removed: 0 } => text.history.unchanged.to_owned(),
        Amount { added, removed } => (text.history.amount)(added, removed),
    }
}

/// The saves behind a revision: each has its address.
fn folded(me: &SignedIn, history: &History, saves: &[Revision]) -> Option<impl IntoView + use<>> {
    let text = me.text();
    let links: Vec<_> = saves
        .iter()
        .map(|one| {
            let number = (text.history.number)(one.number);
            let to = routes::revision(history.post.id, one.number);
            view! { <li><a href=to>{number}</a>" · "{moment(text, one.saved_at, me.now(), me.zone())}</li> }
        })
        .collect();
    let summary = (text.history.saves)(saves.len() + 1);
    (!links.is_empty()).then(|| view! { <details><summary>{summary}</summary><ul>{links}</ul></details> })
}

fn turn(text: &'static Text, part: &Part<'_>) -> Option<impl IntoView + use<>> {
    let words = &text.history;
    let id = part.history.post.id;
    let newer = (part.page > 1)
        .then(|| view! { <a class="button" rel="prev" href=routes::revisions(id, part.page - 1)>{words.newer}</a> });
    let older = part
        .has_older
        .then(|| view! { <a class="button" rel="next" href=routes::revisions(id, part.page + 1)>{words.older}</a> });
    (newer.is_some() || older.is_some())
        .then(|| view! { <nav class="submit" aria-label=words.pages>{newer}{older}</nav> })
}
