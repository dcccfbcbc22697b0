//! A post as a file that can be brought back: a few lines of YAML, an empty line, and the body byte for byte.

use jiff::Timestamp;
use serde::Serialize;

use super::import::Person;
use crate::id::PostId;
use crate::language::Language;
use crate::post::{Abstract, Audience, Content, Details};

/// The edition of the format.
const EDITION: u32 = 1;
/// What the explanation begins with, and our archives are known by.
const MARK: &str = "<!-- Dasi archive 1 -->";
/// The most characters of a title in a file's name.
const NAMED: usize = 60;

/// What the archive holds, for whoever finds it years from now.
pub const README: &str = "<!-- Dasi archive 1 -->

# 다시 보관본

`posts/`에는 글이 하나씩 Markdown 파일로 들어 있습니다. 맨 위의 `---` 사이에 제목, 태그, 쓴 사람과 날짜가 있고,
빈 줄 하나 다음부터 본문입니다. 본문은 쓴 그대로입니다. `uploads/`에는 글에 쓰인 그림과 파일이 들어 있습니다.
다시의 가져오기에 이 zip을 그대로 올리면 글과 그림이 되살아납니다. 댓글과 지난 판은 들어 있지 않습니다.

# An archive of Dasi

`posts/` holds each post as a Markdown file. Title, tags, authors and dates stand between the two lines of `---`; the
body begins after one empty line, exactly as it was written. `uploads/` holds the pictures and files that posts use.
Bring this zip into Dasi as it is, and posts and pictures are back. Comments and earlier revisions are not in it.
";

/// A post's place in a story of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The story's title.
    pub series: String,
    /// From 1.
    pub place: i64,
}

/// All of a post that is archived.
#[derive(Debug, Clone)]
pub struct Archived<'a> {
    /// What its current revision keeps.
    pub content: &'a Content,
    /// Whom it is for.
    pub audience: Audience,
    /// Who wrote it.
    pub authors: Vec<Person>,
    /// When it was first saved.
    pub created_at: Timestamp,
    /// When it was last saved.
    pub changed_at: Timestamp,
    /// Where a write-up stands, unless it was only begun.
    pub status: Option<&'a str>,
    /// The story it is a part of.
    pub part: Option<&'a Part>,
}

#[derive(Serialize)]
struct FrontMatter<'a> {
    dasi: u32,
    kind: &'static str,
    title: &'a str,
    language: Language,
    audience: Audience,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'a [String],
    authors: Vec<Author<'a>>,
    created: String,
    changed: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    period_start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period_end: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    book: Option<&'a str>,
    #[serde(rename = "abstract", skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    check_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<i64>,
}

#[derive(Serialize)]
struct Author<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    handle: Option<&'a str>,
    name: &'a str,
}

/// The file of a post.
pub fn whole(post: &Archived<'_>) -> String {
    let options = serde_saphyr::ser_options! { prefer_block_scalars: false };
    // A struct of strings and numbers always serializes.
    let front = serde_saphyr::to_string_with_options(&FrontMatter::of(post), options).unwrap_or_default();
    format!("---\n{front}---\n\n{}", post.content.body.as_str())
}

/// Its name: the title's letters and digits, and its number.
pub fn file_name(title: &str, id: PostId) -> String {
    let words = title.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty());
    let joined = words.collect::<Vec<_>>().join("-").to_lowercase();
    let short: String = joined.chars().take(NAMED).collect();
    match short.trim_end_matches('-') {
        "" => format!("posts/{id}.md"),
        short => format!("posts/{short}-{id}.md"),
    }
}

/// Where a file is that posts use.
pub fn upload_path(name: &str) -> String {
    format!("uploads/{name}")
}

/// Whether a file is the explanation of an archive of ours.
pub(super) fn is_readme(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK.as_bytes())
}

impl<'a> FrontMatter<'a> {
    fn of(post: &'a Archived<'a>) -> Self {
        let content = post.content;
        let bare = Self {
            dasi: EDITION,
            kind: content.details.kind().as_str(),
            title: content.title.as_str(),
            language: content.language,
            audience: post.audience,
            tags: content.tags.as_slice(),
            authors: post.authors.iter().map(|one| Author { handle: one.handle.as_deref(), name: &one.name }).collect(),
            created: post.created_at.to_string(),
            changed: post.changed_at.to_string(),
            period_start: None,
            period_end: None,
            book: None,
            summary: None,
            check_by: None,
            status: post.status,
            series: post.part.map(|part| part.series.as_str()),
            part: post.part.map(|part| part.place),
        };
        match &content.details {
            Details::Retrospective(period) => Self {
                period_start: Some(period.start().to_string()),
                period_end: Some(period.end().to_string()),
                ..bare
            },
            Details::BookNote(book) => Self { book: Some(book.as_str()), ..bare },
            Details::WriteUp(adds) => Self {
                summary: adds.summary.as_ref().map(Abstract::as_str),
                check_by: adds.check_by.map(|day| day.to_string()),
                ..bare
            },
        }
    }
}
