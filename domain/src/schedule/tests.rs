use super::*;

fn schedule(recurrence: Recurrence, first: &str, zone: &str) -> Schedule {
    Schedule { recurrence, first: first.parse().unwrap(), zone: Zone::parse(zone).unwrap() }
}

/// Every instant the schedule fires in the days around `from`, walking as the worker does.
fn fired(schedule: &Schedule, from: &str, times: usize) -> Vec<String> {
    let mut now: Timestamp = from.parse().unwrap();
    let mut instants = Vec::new();
    while let Some(next) = schedule.next_after(now).filter(|_| instants.len() < times) {
        assert!(next.at > now, "time goes forward");
        assert_eq!(schedule.latest_until(next.at), Some(next), "the latest at its own instant is itself");
        instants.push(next.at.to_string());
        now = next.at;
    }
    instants
}

#[test]
fn once_fires_once_whatever_the_zone_does_that_night() {
    for (first, zone, instant) in [
        ("2027-03-14T02:30", "America/New_York", "2027-03-14T07:30:00Z"), // left out: 03:30 EDT
        ("2027-11-07T01:30", "America/New_York", "2027-11-07T05:30:00Z"), // repeated: the first, EDT
        ("2027-03-28T01:30", "Europe/London", "2027-03-28T01:30:00Z"),
        ("2027-10-31T01:30", "Europe/London", "2027-10-31T00:30:00Z"),
        ("2027-10-03T02:15", "Australia/Lord_Howe", "2027-10-02T15:45:00Z"),
        ("2027-04-30T00:00", "Africa/Cairo", "2027-04-29T22:00:00Z"),
        ("2011-12-30T09:00", "Pacific/Apia", "2011-12-30T19:00:00Z"), // a whole day left out
        ("2027-06-01T09:00", "Asia/Seoul", "2027-06-01T00:00:00Z"),
    ] {
        let once = schedule(Recurrence::Once, first, zone);
        assert_eq!(fired(&once, "2001-01-01T00:00:00Z", 5), [instant], "{zone} {first}");
    }
}

#[test]
fn a_weekly_hour_stays_on_the_wall_clock_over_a_change() {
    let weekly = schedule(Recurrence::Weekly, "2027-03-07T02:30", "America/New_York");
    assert_eq!(
        fired(&weekly, "2027-03-01T00:00:00Z", 3),
        ["2027-03-07T07:30:00Z", "2027-03-14T07:30:00Z", "2027-03-21T06:30:00Z"]
    );
}

#[test]
fn casablanca_fires_weekly_through_ramadan() {
    let weekly = schedule(Recurrence::Weekly, "2027-02-01T09:00", "Africa/Casablanca");
    assert_eq!(fired(&weekly, "2027-01-31T00:00:00Z", 10).len(), 10);
}

#[test]
fn the_thirty_first_comes_every_month() {
    let monthly = schedule(Recurrence::Monthly, "2027-01-31T09:00", "Asia/Seoul");
    assert_eq!(
        fired(&monthly, "2027-01-01T00:00:00Z", 4),
        ["2027-01-31T00:00:00Z", "2027-02-28T00:00:00Z", "2027-03-31T00:00:00Z", "2027-04-30T00:00:00Z"]
    );
}

#[test]
fn the_twenty_ninth_of_february_comes_every_year() {
    let yearly = schedule(Recurrence::Yearly, "2028-02-29T09:00", "Asia/Seoul");
    assert_eq!(
        fired(&yearly, "2028-01-01T00:00:00Z", 5),
        [
            "2028-02-29T00:00:00Z",
            "2029-02-28T00:00:00Z",
            "2030-02-28T00:00:00Z",
            "2031-02-28T00:00:00Z",
            "2032-02-29T00:00:00Z"
        ]
    );
}

#[test]
fn half_a_year_is_six_months() {
    let half = schedule(Recurrence::HalfYearly, "2026-08-31T09:00", "Asia/Seoul");
    assert_eq!(
        fired(&half, "2026-08-01T00:00:00Z", 3),
        ["2026-08-31T00:00:00Z", "2027-02-28T00:00:00Z", "2027-08-31T00:00:00Z"]
    );
}

#[test]
fn after_forty_days_asleep_only_the_latest_is_due() {
    let weekly = schedule(Recurrence::Weekly, "2027-01-04T09:00", "Asia/Seoul");
    let awake: Timestamp = "2027-02-13T12:00:00Z".parse().unwrap();
    assert_eq!(weekly.latest_until(awake).unwrap().local.to_string(), "2027-02-08T09:00:00");
    assert_eq!(weekly.next_after(awake).unwrap().local.to_string(), "2027-02-15T09:00:00");
}

#[test]
fn nothing_is_due_before_the_first() {
    let weekly = schedule(Recurrence::Weekly, "2027-01-04T09:00", "Asia/Seoul");
    assert_eq!(weekly.latest_until("2027-01-01T00:00:00Z".parse().unwrap()), None);
}

#[test]
fn a_date_that_does_not_exist_is_no_time() {
    for typed in ["2027-02-30T09:00", "2027-13-01T09:00", "tomorrow", "2027-02-28T25:00", "1999-01-01T00:00"] {
        assert_eq!(parse_local(typed), Err(Why::NotATime), "{typed}");
    }
    assert_eq!(parse_local("  "), Err(Why::Empty));
    assert_eq!(form_local(parse_local("2027-02-28T09:05").unwrap()), "2027-02-28T09:05");
}

#[test]
fn a_zone_is_known_by_its_name() {
    assert_eq!(Zone::parse("Asia/Seoul").unwrap().name(), "Asia/Seoul");
    for name in ["", "Asia/Nowhere", "../../etc/passwd", "+09:00"] {
        assert_eq!(Zone::parse(name), Err(Why::UnknownZone), "{name}");
    }
}
