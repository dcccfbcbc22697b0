//! Bringing files in: sending them, looking at what is in them, and what came of it.

mod preview; // what would come of a file

use axum::response::Response;
use domain::access;
use domain::problem::Problems;
use domain::text::Text;
use leptos::prelude::*;
use store::{Brought, Import};

pub(crate) use self::preview::preview;
use crate::components::ask::{Question, ask};
use crate::components::moment::moment;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// From other pages to here; who left the team takes along, and brings nothing.
pub(crate) fn way_here(me: &SignedIn) -> impl IntoView + use<> {
    let words = &me.text().archive;
    let (to, label) =
        if access::may_write(&me.member) { (routes::IMPORTS, words.link) } else { (routes::ARCHIVE, words.take) };
    view! { <p class="moving"><a class="quiet" href=to>{label}</a></p> }
}

/// What may be sent: browsers offer these first.
const KINDS: &str = ".md,.markdown,.txt,.zip,text/markdown,text/plain,application/zip";

pub(crate) fn list(me: &SignedIn, mine: &[Import], problems: &Problems, refused: Option<&'static str>) -> Response {
    let text = me.text();
    let (words, archive) = (&text.imports, &text.archive);
    let notice = refused.map(|why| view! { <p class="notice bad" role="alert">{why}</p> });
    Page::new(archive.title, Here::Posts).render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{archive.title}</h1>
                <h2>{words.title}</h2>
                <p class="lead">{words.lead}</p>
                {notice}
                <form method="post" action=routes::IMPORTS enctype="multipart/form-data">
                    {files(text, problems)}
                    <p class="submit"><button class="button primary">{words.look}</button></p>
                </form>
                {sent(me, mine)}
                <h2>{archive.take}</h2>
                <p>{archive.lead}" "{archive.holds}</p>
                <p><a class="button" href=routes::ARCHIVE download="dasi.zip">{archive.take}</a></p>
            </section>
        }
    })
}

fn files(text: &'static Text, problems: &Problems) -> impl IntoView + use<> {
    let words = &text.imports;
    let why = problems.of("file").map(|why| view! { <p class="problem" id="file-problem">{(text.why)(why)}</p> });
    let wrong = why.is_some();
    let described = if wrong { "file-problem file-hint" } else { "file-hint" };
    view! {
        <div class="field" class:wrong=wrong>
            <label for="file">{words.files}</label>
            <input id="file" name="file" type="file" multiple accept=KINDS aria-describedby=described
                aria-invalid=wrong.then_some("true") />
            {why}
            <p class="hint" id="file-hint">{words.files_hint}</p>
        </div>
    }
}

fn sent(me: &SignedIn, mine: &[Import]) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.imports;
    let lines: Vec<_> = mine
        .iter()
        .map(|one| {
            let state = if one.committed_at.is_some() { (words.brought)(one.posts) } else { words.waits.to_owned() };
            view! {
                <li>
                    <a href=routes::import(one.id)>{one.file_name.clone()}</a>
                    <small class="soft">" "{moment(text, one.brought_at, me.now(), me.zone())}" · "{state}</small>
                </li>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| view! { <h2>{words.mine}</h2><ul class="links">{lines}</ul> })
}

/// What came of it.
pub(crate) fn came(me: &SignedIn, import: &Import, brought: &[Brought]) -> Response {
    let words = &me.text().imports;
    let posts: Vec<_> = brought
        .iter()
        .map(|one| {
            let by = one.written_by.as_deref().map(|names| format!(" · {}", (words.written_by)(names)));
            view! { <li><a href=routes::post(one.post_id)>{one.title.clone()}</a><small class="soft">{by}</small></li> }
        })
        .collect();
    let title = if posts.is_empty() { words.undone.to_owned() } else { (words.done)(posts.len()) };
    let undo = (!posts.is_empty()).then(|| {
        ask(Question {
            id: "undo".to_owned(),
            deed: words.undo,
            title: words.undo_title.to_owned(),
            lead: words.undo_lead,
            action: routes::undo_import(import.id),
            keep: words.keep,
        })
    });
    let lost: Vec<_> = import.lost.iter().map(|path| view! { <li><code>{path.clone()}</code></li> }).collect();
    let lost = (!lost.is_empty()).then(|| view! { <h2>{(words.lost)(lost.len())}</h2><ul>{lost}</ul> });
    Page::new(title.clone(), Here::Posts).render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{title}</h1>
                <p class="soft">{import.file_name.clone()}</p>
                <ul class="links">{posts}</ul>
                {lost}
                {undo}
                <p><a href=routes::IMPORTS>{words.title}</a></p>
            </section>
        }
    })
}
