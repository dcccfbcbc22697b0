//! One revision: the text as it was, what changed in it, and the way back to it.

use axum::response::Response;
use domain::markdown::{Known, fill};
use leptos::prelude::*;
use store::{History, StoredRevision};

use super::compare::differences;
use crate::components::ask::{Question, ask};
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// A revision to look at.
pub(crate) struct Looked<'a> {
    pub(crate) history: &'a History,
    pub(crate) stored: &'a StoredRevision,
    /// The one before it, where there is one to be read.
    pub(crate) before: Option<&'a StoredRevision>,
    /// Its words, rendered.
    pub(crate) html: String,
    /// What the reader may know of what it refers to.
    pub(crate) known: Known,
}

pub(crate) fn page(me: &SignedIn, looked: &Looked<'_>) -> Response {
    let text = me.text();
    let words = &text.history;
    let Looked { history, stored, before, html, known } = looked;
    let (id, revision) = (history.post.id, &stored.revision);
    let lang = revision.language.as_str();
    let number = (words.number)(revision.number);
    let changed = before.map(|before| {
        view! {
            <details class="changed-here">
                <summary>{words.changed_here}</summary>
                {differences(text, before, stored, false)}
            </details>
        }
    });
    Page::new(format!("{number} · {}", revision.title), Here::Posts).render(&me.visit, || {
        view! {
            <article class="history prose">
                {notice(me, looked)}
                <p class="kind">{number.clone()}</p>
                <h1 lang=lang>{revision.title.clone()}</h1>
                {changed}
                <div class="words" lang=lang inner_html=fill(html, &text.labels(), known).into_owned()></div>
                <p class="submit"><a class="quiet" href=routes::revisions(id, 1)>{words.back}</a></p>
            </article>
        }
    })
}

/// Whether this is what stands now, and else how it could be again.
fn notice(me: &SignedIn, looked: &Looked<'_>) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.history;
    let Looked { history, stored, .. } = looked;
    let (post, revision) = (&history.post, &stored.revision);
    let is_current = post.revision_id == revision.id;
    let said = (words.old)(&revision.name, &text.at(revision.saved_at, me.zone()));
    let title = if is_current { words.current } else { words.old_title };
    let restore = (history.may_edit && !is_current).then(|| {
        ask(Question {
            id: "restore".into(),
            deed: words.restore,
            title: (words.restore_question)(revision.number),
            lead: words.restore_lead,
            action: routes::restore(post.id, revision.number, post.revision_id),
            keep: words.restore_keep,
        })
    });
    let now = (!is_current).then(|| {
        let compared = routes::compared(post.id, revision.number, post.revision_number, false);
        view! {
            <a class="quiet" href=routes::post(post.id)>{words.now}</a>
            <a class="quiet" href=compared>{(words.compare_title)(revision.number, post.revision_number)}</a>
        }
    });
    view! {
        <section class="notice">
            <h2>{title}</h2>
            <p>{said}</p>
            <div class="submit">{now}{restore}</div>
        </section>
    }
}
