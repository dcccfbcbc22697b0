//! The fields of a small object, read one by one: every flaw comes in one answer, and what is left over is unknown.

use domain::problem::Why;
use serde_json::{Map, Value};

use super::fault::{Fault, Flaw, Wrong};

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

    fn required<T>(&mut self, name: &str, read: impl FnOnce(&Value) -> Result<T, Wrong>) -> Option<T> {
        let read = self.sent.remove(name).ok_or(Wrong::Missing).and_then(|value| read(&value));
        read.map_err(|wrong| self.wrong::<T>(name, wrong)).ok()
    }

    fn wrong<T>(&mut self, name: &str, wrong: Wrong) -> Option<T> {
        self.flaws.push(Flaw::new(name, wrong));
        None
    }
}
