//! One spelling for what can be typed in several (UAX #15). The tables for it take more than the browser's bundle can
//! carry: a preview knows only words that are composed already, as keyboards type them.

/// Composed (NFC) and in lower case.
pub(super) fn word(typed: &str) -> String {
    composed(typed).to_lowercase()
}

/// As handles are kept.
pub(super) fn handle(typed: &str) -> String {
    #[cfg(feature = "ornaments")]
    return crate::member::fold(typed);
    #[cfg(not(feature = "ornaments"))]
    typed.to_lowercase()
}

#[cfg(feature = "ornaments")]
fn composed(typed: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    typed.nfc().collect()
}

#[cfg(not(feature = "ornaments"))]
fn composed(typed: &str) -> &str {
    typed
}
