//! What would come of a file, before anything is made.

use axum::response::Response;
use domain::moving::{Encoding, Origin, PostFile, Stays};
use domain::post::{Audience, PostKind};
use domain::problem::Problems;
use domain::text::Text;
use leptos::prelude::*;
use store::Import;

use crate::api::import::{AS_ARCHIVE, Picked};
use crate::components::field::{Field, choice, wrong};
use crate::context::SignedIn;
use crate::moving::{Looked, Seen};
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn preview(
    me: &SignedIn,
    import: &Import,
    looked: &Looked,
    picked: &Picked,
    problems: &Problems,
) -> Response {
    let text = me.text();
    let words = &text.imports;
    let found = looked.import.posts.len();
    let title = if found == 0 { words.none.to_owned() } else { (words.found)(found) };
    let form = (found > 0).then(|| {
        view! {
            <form method="post" action=routes::import(import.id)>
                {wrong(text, problems)}
                {audience(text, looked, picked, problems)}
                {posts(me, looked, picked, problems)}
                <p class="submit"><button class="button primary">{words.commit}</button></p>
            </form>
        }
    });
    Page::new(title.clone(), Here::Posts).render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{title}</h1>
                <p class="soft">{import.file_name.clone()}" · "{(words.origin)(looked.import.origin)}</p>
                <p class="lead">{words.nothing_yet}</p>
                {form}
                <form method="post" action=routes::give_up_import(import.id)>
                    <button class="quiet">{words.give_up}</button>
                </form>
                {stays(text, &looked.import.stays)}
            </section>
        }
    })
}

fn audience(text: &'static Text, looked: &Looked, picked: &Picked, problems: &Problems) -> impl IntoView + use<> {
    let words = &text.imports;
    let ours = (looked.import.origin == Origin::Archive).then(|| (AS_ARCHIVE.to_owned(), words.as_archive.to_owned()));
    let all = [Audience::OnlyMe, Audience::Team].map(|one| (one.to_string(), (text.audience)(one).to_owned()));
    let choices: Vec<_> = ours.into_iter().chain(all).collect();
    choice(text, words.audience, &choices, &picked.audience, Field::new("audience", problems).hint(words.audience_hint))
}

fn posts(me: &SignedIn, looked: &Looked, picked: &Picked, problems: &Problems) -> impl IntoView + use<> {
    let text = me.text();
    let why = problems.of("posts").map(|why| view! { <p class="problem" id="posts-problem">{(text.why)(why)}</p> });
    let lines: Vec<_> = looked
        .import
        .posts
        .iter()
        .zip(&looked.seen)
        .enumerate()
        .map(|(at, (post, seen))| {
            let take = picked.take.get(at).copied().unwrap_or_default();
            let kind = picked.kinds.get(at).map_or("", String::as_str);
            line(me, at, post, seen, take, kind)
        })
        .collect();
    view! {
        <fieldset class="found">
            <legend>{text.imports.posts}</legend>
            {why}
            <ul>{lines}</ul>
        </fieldset>
    }
}

fn line(me: &SignedIn, at: usize, post: &PostFile, seen: &Seen, take: bool, kind: &str) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.imports;
    let title = post.title.clone();
    let (take_name, kind_name, facts) = (format!("take-{at}"), format!("kind-{at}"), format!("facts-{at}"));
    let options: Vec<_> = PostKind::ALL
        .iter()
        .map(|one| {
            view! { <option value=one.to_string() selected=one.as_str() == kind>{(text.kind)(*one)}</option> }
        })
        .collect();
    let problem = seen.problem.as_ref().map(|why| view! { <p class="problem">{(text.why)(why)}</p> });
    let impossible = seen.problem.is_some();
    view! {
        <li>
            <div class="field check">
                <label for=take_name.clone()>
                    <input id=take_name.clone() name=take_name.clone() type="checkbox" value="yes" checked=take && !impossible
                        disabled=impossible aria-label=(words.take)(&title) aria-describedby=facts.clone() />
                    <strong lang=post.language.as_str()>{title.clone()}</strong>
                </label>
            </div>
            <div class="field"><select name=kind_name aria-label=(words.kind_of)(&title)>{options}</select></div>
            {problem}
            <p class="soft" id=facts><small>{said(me, post, seen)}</small></p>
        </li>
    }
}

/// What is known of it, in one line.
fn said(me: &SignedIn, post: &PostFile, seen: &Seen) -> String {
    let text = me.text();
    let words = &text.imports;
    let tags = post.tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ");
    let names = post.people.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
    let facts = [
        Some(post.path.clone()),
        post.created.map(|at| (words.written)(&text.at(at, me.zone()))),
        (!names.is_empty()).then(|| (words.written_by)(&names)),
        post.audience.map(|audience| (text.audience)(audience).to_owned()),
        Some(tags).filter(|tags| !tags.is_empty()),
        (!post.files.is_empty()).then(|| (words.files_shown)(post.files.len())),
        (!seen.unknown.is_empty()).then(|| (words.unknown_links)(&some(&seen.unknown))),
        (post.encoding == Encoding::Korean).then(|| words.korean.to_owned()),
        seen.before.map(|_| words.before.to_owned()),
        (seen.same_title && seen.before.is_none()).then(|| words.same_title.to_owned()),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The first few, and that there are more.
fn some(titles: &[String]) -> String {
    const FEW: usize = 5;
    let more = if titles.len() > FEW { " …" } else { "" };
    format!("{}{more}", titles.iter().take(FEW).cloned().collect::<Vec<_>>().join(", "))
}

fn stays(text: &'static Text, stays: &[Stays]) -> impl IntoView + use<> {
    let words = &text.imports;
    let lines: Vec<_> = stays
        .iter()
        .map(|one| view! { <li><code>{one.path.clone()}</code>" "<small class="soft">{(words.why_left)(one.why)}</small></li> })
        .collect();
    (!lines.is_empty()).then(|| {
        view! { <details><summary>{(words.stays)(lines.len())}</summary><ul class="stays">{lines}</ul></details> }
    })
}
