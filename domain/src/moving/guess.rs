//! What nobody said: a kind by a few words, a language by its letters.

use crate::language::Language;
use crate::post::PostKind;

const LOOKS_BACK: &[&str] = &["회고", "돌아보", "retrospective", "retro", "kpt"];
const OF_BOOKS: &[&str] = &["책", "독서", "서평", "읽은", "book", "books", "reading"];

/// The kind that a path, a title or tags name; else a write-up, which needs nothing more.
pub(super) fn kind(path: &str, title: &str, tags: &[String]) -> PostKind {
    let said = format!("{path} {title} {}", tags.join(" ")).to_lowercase();
    // Hangul words run into their particles; Latin words stand alone.
    let words: Vec<&str> = said.split(|one: char| !one.is_alphanumeric()).collect();
    let names = |list: &[&str]| {
        list.iter().any(|name| {
            if name.is_ascii() { words.contains(name) } else { words.iter().any(|word| word.starts_with(name)) }
        })
    };
    let (looks_back, of_books) = (names(LOOKS_BACK) || said.contains("회고"), names(OF_BOOKS));
    match (looks_back, of_books) {
        (true, _) => PostKind::Retrospective,
        (_, true) => PostKind::BookNote,
        _ => PostKind::WriteUp,
    }
}

/// Korean from one letter in ten on, since code and names are Latin; `otherwise` without any letter.
pub(super) fn language(text: &str, otherwise: Language) -> Language {
    let (mut hangul, mut letters) = (0_usize, 0_usize);
    for letter in text.chars().filter(|one| one.is_alphabetic()) {
        letters += 1;
        hangul += usize::from(('\u{AC00}'..='\u{D7A3}').contains(&letter));
    }
    match letters {
        0 => otherwise,
        letters if hangul * 10 >= letters => Language::Korean,
        _ => Language::English,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_guessed_by_what_things_are_called() {
        for (path, title, kind_) in [
            ("a.md", "2026 상반기 회고", PostKind::Retrospective),
            ("retro/a.md", "봄", PostKind::Retrospective),
            ("책/a.md", "시스템 사고", PostKind::BookNote),
            ("a.md", "Books of the year", PostKind::BookNote),
            ("a.md", "Facebook을 떠나며", PostKind::WriteUp),
            ("a.md", "정책 문서", PostKind::WriteUp),
        ] {
            assert_eq!(kind(path, title, &[]), kind_, "{path} {title}");
        }
    }

    #[test]
    fn a_language_is_guessed_by_its_letters() {
        assert_eq!(language("Airflow를 Dagster로 옮기며 배운 것", Language::English), Language::Korean);
        assert_eq!(language("What we learnt", Language::Korean), Language::English);
        assert_eq!(language("12", Language::Korean), Language::Korean);
    }
}
