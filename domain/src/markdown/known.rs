//! What a reader may know of what a text refers to. The HTML of a revision is kept once, for everybody and in no
//! language; what differs between readers stands in it as marks that are filled in when it is read.

mod fill; // the marks, filled in

use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

pub use fill::fill;

use super::spelling;

/// What blocks of a rendered text are called in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels<'a> {
    /// `:::internal`.
    pub internal: Cow<'a, str>,
    /// `> [!NOTE]`.
    pub note: Cow<'a, str>,
    /// `> [!TIP]`.
    pub tip: Cow<'a, str>,
    /// `> [!IMPORTANT]`.
    pub important: Cow<'a, str>,
    /// `> [!WARNING]`.
    pub warning: Cow<'a, str>,
    /// `> [!CAUTION]`.
    pub caution: Cow<'a, str>,
}

/// What a reader may know of what a text refers to; whatever is not here looks as if it were nowhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Posts, by the [`title_key`] of what stands between `[[` and `]]`.
    pub posts: HashMap<String, Linked>,
    /// Members, by handle as it is stored.
    pub members: HashMap<String, Linked>,
    /// Where a task is ticked, for those who may edit.
    pub tasks: Option<TaskForm>,
}

/// Where a reference leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    /// The address, not yet escaped.
    pub href: String,
    /// A post's current title, or a member's name.
    pub words: String,
}

/// The form that ticks a task. It is sent with `base`, and with `task`: the number [`super::toggle_task`] takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskForm {
    /// The address it is posted to.
    pub action: String,
    /// The revision that is shown.
    pub base: i64,
}

/// A title as posts are looked up by it: NFC, lower case, white space collapsed.
pub fn title_key(title: &str) -> String {
    spelling::word(&collapsed(title))
}

/// Without white space around it, and one space where there was some inside.
pub(super) fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
