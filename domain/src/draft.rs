//! What somebody is writing and has not saved.

use std::fmt;

use jiff::Timestamp;

use crate::id::DraftId;

/// A draft as somebody last saw it. A text kept under it must have begun from this very one: else another tab's words
/// would go unseen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraftMark {
    /// Which draft.
    pub id: DraftId,
    /// When it was last kept, to the millisecond.
    pub saved_at: Timestamp,
}

impl DraftMark {
    /// Reads what [`fmt::Display`] writes, as it travels with a form.
    pub fn parse(text: &str) -> Option<Self> {
        let (id, at) = text.split_once('-')?;
        Some(Self { id: id.parse().ok()?, saved_at: Timestamp::from_millisecond(at.parse().ok()?).ok()? })
    }

    /// As it travels with a form whose writer was told of it and wrote other words: keeping the form takes its place,
    /// saving the form does not end it.
    pub fn told(&self) -> String {
        format!("~{self}")
    }

    /// Reads either.
    pub fn parse_told(text: &str) -> Option<Self> {
        Self::parse(text.strip_prefix('~').unwrap_or(text))
    }
}

impl fmt::Display for DraftMark {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.id, self.saved_at.as_millisecond())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_reads_as_it_was_written_and_nothing_else_does() {
        let mark = DraftMark { id: DraftId(7), saved_at: Timestamp::from_millisecond(1_764_036_000_123).unwrap() };
        assert_eq!(mark.to_string(), "7-1764036000123");
        assert_eq!(DraftMark::parse(&mark.to_string()), Some(mark));
        assert_eq!((mark.told().as_str(), DraftMark::parse(&mark.told())), ("~7-1764036000123", None));
        assert_eq!([mark.told(), mark.to_string()].map(|text| DraftMark::parse_told(&text)), [Some(mark); 2]);
        for wrong in ["", "7", "7-", "-1", "x-1", "7-1-2", "7-99999999999999999999"] {
            assert_eq!(DraftMark::parse(wrong), None, "{wrong}");
        }
    }
}
