//! A word that posts are found by, and the order in which tags are listed. A tag can be renamed; words are never
//! rewritten: what was typed is read by its present name.

use crate::language::Language;
use crate::problem::{Why, line};

/// One tag as it is stored: NFC, lower case, without `#`, 1 to 40 characters, none of them white space or a comma.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag(String);

impl Tag {
    /// The most characters.
    pub const LIMIT: usize = 40;

    /// # Errors
    /// [`Why::Empty`], [`Why::TooLong`], [`Why::ControlCharacter`] or [`Why::NotATag`].
    pub fn parse(typed: &str) -> Result<Self, Why> {
        let tag = line(typed.trim().trim_matches('#'), Self::LIMIT)?.to_lowercase();
        if tag.contains(|one: char| one == ',' || one.is_whitespace()) { Err(Why::NotATag) } else { Ok(Self(tag)) }
    }

    /// Without `#`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Puts names in the order a reader looks for them. Syllables and letters stand in the order of their code points,
/// which for Hangul is that of dictionaries (Unicode §18.6); Korean readers find Hangul first (CLDR, `ko`).
pub fn sort_by_name<T>(list: &mut [T], language: Language, name: impl Fn(&T) -> &str) {
    let hangul_later = |name: &str| language == Language::Korean && !name.starts_with(is_hangul);
    list.sort_by(|a, b| (hangul_later(name(a)), name(a)).cmp(&(hangul_later(name(b)), name(b))));
}

fn is_hangul(one: char) -> bool {
    matches!(one, '가'..='힣' | 'ㄱ'..='ㆎ' | '\u{1100}'..='\u{11ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_one_word_in_lower_case() {
        assert_eq!(Tag::parse(" #Airflow ").unwrap().as_str(), "airflow");
        assert_eq!(Tag::parse("휴식").unwrap().as_str(), "휴식");
        assert_eq!(Tag::parse("#"), Err(Why::Empty));
        assert_eq!(Tag::parse("두 낱말"), Err(Why::NotATag));
        assert_eq!(Tag::parse("하나,둘"), Err(Why::NotATag));
        assert_eq!(Tag::parse(&"가".repeat(41)), Err(Why::TooLong { limit: 40, length: 41 }));
    }

    #[test]
    fn tags_stand_as_a_reader_looks_for_them() {
        let mut tags = ["warehouse", "회고", "가계부", "2026", "airflow", "나눔"];
        sort_by_name(&mut tags, Language::Korean, |tag| tag);
        assert_eq!(tags, ["가계부", "나눔", "회고", "2026", "airflow", "warehouse"]);
        sort_by_name(&mut tags, Language::English, |tag| tag);
        assert_eq!(tags, ["2026", "airflow", "warehouse", "가계부", "나눔", "회고"]);
    }
}
