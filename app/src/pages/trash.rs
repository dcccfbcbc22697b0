//! What was thrown away: all of it, and one post where it used to be.

use axum::response::Response;
use domain::trash::days_left;
use leptos::prelude::*;
use store::TrashLine;

use crate::components::ask::{Question, ask};
use crate::components::empty::empty;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, trash: &[TrashLine]) -> Response {
    let words = &me.text().trash;
    let none = trash.is_empty().then(|| empty(words.empty_title.into(), words.empty, None));
    let lines: Vec<_> = trash.iter().map(|one| line(me, one)).collect();
    Page::new(words.title, Here::Posts).render(&me.visit, || {
        view! {
            <section class="list">
                <h1>{words.title}</h1>
                <p class="lead">{words.lead}</p>
                {none}
                <ul class="lines">{lines}</ul>
            </section>
        }
    })
}

/// Where a post was, for its authors.
pub(crate) fn one(me: &SignedIn, line: &TrashLine) -> Response {
    let words = &me.text().trash;
    Page::new(line.title.clone(), Here::Posts).render(&me.visit, || {
        view! {
            <section class="list">
                <p class="kind">{(me.text().kind)(line.kind)}</p>
                <h1 lang=line.language.as_str()>{line.title.clone()}</h1>
                <div class="notice">
                    <p>{words.here}" "{facts(me, line)}</p>
                    <form method="post" action=routes::restore_post(line.id)>
                        <button class="button primary">{words.restore}</button>
                    </form>
                </div>
                <p><a class="quiet" href=routes::TRASH>{words.title}</a></p>
            </section>
        }
    })
}

fn line(me: &SignedIn, one: &TrashLine) -> impl IntoView + use<> {
    let words = &me.text().trash;
    let question = Question {
        id: format!("delete-{}", one.id),
        deed: words.delete,
        title: (words.delete_question)(&one.title),
        lead: words.delete_lead,
        action: routes::delete_post(one.id),
        keep: words.keep,
    };
    view! {
        <li>
            <span class="kind">{(me.text().kind)(one.kind)}</span>
            <strong lang=one.language.as_str()>{one.title.clone()}</strong>
            <span class="row-actions">
                <form method="post" action=routes::restore_post(one.id)><button class="quiet">{words.restore}</button></form>
                {ask(question)}
            </span>
            <p>{facts(me, one)}</p>
        </li>
    }
}

fn facts(me: &SignedIn, one: &TrashLine) -> String {
    let text = me.text();
    let thrown = (text.trash.thrown)(&one.trashed_by, &text.at(one.trashed_at, me.zone()));
    format!("{thrown} {}", (text.trash.left)(days_left(one.trashed_at, me.now())))
}
