//! "Check again by": the field, and what stands above a text whose day has passed.

use domain::post::{Details, PostForm, is_stale};
use domain::problem::Problems;
use domain::text::Text;
use jiff::civil::Date;
use leptos::prelude::*;
use store::Reading;

use crate::components::field::{Field, input};
use crate::context::SignedIn;
use crate::routes;

/// In the form of a write-up.
pub(crate) fn field(text: &'static Text, form: &PostForm, problems: &Problems) -> impl IntoView + use<> {
    let words = &text.stale;
    input(text, words.field, "date", &form.check_by, Field::new("check_by", problems).hint(words.hint).optional())
}

/// Calm: what is old is not wrong yet. Its authors say with one click that it is still true.
pub(crate) fn notice(me: &SignedIn, reading: &Reading) -> impl IntoView + use<> {
    let text = me.text();
    let words = &text.stale;
    past(reading, me.zone().local(me.now()).date()).map(|day| {
        let authors = reading.may_edit.then(|| {
            view! {
                <form class="submit" method="post" action=routes::still_true(reading.post.id)>
                    <span>{words.ask}</span>
                    <button class="button" name="months" value="6">{words.half_year}</button>
                    <button class="button" name="months" value="12">{words.year}</button>
                </form>
            }
        });
        view! { <div class="notice stale" role="note" lang=me.visit.language.as_str()><p>{(words.notice)(&(text.day)(day))}</p>{authors}</div> }
    })
}

/// The day, if it has passed.
fn past(reading: &Reading, today: Date) -> Option<Date> {
    match &reading.details {
        Details::WriteUp(adds) => adds.check_by.filter(|_| is_stale(adds.check_by, today)),
        _ => None,
    }
}
