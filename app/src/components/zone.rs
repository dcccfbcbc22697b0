//! The choice of a time zone: a native list, which every browser searches as one types.

use std::sync::LazyLock;

use domain::text::Text;
use leptos::prelude::*;

use super::field::{Field, choice};

/// Names of the IANA database that name a place, and UTC.
static ZONES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    const PLACES: [&str; 10] = [
        "Africa/",
        "America/",
        "Antarctica/",
        "Arctic/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    ];
    let names = jiff::tz::db().available().map(|name| name.as_str().to_owned());
    let mut zones: Vec<String> = names.filter(|name| PLACES.iter().any(|place| name.starts_with(place))).collect();
    zones.sort();
    zones.dedup();
    zones.push("UTC".into());
    zones.into_iter().map(|name| (name.clone(), name.replace('_', " "))).collect()
});

/// The choice, with the value that is set among it whatever its name.
pub(crate) fn zone(text: &'static Text, label: &'static str, value: &str, field: Field) -> impl IntoView + use<> {
    let mut zones = ZONES.clone();
    if !value.is_empty() && zones.iter().all(|(name, _)| name != value) {
        zones.insert(0, (value.to_owned(), value.to_owned()));
    }
    choice(text, label, &zones, value, field)
}
