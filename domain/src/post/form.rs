//! What was typed into the post form, whole, so that nothing of it is lost when a field is wrong.

use serde::{Deserialize, Serialize};

use super::retrospective::parse_day;
use super::{Abstract, Audience, Body, BookTitle, Content, Details, Period, PostKind, Tags, Title, WriteUp};
use crate::language::Language;
use crate::problem::{Problems, Why};

/// The fields as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct PostForm {
    /// [`PostKind`] by its word.
    pub kind: String,
    /// The title.
    pub title: String,
    /// The Markdown.
    pub body: String,
    /// Tags parted by commas or spaces.
    pub tags: String,
    /// [`Language`] by its word.
    pub language: String,
    /// [`Audience`] by its word.
    pub audience: String,
    /// First day of a retrospective's period.
    pub start: String,
    /// Last day of a retrospective's period.
    pub end: String,
    /// A book note's book.
    pub book: String,
    /// A write-up's abstract.
    pub summary: String,
    /// The day by which somebody should look whether a write-up is still true.
    pub check_by: String,
    /// The revision the text was begun from; empty for a new post.
    pub base: String,
    /// The draft it is kept in, as [`crate::draft::DraftMark`]; empty when in none.
    pub draft: String,
    /// The page it is written on: a random word, made by the page itself; empty without scripts.
    pub desk: String,
}

impl PostForm {
    /// A form that shows what is stored.
    pub fn of(content: &Content, audience: Audience, base: crate::id::RevisionId) -> Self {
        let mut form = Self {
            kind: content.details.kind().to_string(),
            title: content.title.as_str().into(),
            body: content.body.as_str().into(),
            tags: content.tags.joined(),
            language: content.language.to_string(),
            audience: audience.to_string(),
            base: base.to_string(),
            ..Self::default()
        };
        match &content.details {
            Details::Retrospective(period) => {
                form.start = period.start().to_string();
                form.end = period.end().to_string();
            }
            Details::BookNote(book) => form.book = book.as_str().into(),
            Details::WriteUp(adds) => {
                form.summary = adds.summary.as_ref().map(|text| text.as_str().into()).unwrap_or_default();
                form.check_by = adds.check_by.map(|day| day.to_string()).unwrap_or_default();
            }
        }
        form
    }

    /// The content and audience meant.
    ///
    /// # Errors
    /// One problem for each field that cannot be taken.
    pub fn parse(&self) -> Result<(Content, Audience), Problems> {
        let mut problems = Problems::default();
        let title = problems.take("title", Title::parse(&self.title));
        let body = problems.take("body", Body::parse(&self.body));
        let tags = problems.take("tags", Tags::parse(&self.tags));
        let language = problems.take("language", Language::parse(&self.language).ok_or(Why::UnknownChoice));
        let audience = problems.take("audience", Audience::parse(&self.audience).ok_or(Why::UnknownChoice));
        let details = self.details(&mut problems);
        match (title, body, tags, language, details, audience) {
            (Some(title), Some(body), Some(tags), Some(language), Some(details), Some(audience)) => {
                Ok((Content { title, body, language, tags, details }, audience))
            }
            _ => Err(problems),
        }
    }

    fn details(&self, problems: &mut Problems) -> Option<Details> {
        match problems.take("kind", PostKind::parse(&self.kind).ok_or(Why::UnknownChoice))? {
            PostKind::Retrospective => self.period(problems).map(Details::Retrospective),
            PostKind::BookNote => problems.take("book", BookTitle::parse(&self.book)).map(Details::BookNote),
            PostKind::WriteUp => {
                let summary = problems.take("summary", Abstract::parse(&self.summary));
                let check_by = problems.take("check_by", WriteUp::parse_check_by(&self.check_by));
                Some(Details::WriteUp(WriteUp { summary: summary?, check_by: check_by? }))
            }
        }
    }

    fn period(&self, problems: &mut Problems) -> Option<Period> {
        let start = problems.take("start", parse_day(&self.start));
        let end = problems.take("end", parse_day(&self.end));
        problems.take("end", Period::new(start?, end?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> PostForm {
        PostForm {
            kind: "retrospective".into(),
            title: "상반기 회고".into(),
            body: "# 시작\n".into(),
            tags: "회고".into(),
            language: "ko".into(),
            audience: "team".into(),
            start: "2026-01-01".into(),
            end: "2026-06-30".into(),
            ..PostForm::default()
        }
    }

    #[test]
    fn what_is_stored_shows_as_it_was_typed() {
        let (content, audience) = form().parse().unwrap();
        let shown = PostForm::of(&content, audience, crate::id::RevisionId(7));
        assert_eq!(shown, PostForm { base: "7".into(), ..form() });
    }

    #[test]
    fn each_wrong_field_has_its_own_problem() {
        let wrong = PostForm {
            title: String::new(),
            body: "\0".into(),
            language: "fr".into(),
            audience: "world".into(),
            start: "2026-02-30".into(),
            end: String::new(),
            ..form()
        };
        let problems = wrong.parse().unwrap_err();
        for (field, why) in [
            ("title", Why::Empty),
            ("body", Why::ControlCharacter),
            ("language", Why::UnknownChoice),
            ("audience", Why::UnknownChoice),
            ("start", Why::NotADate),
            ("end", Why::Empty),
        ] {
            assert_eq!(problems.of(field), Some(&why), "{field}");
        }
        assert_eq!(problems.iter().count(), 6);
    }

    #[test]
    fn an_unknown_kind_is_said() {
        let problems = PostForm { kind: "poem".into(), ..form() }.parse().unwrap_err();
        assert_eq!(problems.of("kind"), Some(&Why::UnknownChoice));
    }

    #[test]
    fn a_book_note_needs_its_book_and_a_write_up_no_abstract() {
        let note = PostForm { kind: "book_note".into(), ..form() };
        assert_eq!(note.parse().unwrap_err().of("book"), Some(&Why::Empty));
        let write_up = PostForm { kind: "write_up".into(), ..form() };
        assert_eq!(write_up.parse().unwrap().0.details, Details::WriteUp(WriteUp::default()));
        let dated = PostForm { check_by: "2027-05-24".into(), ..write_up };
        let (content, audience) = dated.parse().unwrap();
        assert_eq!(PostForm::of(&content, audience, crate::id::RevisionId(7)).check_by, "2027-05-24");
        let wrong = PostForm { check_by: "soon".into(), ..dated };
        assert_eq!(wrong.parse().unwrap_err().of("check_by"), Some(&Why::NotADate));
    }
}
