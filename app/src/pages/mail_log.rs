//! What mail went out to whom, what failed and why. For those who look after the house.

use axum::response::Response;
use domain::mail::MailState;
use leptos::either::Either;
use leptos::prelude::*;
use store::{MailLine, MailPause};

use crate::components::moment::moment;
use crate::components::places::house_rooms;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, pause: Option<&MailPause>, lines: &[MailLine]) -> Response {
    let text = me.text();
    let words = &text.mail_log;
    let lead = if me.visit.state.settings.smtp { words.lead_smtp } else { words.lead_folder };
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="list wide">
                <h1>{words.title}</h1>
                {house_rooms(text, routes::MAIL_LOG)}
                <p class="lead">{lead}</p>
                {pause.map(|pause| paused(me, pause))}
                {table(me, lines)}
            </section>
        }
    })
}

fn paused(me: &SignedIn, pause: &MailPause) -> impl IntoView + use<> {
    let words = &me.text().mail_log;
    let until = me.text().at(pause.until, me.zone());
    view! {
        <section class="notice bad" role="alert">
            <p>{(words.paused)(&until, &pause.reason)}</p>
            <form method="post" action=routes::RESUME_MAIL><button class="button">{words.resume}</button></form>
        </section>
    }
}

fn table(me: &SignedIn, lines: &[MailLine]) -> impl IntoView + use<> {
    let words = &me.text().mail_log;
    if lines.is_empty() {
        return Either::Left(view! { <p class="soft">{words.empty}</p> });
    }
    let rows: Vec<_> = lines.iter().map(|line| row(me, line)).collect();
    Either::Right(view! {
        <div class="table" tabindex="0" role="region" aria-label=words.title>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words.when}</th>
                        <th scope="col">{words.to}</th>
                        <th scope="col">{words.subject}</th>
                        <th scope="col">{words.state}</th>
                        <th scope="col">{words.attempts}</th>
                        <th scope="col">{words.answer}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    })
}

fn row(me: &SignedIn, line: &MailLine) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.mail_log;
    let failed = line.last_error.as_ref().and(line.last_phase).map(|phase| (text.phase)(phase));
    // The bytes of a letter that opens something are never kept, nor is its subject.
    let unknown = if line.settled_at.is_some() { "–" } else { words.unwritten };
    let subject = line.subject.clone().unwrap_or_else(|| unknown.into());
    // What the server said, or the program on the way to it: in their words, whatever the reader's language.
    let code = line.last_code.map(|code| code.to_string());
    let said = [code, line.last_error.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let given_up = line.state == MailState::Ambiguous && line.settled_at.is_some();
    let again = given_up || matches!(line.state, MailState::Dead | MailState::Suppressed | MailState::Retry);
    let again = again.then(|| {
        let action = routes::retry_mail(line.outbox_id);
        view! { <form method="post" action=action><button class="quiet">{words.retry}</button></form> }
    });
    view! {
        <tr>
            <td>{moment(text, line.settled_at.unwrap_or(line.due_at), me.now(), me.zone())}</td>
            <td>{line.member_name.clone().map(|name| view! { {name}<br /> })}<small class="soft">{line.recipient_masked.clone()}</small></td>
            <td>{subject}</td>
            <td>{(text.mail_state)(line.state)}{again}</td>
            <td class="number">{line.attempts}</td>
            <td>{failed.map(|phase| view! { {phase}<br /> })}<small class="soft" lang="en">{said}</small></td>
        </tr>
    }
}
