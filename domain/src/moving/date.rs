//! Days and times as other programs write them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::strtime;

use crate::schedule::Zone;

/// The ways Notion writes a time, in English and Korean.
const TIMES: &[&str] = &["%B %d, %Y %I:%M %p", "%Y년 %m월 %d일 %p %I:%M", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M"];
/// The same for days.
const DAYS: &[&str] = &["%B %d, %Y", "%Y년 %m월 %d일", "%Y/%m/%d", "%Y.%m.%d"];

/// The instant meant: what has no offset is told in `zone`, and a day begins at midnight.
pub(super) fn instant(typed: &str, zone: &Zone) -> Option<Timestamp> {
    let typed = typed.trim();
    if let Ok(instant) = typed.parse::<Timestamp>() {
        return Some(instant);
    }
    let local = local(&typed.replace("오전", "AM").replace("오후", "PM"))?;
    zone.instant(local)
}

fn local(typed: &str) -> Option<DateTime> {
    if let Ok(local) = typed.parse::<DateTime>() {
        return Some(local);
    }
    let time = TIMES.iter().find_map(|way| strtime::parse(way, typed).ok()?.to_datetime().ok());
    let day = || DAYS.iter().find_map(|way| strtime::parse(way, typed).ok()?.to_date().ok());
    time.or_else(|| day().map(Date::into))
}

/// The day that a file's name begins with, as daily notes are named.
pub(super) fn of_name(stem: &str) -> Option<Date> {
    stem.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_programs_write_them() {
        let zone = Zone::parse("Asia/Seoul").unwrap();
        for (typed, instant_) in [
            ("2024-01-05T06:12:00Z", "2024-01-05T06:12:00Z"),
            ("2024-01-05", "2024-01-04T15:00:00Z"),
            ("2024-01-05 15:12", "2024-01-05T06:12:00Z"),
            ("2024-01-05T15:12:00", "2024-01-05T06:12:00Z"),
            ("January 5, 2024 3:12 PM", "2024-01-05T06:12:00Z"),
            ("2024년 1월 5일 오후 3:12", "2024-01-05T06:12:00Z"),
            ("2024년 1월 5일", "2024-01-04T15:00:00Z"),
        ] {
            assert_eq!(instant(typed, &zone).map(|at| at.to_string()).as_deref(), Some(instant_), "{typed}");
        }
        for typed in ["", "어제", "2024-02-30", "5"] {
            assert_eq!(instant(typed, &zone), None, "{typed}");
        }
    }
}
