//! Leaving the team: what ends, what goes to a colleague, and what stays.

use axum::response::Response;
use domain::access::{Refusal, may_set_role, may_take_over};
use domain::member::Role;
use domain::problem::Problems;
use leptos::either::Either;
use leptos::prelude::*;
use store::MemberLine;

use super::member::successor;
use crate::api::leave::LeaveForm;
use crate::components::field::wrong;
use crate::components::places::my_rooms;
use crate::components::submit::submit;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, everybody: &[MemberLine], form: &LeaveForm, problems: &Problems) -> Response {
    let text = me.text();
    let words = &text.leave;
    let team = me.visit.team.as_ref().map_or(text.product, |team| team.name.as_str());
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{words.title}</h1>
                {my_rooms(text, routes::SETTINGS)}
                {wrong(text, problems)}
                <p>{(words.lead)(team)}</p>
                <ul class="consequences">
                    <li>{words.ends}</li>
                    <li>{words.goes}</li>
                    <li>{words.stays}</li>
                    <li>{words.back}</li>
                </ul>
                {asked(me, everybody, form, problems)}
            </section>
        }
    })
}

/// The form; for the only owner, why there is none.
fn asked(me: &SignedIn, everybody: &[MemberLine], form: &LeaveForm, problems: &Problems) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.leave;
    let owners = everybody.iter().filter(|one| one.member.role == Role::Owner).count();
    let only_owner = may_set_role(&me.member, &me.member, Role::Alumni, owners) == Err(Refusal::LastOwner);
    if only_owner && problems.is_empty() {
        return Either::Left(view! {
            <p class="notice">{words.only_owner}</p>
            <p><a class="button" href=routes::MEMBERS>{text.members.title}</a></p>
        });
    }
    let colleagues: Vec<_> = everybody.iter().filter(|one| may_take_over(&me.member, &one.member)).collect();
    let choice = (!colleagues.is_empty()).then(|| successor(text, &colleagues, &form.successor, problems));
    Either::Right(view! {
        <form method="post" action=routes::LEAVE>
            {choice}
            {submit(words.leave, Some((routes::SETTINGS.into(), words.keep)))}
        </form>
    })
}
