//! What a new post begins with: forms that come with Dasi, and a team's own.

mod en; // English
mod ko; // 한국어

use serde::Deserialize;

use crate::id::TemplateId;
use crate::language::Language;
use crate::post::{Body, PostKind};
use crate::problem::{Problems, Why, line};

/// A form that comes with Dasi.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltIn {
    /// The word it is known by, the same in every language.
    pub word: &'static str,
    /// What it is for.
    pub kind: PostKind,
    /// Its name.
    pub name: &'static str,
    /// Its Markdown.
    pub body: &'static str,
}

impl BuiltIn {
    /// All of them in a language, in the order people are offered them.
    pub fn all(language: Language) -> &'static [Self] {
        match language {
            Language::Korean => ko::ALL,
            Language::English => en::ALL,
        }
    }

    /// One of them by its word.
    pub fn of(language: Language, word: &str) -> Option<&'static Self> {
        Self::all(language).iter().find(|one| one.word == word)
    }

    /// Whether a name and a body are what comes with Dasi under this word, in whatever language.
    pub fn is_original(word: &str, name: &str, body: &str) -> bool {
        Language::ALL
            .iter()
            .filter_map(|language| Self::of(*language, word))
            .any(|one| one.name == name && one.body == body)
    }
}

/// What a template is known by in addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateKey {
    /// One that comes with Dasi, changed by the team or not.
    BuiltIn(&'static str),
    /// The team's own.
    Own(TemplateId),
}

impl TemplateKey {
    /// None when it is neither a number nor a word of ours.
    pub fn parse(text: &str) -> Option<Self> {
        match text.parse() {
            Ok(id) => Some(Self::Own(id)),
            Err(_) => BuiltIn::of(Language::English, text).map(|one| Self::BuiltIn(one.word)),
        }
    }
}

impl std::fmt::Display for TemplateKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::BuiltIn(word) => out.write_str(word),
            Self::Own(id) => id.fmt(out),
        }
    }
}

/// What a template is called: 1 to 100 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateName(String);

impl TemplateName {
    /// The most characters.
    pub const LIMIT: usize = 100;

    /// # Errors
    /// [`Why::Empty`], [`Why::TooLong`] or [`Why::ControlCharacter`].
    pub fn parse(typed: &str) -> Result<Self, Why> {
        line(typed, Self::LIMIT).map(Self)
    }

    /// As people see it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct TemplateForm {
    /// [`PostKind`] by its word; settled once it is made.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its Markdown.
    pub body: String,
    /// When it was last changed as its writer saw it, in milliseconds; empty as it came with Dasi.
    pub seen: String,
}

/// A template as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTemplate {
    /// What it is for.
    pub kind: PostKind,
    /// Its name.
    pub name: TemplateName,
    /// Its Markdown.
    pub body: Body,
}

impl TemplateForm {
    /// # Errors
    /// One problem for each field that cannot be taken; an empty body would help nobody to begin.
    pub fn parse(&self) -> Result<NewTemplate, Problems> {
        let mut problems = Problems::default();
        let kind = problems.take("kind", PostKind::parse(&self.kind).ok_or(Why::UnknownChoice));
        let name = problems.take("name", TemplateName::parse(&self.name));
        let body = Body::parse(&self.body);
        let body = problems.take("body", if self.body.trim().is_empty() { Err(Why::Empty) } else { body });
        match (kind, name, body) {
            (Some(kind), Some(name), Some(body)) => Ok(NewTemplate { kind, name, body }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::render;

    #[test]
    fn both_languages_offer_the_same_and_each_in_its_own_words() {
        let words = |language| -> Vec<_> { BuiltIn::all(language).iter().map(|one| (one.word, one.kind)).collect() };
        assert_eq!(words(Language::Korean), words(Language::English));
        for language in Language::ALL.iter().copied() {
            for one in BuiltIn::all(language) {
                let hangul = one.body.chars().any(|letter| ('가'..='힣').contains(&letter));
                assert_eq!(hangul, language == Language::Korean, "{}", one.word);
                assert!(TemplateName::parse(one.name).is_ok() && one.body.ends_with('\n'), "{}", one.word);
                assert!(BuiltIn::is_original(one.word, one.name, one.body));
            }
        }
        assert!(!BuiltIn::is_original("kpt", "KPT", "우리 것"));
    }

    #[test]
    fn each_has_headings_to_write_under_and_a_word_on_what_goes_there() {
        for one in Language::ALL.iter().flat_map(|language| BuiltIn::all(*language)) {
            let rendered = render(one.body);
            assert!(rendered.headings.len() >= 2, "{}", one.name);
            assert!(one.body.chars().count() > 200, "{}", one.name);
        }
    }

    #[test]
    fn a_key_is_a_word_of_ours_or_a_number() {
        assert_eq!(TemplateKey::parse("kpt"), Some(TemplateKey::BuiltIn("kpt")));
        assert_eq!(TemplateKey::parse("7"), Some(TemplateKey::Own(TemplateId(7))));
        assert_eq!((TemplateKey::parse("x"), TemplateKey::parse("")), (None, None));
        assert_eq!(TemplateKey::Own(TemplateId(7)).to_string(), "7");
    }

    #[test]
    fn every_wrong_field_is_said() {
        let form = TemplateForm { kind: "poem".into(), name: " ".into(), body: "\n".into(), ..TemplateForm::default() };
        let problems = form.parse().unwrap_err();
        assert_eq!(problems.of("kind"), Some(&Why::UnknownChoice));
        assert_eq!((problems.of("name"), problems.of("body")), (Some(&Why::Empty), Some(&Why::Empty)));
        let right = TemplateForm {
            kind: "write_up".into(),
            name: " 장애 ".into(),
            body: "## 무슨 일\r\n".into(),
            ..TemplateForm::default()
        };
        let new = right.parse().unwrap();
        assert_eq!((new.name.as_str(), new.body.as_str()), ("장애", "## 무슨 일\n"));
    }
}
