//! What the demo team wants to meet again.

use domain::schedule::Recurrence;

use super::cast::{ADA, HANEUL, JIEUN, MINSU, NARI, TOMAS};
use super::posts::{BILL, KEYS, MEMO, NEWCOMER, REST, RETRIES, THREE_WEEKS};

/// A reminder.
pub(super) struct Wish {
    /// The colleague's email.
    pub(super) member: &'static str,
    /// The post's title.
    pub(super) post: &'static str,
    /// How often.
    pub(super) recurrence: Recurrence,
    /// Days from today to the first time; negative for one that has come round before.
    pub(super) days: i64,
    /// The hour of the day, in the colleague's zone.
    pub(super) hour: i8,
}

/// What they want to meet again.
pub(super) const WISHES: &[Wish] = &[
    Wish { member: JIEUN, post: REST, recurrence: Recurrence::Weekly, days: -2, hour: 9 },
    Wish { member: JIEUN, post: THREE_WEEKS, recurrence: Recurrence::HalfYearly, days: 2, hour: 9 },
    Wish { member: JIEUN, post: MEMO, recurrence: Recurrence::Monthly, days: 5, hour: 8 },
    Wish { member: MINSU, post: BILL, recurrence: Recurrence::Monthly, days: 12, hour: 10 },
    Wish { member: HANEUL, post: REST, recurrence: Recurrence::Weekly, days: -11, hour: 18 },
    Wish { member: NARI, post: NEWCOMER, recurrence: Recurrence::HalfYearly, days: 170, hour: 9 },
    Wish { member: ADA, post: RETRIES, recurrence: Recurrence::Once, days: 70, hour: 9 },
    Wish { member: TOMAS, post: KEYS, recurrence: Recurrence::Yearly, days: 40, hour: 10 },
];
