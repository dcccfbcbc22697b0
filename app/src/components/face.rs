//! A member's picture, or their initials where there is none.

use domain::id::MemberId;
use domain::member::{Member, Name};
use jiff::Timestamp;
use leptos::either::Either;
use leptos::prelude::*;

use crate::routes;

/// Pixels of its side as it is laid out at most.
const SIDE: u32 = 36;
/// The same on its owner's page.
const LARGE_SIDE: u32 = 96;

/// `picture_at` is when they set the picture they have. It says nothing: a name stands beside it.
pub(crate) fn face(id: MemberId, name: &str, picture_at: Option<Timestamp>) -> impl IntoView + use<> {
    drawn("face", SIDE, name, picture_at.map(|at| routes::picture(id, at)), String::new())
}

/// As large as its owner looks at it; `alt` says whose it is.
pub(crate) fn large_face(member: &Member, alt: String) -> impl IntoView + use<> {
    let picture = member.picture_at.map(|at| routes::picture(member.id, at));
    drawn("face large", LARGE_SIDE, member.name.as_str(), picture, alt)
}

fn drawn(class: &'static str, side: u32, name: &str, picture: Option<String>, alt: String) -> impl IntoView + use<> {
    if let Some(src) = picture {
        return Either::Left(view! { <img class=class src=src alt=alt width=side height=side loading="lazy" /> });
    }
    let initials = Name::parse(name).map(|name| name.initials()).unwrap_or_default();
    Either::Right(view! { <span class=class aria-hidden="true">{initials}</span> })
}
