//! Where posts lie that somebody threw away: for a while they can be brought back.

use jiff::{SignedDuration, Timestamp};

/// How long a post stays in the trash before it is deleted for good.
pub const KEPT_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

const DAY: i64 = 24 * 60 * 60;

/// Since when what is deleted for good at `now` has been in the trash: from then on, or before.
pub fn deleted_since(now: Timestamp) -> Timestamp {
    now - KEPT_FOR
}

/// Whole days in which a post that was put there at `trashed_at` can be brought back; the last one counts until it is over.
pub fn days_left(trashed_at: Timestamp, now: Timestamp) -> i64 {
    let left = KEPT_FOR.as_secs() - now.duration_since(trashed_at).as_secs();
    (left.max(0) + DAY - 1) / DAY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirty_days_are_counted_down_to_the_last_hour() {
        let put: Timestamp = "2026-11-24T03:00:00Z".parse().unwrap();
        let after = |hours| put + SignedDuration::from_hours(hours);
        for (hours, left) in [(0, 30), (1, 30), (24, 29), (29 * 24, 1), (30 * 24 - 1, 1), (30 * 24, 0), (99 * 24, 0)] {
            assert_eq!(days_left(put, after(hours)), left, "{hours}");
        }
        assert_eq!(deleted_since(after(30 * 24)), put);
    }
}
