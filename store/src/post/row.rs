//! What the columns of a post say.

use domain::id::{MemberId, PostId, RevisionId};
use domain::language::Language;
use domain::post::{
    Abstract, Audience, Author, Body, BookTitle, Content, Details, Period, Post, PostKind, Tags, Title, WriteUp,
};
use domain::review::{Stage, WriteUpStatus};
use jiff::civil::Date;
use sqlx::FromRow;

use crate::StoreError;
use crate::column::instant;

/// The columns of a post `p` at its current revision `r`. A name holds no control character, so a tab
/// parts what is said of an author, and a line feed authors.
macro_rules! post_columns {
    () => {
        "p.post_id, p.kind, p.audience, p.revision_id, p.created_at, p.changed_at, r.number, r.title, r.language, p.status as stage,
         case when p.kind = 'write_up' then (select count(*) from review v where v.post_id = p.post_id and v.outcome is null)
          else 0 end as open_reviews,
         (select string_agg(concat_ws('\t', a.member_id, coalesce(k.set_at, '-'), m.name, m.outside_name), '\n'
            order by a.added_at is not null, a.added_at, a.member_id)
          from post_author a join member m using (member_id) left join picture k using (member_id)
          where a.post_id = p.post_id) as authors"
    };
}
pub(super) use post_columns;

#[derive(FromRow)]
pub(super) struct PostRow {
    post_id: PostId,
    kind: PostKind,
    audience: Audience,
    revision_id: RevisionId,
    created_at: i64,
    changed_at: i64,
    number: i64,
    title: String,
    language: Language,
    stage: Stage,
    open_reviews: i64,
    authors: String,
}

impl TryFrom<PostRow> for Post {
    type Error = StoreError;

    fn try_from(row: PostRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.post_id,
            kind: row.kind,
            title: row.title,
            language: row.language,
            audience: row.audience,
            status: (row.kind == PostKind::WriteUp)
                .then(|| WriteUpStatus::of(row.stage, usize::try_from(row.open_reviews).unwrap_or_default())),
            authors: authors(&row.authors)?,
            revision_id: row.revision_id,
            revision_number: row.number,
            created_at: instant(row.created_at)?,
            changed_at: instant(row.changed_at)?,
        })
    }
}

fn authors(lines: &str) -> Result<Vec<Author>, StoreError> {
    let author = |line: &str| {
        let mut parts = line.split('\t');
        let (id, picture, name) = (parts.next()?, parts.next()?, parts.next()?);
        let picture_at = picture.parse().ok().and_then(|at| instant(at).ok());
        let outside_name = parts.next().map(str::to_owned);
        Some(Author { id: MemberId(id.parse().ok()?), name: name.to_owned(), outside_name, picture_at })
    };
    lines.split('\n').map(|line| author(line).ok_or(StoreError::Corrupt("an author"))).collect()
}

/// Tags of a post `p` that are called something else by now. A tag holds no control character, so a tab parts the two
/// names, and a line feed tags.
macro_rules! renamed_tags {
    () => {
        "(select string_agg(concat_ws('\t', x.tag, x.now_tag), '\n') from post_tag g join tag_alias x on x.tag = g.tag
          where g.post_id = p.post_id) as renamed"
    };
}
pub(super) use renamed_tags;

/// What a post's kind adds, and its tags, as columns of `revision` hold them.
#[derive(FromRow)]
pub(super) struct DetailsRow {
    pub(super) tags: String,
    /// By [`renamed_tags`]; without it tags are as they were typed.
    #[sqlx(default)]
    renamed: Option<String>,
    period_start: Option<String>,
    period_end: Option<String>,
    book: Option<String>,
    summary: Option<String>,
    check_by: Option<String>,
}

impl DetailsRow {
    /// The columns for [`Content`].
    pub(super) fn of(content: &Content) -> Self {
        let mut row = Self {
            tags: content.tags.as_slice().join(" "),
            renamed: None,
            period_start: None,
            period_end: None,
            book: None,
            summary: None,
            check_by: None,
        };
        match &content.details {
            Details::Retrospective(period) => {
                row.period_start = Some(period.start().to_string());
                row.period_end = Some(period.end().to_string());
            }
            Details::BookNote(book) => row.book = Some(book.as_str().to_owned()),
            Details::WriteUp(adds) => {
                row.summary = adds.summary.as_ref().map(|text| text.as_str().to_owned());
                row.check_by = adds.check_by.map(|day| day.to_string());
            }
        }
        row
    }

    /// The columns in the order of every statement: start, end, book, abstract, check by.
    pub(super) fn columns(&self) -> [Option<&str>; 5] {
        [&self.period_start, &self.period_end, &self.book, &self.summary, &self.check_by].map(Option::as_deref)
    }

    pub(super) fn tags(&self) -> Result<Tags, StoreError> {
        let typed = Tags::parse(&self.tags).map_err(|_| StoreError::Corrupt("tags"))?;
        let Some(renamed) = &self.renamed else { return Ok(typed) };
        let pairs: Vec<_> = renamed.split('\n').filter_map(|line| line.split_once('\t')).collect();
        Ok(typed.renamed(|tag| pairs.iter().find(|(old, _)| *old == tag).map(|(_, now)| (*now).to_owned())))
    }

    pub(super) fn details(&self, kind: PostKind) -> Result<Details, StoreError> {
        let details = match kind {
            PostKind::Retrospective => self.period().map(Details::Retrospective),
            PostKind::BookNote => {
                self.book.as_deref().and_then(|book| BookTitle::parse(book).ok()).map(Details::BookNote)
            }
            PostKind::WriteUp => self.write_up().map(Details::WriteUp),
        };
        details.ok_or(StoreError::Corrupt("what a kind adds"))
    }

    fn write_up(&self) -> Option<WriteUp> {
        let summary = Abstract::parse(self.summary.as_deref().unwrap_or_default()).ok()?;
        let check_by = WriteUp::parse_check_by(self.check_by.as_deref().unwrap_or_default()).ok()?;
        Some(WriteUp { summary, check_by })
    }

    fn period(&self) -> Option<Period> {
        let day = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<Date>().ok());
        Period::new(day(&self.period_start)?, day(&self.period_end)?).ok()
    }
}

/// Everything a revision keeps, out of its columns.
pub(super) fn content(post: &Post, details: &DetailsRow, body: &str) -> Result<Content, StoreError> {
    Ok(Content {
        title: Title::parse(&post.title).map_err(|_| StoreError::Corrupt("a title"))?,
        body: Body::parse(body).map_err(|_| StoreError::Corrupt("a body"))?,
        language: post.language,
        tags: details.tags()?,
        details: details.details(post.kind)?,
    })
}
