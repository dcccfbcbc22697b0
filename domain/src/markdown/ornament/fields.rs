//! Front matter as a list of what it says.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use crate::markdown::escape;

/// Bytes of front matter.
const LONGEST: usize = 1 << 14;
/// How deep what it says may nest.
const DEEPEST: usize = 8;

/// A `<dl>` element.
pub(super) fn list(language: &str, text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let said: Said = if language == "toml" { toml::from_str(text).ok()? } else { serde_saphyr::from_str(text).ok()? };
    let Said::Fields(fields) = said else { return None };
    let mut html = String::new();
    write_fields(&mut html, &fields, "<dl class=\"front-matter\">", 0)?;
    html.push('\n');
    Some(html)
}

/// What a field says.
enum Said {
    Nothing,
    Word(String),
    List(Vec<Said>),
    Fields(Vec<(String, Said)>),
}

fn write_fields(html: &mut String, fields: &[(String, Said)], start: &str, depth: usize) -> Option<()> {
    if depth > DEEPEST || fields.is_empty() {
        return None;
    }
    html.push_str(start);
    for (name, said) in fields {
        html.push_str("<dt>");
        escape::push(html, name);
        html.push_str("</dt><dd>");
        said.write(html, depth)?;
        html.push_str("</dd>");
    }
    html.push_str("</dl>");
    Some(())
}

impl Said {
    fn write(&self, html: &mut String, depth: usize) -> Option<()> {
        match self {
            Self::Nothing => {}
            Self::Word(word) => escape::push(html, word),
            Self::Fields(fields) if fields.is_empty() => {}
            Self::Fields(fields) => write_fields(html, fields, "<dl>", depth + 1)?,
            Self::List(list) if depth >= DEEPEST && !list.is_empty() => return None,
            Self::List(list) => {
                for (place, one) in list.iter().enumerate() {
                    if place > 0 {
                        html.push_str(", ");
                    }
                    one.write(html, depth + 1)?;
                }
            }
        }
        Some(())
    }
}

impl<'de> Deserialize<'de> for Said {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Said;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a word, a list or fields")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Said, E> {
        Ok(Said::Word(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Said, E> {
        Ok(Said::Word(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Said, E> {
        Ok(Said::Word(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Said, E> {
        Ok(Said::Word(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Said, E> {
        Ok(Said::Word(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Said, E> {
        Ok(Said::Nothing)
    }

    fn visit_none<E>(self) -> Result<Said, E> {
        Ok(Said::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Said, D::Error> {
        from.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Said, A::Error> {
        let mut list = Vec::new();
        while let Some(one) = from.next_element()? {
            list.push(one);
        }
        Ok(Said::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Said, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = from.next_entry()? {
            fields.push(field);
        }
        // A date of TOML comes as a field of this name.
        match fields.as_slice() {
            [(name, Said::Word(date))] if name == "$__toml_private_datetime" => Ok(Said::Word(date.clone())),
            _ => Ok(Said::Fields(fields)),
        }
    }
}
