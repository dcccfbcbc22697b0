//! Days, times and "three days ago".

use jiff::Timestamp;
use jiff::civil::Date;

use crate::schedule::Zone;

/// How long ago something was, as far as people say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ago {
    /// Less than a minute.
    JustNow,
    /// 1 to 59.
    Minutes(i64),
    /// The same day on the reader's calendar.
    Hours(i64),
    /// The day before on the reader's calendar.
    Yesterday,
    /// 2 to 6 days on the reader's calendar.
    Days(i64),
    /// Longer: the day itself.
    On(Date),
}

/// How long before `now` something was, on the calendar of `zone`. What lies ahead is given as its day.
pub fn ago(then: Timestamp, now: Timestamp, zone: &Zone) -> Ago {
    let seconds = now.duration_since(then).as_secs();
    let (day, today) = (zone.local(then).date(), zone.local(now).date());
    let days = i64::from(day.until(today).map(|span| span.get_days()).unwrap_or_default());
    match (days, seconds) {
        (_, ..-60) => Ago::On(day),
        (_, ..60) => Ago::JustNow,
        (_, ..3600) => Ago::Minutes(seconds / 60),
        (0, _) => Ago::Hours(seconds / 3600),
        (1, _) => Ago::Yesterday,
        (2..=6, _) => Ago::Days(days),
        _ => Ago::On(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn near_is_said_and_far_is_dated_on_the_reader_s_calendar() {
        let seoul = Zone::parse("Asia/Seoul").unwrap();
        let now: Timestamp = "2026-11-24T01:00:00Z".parse().unwrap(); // 10:00 in Seoul
        for (then, said) in [
            ("2026-11-24T00:59:30Z", Ago::JustNow),
            ("2026-11-24T00:30:00Z", Ago::Minutes(30)),
            ("2026-11-23T16:00:00Z", Ago::Hours(9)),
            ("2026-11-23T14:00:00Z", Ago::Yesterday),
            ("2026-11-21T01:00:00Z", Ago::Days(3)),
            ("2026-11-10T01:00:00Z", Ago::On(date(2026, 11, 10))),
            ("2026-12-10T01:00:00Z", Ago::On(date(2026, 12, 10))),
        ] {
            assert_eq!(ago(then.parse().unwrap(), now, &seoul), said, "{then}");
        }
    }
}
