//! What changed between two texts: words that came are underlined, words that went are struck, and both say so to who
//! cannot see it. Long stretches that stayed are folded.

use domain::difference::{Change, Hunk, Stretch};
use domain::text::Text;
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;

/// Lines shown around a change.
const CONTEXT: usize = 3;

/// Which of two texts is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Old,
    New,
    Both,
}

/// Words in a row.
pub(crate) fn words(text: &'static Text, stretches: &[Stretch<'_>]) -> impl IntoView + use<> {
    told(text, stretches, Side::Both)
}

/// In one column.
pub(crate) fn inline(text: &'static Text, hunks: &[Hunk<'_>], lang: &'static str) -> impl IntoView + use<> {
    let rows = rows(hunks, |hunk, place| match hunk {
        Hunk::Same(lines) => Either::Left(same(text, lines, place)),
        Hunk::Changed(stretches) => {
            Either::Right(view! { <div class="changed">{told(text, stretches, Side::Both)}</div> })
        }
    });
    view! { <div class="changes" lang=lang>{rows}</div> }
}

/// The old text on one side, the new on the other.
pub(crate) fn beside(text: &'static Text, hunks: &[Hunk<'_>], lang: &'static str) -> impl IntoView + use<> {
    let rows = rows(hunks, |hunk, place| match hunk {
        Hunk::Same(lines) => Either::Left(same(text, lines, place)),
        Hunk::Changed(stretches) => Either::Right(view! {
            <div class="pair-of-texts">
                <div class="changed">{told(text, stretches, Side::Old)}</div>
                <div class="changed">{told(text, stretches, Side::New)}</div>
            </div>
        }),
    });
    view! { <div class="changes" lang=lang>{rows}</div> }
}

/// Whether a stretch that stayed has a change before it, and after it.
type Place = (bool, bool);

fn rows<V>(hunks: &[Hunk<'_>], mut row: impl FnMut(&Hunk<'_>, Place) -> V) -> Vec<V> {
    let last = hunks.len().saturating_sub(1);
    hunks.iter().enumerate().map(|(at, hunk)| row(hunk, (at > 0, at < last))).collect()
}

fn told(text: &'static Text, stretches: &[Stretch<'_>], side: Side) -> impl IntoView + use<> {
    let words = &text.history;
    let shown = stretches.iter().filter(|stretch| match stretch.change {
        Change::Same => true,
        Change::Removed => side != Side::New,
        Change::Added => side != Side::Old,
    });
    shown
        .map(|stretch| {
            let said = stretch.text.to_owned();
            match stretch.change {
                Change::Same => EitherOf3::A(said),
                Change::Removed => {
                    EitherOf3::B(view! { <del><span class="unseen">{words.removed}": "</span>{said}</del> })
                }
                Change::Added => EitherOf3::C(view! { <ins><span class="unseen">{words.added}": "</span>{said}</ins> }),
            }
        })
        .collect::<Vec<_>>()
}

/// Some lines around a change; those further away are folded.
fn same(text: &'static Text, lines: &str, (after_a_change, before_a_change): Place) -> impl IntoView + use<> {
    let all: Vec<&str> = lines.split_inclusive('\n').collect();
    let head = if after_a_change { CONTEXT } else { 0 };
    let tail = if before_a_change { CONTEXT } else { 0 };
    if all.len() <= head + tail + 1 {
        return Either::Left(view! { <div class="same">{lines.to_owned()}</div> });
    }
    let (first, rest) = all.split_at(head);
    let (folded, last) = rest.split_at(rest.len() - tail);
    let (first, last) = (shown(first), shown(last));
    let summary = (text.history.folded)(folded.len());
    Either::Right(view! {
        {first}
        <details class="folded"><summary>{summary}</summary><div class="same">{folded.concat()}</div></details>
        {last}
    })
}

fn shown(lines: &[&str]) -> Option<impl IntoView + use<>> {
    (!lines.is_empty()).then(|| view! { <div class="same">{lines.concat()}</div> })
}
