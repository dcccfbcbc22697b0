//! Where a write-up stands, and a colleague who is asked to read it before it goes further.

use jiff::civil::Date;
use serde::Deserialize;

use crate::id::MemberId;
use crate::problem::{Problems, Why, sentence};
use crate::word::word;

word! {
    /// Where its authors say a write-up stands.
    Stage {
        /// A line that could become a story.
        Seed = "seed",
        /// It is being written.
        Drafting = "drafting",
        /// It is as its authors want it read.
        Shared = "shared",
    }
}

word! {
    /// Where a write-up stands.
    WriteUpStatus {
        /// A line that could become a story.
        Seed = "seed",
        /// It is being written.
        Drafting = "drafting",
        /// A colleague is asked to read it.
        InReview = "in_review",
        /// It is as its authors want it read.
        Shared = "shared",
    }
}

impl WriteUpStatus {
    /// What is stored, and how many reviews are open. What is shared stays so, whoever reads it once more.
    pub fn of(stage: Stage, open_reviews: usize) -> Self {
        match stage {
            Stage::Shared => Self::Shared,
            Stage::Seed | Stage::Drafting if open_reviews > 0 => Self::InReview,
            Stage::Seed => Self::Seed,
            Stage::Drafting => Self::Drafting,
        }
    }
}

word! {
    /// How a review ended.
    Outcome {
        /// It is good as it is.
        Approved = "approved",
        /// Something should change.
        Changes = "changes",
        /// An author took it back.
        Withdrawn = "withdrawn",
    }
}

/// A few words that go with a request or an answer: 1 to 500 characters on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark(String);

impl Remark {
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

/// What was typed to ask a colleague.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ReviewForm {
    /// The number of whoever is asked.
    pub reviewer: String,
    /// The day by which they should answer.
    pub due: String,
    /// A sentence for them.
    pub remark: String,
}

/// A colleague to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReview {
    /// Who is asked.
    pub reviewer: MemberId,
    /// By which day.
    pub due: Date,
    /// What they are told.
    pub remark: Option<Remark>,
}

impl ReviewForm {
    /// Who is asked until when; `today` is on the calendar of whoever asks.
    ///
    /// # Errors
    /// One problem for each field that cannot be taken.
    pub fn parse(&self, today: Date) -> Result<NewReview, Problems> {
        let mut problems = Problems::default();
        let reviewer = problems.take("reviewer", chosen(&self.reviewer));
        let due = problems.take("due", coming(&self.due, today));
        let remark = problems.take("remark", Remark::parse(&self.remark));
        match (reviewer, due, remark) {
            (Some(reviewer), Some(due), Some(remark)) => Ok(NewReview { reviewer, due, remark }),
            _ => Err(problems),
        }
    }
}

/// What a reviewer typed as their answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    /// [`Outcome`] by its word.
    pub outcome: String,
    /// A sentence for the authors.
    pub remark: String,
    /// The revision they read.
    pub revision: String,
}

impl AnswerForm {
    /// The answer: whoever asks for changes says which.
    ///
    /// # Errors
    /// One problem for each field that cannot be taken.
    pub fn parse(&self) -> Result<(Outcome, Option<Remark>), Problems> {
        let mut problems = Problems::default();
        let answer = Outcome::parse(&self.outcome).filter(|outcome| *outcome != Outcome::Withdrawn);
        let outcome = problems.take("outcome", answer.ok_or(Why::UnknownChoice));
        let remark = problems.take("remark", Remark::parse(&self.remark));
        if outcome == Some(Outcome::Changes) && remark == Some(None) {
            return Err(Problems::one("remark", Why::Empty));
        }
        match (outcome, remark) {
            (Some(outcome), Some(remark)) => Ok((outcome, remark)),
            _ => Err(problems),
        }
    }
}

fn chosen(typed: &str) -> Result<MemberId, Why> {
    if typed.is_empty() {
        return Err(Why::Empty);
    }
    typed.parse().map_err(|_| Why::UnknownChoice)
}

fn coming(typed: &str, today: Date) -> Result<Date, Why> {
    let day: Date = match typed.trim() {
        "" => return Err(Why::Empty),
        day => day.parse().map_err(|_| Why::NotADate)?,
    };
    if day < today { Err(Why::InThePast) } else { Ok(day) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_open_review_says_that_a_write_up_is_in_review_until_it_is_shared() {
        for (stage, open, status) in [
            (Stage::Seed, 0, WriteUpStatus::Seed),
            (Stage::Drafting, 0, WriteUpStatus::Drafting),
            (Stage::Seed, 1, WriteUpStatus::InReview),
            (Stage::Drafting, 2, WriteUpStatus::InReview),
            (Stage::Shared, 0, WriteUpStatus::Shared),
            (Stage::Shared, 1, WriteUpStatus::Shared),
        ] {
            assert_eq!(WriteUpStatus::of(stage, open), status, "{stage}, {open}");
        }
    }

    #[test]
    fn somebody_is_asked_until_a_day_that_is_to_come() {
        let today = date(2026, 11, 24);
        let form =
            ReviewForm { reviewer: "3".into(), due: "2026-11-24".into(), remark: " 3절을\n봐 주세요 ".into() };
        let new = form.parse(today).unwrap();
        assert_eq!((new.reviewer, new.due), (MemberId(3), today));
        assert_eq!(new.remark.unwrap().as_str(), "3절을 봐 주세요");
        for (due, why) in [("2026-11-23", Why::InThePast), ("tomorrow", Why::NotADate), ("", Why::Empty)] {
            let late = ReviewForm { due: due.into(), ..form.clone() };
            assert_eq!(late.parse(today).unwrap_err().of("due"), Some(&why), "{due}");
        }
        let nobody = ReviewForm { reviewer: String::new(), remark: "글".repeat(501), ..form };
        let problems = nobody.parse(today).unwrap_err();
        assert_eq!(problems.of("reviewer"), Some(&Why::Empty));
        assert_eq!(problems.of("remark"), Some(&Why::TooLong { limit: 500, length: 501 }));
    }

    #[test]
    fn who_asks_for_changes_says_which_and_nobody_answers_for_an_author() {
        let answer = |outcome: &str, remark: &str| {
            AnswerForm { outcome: outcome.into(), remark: remark.into(), revision: String::new() }.parse()
        };
        assert_eq!(answer("approved", ""), Ok((Outcome::Approved, None)));
        assert_eq!(answer("changes", " ").unwrap_err().of("remark"), Some(&Why::Empty));
        assert!(answer("changes", "표를 하나 더").unwrap().1.is_some());
        assert_eq!(answer("withdrawn", "").unwrap_err().of("outcome"), Some(&Why::UnknownChoice));
    }
}
