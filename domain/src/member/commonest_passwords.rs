//! The passwords that are guessed first (ASVS 5.0 6.2.4).
//!
//! `common_passwords.txt` holds the 3,000 commonest that are long enough to be set, from Django's list
//! (BSD-3-Clause; see `NOTICE`). `common_korean_passwords.txt` is ours: Korean words, also as they come out of a Korean
//! keyboard in Latin letters, with the usual digits behind them, and the walks over the keyboard that are common in
//! Korea. Both are in NFC and lower case, a password a line.

use std::collections::HashSet;
use std::sync::LazyLock;

const LISTS: [&str; 2] = [include_str!("common_passwords.txt"), include_str!("common_korean_passwords.txt")];

static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| LISTS.into_iter().flat_map(str::lines).collect());

/// Whether a password in NFC is among the commonest, in capitals or not.
pub(super) fn is_common(password: &str) -> bool {
    COMMON.contains(password.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn the_lists_hold_what_could_otherwise_be_set_and_each_once() {
        let lines: Vec<&str> = LISTS.into_iter().flat_map(str::lines).collect();
        assert_eq!(LISTS[0].lines().count(), 3_000);
        assert_eq!(COMMON.len(), lines.len());
        for line in lines {
            assert!(line.chars().count() >= 8, "{line}");
            assert_eq!(line, line.nfc().collect::<String>().to_lowercase());
        }
    }

    #[test]
    fn the_passwords_of_our_examples_are_not_common() {
        for ours in ["again-and-again", "다시 만난 세계", "다시, 또 다시", "다시다시다시다시"] {
            assert!(!is_common(ours), "{ours}");
        }
    }
}
