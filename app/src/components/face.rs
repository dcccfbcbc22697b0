//! A member's picture, or their initials where there is none.

use domain::id::MemberId;
use domain::member::Name;
use jiff::Timestamp;
use leptos::either::Either;
use leptos::prelude::*;

use crate::routes;

/// Pixels of its side as it is laid out at most.
const SIDE: u32 = 36;

/// `picture_at` is when they set the picture they have.
pub(crate) fn face(id: MemberId, name: &str, picture_at: Option<Timestamp>) -> impl IntoView + use<> {
    match picture_at {
        Some(at) => Either::Left(
            view! { <img class="face" src=routes::picture(id, at) alt="" width=SIDE height=SIDE loading="lazy" /> },
        ),
        None => {
            let initials = Name::parse(name).map(|name| name.initials()).unwrap_or_default();
            Either::Right(view! { <span class="face" aria-hidden="true">{initials}</span> })
        }
    }
}
