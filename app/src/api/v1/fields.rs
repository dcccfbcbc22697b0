//! The fields of a small object, read one by one: every flaw comes in one answer, and what is left over is unknown.

use domain::id::MemberId;
use domain::problem::{Problems, Why};
use serde_json::{Map, Value};
use store::StoreError;

use super::fault::{Fault, Flaw, Wrong};
use super::program::Program;

/// Fields yet to be read, and what was wrong with those that were.
pub(super) struct Fields {
    sent: Map<String, Value>,
    flaws: Vec<Flaw>,
}

impl Fields {
    pub(super) fn new(sent: Map<String, Value>) -> Self {
        Self { sent, flaws: Vec::new() }
    }

    /// A text that has to be there, parsed.
    pub(super) fn parsed<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Why>) -> Option<T> {
        self.required(name, |value| parse(value.as_str().ok_or(Wrong::Type)?).map_err(Wrong::Why))
    }

    /// Yes or no; no when it is left out.
    pub(super) fn flag(&mut self, name: &str) -> bool {
        match self.sent.remove(name) {
            None => false,
            Some(Value::Bool(flag)) => flag,
            Some(_) => self.wrong(name, Wrong::Type).unwrap_or_default(),
        }
    }

    /// A number that has to be there.
    pub(super) fn number(&mut self, name: &str) -> Option<i64> {
        self.required(name, |value| value.as_i64().ok_or(Wrong::Type))
    }

    /// One number at least, and `most` at most, each once.
    pub(super) fn numbers(&mut self, name: &str, most: usize) -> Option<Vec<i64>> {
        self.required(name, |value| {
            let mut list: Vec<i64> = Vec::new();
            for one in value.as_array().ok_or(Wrong::Type)? {
                let number = one.as_i64().ok_or(Wrong::Type)?;
                if !list.contains(&number) {
                    list.push(number);
                }
                if list.len() > most {
                    return Err(Wrong::OutOfRange { most });
                }
            }
            if list.is_empty() { Err(Wrong::Why(Why::Empty)) } else { Ok(list) }
        })
    }

    /// # Errors
    /// [`Fault::Invalid`] with all that was wrong.
    pub(super) fn done(mut self) -> Result<(), Fault> {
        let unknown = std::mem::take(&mut self.sent).into_iter().map(|(name, _)| Flaw::new(name, Wrong::UnknownField));
        self.flaws.extend(unknown);
        if self.flaws.is_empty() { Ok(()) } else { Err(Fault::Invalid(self.flaws)) }
    }

    /// Words; none when they may be left out and are.
    pub(super) fn text(&mut self, name: &str, required: bool) -> String {
        match self.sent.remove(name) {
            Some(Value::String(text)) => text,
            None | Some(Value::Null) if !required => String::new(),
            None => self.wrong(name, Wrong::Missing).unwrap_or_default(),
            Some(_) => self.wrong(name, Wrong::Type).unwrap_or_default(),
        }
    }

    /// A number as digits; none when it is left out.
    pub(super) fn digits(&mut self, name: &str) -> String {
        match self.sent.remove(name) {
            None | Some(Value::Null) => String::new(),
            Some(value) if value.is_i64() => value.to_string(),
            Some(_) => self.wrong(name, Wrong::Type).unwrap_or_default(),
        }
    }

    /// A colleague who may write: by number, or by `@handle`.
    pub(super) async fn colleague(&mut self, program: &Program, name: &str) -> Result<Option<MemberId>, StoreError> {
        let known = program.viewer.colleagues().await?;
        let found = match self.sent.remove(name) {
            None => Err(Wrong::Missing),
            Some(Value::String(handle)) => {
                let handle = handle.trim_start_matches('@');
                Ok(known.iter().find(|one| one.handle.as_str() == handle))
            }
            Some(value) => match value.as_i64() {
                Some(id) => Ok(known.iter().find(|one| one.id.0 == id)),
                None => Err(Wrong::Type),
            },
        };
        let found = found.and_then(|one| one.map(|one| one.id).ok_or(Wrong::Why(Why::UnknownChoice)));
        Ok(match found {
            Ok(id) => Some(id),
            Err(wrong) => self.wrong(name, wrong),
        })
    }

    /// What was parsed of them, if nothing is wrong and no name is unknown.
    pub(super) fn filled<T>(mut self, parsed: Result<T, Problems>) -> Result<T, Fault> {
        let unknown = std::mem::take(&mut self.sent).into_iter().map(|(name, _)| Flaw::new(name, Wrong::UnknownField));
        self.flaws.extend(unknown);
        if let Err(problems) = &parsed {
            let known: Vec<_> = self.flaws.iter().map(|flaw| flaw.field.clone()).collect();
            self.flaws.extend(Flaw::of(problems).filter(|flaw| !known.contains(&flaw.field)));
        }
        match parsed {
            Ok(parsed) if self.flaws.is_empty() => Ok(parsed),
            _ => Err(Fault::Invalid(self.flaws)),
        }
    }

    fn required<T>(&mut self, name: &str, read: impl FnOnce(&Value) -> Result<T, Wrong>) -> Option<T> {
        let read = self.sent.remove(name).ok_or(Wrong::Missing).and_then(|value| read(&value));
        read.map_err(|wrong| self.wrong::<T>(name, wrong)).ok()
    }

    fn wrong<T>(&mut self, name: &str, wrong: Wrong) -> Option<T> {
        self.flaws.push(Flaw::new(name, wrong));
        None
    }
}
