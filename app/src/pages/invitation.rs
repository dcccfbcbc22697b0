//! One invitation: its link, and taking it back.

use axum::response::Response;
use leptos::prelude::*;
use store::Invitation;

use crate::components::places::house_rooms;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, invitation: &Invitation, url: &str) -> Response {
    let text = me.text();
    let words = &text.invitations;
    let lead = match &invitation.email {
        Some(email) => (words.one_lead_mail)(email.as_str()),
        None => words.one_lead_link.to_owned(),
    };
    let until = (words.until)(invitation.by.as_deref(), &text.at(invitation.expires_at, me.zone()));
    let title = format!("{} · {}", words.one_title, (text.role)(invitation.role));
    Page::new(words.one_title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="list">
                <h1>{title}</h1>
                {house_rooms(text, routes::INVITATIONS)}
                <p class="lead" role="status">{lead}</p>
                <div class="field">
                    <label for="link">{words.link}</label>
                    <input id="link" type="text" readonly value=url.to_owned() aria-describedby="link-hint" />
                    <p class="hint" id="link-hint">{words.link_hint}" "{until}</p>
                </div>
                <div class="submit">
                    {revoke(me, invitation)}
                    <a class="quiet" href=routes::INVITATIONS>{words.all}</a>
                </div>
            </section>
        }
    })
}

/// A question before it is taken back: a popover, which needs no script.
fn revoke(me: &SignedIn, invitation: &Invitation) -> impl IntoView + use<> {
    let words = &me.text().invitations;
    view! {
        <button class="button" popovertarget="revoke">{words.revoke}</button>
        <div class="dialog" popover="auto" role="dialog" id="revoke" aria-labelledby="revoke-title">
            <h2 id="revoke-title">{words.revoke_question}</h2>
            <p>{words.revoke_lead}</p>
            <form class="submit" method="post" action=routes::revoke_invitation(invitation.id)>
                <button class="button primary">{words.revoke}</button>
                <button class="quiet" type="button" popovertarget="revoke" popovertargetaction="hide">{words.keep}</button>
            </form>
        </div>
    }
}
