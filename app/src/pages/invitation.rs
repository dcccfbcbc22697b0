//! One invitation: its link, and taking it back.

use axum::response::Response;
use leptos::prelude::*;
use store::Invitation;

use crate::components::ask::{Question, ask};
use crate::components::places::house_rooms;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, invitation: &Invitation, url: Option<&str>) -> Response {
    let text = me.text();
    let words = &text.invitations;
    let lead = match &invitation.email {
        Some(email) => (words.one_lead_mail)(email.as_str()),
        None if url.is_some() => words.one_lead_link.to_owned(),
        None => words.one_lead_theirs.to_owned(),
    };
    let until = (words.until)(invitation.by_name(), &text.at(invitation.expires_at, me.zone()));
    let link = url.map(|url| {
        view! {
            <div class="field">
                <label for="link">{words.link}</label>
                <input id="link" type="text" readonly value=url.to_owned() aria-describedby="link-hint" />
                <p class="hint" id="link-hint">{words.link_hint}</p>
            </div>
        }
    });
    let title = format!("{} · {}", words.one_title, (text.role)(invitation.role));
    Page::new(words.one_title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="list">
                <h1>{title}</h1>
                {house_rooms(text, routes::INVITATIONS)}
                <p class="lead" role="status">{lead}</p>
                {link}
                <p class="soft">{until}</p>
                <div class="submit">
                    {revoke(me, invitation)}
                    <a class="quiet" href=routes::INVITATIONS>{words.all}</a>
                </div>
            </section>
        }
    })
}

fn revoke(me: &SignedIn, invitation: &Invitation) -> impl IntoView + use<> {
    let words = &me.text().invitations;
    ask(Question {
        id: "revoke".into(),
        deed: words.revoke,
        title: words.revoke_question.into(),
        lead: words.revoke_lead,
        action: routes::revoke_invitation(invitation.id),
        keep: words.keep,
    })
}
