//! One place that both changed, and whose words shall stand: radio buttons, which need no script.

use domain::difference::words;
use domain::merge::FieldConflict;
use domain::text::Text;
use leptos::prelude::*;

use super::Conflict;
use crate::components::changes;
use crate::pages::compare::{field_label, field_words};

/// How much of the words before a place is shown, in characters.
const BEFORE: usize = 60;

/// A place in the words.
pub(super) struct Place<'a> {
    /// From 1.
    pub(super) number: usize,
    /// What is agreed on before it.
    pub(super) before: &'a str,
    pub(super) base: &'a str,
    pub(super) mine: &'a str,
    pub(super) theirs: &'a str,
    pub(super) lang: &'static str,
}

/// A smaller field.
pub(super) fn field(text: &'static Text, conflict: &Conflict<'_>, one: &FieldConflict) -> impl IntoView + use<> {
    let said = |value: &str| field_words(text, one.name, value);
    let (base, mine, theirs) = (said(&one.base), said(&one.mine), said(&one.theirs));
    let name = format!("choice-{}", one.name);
    let rows = [
        option(text, conflict, &name, "mine", text.conflict.mine.to_owned(), (&base, &mine)),
        option(text, conflict, &name, "theirs", their_name(text, conflict), (&base, &theirs)),
    ];
    view! {
        <fieldset class="decision">
            <legend>{field_label(text, one.name)}</legend>
            {rows.into_iter().collect::<Vec<_>>()}
        </fieldset>
    }
}

/// A place in the words: both may stand, one after the other.
pub(super) fn passage(text: &'static Text, conflict: &Conflict<'_>, place: &Place<'_>) -> impl IntoView + use<> {
    let name = format!("choice-body-{}", place.number);
    let Place { base, mine, theirs, lang, .. } = *place;
    let mut rows = vec![
        option(text, conflict, &name, "mine", text.conflict.mine.to_owned(), (base, mine)),
        option(text, conflict, &name, "theirs", their_name(text, conflict), (base, theirs)),
    ];
    if !mine.trim().is_empty() && !theirs.trim().is_empty() {
        rows.push(option(text, conflict, &name, "both", text.conflict.both.to_owned(), ("", "")));
    }
    let before = last_words(place.before).map(|words| view! { <p class="soft" lang=lang>{words}</p> });
    let was = (!base.trim().is_empty()).then(|| {
        view! { <p class="was"><span class="soft">{text.conflict.base}</span>" "<span lang=lang>{base.to_owned()}</span></p> }
    });
    view! {
        <fieldset class="decision">
            <legend>{(text.conflict.place)(place.number)}</legend>
            {before}
            {was}
            {rows}
        </fieldset>
    }
}

/// One way to decide, with what it would change.
fn option(
    text: &'static Text,
    conflict: &Conflict<'_>,
    name: &str,
    value: &'static str,
    label: String,
    (base, side): (&str, &str),
) -> impl IntoView + use<> {
    let chosen = conflict.chosen.get(name).is_some_and(|chosen| chosen == value);
    let said = if side.trim().is_empty() && !base.trim().is_empty() {
        view! { <span class="soft">{text.conflict.nothing_here}</span> }.into_any()
    } else if base.is_empty() {
        side.to_owned().into_any()
    } else {
        changes::words(text, &words(base, side)).into_any()
    };
    view! {
        <label class="option">
            <input type="radio" name=name.to_owned() value=value checked=chosen />
            <span class="whose">{label}</span>
            {(value != "both").then(|| view! { <span class="changed">{said}</span> })}
        </label>
    }
}

fn their_name(text: &'static Text, conflict: &Conflict<'_>) -> String {
    (text.conflict.theirs)(&conflict.theirs.saved_by)
}

/// The end of a text, to know where one is.
fn last_words(text: &str) -> Option<String> {
    let line = text.lines().rev().find(|line| !line.trim().is_empty())?;
    let skipped = line.chars().count().saturating_sub(BEFORE);
    let tail: String = line.chars().skip(skipped).collect();
    Some(if skipped > 0 { format!("… {tail}") } else { tail })
}
