//! "Remind me of this", and the list of mine.

use axum::response::Response;
use domain::id::ScheduleId;
use domain::problem::Problems;
use domain::reminder::{Reminder, ReminderForm};
use domain::schedule::{Recurrence, form_local, next_hour};
use jiff::ToSpan;

use super::answer::{Path, Typed, done, wrong};
use super::post::post_id;
use crate::context::SignedIn;
use crate::pages::reminder_form::{Reminding, page};
use crate::said::Said;
use crate::{AppError, pages, routes};

pub(super) async fn list(me: SignedIn) -> Result<Response, AppError> {
    let reminders = me.viewer.reminders().await?;
    Ok(pages::reminders::page(&me, &reminders))
}

pub(super) async fn ask(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let line = me.viewer.post_line(post_id(&id)?).await?;
    let now = next_hour(me.zone().local(me.now()));
    let first = form_local(now.checked_add(6.months()).unwrap_or(now)); // what "every half-year" promises
    let form = ReminderForm { recurrence: Recurrence::HalfYearly.to_string(), first };
    Ok(page(&me, &asking(&me, &line, &form, &Problems::default())))
}

pub(super) async fn remind(
    me: SignedIn,
    Path(id): Path<String>,
    Typed(form): Typed<ReminderForm>,
) -> Result<Response, AppError> {
    let line = me.viewer.post_line(post_id(&id)?).await?;
    match form.parse(me.zone(), me.now()) {
        Ok(schedule) => {
            me.viewer.remind(line.post.id, &schedule).await?;
            Ok(done(&routes::post(line.post.id), Said::Reminded))
        }
        Err(problems) => Ok(wrong(page(&me, &asking(&me, &line, &form, &problems)))),
    }
}

fn asking<'a>(
    me: &'a SignedIn,
    line: &'a store::PostLine,
    form: &'a ReminderForm,
    problems: &'a Problems,
) -> Reminding<'a> {
    let words = &me.text().remind;
    Reminding {
        title: words.title,
        post_title: &line.post.title,
        zone: me.zone().name(),
        form,
        problems,
        action: routes::remind(line.post.id),
        away: routes::post(line.post.id),
        save: words.save,
    }
}

pub(super) async fn show(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let reminder = me.viewer.reminder(schedule_id(&id)?).await?;
    let form = shown(&me, &reminder);
    Ok(page(&me, &changing(&me, &reminder, &form, &Problems::default())))
}

/// The form as it is first shown: the rule, from its next occasion on.
fn shown(me: &SignedIn, reminder: &Reminder) -> ReminderForm {
    let schedule = &reminder.schedule;
    let next = reminder.next_at.and_then(|_| schedule.next_after(me.now()));
    let local = next.map_or_else(|| next_hour(schedule.zone.local(me.now())), |next| next.local);
    ReminderForm { recurrence: schedule.recurrence.to_string(), first: form_local(local) }
}

pub(super) async fn change(
    me: SignedIn,
    Path(id): Path<String>,
    Typed(form): Typed<ReminderForm>,
) -> Result<Response, AppError> {
    let reminder = me.viewer.reminder(schedule_id(&id)?).await?;
    // Saved as it was shown, the rule stays: the 31st does not become the 28th that February made of it.
    if reminder.next_at.is_some() && form == shown(&me, &reminder) {
        return Ok(done(routes::REMINDERS, Said::Changed));
    }
    match form.parse(&reminder.schedule.zone, me.now()) {
        Ok(schedule) => {
            me.viewer.change_reminder(reminder.id, &schedule).await?;
            Ok(done(routes::REMINDERS, Said::Changed))
        }
        Err(problems) => Ok(wrong(page(&me, &changing(&me, &reminder, &form, &problems)))),
    }
}

fn changing<'a>(
    me: &'a SignedIn,
    reminder: &'a Reminder,
    form: &'a ReminderForm,
    problems: &'a Problems,
) -> Reminding<'a> {
    let text = me.text();
    Reminding {
        title: text.reminders.change_title,
        post_title: &reminder.post_title,
        zone: reminder.schedule.zone.name(),
        form,
        problems,
        action: routes::reminder(reminder.id),
        away: routes::REMINDERS.to_owned(),
        save: text.form.save,
    }
}

pub(super) async fn stop(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    me.viewer.stop_reminder(schedule_id(&id)?).await?;
    Ok(done(routes::REMINDERS, Said::Stopped))
}

fn schedule_id(digits: &str) -> Result<ScheduleId, AppError> {
    digits.parse().map_err(|_| AppError::NotFound)
}
