//! What may be done about a member, each with what comes of it.

use domain::access::{self, Refusal, may_take_over};
use domain::member::Role;
use domain::problem::Problems;
use domain::text::Text;
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;
use store::MemberLine;

use crate::api::member::{Case, MemberForm};
use crate::components::ask::{Question, ask};
use crate::components::field::{Field, choice};
use crate::components::submit::submit;
use crate::context::SignedIn;
use crate::routes;

/// Another role: those it may become, if there is any choice.
pub(super) fn role(me: &SignedIn, case: &Case, form: &MemberForm, problems: &Problems) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.members;
    let subject = case.subject();
    let can_be = |role: &Role| *role != Role::Alumni && case.may_become(me, *role).is_ok();
    let roles: Vec<_> =
        Role::ALL.iter().copied().filter(can_be).map(|role| (role.to_string(), (text.role)(role).to_owned())).collect();
    let offered = roles.len() > 1 || problems.of("role").is_some();
    let shown = if subject.role == Role::Alumni {
        EitherOf3::A(())
    } else if offered {
        EitherOf3::B(view! {
            <h2>{words.role_title}</h2>
            <form method="post" action=routes::member_role(subject.id)>
                {choice(text, words.role, &roles, &form.role, Field::new("role", problems))}
                {submit(words.role_save, None)}
            </form>
        })
    } else {
        let only = case.may_become(me, Role::Member) == Err(Refusal::LastOwner);
        EitherOf3::C(only.then(|| view! { <p class="notice">{words.only_owner}</p> }))
    };
    view! { {shown} }
}

/// Others' ways in: one's own are behind one's settings.
pub(super) fn doors(me: &SignedIn, case: &Case, problems: &Problems) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.members;
    let subject = case.subject();
    let name = subject.name.as_str();
    let offered = access::may_shut_out(&me.member, subject) && subject.id != me.member.id;
    let question = |id: &str, deed, title, lead, action| {
        ask(Question { id: id.into(), deed, title, lead, action, keep: words.keep })
    };
    let problem = problems.of("reset").map(|why| view! { <p class="problem" id="reset-problem">{(text.why)(why)}</p> });
    offered.then(|| {
        view! {
            <h2>{words.doors_title}</h2>
            {problem}
            <div class="submit">
                {question("sign-out", words.sign_out, (words.sign_out_question)(name), words.sign_out_lead, routes::member_sign_out(subject.id))}
                {question("reset", words.reset, (words.reset_question)(name), words.reset_lead, routes::member_reset(subject.id))}
                {case.line.has_second_factor.then(|| {
                    let title = (words.second_factor_off_question)(name);
                    let action = routes::member_second_factor_off(subject.id);
                    question("second-factor-off", words.second_factor_off, title, words.second_factor_off_lead, action)
                })}
            </div>
        }
    })
}

/// Leaving the team: one's own is behind one's settings.
pub(super) fn leaving(me: &SignedIn, case: &Case, form: &MemberForm, problems: &Problems) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.members;
    let subject = case.subject();
    let here = subject.role != Role::Alumni;
    let allowed = case.may_become(me, Role::Alumni).is_ok() || problems.of("successor").is_some();
    (here && allowed).then(|| {
        if subject.id == me.member.id {
            return Either::Left(view! { <p><a class="quiet" href=routes::LEAVE>{words.leave_link}</a></p> });
        }
        let colleagues: Vec<_> = case.everybody.iter().filter(|one| may_take_over(subject, &one.member)).collect();
        Either::Right(view! {
            <h2>{words.leave_title}</h2>
            <p>{(words.leave_lead)(subject.name.as_str())}</p>
            <ul class="consequences"><li>{words.leave_ends}</li><li>{words.leave_goes}</li><li>{words.leave_stays}</li></ul>
            <form method="post" action=routes::member_leave(subject.id)>
                {successor(text, &colleagues, &form.successor, problems)}
                <p class="submit"><button class="button">{words.leave}</button></p>
            </form>
        })
    })
}

/// Who takes over: nobody is chosen beforehand.
pub(crate) fn successor(
    text: &'static Text,
    colleagues: &[&MemberLine],
    chosen: &str,
    problems: &Problems,
) -> impl IntoView + use<> {
    let words = &text.members;
    let each = colleagues.iter().map(|one| (one.member.id.to_string(), one.member.name.as_str().to_owned()));
    let choices: Vec<_> = std::iter::once((String::new(), words.choose.to_owned())).chain(each).collect();
    choice(text, words.successor, &choices, chosen, Field::new("successor", problems))
}

/// Who left may be asked back.
pub(super) fn coming_back(me: &SignedIn, case: &Case) -> impl IntoView + use<> {
    let words = &me.text().members;
    let subject = case.subject();
    let offered = subject.role == Role::Alumni && case.may_become(me, Role::Member).is_ok();
    offered.then(|| {
        view! {
            <h2>{words.return_title}</h2>
            <p>{(words.return_lead)(subject.name.as_str())}</p>
            <form method="post" action=routes::member_return(subject.id)>{submit(words.ask_back, None)}</form>
        }
    })
}
