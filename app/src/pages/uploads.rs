//! What I uploaded: a form for more, and each with its Markdown to copy.

use axum::response::Response;
use domain::problem::Why;
use domain::upload::FileName;
use leptos::either::Either;
use leptos::prelude::*;
use store::{MyUpload, UploadUse};

use crate::components::ask::{Question, ask};
use crate::components::empty::empty;
use crate::components::moment::moment;
use crate::components::thumbnail::thumbnail;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// One page of the list, counted from 1, and what was refused just now.
pub(crate) struct Uploads {
    pub(crate) page: usize,
    pub(crate) has_older: bool,
    pub(crate) mine: Vec<MyUpload>,
    pub(crate) refused: Vec<Refused>,
}

/// A file that was not taken.
pub(crate) struct Refused {
    pub(crate) file_name: FileName,
    pub(crate) why: Why,
}

pub(crate) fn page(me: &SignedIn, uploads: &Uploads) -> Response {
    let words = &me.text().uploads;
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{words.title}</h1>
                <p class="lead">{words.lead}</p>
                {form(me, &uploads.refused)}
                {list(me, uploads)}
            </section>
        }
    })
}

fn form(me: &SignedIn, refused: &[Refused]) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.uploads;
    let problems: Vec<_> = refused
        .iter()
        .map(|one| {
            let said = match &one.why {
                Why::Empty => (text.why)(&one.why),
                why => (words.refused)(one.file_name.as_str(), &(text.why)(why)),
            };
            view! { <li>{said}</li> }
        })
        .collect();
    let is_wrong = !problems.is_empty();
    let described = if is_wrong { "file-problem file-hint" } else { "file-hint" };
    let problems = is_wrong.then(|| view! { <ul class="problem" id="file-problem" role="alert">{problems}</ul> });
    view! {
        <form method="post" action=routes::UPLOADS enctype="multipart/form-data">
            <div class="field" class:wrong=is_wrong>
                <label for="file">{words.file}</label>
                <input id="file" name="file" type="file" multiple aria-describedby=described aria-invalid=is_wrong.then_some("true") />
                {problems}
                <p class="hint" id="file-hint">{words.file_hint}</p>
            </div>
            <p class="submit"><button class="button primary">{words.send}</button></p>
        </form>
    }
}

fn list(me: &SignedIn, uploads: &Uploads) -> impl IntoView + use<> {
    let words = &me.text().uploads;
    if uploads.mine.is_empty() {
        return Either::Left(empty(words.empty.into(), words.empty_step, None));
    }
    let lines: Vec<_> = uploads.mine.iter().map(|one| line(me, one)).collect();
    let newer = (uploads.page > 1).then(|| routes::uploads(uploads.page - 1));
    let older = uploads.has_older.then(|| routes::uploads(uploads.page + 1));
    Either::Right(view! {
        <h2>{words.list}</h2>
        <ul class="uploads">{lines}</ul>
        <nav class="turn" aria-label=words.list>
            {newer.map(|to| view! { <a rel="prev" href=to>{words.newer}</a> })}
            {older.map(|to| view! { <a rel="next" href=to>{words.older}</a> })}
        </nav>
    })
}

fn line(me: &SignedIn, one: &MyUpload) -> impl IntoView + use<> {
    let (text, upload) = (me.text(), &one.upload);
    let words = &text.uploads;
    let called = upload.file_name.as_str();
    view! {
        <li>
            {thumbnail(text, upload)}
            <div class="upload-about">
                <a href=upload.name.address()>{called.to_owned()}</a>
                <p class="soft">{(words.size)(upload.bytes)}" · "{moment(text, upload.uploaded_at, me.now(), me.zone())}</p>
                {uses(me, one)}
                <div class="field">
                    <input readonly aria-label=(words.markdown)(called) value=upload.name.markdown(&upload.file_name) spellcheck="false" />
                </div>
                {one.unused.then(|| remove(me, one))}
            </div>
        </li>
    }
}

fn uses(me: &SignedIn, one: &MyUpload) -> impl IntoView + use<> {
    let words = &me.text().uploads;
    if one.uses.is_empty() {
        let said = if one.unused { words.unused } else { words.used_unseen };
        return Either::Left(view! { <p class="soft">{said}</p> });
    }
    let links: Vec<_> = one.uses.iter().map(|used| link(words.in_history, used)).collect();
    Either::Right(view! { <p class="soft">{words.used_in}</p><ul class="upload-uses">{links}</ul> })
}

fn link(in_history: &'static str, used: &UploadUse) -> impl IntoView + use<> {
    let before = (!used.now).then(|| view! { <span class="soft">" "{in_history}</span> });
    view! { <li><a href=routes::post(used.post)>{used.title.clone()}</a>{before}</li> }
}

fn remove(me: &SignedIn, one: &MyUpload) -> impl IntoView + use<> {
    let words = &me.text().uploads;
    ask(Question {
        id: format!("remove-{}", one.upload.id),
        deed: words.remove,
        title: (words.remove_question)(one.upload.file_name.as_str()),
        lead: words.remove_lead,
        action: routes::remove_upload(&one.upload.name),
        keep: words.keep,
    })
}
