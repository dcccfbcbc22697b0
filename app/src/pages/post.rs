//! Reading a post: a title, words, and very little else.

use axum::response::Response;
use domain::markdown::{Heading, label};
use domain::post::{Audience, Details};
use domain::reminder::Reminder;
use domain::text::Text;
use leptos::either::Either;
use leptos::prelude::*;
use store::Reading;

use crate::components::face::face;
use crate::components::moment::moment;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// From how many headings on a contents list helps.
const CONTENTS_FROM: usize = 3;

pub(crate) fn page(me: &SignedIn, reading: &Reading, mine: &[Reminder]) -> Response {
    let text = me.text();
    let post = &reading.post;
    let lang = post.language.as_str();
    let body = if reading.html.is_empty() {
        Either::Left(view! { <p class="soft">{text.post.empty_body}</p> })
    } else {
        Either::Right(
            view! { <div class="words" lang=lang inner_html=label(&reading.html, &text.labels()).into_owned()></div> },
        )
    };
    Page::new(post.title.clone(), Here::Posts).render(&me.visit, || {
        view! {
            <div class="read">
                {contents(text, &reading.headings)}
                <article class="prose">
                    <p class="kind">{kind_line(text, reading)}</p>
                    <h1 lang=lang>{post.title.clone()}</h1>
                    {by_line(me, reading)}
                    {summary(reading)}
                    {body}
                    {tags(text, &reading.tags)}
                </article>
                {aside(me, reading, mine)}
            </div>
        }
    })
}

fn kind_line(text: &'static Text, reading: &Reading) -> String {
    let kind = (text.kind)(reading.post.kind);
    let more = match &reading.details {
        Details::Retrospective(period) => Some((text.period)(*period)),
        Details::BookNote(book) => Some((text.post.book)(book.as_str())),
        Details::WriteUp(_) => None,
    };
    let private = (reading.post.audience == Audience::OnlyMe).then(|| text.post.only_me.to_owned());
    [Some(kind.to_owned()), more, private].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn by_line(me: &SignedIn, reading: &Reading) -> impl IntoView + use<> {
    let text = me.text();
    let post = &reading.post;
    let author = post.authors.first().map(|author| face(author.id, &author.name, author.picture_at));
    let revisions = (post.revision_number > 1).then(|| format!(" · {}", (text.post.revisions)(post.revision_number)));
    view! {
        <div class="by">
            {author}
            <span>
                {post.by()}<br />
                <small class="soft">
                    {moment(text, post.changed_at, me.now(), me.zone())}" · "{text.reading_time(reading.characters)}{revisions}
                </small>
            </span>
        </div>
    }
}

fn summary(reading: &Reading) -> impl IntoView + use<> {
    let lang = reading.post.language.as_str();
    match &reading.details {
        Details::WriteUp(Some(summary)) => {
            let summary = summary.as_str().to_owned();
            Some(view! { <p class="summary" lang=lang>{summary}</p> })
        }
        _ => None,
    }
}

fn tags(text: &'static Text, tags: &[String]) -> impl IntoView + use<> {
    (!tags.is_empty()).then(|| {
        let tags: Vec<_> = tags.iter().map(|tag| view! { <li>"#"{tag.clone()}</li> }).collect();
        view! { <ul class="tags" aria-label=text.post.tags>{tags}</ul> }
    })
}

/// Beside the words on a wide screen, folded above them on a narrow one.
fn contents(text: &'static Text, headings: &[Heading]) -> impl IntoView + use<> {
    let top = headings.iter().map(|heading| heading.level).min().unwrap_or(2);
    let links = || -> Vec<_> {
        let shown = headings.iter().filter(|heading| heading.level <= top + 1);
        shown
            .map(|heading| {
                let inner = heading.level > top;
                view! { <a class:inner=inner href=format!("#{}", heading.id)>{heading.text.clone()}</a> }
            })
            .collect()
    };
    (headings.len() >= CONTENTS_FROM).then(|| {
        view! {
            <details class="toc-fold"><summary>{text.post.contents}</summary><nav aria-label=text.post.contents>{links()}</nav></details>
            <nav class="toc" aria-label=text.post.contents>{links()}</nav>
        }
    })
}

fn aside(me: &SignedIn, reading: &Reading, mine: &[Reminder]) -> impl IntoView + use<> {
    let words = &me.text().post;
    let id = reading.post.id;
    let edit =
        reading.may_edit.then(|| view! { <a class="button primary" href=routes::edit_post(id)>{words.edit}</a> });
    let blog = reading.may_edit.then(|| view! { <li><a href=routes::blog(id)>{words.blog}</a></li> });
    view! {
        <aside class="aside" aria-label=words.actions>
            <p class="actions">
                {edit}
                <a class="button" href=routes::remind(id)>{words.remind}</a>
            </p>
            <ul class="links">
                <li><a href=routes::markdown(id)>{words.markdown}</a></li>
                <li><a href=routes::post_archive(id)>{me.text().archive.one}</a></li>
                <li><a href=routes::post_uploads(id)>{me.text().uploads.post_link}</a></li>
                {blog}
            </ul>
            {my_reminders(me, mine)}
        </aside>
    }
}

fn my_reminders(me: &SignedIn, mine: &[Reminder]) -> impl IntoView + use<> {
    let (text, zone) = (me.text(), me.zone().clone());
    let lines: Vec<_> = mine
        .iter()
        .filter_map(|one| one.next_at.map(|next| (one, next)))
        .map(|(one, next)| {
            let when = format!("{} · {}", (text.recurrence)(one.schedule.recurrence), text.at(next, &zone));
            view! { <li><a href=routes::reminder(one.id)>{when}</a></li> }
        })
        .collect();
    (!lines.is_empty()).then(|| view! { <h2>{text.post.my_reminders}</h2><ul class="links">{lines}</ul> })
}
