//! A schedule that makes mail: who, when, about what.

use jiff::Timestamp;

use crate::id::{PostId, ScheduleId};
use crate::problem::{Problems, Why};
use crate::schedule::{Recurrence, Schedule, Zone, parse_local};
use crate::word::word;

word! {
    /// What a schedule reminds of. A new kind begins here.
    ReminderKind {
        /// "Remind me of this": a post, read again.
        ReadAgain = "read_again",
    }
}

/// A member's own wish to read a post again.
#[derive(Debug, Clone)]
pub struct Reminder {
    /// Its schedule's number.
    pub id: ScheduleId,
    /// The post to read again.
    pub post_id: PostId,
    /// That post's title as it is now.
    pub post_title: String,
    /// When.
    pub schedule: Schedule,
    /// The next time, none when all are past.
    pub next_at: Option<Timestamp>,
    /// When it was stopped, if it was.
    pub stopped_at: Option<Timestamp>,
}

/// What a member typed to be reminded.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
pub struct ReminderForm {
    /// [`Recurrence`] by its word.
    #[serde(default)]
    pub recurrence: String,
    /// The first time, as `datetime-local` sends it.
    #[serde(default)]
    pub first: String,
}

impl ReminderForm {
    /// The schedule meant, in the member's zone.
    ///
    /// # Errors
    /// Problems of `recurrence` and `first`; a first time that has passed is refused.
    pub fn parse(&self, zone: &Zone, now: Timestamp) -> Result<Schedule, Problems> {
        let mut problems = Problems::default();
        let recurrence = problems.take("recurrence", Recurrence::parse(&self.recurrence).ok_or(Why::UnknownChoice));
        let first = problems.take("first", self.first_after(zone, now));
        match (recurrence, first) {
            (Some(recurrence), Some(first)) => Ok(Schedule { recurrence, first, zone: zone.clone() }),
            _ => Err(problems),
        }
    }

    fn first_after(&self, zone: &Zone, now: Timestamp) -> Result<jiff::civil::DateTime, Why> {
        let first = parse_local(&self.first)?;
        let at = zone.instant(first).ok_or(Why::NotATime)?;
        if at <= now { Err(Why::InThePast) } else { Ok(first) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_time_that_has_passed_is_refused() {
        let seoul = Zone::parse("Asia/Seoul").unwrap();
        let now = "2027-01-01T00:00:00Z".parse().unwrap();
        let form = |first: &str| ReminderForm { recurrence: "weekly".into(), first: first.into() };
        assert_eq!(form("2027-01-01T09:00").parse(&seoul, now).unwrap_err().of("first"), Some(&Why::InThePast));
        assert!(form("2027-01-01T09:01").parse(&seoul, now).is_ok());
    }
}
