//! What a source refers to in the house: other posts, members, tags, uploads.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// What a source refers to, each once, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct References {
    /// Titles of `[[post title]]`, as typed.
    pub titles: Vec<String>,
    /// What stands after `@`.
    pub handles: Vec<String>,
    /// `#tag`, in lower case.
    pub tags: Vec<String>,
    /// Names of uploads.
    pub uploads: Vec<String>,
}

/// What of the house a reader may be shown by a rendered text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Posts by [`title_key`].
    pub posts: HashMap<String, Linked>,
    /// Members by their handle.
    pub members: HashMap<String, Linked>,
}

/// Where a reference leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    /// An address in the house.
    pub href: String,
    /// What it is called now.
    pub words: String,
}

/// What a source refers to.
pub fn references(source: &str) -> References {
    let mut found = References::default();
    let mut add = |list: fn(&mut References) -> &mut Vec<String>, word: &str| {
        let list = list(&mut found);
        if !word.is_empty() && !list.iter().any(|one| one == word) {
            list.push(word.to_owned());
        }
    };
    for part in source.split("[[").skip(1) {
        if let Some((title, _)) = part.split_once("]]") {
            add(|all| &mut all.titles, title.split('|').next().unwrap_or_default().trim());
        }
    }
    for word in source.split_whitespace() {
        let name = |rest: &str| {
            rest.split(|one: char| !one.is_alphanumeric() && one != '-' && one != '_')
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        if let Some(rest) = word.strip_prefix('@') {
            add(|all| &mut all.handles, &name(rest));
        }
        if let Some(rest) = word.strip_prefix('#') {
            add(|all| &mut all.tags, &name(rest).to_lowercase());
        }
    }
    for part in source.split("/uploads/").skip(1) {
        let end = part.find(|one: char| !one.is_ascii_alphanumeric() && one != '-' && one != '.').unwrap_or(part.len());
        add(|all| &mut all.uploads, &part[..end]);
    }
    found
}

/// A title as it is compared: NFC, lower case, white space collapsed.
pub fn title_key(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect::<String>().to_lowercase()
}
