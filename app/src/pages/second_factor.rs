//! A member's own second factor: while it is off, while it is set up, while it is on; and its recovery codes, once.

use axum::response::Response;
use domain::problem::Problems;
use domain::text::Text;
use jiff::Timestamp;
use leptos::either::Either;
use leptos::prelude::*;
use store::Passkey;

use crate::components::field::{Field, input};
use crate::components::places::my_rooms;
use crate::components::submit::submit;
use crate::context::SignedIn;
use crate::pages::passkeys;
use crate::routes;
use crate::second_factor::RecoveryCode;
use crate::shell::{Here, Page};

/// What is shown to an authenticator app.
pub(crate) struct SettingUp {
    /// An `<svg>`.
    pub(crate) picture: String,
    /// The same, to type by hand.
    pub(crate) key: String,
    /// Whether the member has one to ask for.
    pub(crate) has_password: bool,
}

/// What there is to know while it is on.
pub(crate) struct On {
    pub(crate) since: Timestamp,
    pub(crate) codes_left: u32,
    pub(crate) passkeys: Vec<Passkey>,
    /// What was typed to call another.
    pub(crate) passkey_name: String,
    /// Whether the member has one to prove themselves with.
    pub(crate) has_password: bool,
}

/// So many recovery codes, or fewer, are few.
const FEW: u32 = 3;

pub(crate) fn off(me: &SignedIn) -> Response {
    let words = &me.text().second_factor;
    let owed = me.visit.owes_second_factor().then(|| view! { <p class="notice" role="status">{words.owed}</p> });
    room(me, words.title, move || {
        view! {
            {owed}
            <p class="lead">{words.lead}</p>
            <form method="post" action=routes::SECOND_FACTOR>{submit(words.begin, None)}</form>
        }
    })
}

pub(crate) fn setting_up(me: &SignedIn, shown: SettingUp, problems: &Problems) -> Response {
    let text = me.text();
    let words = &text.second_factor;
    let code = Field::new("code", problems).autocomplete("one-time-code").hint(words.first_code_hint);
    let password = shown.has_password.then(|| {
        let field = Field::new("password", problems).autocomplete("current-password").hint(words.password_hint);
        input(text, words.password, "password", "", field)
    });
    room(me, words.setting_up, move || {
        view! {
            <p>{words.scan}</p>
            <div class="scanned" inner_html=shown.picture></div>
            <p>{words.by_hand}</p>
            <p><code class="key">{shown.key}</code></p>
            <form method="post" action=routes::CONFIRM_SECOND_FACTOR>
                {input(text, words.first_code, "text", "", code)}
                {password}
                {submit(words.confirm, Some((routes::SECOND_FACTOR.into(), words.cancel)))}
            </form>
        }
    })
}

/// Shown once: nobody can make these codes again of what is kept.
pub(crate) fn codes(me: &SignedIn, codes: &[RecoveryCode], confirmed: bool) -> Response {
    let words = &me.text().second_factor;
    let list = codes.iter().map(RecoveryCode::to_text).collect::<Vec<_>>().join("\n");
    // Whoever owed one wanted to go elsewhere.
    let on = if me.visit.owes_second_factor() { routes::HOME } else { routes::SECOND_FACTOR };
    Page::new(words.codes_title, Here::Elsewhere).render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{words.codes_title}</h1>
                {confirmed.then(|| view! { <p role="status">{words.codes_confirmed}</p> })}
                <p class="notice">{words.codes_once}</p>
                <pre class="codes" tabindex="0" aria-label=words.codes_title>{list}</pre>
                <p>{words.codes_lead}</p>
                <p><a class="button primary" href=on>{words.codes_kept}</a></p>
            </section>
        }
    })
}

pub(crate) fn on(me: &SignedIn, shown: &On, problems: &Problems) -> Response {
    let text = me.text();
    let words = &text.second_factor;
    let since = (words.on_since)(&text.at(shown.since, me.zone()));
    let few = (shown.codes_left <= FEW).then(
        || view! { <p class="notice bad">{if shown.codes_left == 0 { words.codes_none } else { words.codes_few }}</p> },
    );
    let left = (words.codes_left)(shown.codes_left);
    let fresh = change(me, shown, problems, "codes_proof", routes::RECOVERY_CODES, words.fresh_button);
    let off = if me.visit.requires_second_factor() {
        view! { <p class="notice">{words.off_required}</p> }.into_any()
    } else {
        let form = change(me, shown, problems, "off_proof", routes::DROP_SECOND_FACTOR, words.off_button);
        view! { <p class="lead">{words.off_lead}</p>{form} }.into_any()
    };
    let passkeys = passkeys::section(me, shown, problems);
    room(me, words.title, move || {
        view! {
            <p>{since}</p>
            <p>{left}</p>
            {few}
            {passkeys}
            <h2>{words.fresh}</h2>
            <p class="lead">{words.fresh_lead}</p>
            {fresh}
            <h2>{words.off}</h2>
            {off}
        }
    })
}

/// Something that asks for the password or a code first.
fn change(
    me: &SignedIn,
    shown: &On,
    problems: &Problems,
    name: &'static str,
    to: &'static str,
    label: &'static str,
) -> impl IntoView + use<> {
    let text = me.text();
    view! {
        <form method="post" action=to>
            {proof(text, shown.has_password, name, problems)}
            <p class="submit"><button class="button">{label}</button></p>
        </form>
    }
}

/// What proves that it is the member: their password or a code; without a password, a code.
pub(super) fn proof(
    text: &'static Text,
    has_password: bool,
    name: &'static str,
    problems: &Problems,
) -> impl IntoView + use<> {
    let words = &text.second_factor;
    let field = Field::new(name, problems).hint(words.proof_hint);
    if has_password {
        Either::Left(input(text, words.proof, "password", "", field.autocomplete("current-password")))
    } else {
        Either::Right(input(text, words.proof_by_code, "password", "", field.autocomplete("one-time-code")))
    }
}

/// One of my rooms; while the house is closed to who owes a second factor, the only one.
fn room<V: IntoView + 'static>(me: &SignedIn, title: &'static str, inside: impl FnOnce() -> V) -> Response {
    let rooms = (!me.visit.owes_second_factor()).then(|| my_rooms(me.text(), routes::SECOND_FACTOR));
    Page::new(title, Here::Elsewhere).render(&me.visit, || {
        view! { <section class="narrow"><h1>{title}</h1>{rooms}{inside()}</section> }
    })
}
