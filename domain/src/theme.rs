//! Light, dark, or as the system wishes.

use crate::word::word;

word! {
    /// The colours a member reads in.
    Theme {
        /// As the reader's system says.
        System = "system",
        /// Dark ink on paper.
        Light = "light",
        /// Light ink on dark paper.
        Dark = "dark",
    }
}
