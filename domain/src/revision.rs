//! Saves as people see them. Every save is kept; saves of one sitting are one revision in the history, for which the
//! last of them stands.

use std::ops::Range;

use jiff::{SignedDuration, Timestamp};

use crate::id::MemberId;

/// How long nobody saves until a revision is closed.
pub const REVISION_QUIET: SignedDuration = SignedDuration::from_mins(5);

/// One save, as far as this rule cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Save {
    /// Who saved.
    pub by: MemberId,
    /// When.
    pub at: Timestamp,
    /// Whether an older text was brought back: that is a decision of its own, and begins anew.
    pub restores: bool,
}

impl Save {
    /// Whether the next save belongs to the same sitting: the same member, no five quiet minutes in between.
    fn goes_on(self, next: Self) -> bool {
        self.by == next.by && !next.restores && next.at.duration_since(self.at) < REVISION_QUIET
    }
}

/// The saves of a post, oldest first, as sittings.
pub fn sittings(saves: &[Save]) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for (at, save) in saves.iter().enumerate() {
        match all.last_mut() {
            Some(last) if saves[at - 1].goes_on(*save) => last.end = at + 1,
            _ => all.push(at..at + 1),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn save(by: i64, minute: i64) -> Save {
        Save { by: MemberId(by), at: Timestamp::from_second(minute * 60).unwrap(), restores: false }
    }

    #[test]
    fn a_revision_closes_after_five_quiet_minutes() {
        assert_eq!(sittings(&[save(1, 0), save(1, 4), save(1, 8), save(1, 13)]), [0..3, 3..4]);
    }

    #[test]
    fn a_revision_closes_when_another_member_saves() {
        assert_eq!(sittings(&[save(1, 0), save(2, 1), save(1, 2)]), [0..1, 1..2, 2..3]);
    }

    #[test]
    fn what_was_brought_back_stands_alone() {
        let back = Save { restores: true, ..save(1, 1) };
        assert_eq!(sittings(&[save(1, 0), back, save(1, 2)]), [0..1, 1..3]);
        assert!(sittings(&[]).is_empty());
    }
}
