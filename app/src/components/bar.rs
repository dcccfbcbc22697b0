//! The top of every page: the mark, the way around, writing, and the member's menu.

use domain::access;
use domain::member::Member;
use domain::text::Text;
use leptos::prelude::*;

use super::face::face;
use crate::context::Visit;
use crate::routes;
use crate::shell::Here;

pub(crate) fn bar(visit: &Visit, here: Here) -> impl IntoView + use<> {
    let text = visit.text();
    let team = visit.team.as_ref().map(|team| team.name.as_str().to_owned());
    view! {
        <header class="bar">
            <a class="mark" href=routes::HOME>{text.product}{team.map(|name| view! { <span class="team">{name}</span> })}</a>
            {visit.member.as_ref().map(|member| around(text, member, here))}
        </header>
    }
}

fn around(text: &'static Text, member: &Member, here: Here) -> impl IntoView + use<> {
    let link = move |to: &'static str, label: &'static str, place: Here| {
        view! { <a href=to aria-current=(place == here).then_some("page")>{label}</a> }
    };
    view! {
        <nav aria-label=text.nav.label>
            {link(routes::HOME, text.nav.home, Here::Home)}
            {link(routes::POSTS, text.nav.posts, Here::Posts)}
            {link(routes::REMINDERS, text.nav.reminders, Here::Reminders)}
        </nav>
        {access::may_write(member).then(|| view! { <a class="button" href=routes::NEW_POST>{text.nav.write}</a> })}
        {menu(text, member)}
    }
}

fn menu(text: &'static Text, member: &Member) -> impl IntoView + use<> {
    let people = if access::may_look_after(member) { text.places.house } else { text.places.members };
    let people = access::may_write(member).then(|| view! { <li><a href=routes::MEMBERS>{people}</a></li> });
    let uploads =
        access::may_write(member).then(|| view! { <li><a href=routes::UPLOADS>{text.uploads.title}</a></li> });
    view! {
        <details class="menu">
            <summary aria-label=(text.nav.menu_of)(member.name.as_str())>{face(member.id, member.name.as_str(), member.picture_at)}</summary>
            <ul>
                <li class="menu-name">{member.name.as_str().to_owned()}<small>{(text.role)(member.role)}</small></li>
                <li><a href=routes::SETTINGS>{text.nav.settings}</a></li>
                {uploads}
                {people}
                <li><form method="post" action=routes::SIGN_OUT><button>{text.nav.sign_out}</button></form></li>
            </ul>
        </details>
    }
}
