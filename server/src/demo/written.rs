//! A post of the demo as its table holds it, and the days that follow from today's.

use domain::language::Language;
use domain::post::{Abstract, Audience, Body, BookTitle, Content, Details, Period, Tags, Title, WriteUp};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::valid;

/// When a half-year letter is written: so many days after the half-year's end.
const LETTER_DELAY: i64 = 9;

/// What a post's kind adds.
pub(super) enum Told {
    /// A retrospective on the half-year that ended so many half-years ago: 1 is the last one to end.
    Half(i16),
    /// A retrospective on a span of days: from so many to so many days ago.
    Days(i64, i64),
    /// A note on a book.
    Book(&'static str),
    /// A write-up: its abstract, and after how many days somebody should look whether it is still true.
    WriteUp(&'static str, i64),
}

/// A post.
pub(super) struct Written {
    /// The colleague's email.
    pub(super) author: &'static str,
    /// Its kind, and what that adds.
    pub(super) told: Told,
    /// Its title.
    pub(super) title: &'static str,
    /// Parted by spaces, at most ten.
    pub(super) tags: &'static str,
    /// The language it is written in.
    pub(super) language: Language,
    /// Whom it is for.
    pub(super) audience: Audience,
    /// How many days ago it was saved; none for [`Told::Half`], whose day follows from its half-year's end.
    pub(super) days_ago: Option<i64>,
    /// The Markdown.
    pub(super) body: &'static str,
}

impl Written {
    /// The day it was saved.
    pub(super) fn saved_on(&self, today: Date) -> Date {
        match (self.days_ago, &self.told) {
            (Some(days), _) => today.saturating_sub(days.days()),
            (None, Told::Half(back)) => half(today, *back).1.saturating_add(LETTER_DELAY.days()).min(today),
            (None, _) => today,
        }
    }

    /// All that its first revision keeps.
    pub(super) fn content(&self, today: Date) -> anyhow::Result<Content> {
        Ok(Content {
            title: valid(Title::parse(self.title))?,
            body: valid(Body::parse(self.body))?,
            language: self.language,
            tags: valid(Tags::parse(self.tags))?,
            details: self.details(today)?,
        })
    }

    fn details(&self, today: Date) -> anyhow::Result<Details> {
        Ok(match self.told {
            Told::Half(back) => {
                let (start, end) = half(today, back);
                Details::Retrospective(valid(Period::new(start, end))?)
            }
            Told::Days(from, to) => {
                let period = Period::new(today.saturating_sub(from.days()), today.saturating_sub(to.days()));
                Details::Retrospective(valid(period)?)
            }
            Told::Book(book) => Details::BookNote(valid(BookTitle::parse(book))?),
            Told::WriteUp(summary, check_after) => {
                let check_by = Some(self.saved_on(today).saturating_add(check_after.days()));
                Details::WriteUp(WriteUp { summary: valid(Abstract::parse(summary))?, check_by })
            }
        })
    }
}

/// First and last day of the half-year that ended so many half-years ago: 1 is the last one to end.
fn half(today: Date, back: i16) -> (Date, Date) {
    let now = today.year() * 2 + i16::from(today.month() > 6);
    let that = now - back;
    let year = that.div_euclid(2);
    if that.rem_euclid(2) == 0 { (date(year, 1, 1), date(year, 6, 30)) } else { (date(year, 7, 1), date(year, 12, 31)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_half_to_end_is_number_one() {
        assert_eq!(half(date(2026, 11, 24), 1), (date(2026, 1, 1), date(2026, 6, 30)));
        assert_eq!(half(date(2026, 3, 1), 1), (date(2025, 7, 1), date(2025, 12, 31)));
        assert_eq!(half(date(2026, 11, 24), 2), (date(2025, 7, 1), date(2025, 12, 31)));
    }
}
