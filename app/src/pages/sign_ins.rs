//! Where I am signed in, and ending it there.

use axum::response::Response;
use leptos::prelude::*;
use store::SignInLine;

use crate::components::moment::moment;
use crate::components::places::my_rooms;
use crate::context::SignedIn;
use crate::routes;
use crate::shell::{Here, Page};

pub(crate) fn page(me: &SignedIn, lines: &[SignInLine]) -> Response {
    let text = me.text();
    let words = &text.sign_ins;
    let items: Vec<_> = lines.iter().map(|one| line(me, one)).collect();
    let others = lines.iter().any(|one| !me.is_present(one.id)).then(|| {
        view! {
            <form class="submit" method="post" action=routes::END_OTHER_SIGN_INS>
                <button class="button">{words.end_others}</button>
            </form>
        }
    });
    Page::new(words.title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{words.title}</h1>
                {my_rooms(text, routes::SIGN_INS)}
                <p class="lead">{words.lead}</p>
                <ul class="lines sign-ins">{items}</ul>
                {others}
            </section>
        }
    })
}

fn line(me: &SignedIn, one: &SignInLine) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.sign_ins;
    let device = if one.device.is_empty() { words.unknown_device.to_owned() } else { one.device.clone() };
    let present = me.is_present(one.id);
    let end = if present { words.end_this } else { words.end };
    let label = (!present).then(|| (words.end_of)(&device));
    let present = present.then(|| view! { <span class="present">{words.this_one}</span> });
    let when = |at| moment(text, at, me.now(), me.zone());
    view! {
        <li>
            <span class="kind">{(words.way)(one.way)}</span>
            <strong>{device}{present}</strong>
            <form class="row-actions" method="post" action=routes::end_sign_in(one.id)>
                <button class="quiet" aria-label=label>{end}</button>
            </form>
            <p class="address">{one.address.clone()}</p>
            <dl>
                <div><dt>{words.seen}</dt><dd>{when(one.seen_at)}</dd></div>
                <div><dt>{words.begun}</dt><dd>{when(one.begun_at)}</dd></div>
            </dl>
        </li>
    }
}
