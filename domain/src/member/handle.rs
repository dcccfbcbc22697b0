//! What a member is called after `@`.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::{GeneralSecurityProfile, RestrictionLevel, RestrictionLevelDetection};

use super::Name;
use crate::problem::Why;

/// Who has no words for a handle in their name.
const NAMELESS: &str = "member";

/// Words that mean everybody, nobody, or the house.
const RESERVED: &[&str] = &[
    "all",
    "everyone",
    "everybody",
    "anyone",
    "anybody",
    "here",
    "channel",
    "group",
    "team",
    "club",
    "house",
    "dasi",
    "admin",
    "admins",
    "administrator",
    "moderator",
    "owner",
    "owners",
    "system",
    "root",
    "support",
    "nobody",
    "noone",
    "모두",
    "모든",
    "모두들",
    "여러분",
    "전체",
    "전원",
    "누구나",
    "여기",
    "채널",
    "모임",
    "클럽",
    "팀",
    "우리팀",
    "팀원",
    "우리집",
    "다시",
    "관리자",
    "운영자",
    "소유자",
    "시스템",
    "아무도",
    "아무나",
];

static RESERVED_SKELETONS: LazyLock<HashSet<String>> =
    LazyLock::new(|| RESERVED.iter().map(|word| skeleton(word)).collect());

/// What a member is called after `@`: 2 to 30 letters, digits, `-` and `_`, a letter first. In NFKC and lower case, so
/// that one handle is one string however it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Handle(String);

impl Handle {
    const FEWEST: usize = 2;
    const MOST: usize = 30;

    /// One that was parsed when it was chosen: a word reserved later stays with who has it.
    pub fn stored(handle: String) -> Self {
        Self(handle)
    }

    /// Takes it with or without its `@`.
    ///
    /// Letters are those of the general security profile (Unicode TS39 §3.1), of one script or of scripts that are
    /// written together (§5.2, highly restrictive: Latin beside Hangul, for one).
    ///
    /// # Errors
    /// [`Why::Empty`], [`Why::TooLong`], [`Why::TooShort`], [`Why::ReservedHandle`], [`Why::NotAHandle`] or
    /// [`Why::MixedScripts`].
    pub fn parse(typed: &str) -> Result<Self, Why> {
        let folded = fold(typed);
        let trimmed = folded.trim(); // after folding: NFKC takes some marks apart into a space and a mark
        let handle = trimmed.strip_prefix('@').unwrap_or(trimmed);
        match handle.chars().count() {
            0 => Err(Why::Empty),
            length if length > Self::MOST => Err(Why::TooLong { limit: Self::MOST, length }),
            _ if RESERVED_SKELETONS.contains(&skeleton(handle)) => Err(Why::ReservedHandle),
            _ if !is_written_well(handle) => Err(Why::NotAHandle),
            length if length < Self::FEWEST => Err(Why::TooShort { limit: Self::FEWEST }),
            _ if !handle.check_restriction_level(RestrictionLevel::HighlyRestrictive) => Err(Why::MixedScripts),
            _ => Ok(Self(handle.to_owned())),
        }
    }

    /// A handle for somebody with this name: its Hangul, and its Latin words with `-` between them; `member` if that
    /// makes none. The first offer is `nth` 0; if it is taken, 1 ends in `-2`, 2 in `-3`, and so on.
    pub fn suggest(name: &Name, nth: usize) -> Self {
        let plain = Self::parse(&spelt(name)).map_or_else(|_| NAMELESS.to_owned(), |handle| handle.0);
        if nth == 0 {
            return Self(plain);
        }
        let ending = format!("-{}", nth.saturating_add(1));
        Self(cut(&plain, Self::MOST - ending.len()) + &ending)
    }

    /// As it is written after `@`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What it looks like (Unicode TS39 §4): two handles that people would take for each other have one skeleton. Only
    /// for comparing, and never shown.
    pub fn skeleton(&self) -> String {
        skeleton(&self.0)
    }
}

/// NFKC and lower case; once more NFKC, which lower case can undo.
pub(crate) fn fold(typed: &str) -> String {
    typed.nfkc().collect::<String>().to_lowercase().nfkc().collect()
}

/// Lower case again, since a prototype may be a capital: `0` looks like `O`.
fn skeleton(text: &str) -> String {
    unicode_security::skeleton(text).flat_map(char::to_lowercase).collect()
}

fn is_written_well(handle: &str) -> bool {
    let begins_well = handle.chars().next().is_some_and(|first| first.is_alphabetic() && !is_combining_mark(first));
    let stacked = handle.chars().zip(handle.chars().skip(1)).any(|(one, next)| one == next && is_combining_mark(one));
    begins_well && !stacked && handle.chars().all(may_be_in)
}

/// Marks are letters too where words cannot do without them, as in Devanagari and Thai. The marks for any script are
/// not: those that belong to a letter are one with it in NFKC.
fn may_be_in(one: char) -> bool {
    let mark = is_combining_mark(one) && !('\u{300}'..='\u{36f}').contains(&one);
    matches!(one, '-' | '_') || (one.identifier_allowed() && (one.is_alphanumeric() || mark))
}

/// A name's Hangul and Latin words, short enough for a handle. Hangul words follow each other without a dash.
fn spelt(name: &Name) -> String {
    let folded = fold(name.as_str());
    let mut spelt = String::new();
    for word in folded.split(|one: char| one.is_whitespace() || matches!(one, '-' | '_')) {
        let kept: String =
            word.chars().filter(|one| is_hangul(*one) || is_latin(*one) || one.is_ascii_digit()).collect();
        let Some(first) = kept.chars().next() else { continue };
        if spelt.chars().next_back().is_some_and(|last| !(is_hangul(last) && is_hangul(first))) {
            spelt.push('-');
        }
        spelt.push_str(&kept);
    }
    cut(spelt.trim_start_matches(|one: char| one == '-' || one.is_ascii_digit()), Handle::MOST)
}

fn cut(text: &str, limit: usize) -> String {
    let start: String = text.chars().take(limit).collect();
    start.trim_end_matches('-').to_owned()
}

fn is_hangul(one: char) -> bool {
    ('가'..='힣').contains(&one)
}

/// Latin letters as names have them: ASCII, Latin-1, Extended-A, -B and Additional (Vietnamese).
fn is_latin(one: char) -> bool {
    let block = matches!(one, 'a'..='z' | '\u{df}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    block && one.is_alphabetic() && one.identifier_allowed()
}

#[cfg(test)]
mod tests;
