//! The YAML before the Markdown, as we write it and as others do.

use std::fmt;

use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::homeless::{Field, fields};
use super::import::Person;

/// What is said before the Markdown. Fields nobody wrote are empty.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Front {
    /// The edition of our own format; none for what others wrote.
    pub(super) dasi: Option<u32>,
    pub(super) kind: Word,
    pub(super) title: Word,
    #[serde(alias = "lang")]
    pub(super) language: Word,
    pub(super) audience: Word,
    #[serde(alias = "tag", alias = "keywords")]
    pub(super) tags: Words,
    #[serde(alias = "alias")]
    pub(super) aliases: Words,
    #[serde(alias = "author")]
    pub(super) authors: People,
    #[serde(alias = "date", alias = "created_at")]
    pub(super) created: Word,
    #[serde(alias = "updated", alias = "modified", alias = "lastmod", alias = "updated_at")]
    pub(super) changed: Word,
    pub(super) period_start: Word,
    pub(super) period_end: Word,
    pub(super) book: Word,
    #[serde(rename = "abstract", alias = "summary", alias = "description")]
    pub(super) summary: Word,
    pub(super) check_by: Word,
    pub(super) status: Word,
    pub(super) series: Word,
    pub(super) part: Option<i64>,
    /// All of it, as it was written.
    #[serde(skip)]
    pub(super) fields: Vec<Field>,
}

/// The front matter of a text, and what follows it. A text whose first lines only look like it is all body: nothing of
/// it is lost.
pub(super) fn split(text: &str) -> (Option<Front>, &str) {
    let Some(inner) = text.strip_prefix("---\n") else { return (None, text) };
    let Some((yaml, rest)) = closed(inner) else { return (None, text) };
    match serde_saphyr::from_str::<Option<Front>>(yaml) {
        // The one empty line after it belongs to it, as we write it.
        Ok(front) => {
            let front = Front { fields: fields(yaml), ..front.unwrap_or_default() };
            (Some(front), rest.strip_prefix('\n').unwrap_or(rest))
        }
        Err(_) => (None, text),
    }
}

/// What stands before the closing line, and after it.
fn closed(text: &str) -> Option<(&str, &str)> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((&text[..at], &text[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

/// One value, whatever YAML takes it for; empty for a list and the like.
#[derive(Debug, Default)]
pub(super) struct Word(pub(super) String);

/// A list of words, or words with commas between.
#[derive(Debug, Default)]
pub(super) struct Words(pub(super) Vec<String>);

/// Names, or handles and names as we write them.
#[derive(Debug, Default)]
pub(super) struct People(pub(super) Vec<Person>);

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let value = from.deserialize_any(AnyValue)?;
        Ok(Self(if let Any::Word(word) = value { word } else { String::new() }))
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let list = match from.deserialize_any(AnyValue)? {
            Any::Word(words) => words.split(',').map(|word| word.trim().to_owned()).collect(),
            Any::List(list) => list.into_iter().filter_map(Any::word).collect(),
            Any::Person(_) => Vec::new(),
        };
        Ok(Self(list.into_iter().filter(|word: &String| !word.is_empty()).collect()))
    }
}

impl<'de> Deserialize<'de> for People {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let one = |any| match any {
            Any::Word(name) if !name.is_empty() => Some(Person { handle: None, name }),
            Any::Person(person) => Some(person),
            _ => None,
        };
        Ok(Self(match from.deserialize_any(AnyValue)? {
            Any::List(list) => list.into_iter().filter_map(one).collect(),
            any => one(any).into_iter().collect(),
        }))
    }
}

/// Any value of YAML, as far as we care.
enum Any {
    Word(String),
    List(Vec<Any>),
    Person(Person),
}

impl Any {
    fn word(self) -> Option<String> {
        if let Self::Word(word) = self { Some(word) } else { None }
    }
}

impl<'de> Deserialize<'de> for Any {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Any;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Any, E> {
        Ok(Any::Word(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Any, E> {
        Ok(Any::Word(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Any, E> {
        Ok(Any::Word(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Any, E> {
        Ok(Any::Word(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Any, E> {
        Ok(Any::Word(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Any, E> {
        Ok(Any::Word(String::new()))
    }

    fn visit_none<E>(self) -> Result<Any, E> {
        Ok(Any::Word(String::new()))
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Any, D::Error> {
        from.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Any, A::Error> {
        let mut found = Vec::new();
        while let Some(one) = list.next_element()? {
            found.push(one);
        }
        Ok(Any::List(found))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Any, A::Error> {
        let mut person = Person::default();
        while let Some(name) = map.next_key::<Any>()?.and_then(Any::word) {
            match name.as_str() {
                "handle" => person.handle = map.next_value::<Any>()?.word(),
                "name" => person.name = map.next_value::<Any>()?.word().unwrap_or_default(),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Any::Person(person))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_of_others_is_read_however_it_is_written() {
        let (front, body) = split("---\ntitle: 2024\ntags: [a, 'b c', 7]\nauthor: 지은\nx: {y: [1]}\n---\n\n본문\n");
        let front = front.unwrap();
        assert_eq!((front.title.0.as_str(), body), ("2024", "본문\n"));
        assert_eq!(front.tags.0, ["a", "b c", "7"]);
        assert_eq!(front.authors.0, [Person { handle: None, name: "지은".into() }]);
        assert_eq!(split("---\ntags: a, b\n---\n").0.unwrap().tags.0, ["a", "b"]);
        assert_eq!(split("---\ntags:\n  - a\naliases:\n- 별명\n---\n").0.unwrap().aliases.0, ["별명"]);
    }

    #[test]
    fn what_only_looks_like_front_matter_is_body() {
        for text in ["---\n하나: [\n---\n둘", "---\n끝이 없다", "--- \na: b\n---\n", "본문", "---\n그냥 글\n---\n"]
        {
            let (front, body) = split(text);
            assert!(front.is_none() && body == text, "{text}");
        }
        assert!(split("---\n---\n본문").0.is_some(), "nothing said is said");
    }

    #[test]
    fn front_matter_that_is_made_to_burst_is_body() {
        let deep = |open: &str| format!("---\na: {}\n---\n", open.repeat(100_000));
        let aliases = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n".to_owned()
            + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
            + "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n"
            + "tags: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n";
        for text in [deep("["), deep("{a: "), deep("- "), format!("---\n{aliases}---\n")] {
            assert_eq!(split(&text).1, text, "{}", &text[..20]);
        }
    }
}
