//! What can be done with a post, beside it.

use domain::reminder::Reminder;
use leptos::prelude::*;
use store::{Around, Reading};

use super::desk::desk;
use crate::context::SignedIn;
use crate::routes;

pub(super) fn aside(me: &SignedIn, reading: &Reading, mine: &[Reminder], around: &Around) -> impl IntoView + use<> {
    let words = &me.text().post;
    let id = reading.post.id;
    let edit =
        reading.may_edit.then(|| view! { <a class="button primary" href=routes::edit_post(id)>{words.edit}</a> });
    let blog = reading.may_edit.then(|| view! { <li><a href=routes::blog(id)>{words.blog}</a></li> });
    let series = if around.series.is_some() { me.text().series.change } else { me.text().series.add };
    let series = reading.may_edit.then(|| view! { <li><a href=routes::post_series(id)>{series}</a></li> });
    view! {
        <aside class="aside" aria-label=words.actions>
            <p class="actions">
                {edit}
                <a class="button" href=routes::remind(id)>{words.remind}</a>
            </p>
            <ul class="links">
                <li><a href=routes::markdown(id)>{words.markdown}</a></li>
                <li><a href=routes::post_archive(id)>{me.text().archive.one}</a></li>
                <li><a href=routes::post_uploads(id)>{me.text().uploads.post_link}</a></li>
                {blog}
                {series}
            </ul>
            {desk(me, reading)}
            {my_reminders(me, mine)}
        </aside>
    }
}

fn my_reminders(me: &SignedIn, mine: &[Reminder]) -> impl IntoView + use<> {
    let (text, zone) = (me.text(), me.zone().clone());
    let lines: Vec<_> = mine
        .iter()
        .filter_map(|one| one.next_at.map(|next| (one, next)))
        .map(|(one, next)| {
            let when = format!("{} · {}", (text.recurrence)(one.schedule.recurrence), text.at(next, &zone));
            view! { <li><a href=routes::reminder(one.id)>{when}</a></li> }
        })
        .collect();
    (!lines.is_empty()).then(|| view! { <h2>{text.post.my_reminders}</h2><ul class="links">{lines}</ul> })
}
