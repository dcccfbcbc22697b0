//! What was done in the house, as sentences. Read only: nobody edits it.

use axum::response::Response;
use domain::id::MemberId;
use domain::problem::Problems;
use domain::text::Actor;
use leptos::either::Either;
use leptos::prelude::*;
use store::{AuditLine, MemberLine};

use crate::components::field::{Field, choice};
use crate::components::moment::moment;
use crate::components::places::house_rooms;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

/// One page of it, counted from 1.
pub(crate) struct Log {
    pub(crate) member: Option<MemberId>,
    pub(crate) page: usize,
    pub(crate) has_older: bool,
    pub(crate) lines: Vec<AuditLine>,
    pub(crate) everybody: Vec<MemberLine>,
}

pub(crate) fn page(me: &SignedIn, log: &Log) -> Response {
    let text = me.text();
    let words = &text.audit_log;
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="list audit">
                <h1>{words.title}</h1>
                {house_rooms(text, routes::AUDIT)}
                <p class="lead">{words.lead}</p>
                {filter(me, log)}
                {deeds(me, log)}
                {turn(me, log)}
            </section>
        }
    })
}

fn filter(me: &SignedIn, log: &Log) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.audit_log;
    let each = log.everybody.iter().map(|one| (one.member.id.to_string(), one.member.name.as_str().to_owned()));
    let choices: Vec<_> = std::iter::once((String::new(), words.everybody.to_owned())).chain(each).collect();
    let chosen = log.member.map(|id| id.to_string()).unwrap_or_default();
    view! {
        <form class="filter" method="get" action=routes::AUDIT>
            {choice(text, words.member, &choices, &chosen, Field::new("member", &Problems::default()))}
            <button class="button">{words.show}</button>
        </form>
    }
}

fn deeds(me: &SignedIn, log: &Log) -> impl IntoView + use<> {
    if log.lines.is_empty() {
        return Either::Left(view! { <p class="soft">{me.text().audit_log.empty}</p> });
    }
    let deeds: Vec<_> = log.lines.iter().map(|line| deed(me, line)).collect();
    Either::Right(view! { <ul class="deeds">{deeds}</ul> })
}

fn deed(me: &SignedIn, line: &AuditLine) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.audit_log;
    let actor = match (&line.actor, line.address.as_str()) {
        (Some(name), _) => Actor::Member(name),
        (None, "") => Actor::CommandLine,
        (None, _) => Actor::Stranger,
    };
    let sentence = (words.sentence)(line.deed, actor, line.subject.as_deref(), &line.detail);
    let from = if line.address.is_empty() { words.command_line.to_owned() } else { line.address.clone() };
    view! {
        <li>
            <p>{sentence}</p>
            <p class="soft">{moment(text, line.at, me.now(), me.zone())}<span class="from">{from}</span></p>
        </li>
    }
}

fn turn(me: &SignedIn, log: &Log) -> impl IntoView + use<> {
    let words = &me.text().audit_log;
    let newer = (log.page > 1).then(|| routes::audit(log.member, log.page - 1));
    let older = log.has_older.then(|| routes::audit(log.member, log.page + 1));
    (newer.is_some() || older.is_some()).then(|| {
        view! {
            <nav class="turn" aria-label=words.pages>
                {newer.map(|to| view! { <a rel="prev" href=to>{words.newer}</a> })}
                {older.map(|to| view! { <a rel="next" href=to>{words.older}</a> })}
            </nav>
        }
    })
}
