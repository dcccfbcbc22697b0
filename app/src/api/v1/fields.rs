//! The fields of a request, read one by one; what is wrong with them comes in one answer.

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

    /// Words; none when they may be left out and are.
    pub(super) fn text(&mut self, name: &str, required: bool) -> String {
        match self.sent.remove(name) {
            Some(Value::String(text)) => text,
            None | Some(Value::Null) if !required => String::new(),
            None => self.wrong(name, Wrong::Missing),
            Some(_) => self.wrong(name, Wrong::Type),
        }
    }

    /// A number as digits; none when it is left out.
    pub(super) fn number(&mut self, name: &str) -> String {
        match self.sent.remove(name) {
            None | Some(Value::Null) => String::new(),
            Some(value) if value.is_i64() => value.to_string(),
            Some(_) => self.wrong(name, Wrong::Type),
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
            Err(wrong) => {
                self.wrong(name, wrong);
                None
            }
        })
    }

    /// What was parsed of them, if nothing is wrong and no name is unknown.
    pub(super) fn done<T>(mut self, parsed: Result<T, Problems>) -> Result<T, Fault> {
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

    /// Nothing, and the reason.
    fn wrong(&mut self, name: &str, wrong: Wrong) -> String {
        self.flaws.push(Flaw::new(name, wrong));
        String::new()
    }
}
