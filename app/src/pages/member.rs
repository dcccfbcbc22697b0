//! One of the team, for those who look after the house: what is known, and what may be done. Nothing is offered that
//! would be refused.

mod doing; // another role, leaving, coming back, ways in

use axum::response::Response;
use domain::member::Role;
use domain::problem::Problems;
use leptos::either::Either;
use leptos::prelude::*;

pub(super) use self::doing::successor;
use crate::api::member::{Case, MemberForm};
use crate::components::face::face;
use crate::components::field::wrong;
use crate::components::moment::moment;
use crate::components::places::house_rooms;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, case: &Case, form: &MemberForm, problems: &Problems) -> Response {
    let text = me.text();
    let member = case.subject();
    let done = if case.is_theirs(me) {
        Either::Left(view! {
            {doing::role(me, case, form, problems)}
            {doing::doors(me, case, problems)}
            {doing::leaving(me, case, form, problems)}
            {doing::coming_back(me, case)}
        })
    } else {
        Either::Right(view! { <p class="notice">{text.members.not_yours}</p> })
    };
    Page::new(member.name.as_str(), Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="list member">
                <h1>{face(member.id, member.name.as_str(), member.picture_at)}" "{member.name.as_str().to_owned()}</h1>
                {house_rooms(text, routes::MEMBERS)}
                {wrong(text, problems)}
                {facts(me, case)}
                <p><a class="quiet" href=routes::audit(Some(member.id), 1)>{text.members.audit}</a></p>
                {done}
            </section>
        }
    })
}

fn facts(me: &SignedIn, case: &Case) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.members;
    let (line, member) = (&case.line, case.subject());
    let day = |at| (text.day)(me.zone().local(at).date());
    let seen = match line.seen_at {
        Some(at) => Either::Left(moment(text, at, me.now(), me.zone())),
        None => Either::Right(words.never_seen),
    };
    let left = line.left.as_ref().map(|(at, successor)| {
        let took_over = successor.as_deref().map(|name| view! { <br />{(words.took_over)(name)} });
        view! { <dt>{words.left_label}</dt><dd>{day(*at)}{took_over}</dd> }
    });
    let factor = (member.role != Role::Alumni || line.has_second_factor).then(|| {
        let is_on = if line.has_second_factor { words.yes } else { words.no };
        view! { <dt>{words.second_factor}</dt><dd>{is_on}</dd> }
    });
    view! {
        <dl class="facts">
            <dt>{words.role}</dt><dd>{(text.role)(member.role)}</dd>
            <dt>{words.handle}</dt><dd>{format!("@{}", member.handle.as_str())}</dd>
            <dt>{words.email}</dt><dd>{member.email.as_str().to_owned()}</dd>
            <dt>{words.since_label}</dt><dd>{day(line.joined_at)}</dd>
            {left}
            <dt>{words.seen}</dt><dd>{seen}</dd>
            {factor}
        </dl>
    }
}
