//! Everybody on the team; for those who look after the house with what that takes.

use axum::response::Response;
use domain::access;
use domain::member::Role;
use leptos::either::Either;
use leptos::prelude::*;
use store::MemberLine;

use crate::components::face::face;
use crate::components::moment::moment;
use crate::components::places::house_rooms;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, lines: &[MemberLine]) -> Response {
    let text = me.text();
    let words = &text.members;
    let office = access::may_look_after(&me.member);
    let (here, gone): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.member.role != Role::Alumni);
    let people = |lines: &[&MemberLine]| lines.iter().map(|line| person(me, line, office)).collect::<Vec<_>>();
    let alumni = (!gone.is_empty()).then(|| {
        view! { <h2>{words.alumni}</h2><ul class="people">{people(&gone)}</ul> }
    });
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="list">
                <h1>{words.title}</h1>
                {office.then(|| house_rooms(text, routes::MEMBERS))}
                <p class="lead">{(words.lead)(here.len())}</p>
                <ul class="people">{people(&here)}</ul>
                {alumni}
            </section>
        }
    })
}

fn person(me: &SignedIn, line: &MemberLine, office: bool) -> impl IntoView + use<> {
    let member = &line.member;
    let name = member.name.as_str().to_owned();
    let name =
        if office { Either::Left(view! { <a href=routes::member(member.id)>{name}</a> }) } else { Either::Right(name) };
    view! {
        <li>
            {face(member.id, member.name.as_str(), member.picture_at)}
            <p class="name">{name}" "<span class="soft">{format!("@{}", member.handle.as_str())}</span></p>
            {about(me, line)}
            {office.then(|| looked_after(me, line))}
        </li>
    }
}

/// What everybody may know: the role, and since or until when.
fn about(me: &SignedIn, line: &MemberLine) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.members;
    let day = |at| (text.day)(me.zone().local(at).date());
    let told = match &line.left {
        Some((at, successor)) => {
            let took_over = successor.as_deref().map(words.took_over);
            [Some((words.left)(&day(*at))), took_over].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        None => format!("{} · {}", (text.role)(line.member.role), (words.since)(&day(line.joined_at))),
    };
    view! { <p class="soft">{told}</p> }
}

fn looked_after(me: &SignedIn, line: &MemberLine) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.members;
    let here = line.member.role != Role::Alumni;
    let is_on = if line.has_second_factor { words.yes } else { words.no };
    let factor = here.then(|| view! { <span>{words.second_factor}": "{is_on}</span> });
    let seen = match line.seen_at {
        Some(at) => Either::Left(view! { <span>{words.seen}": "{moment(text, at, me.now(), me.zone())}</span> }),
        None => Either::Right(here.then(|| view! { <span>{words.never_seen}</span> })),
    };
    view! { <p class="soft details"><span>{line.member.email.as_str().to_owned()}</span>{factor}{seen}</p> }
}
