//! An engineering write-up.

use jiff::civil::Date;

use super::retrospective::parse_day;
use crate::problem::{Why, sentence};

/// What a write-up adds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WriteUp {
    /// What it says in a few sentences, if written yet.
    pub summary: Option<Abstract>,
    /// The day by which somebody should look whether it is still true, if anybody said.
    pub check_by: Option<Date>,
}

impl WriteUp {
    /// A day as a form sends it; nothing typed is no day.
    ///
    /// # Errors
    /// [`Why::NotADate`].
    pub fn parse_check_by(typed: &str) -> Result<Option<Date>, Why> {
        match parse_day(typed) {
            Ok(day) => Ok(Some(day)),
            Err(Why::Empty) => Ok(None),
            Err(why) => Err(why),
        }
    }
}

/// Whether the day has passed by which somebody should have looked: on the day itself there is time yet.
pub fn is_stale(check_by: Option<Date>, today: Date) -> bool {
    check_by.is_some_and(|day| day < today)
}

/// What a write-up says in a few sentences: 1 to 500 characters on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Abstract(String);

impl Abstract {
    /// The most characters.
    pub const LIMIT: usize = 500;

    /// None when nothing was typed; line ends become spaces.
    ///
    /// # Errors
    /// [`Why::TooLong`] or [`Why::ControlCharacter`].
    pub fn parse(typed: &str) -> Result<Option<Self>, Why> {
        Ok(sentence(typed, Self::LIMIT)?.map(Self))
    }

    /// As people see it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_write_up_is_stale_from_the_day_after() {
        let day = WriteUp::parse_check_by("2026-11-24").unwrap();
        assert_eq!(day, Some(date(2026, 11, 24)));
        assert!(!is_stale(day, date(2026, 11, 23)) && !is_stale(day, date(2026, 11, 24)));
        assert!(is_stale(day, date(2026, 11, 25)));
        assert!(!is_stale(None, date(2026, 11, 25)), "nobody said until when");
    }

    #[test]
    fn nothing_typed_is_no_day_and_nonsense_is_said() {
        assert_eq!(WriteUp::parse_check_by(" "), Ok(None));
        assert_eq!(WriteUp::parse_check_by("2026-02-30"), Err(Why::NotADate));
    }
}
