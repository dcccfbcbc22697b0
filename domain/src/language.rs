//! The two languages of the house.

use crate::word::word;

word! {
    /// A language Dasi speaks; its word is the BCP 47 tag.
    Language {
        /// 한국어
        Korean = "ko",
        /// English
        English = "en",
    }
}

impl Language {
    /// Its own name for itself, as a chooser shows it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Korean => "한국어",
            Self::English => "English",
        }
    }
}
