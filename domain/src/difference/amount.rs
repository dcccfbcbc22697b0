//! How much changed from one text to another.

use super::{Change, Hunk, compare};

/// Characters that came and went, white space not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Amount {
    /// How many came.
    pub added: usize,
    /// How many went.
    pub removed: usize,
}

/// How much changed from `old` to `new`.
pub fn amount(old: &str, new: &str) -> Amount {
    let mut amount = Amount::default();
    for hunk in compare(old, new) {
        let Hunk::Changed(stretches) = hunk else { continue };
        for stretch in stretches {
            let characters = stretch.text.chars().filter(|one| !one.is_whitespace()).count();
            match stretch.change {
                Change::Same => {}
                Change::Added => amount.added += characters,
                Change::Removed => amount.removed += characters,
            }
        }
    }
    amount
}
