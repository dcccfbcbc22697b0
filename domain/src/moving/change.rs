//! What has to change in a body so that it says the same in the house: found when it is read, made when it is kept.

use std::collections::HashMap;
use std::ops::Range;

use crate::publish::edit::{Edit, edited};

/// Names of uploads by the paths of their files.
pub type Named = HashMap<String, String>;

/// A stretch of a body, and what stands there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) range: Range<usize>,
    pub(super) instead: Instead,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Instead {
    /// Words that are known already.
    Words(String),
    /// The address of an upload; until the file is kept, nothing changes.
    Upload { path: String, before: String, after: String },
}

/// The body with its changes made, as far as files were kept.
pub(super) fn changed(body: &str, changes: &[Change], named: &Named) -> String {
    let edits = changes.iter().filter_map(|change| {
        let instead = match &change.instead {
            Instead::Words(words) => words.clone(),
            Instead::Upload { path, before, after } => format!("{before}/uploads/{}{after}", named.get(path)?),
        };
        Some(Edit::new(change.range.clone(), instead))
    });
    edited(body, edits.collect())
}
