//! Recurrence and time zones -> the next occasions.
//!
//! Occasions are counted from the first one in local time and then put into the zone, so that the
//! 31st becomes the last day of a shorter month and nothing is ever skipped (RFC 5545 §3.3.10 would
//! skip). A local time that a zone leaves out moves forward, one that it repeats is taken the first
//! time: jiff's "compatible", as in RFC 5545 §3.3.5.

use jiff::civil::DateTime;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Span, Timestamp, ToSpan, Unit};

use crate::problem::Why;
use crate::word::word;

word! {
    /// How often.
    Recurrence {
        /// One time.
        Once = "once",
        /// Every seven days.
        Weekly = "weekly",
        /// Every month, on the same day.
        Monthly = "monthly",
        /// Every six months, on the same day.
        HalfYearly = "half_yearly",
        /// Every year, on the same date.
        Yearly = "yearly",
    }
}

impl Recurrence {
    /// The time to the `n`th occasion after the first; none where there is no such occasion.
    fn span(self, n: i64) -> Option<Span> {
        match self {
            Self::Once if n == 0 => Some(Span::new()),
            Self::Once => None,
            Self::Weekly => Span::new().try_weeks(n).ok(),
            Self::Monthly => Span::new().try_months(n).ok(),
            Self::HalfYearly => Span::new().try_months(n.checked_mul(6)?).ok(),
            Self::Yearly => Span::new().try_years(n).ok(),
        }
    }

    /// About how many occasions lie between two local times; never too many by more than one.
    fn count(self, first: DateTime, local: DateTime) -> i64 {
        let whole = |unit| first.until((unit, local)).unwrap_or_default();
        match self {
            Self::Once => 0,
            Self::Weekly => i64::from(whole(Unit::Week).get_weeks()),
            Self::Monthly => i64::from(whole(Unit::Month).get_months()),
            Self::HalfYearly => i64::from(whole(Unit::Month).get_months()) / 6,
            Self::Yearly => i64::from(whole(Unit::Year).get_years()),
        }
    }
}

/// A time zone of the IANA database, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// # Errors
    /// [`Why::UnknownZone`].
    pub fn parse(name: &str) -> Result<Self, Why> {
        // The system's database may have let go of an older name that ours still knows.
        let zone = TimeZone::get(name.trim()).or_else(|_| TimeZoneDatabase::bundled().get(name.trim()));
        let zone = zone.map_err(|_| Why::UnknownZone)?;
        zone.iana_name().is_some().then_some(Self(zone)).ok_or(Why::UnknownZone)
    }

    /// Its name, such as `Asia/Seoul`.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The wall clock there at an instant.
    pub fn local(&self, at: Timestamp) -> DateTime {
        self.0.to_datetime(at)
    }

    /// The same instant as seen there, with its offset.
    pub fn zoned(&self, at: Timestamp) -> jiff::ZonedDateTime {
        at.to_zoned_datetime(self.0.clone())
    }

    /// The instant of a wall clock there; none only at the ends of time.
    pub fn instant(&self, local: DateTime) -> Option<Timestamp> {
        self.0.to_ambiguous_timestamp(local).compatible().ok()
    }
}

/// One time a schedule comes round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occasion {
    /// The wall clock in the schedule's zone, before a gap moves it: its identity.
    pub local: DateTime,
    /// The instant.
    pub at: Timestamp,
}

/// When something comes round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// How often.
    pub recurrence: Recurrence,
    /// The first occasion's wall clock.
    pub first: DateTime,
    /// Where that wall clock hangs.
    pub zone: Zone,
}

impl Schedule {
    /// The first occasion later than `now`.
    pub fn next_after(&self, now: Timestamp) -> Option<Occasion> {
        let about = self.about(now);
        (about.saturating_sub(2).max(0)..=about + 2).filter_map(|n| self.occasion(n)).find(|one| one.at > now)
    }

    /// The last occasion not later than `now`.
    pub fn latest_until(&self, now: Timestamp) -> Option<Occasion> {
        let about = self.about(now);
        (about.saturating_sub(2).max(0)..=about + 2).rev().filter_map(|n| self.occasion(n)).find(|one| one.at <= now)
    }

    fn about(&self, now: Timestamp) -> i64 {
        self.recurrence.count(self.first, self.zone.local(now)).max(0)
    }

    fn occasion(&self, n: i64) -> Option<Occasion> {
        let local = self.first.checked_add(self.recurrence.span(n)?).ok()?;
        Some(Occasion { local, at: self.zone.instant(local)? })
    }
}

/// A wall clock as a form sends it (HTML `datetime-local`: `2027-03-01T09:00`), in the years 2000 to 2199.
///
/// # Errors
/// [`Why::Empty`] or [`Why::NotATime`].
pub fn parse_local(typed: &str) -> Result<DateTime, Why> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Why::Empty);
    }
    let local: DateTime = typed.parse().map_err(|_| Why::NotATime)?;
    (2000..2200).contains(&local.year()).then_some(local).ok_or(Why::NotATime)
}

/// A wall clock as a form takes it, to the minute.
pub fn form_local(local: DateTime) -> String {
    local.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// The next full hour at least an hour away, as an offer for a first occasion.
pub fn next_hour(local: DateTime) -> DateTime {
    let later = local.saturating_add(2.hours());
    later.with().minute(0).second(0).subsec_nanosecond(0).build().unwrap_or(later)
}

#[cfg(test)]
mod tests;
