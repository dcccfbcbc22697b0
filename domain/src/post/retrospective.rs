//! Looks back on a period.

use jiff::civil::Date;

use crate::problem::Why;

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    start: Date,
    end: Date,
}

impl Period {
    /// # Errors
    /// [`Why::EndsBeforeStart`].
    pub fn new(start: Date, end: Date) -> Result<Self, Why> {
        if end < start { Err(Why::EndsBeforeStart) } else { Ok(Self { start, end }) }
    }

    /// The first day.
    pub fn start(self) -> Date {
        self.start
    }

    /// The last day.
    pub fn end(self) -> Date {
        self.end
    }

    /// The half-year a retrospective begun on `today` most likely looks back on: the one that is
    /// ending within its last two months, else the one before.
    pub fn likely(today: Date) -> Self {
        let (year, half) = match today.month() {
            11..=12 => (today.year(), 2),
            5..=10 => (today.year(), 1),
            _ => (today.year() - 1, 2),
        };
        let (from, to, last) = if half == 1 { (1, 6, 30) } else { (7, 12, 31) };
        Self { start: jiff::civil::date(year, from, 1), end: jiff::civil::date(year, to, last) }
    }
}

/// A day as a form sends it (HTML `date`: `2026-06-30`).
pub(super) fn parse_day(typed: &str) -> Result<Date, Why> {
    match typed.trim() {
        "" => Err(Why::Empty),
        day => day.parse().map_err(|_| Why::NotADate),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_period_does_not_run_backwards() {
        assert_eq!(Period::new(date(2026, 7, 1), date(2026, 6, 30)), Err(Why::EndsBeforeStart));
        assert!(Period::new(date(2026, 7, 1), date(2026, 7, 1)).is_ok());
    }

    #[test]
    fn a_day_that_does_not_exist_is_no_date() {
        assert_eq!(parse_day("2026-02-30"), Err(Why::NotADate));
        assert_eq!(parse_day(" "), Err(Why::Empty));
        assert_eq!(parse_day("2028-02-29"), Ok(date(2028, 2, 29)));
    }

    #[test]
    fn the_likely_period_is_the_half_that_is_ending_or_has_ended() {
        for (today, start) in [
            (date(2026, 12, 30), date(2026, 7, 1)),
            (date(2027, 1, 10), date(2026, 7, 1)),
            (date(2026, 6, 20), date(2026, 1, 1)),
            (date(2026, 8, 1), date(2026, 1, 1)),
        ] {
            assert_eq!(Period::likely(today).start(), start, "{today}");
        }
    }
}
