//! My reminders: those to come, and those that are over or stopped.

use axum::response::Response;
use domain::reminder::Reminder;
use leptos::prelude::*;

use crate::components::ask::{Question, ask};
use crate::components::empty::empty;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, reminders: &[Reminder]) -> Response {
    let text = me.text();
    let words = &text.reminders;
    let (live, past): (Vec<_>, Vec<_>) =
        reminders.iter().partition(|one| one.next_at.is_some() && one.stopped_at.is_none());
    let none = reminders
        .is_empty()
        .then(|| empty(words.empty_title.into(), words.empty, Some((routes::POSTS.into(), words.find))));
    Page::new(words.title, Here::Reminders).render(&me.visit, || {
        view! {
            <section class="list">
                <h1>{words.title}</h1>
                <p class="lead">{(words.lead)(me.member.email.as_str())}</p>
                {none}
                {group(me, words.live, &live)}
                {group(me, words.past, &past)}
            </section>
        }
    })
}

fn group(me: &SignedIn, title: &'static str, reminders: &[&Reminder]) -> impl IntoView + use<> {
    (!reminders.is_empty()).then(|| {
        let lines: Vec<_> = reminders.iter().map(|one| line(me, one)).collect();
        view! { <h2>{title}</h2><ul class="lines">{lines}</ul> }
    })
}

fn line(me: &SignedIn, one: &Reminder) -> impl IntoView + use<> {
    let (text, zone) = (me.text(), me.zone());
    let words = &text.reminders;
    let when = match (one.stopped_at, one.next_at) {
        (Some(stopped), _) => (words.stopped)(&text.at(stopped, zone)),
        (None, Some(next)) => (words.next)(&text.at(next, &one.schedule.zone)),
        (None, None) => words.over.into(),
    };
    let live = one.stopped_at.is_none() && one.next_at.is_some();
    let change = if live { words.change } else { words.again };
    view! {
        <li>
            <span class="kind">{(text.recurrence)(one.schedule.recurrence)}" · "{one.schedule.zone.name().to_owned()}</span>
            <a href=routes::post(one.post_id)>{one.post_title.clone()}</a>
            <span class="row-actions">
                <a class="quiet" href=routes::reminder(one.id)>{change}</a>
                {live.then(|| stop(me, one))}
            </span>
            <p>{when}</p>
        </li>
    }
}

fn stop(me: &SignedIn, one: &Reminder) -> impl IntoView + use<> {
    let words = &me.text().reminders;
    ask(Question {
        id: format!("stop-{}", one.id),
        deed: words.stop,
        title: (words.stop_question)(&one.post_title),
        lead: words.stop_lead,
        action: routes::stop_reminder(one.id),
        keep: words.keep,
    })
}
