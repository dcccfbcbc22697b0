//! Korean particles (조사) take one of two forms by the last sound of the word before them.

/// How a word ends, as far as particles care.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Vowel,
    Rieul, // ㄹ: 으로 becomes 로
    Consonant,
}

/// 을 or 를.
pub fn eul(word: &str) -> &'static str {
    if ending(word) == Ending::Vowel { "를" } else { "을" }
}

/// 이 or 가.
pub fn i(word: &str) -> &'static str {
    if ending(word) == Ending::Vowel { "가" } else { "이" }
}

/// 으로 or 로.
pub fn euro(word: &str) -> &'static str {
    if ending(word) == Ending::Consonant { "으로" } else { "로" }
}

/// By the last letter that is read aloud: closing quotes and brackets are not.
fn ending(word: &str) -> Ending {
    let last = word.trim_end_matches(|one: char| !one.is_alphanumeric()).chars().last();
    match last {
        Some(syllable @ '가'..='힣') => match (u32::from(syllable) - u32::from('가')) % 28 {
            0 => Ending::Vowel,
            8 => Ending::Rieul,
            _ => Ending::Consonant,
        },
        Some('1' | '7' | '8' | 'l' | 'L' | 'r' | 'R') => Ending::Rieul, // 일, 칠, 팔, 엘, 알
        Some(
            '0' | '3' | '6' | 'm' | 'M' | 'n' | 'N' | 'b' | 'B' | 'k' | 'K' | 'p' | 'P' | 't' | 'T' | 'g' | 'G' | 'c'
            | 'C',
        ) => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_follow_the_last_sound() {
        for (word, object, subject, by) in [
            ("회고", "를", "가", "로"),
            ("글", "을", "이", "로"),
            ("책", "을", "이", "으로"),
            ("“다시”", "를", "가", "로"),
            ("2023", "을", "이", "으로"),
            ("v1", "을", "이", "로"),
            ("Airflow", "를", "가", "로"),
        ] {
            assert_eq!((eul(word), i(word), euro(word)), (object, subject, by), "{word}");
        }
    }
}
