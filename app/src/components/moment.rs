//! An instant: said as people say it, exact on hover and for machines.

use domain::schedule::Zone;
use domain::text::Text;
use jiff::Timestamp;
use leptos::prelude::*;

pub(crate) fn moment(text: &'static Text, at: Timestamp, now: Timestamp, zone: &Zone) -> impl IntoView + use<> {
    view! { <time datetime=at.to_string() title=text.at(at, zone)>{text.since(at, now, zone)}</time> }
}
