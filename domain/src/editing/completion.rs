//! What is being named after `@`, `[[` and `#`, and what fits it. Hangul is compared by its letters, so that a
//! syllable half typed fits already, and by its initial consonants alone.

use unicode_normalization::UnicodeNormalization;

use super::{Change, Field, line_start};

/// What is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// `@handle`.
    Member,
    /// `[[title]]`.
    Post,
    /// `#tag`.
    Tag,
}

impl Of {
    /// Its word in an address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Post => "post",
            Self::Tag => "tag",
        }
    }

    /// The one with that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Member, Self::Post, Self::Tag].into_iter().find(|of| of.as_str() == word)
    }
}

/// What is being named at the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named<'a> {
    /// What.
    pub of: Of,
    /// What was typed of it.
    pub typed: &'a str,
    /// Where its mark begins, in bytes.
    pub from: usize,
}

/// Longer is no name any more.
const LONGEST: usize = 60;

/// What is being named at the caret, if anything.
pub fn named<'a>(field: &Field<'a>) -> Option<Named<'a>> {
    if !field.is_caret() || field.is_in_code() {
        return None;
    }
    let beginning = line_start(field.text, field.start);
    let before = &field.text[beginning..field.start];
    if before.matches('`').count() % 2 == 1 {
        return None;
    }
    let found = post(before).or_else(|| word(before))?;
    (found.typed.chars().count() <= LONGEST).then_some(Named { from: beginning + found.from, ..found })
}

fn post(before: &str) -> Option<Named<'_>> {
    let from = before.rfind("[[")?;
    let typed = &before[from + 2..];
    (!typed.contains([']', '|'])).then_some(Named { of: Of::Post, typed, from })
}

fn word(before: &str) -> Option<Named<'_>> {
    let typed_from = before.rfind(|one: char| !(one.is_alphanumeric() || matches!(one, '-' | '_' | '.')))?;
    let typed = &before[typed_from + before[typed_from..].chars().next()?.len_utf8()..];
    let of = match before[typed_from..].chars().next()? {
        '@' => Of::Member,
        '#' if !typed.is_empty() => Of::Tag,
        _ => return None,
    };
    let earlier = before[..typed_from].chars().next_back();
    let begins = earlier.is_none_or(|one| one.is_whitespace() || matches!(one, '(' | '“' | '‘' | '"' | '\'' | '>'));
    begins.then_some(Named { of, typed, from: typed_from })
}

/// Writes the name that was chosen in the place of what was typed.
pub fn accept(field: &Field<'_>, named: &Named<'_>, name: &str) -> Change {
    let after = &field.text[field.end..];
    let (text, more) = match named.of {
        Of::Post => (format!("[[{name}]]"), if after.starts_with("]]") { 2 } else { 0 }),
        Of::Member => (format!("@{name} "), usize::from(after.starts_with(' '))),
        Of::Tag => (format!("#{name} "), usize::from(after.starts_with(' '))),
    };
    Change::typed(named.from..field.end + more, text)
}

/// Whether words fit what was typed: they hold it, or begin with its initial consonants.
pub fn fits(typed: &str, words: &str) -> bool {
    let folded = |text: &str| text.nfd().flat_map(char::to_lowercase).collect::<String>();
    let typed = typed.trim();
    if typed.is_empty() || folded(words).contains(&folded(typed)) {
        return true;
    }
    let are_initials = typed.chars().all(|one| ('ㄱ'..='ㅎ').contains(&one) || one == ' ');
    are_initials && words.nfc().map(initial).collect::<String>().contains(typed)
}

/// A syllable's initial consonant as it stands alone; anything else as it is.
fn initial(one: char) -> char {
    const INITIALS: [char; 19] = [
        'ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ',
        'ㅎ',
    ];
    const SYLLABLES_OF_ONE: u32 = 21 * 28;
    let Some(place) = u32::from(one).checked_sub(u32::from('가')) else { return one };
    let place = usize::try_from(place / SYLLABLES_OF_ONE).unwrap_or(usize::MAX);
    INITIALS.get(place).copied().unwrap_or(one)
}
