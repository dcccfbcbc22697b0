//! What stands below the words.

use leptos::prelude::*;
use store::{Around, Reading};

use super::links::links;
use crate::components::tags::tags;
use crate::context::SignedIn;

pub(super) fn below(me: &SignedIn, reading: &Reading, around: &Around) -> impl IntoView + use<> {
    view! {
        {tags(me.text(), &reading.tags)}
        {links(me, around)}
    }
}
