//! One browser's way in.

use crate::word::word;

word! {
    /// What a sign-in was begun by.
    Way {
        /// Address and password.
        Password = "password",
        /// The sign-in provider.
        Provider = "provider",
        /// A link that we handed out: an invitation, or a new password.
        Link = "link",
    }
}
