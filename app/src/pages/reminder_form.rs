//! "Remind me of this", and changing when.

use axum::response::Response;
use domain::problem::Problems;
use domain::reminder::ReminderForm;
use domain::schedule::Recurrence;
use leptos::prelude::*;

use crate::components::field::{Field, choice, input, wrong};
use crate::components::submit::submit;
use crate::context::SignedIn;
use crate::shell::{Here, Page};

/// What the form shows.
pub(crate) struct Reminding<'a> {
    pub(crate) title: &'static str,
    pub(crate) post_title: &'a str,
    /// The zone the clock hangs in: the schedule's own, or the member's for a new one.
    pub(crate) zone: &'a str,
    pub(crate) form: &'a ReminderForm,
    pub(crate) problems: &'a Problems,
    pub(crate) action: String,
    pub(crate) away: String,
    pub(crate) save: &'static str,
}

pub(crate) fn page(me: &SignedIn, reminding: &Reminding<'_>) -> Response {
    let text = me.text();
    let words = &text.remind;
    let often: Vec<_> =
        Recurrence::ALL.iter().map(|one| (one.to_string(), (text.recurrence)(*one).to_owned())).collect();
    let field = |name| Field::new(name, reminding.problems);
    let hint = (words.first_hint)(reminding.zone);
    Page::new(reminding.title, Here::Reminders).render(&me.visit, || {
        view! {
            <section class="narrow">
                <h1>{reminding.title}</h1>
                <p class="lead">{(words.lead)(reminding.post_title)}</p>
                {wrong(text, reminding.problems)}
                <form method="post" action=reminding.action.clone()>
                    {input(text, words.first, "datetime-local", &reminding.form.first, field("first").hint(hint))}
                    {choice(text, words.recurrence, &often, &reminding.form.recurrence, field("recurrence"))}
                    {submit(reminding.save, Some((reminding.away.clone(), text.form.cancel)))}
                </form>
            </section>
        }
    })
}
