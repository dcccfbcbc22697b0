//! A page bundle for Hugo: `content/posts/<slug>/index.md` with YAML before the Markdown.

use serde::Serialize;

use super::{Bundle, ExportError, File, Outgoing, Picture, body, pictures, shortcode};
use crate::language::Language;
use crate::markdown::{WithoutInternal, opening};
use crate::post::{Content, Details};

/// How long a description may be, in characters: what search engines show.
const DESCRIPTION: usize = 160;

/// The fields that leave, and no others.
#[derive(Serialize)]
struct FrontMatter<'a> {
    title: &'a str,
    /// RFC 3339, with the offset of the team's zone.
    date: String,
    lastmod: String,
    draft: bool,
    slug: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'a [String],
    /// So that Hugo counts words and cuts summaries by characters.
    #[serde(rename = "isCJKLanguage", skip_serializing_if = "Option::is_none")]
    is_cjk_language: Option<bool>,
    params: Params<'a>,
}

/// What only our own templates know.
#[derive(Serialize)]
struct Params<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    period_start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period_end: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    book: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<&'a str>,
}

pub(super) fn files(outgoing: &Outgoing<'_>) -> Result<Bundle, ExportError> {
    let outside = outside(outgoing.content.body.as_str())?;
    let front_matter = yaml(&FrontMatter::of(outgoing, &outside));
    let body = shown(&outside)?;
    let folder = format!("content/posts/{}", outgoing.slug.as_str());
    let pictures = pictures::shown(&body).into_iter();
    Ok(Bundle {
        pictures: pictures.map(|name| Picture { path: format!("{folder}/{name}"), name }).collect(),
        files: vec![File {
            path: format!("{folder}/index.md"),
            bytes: format!("---\n{front_matter}---\n\n{body}\n").into_bytes(),
        }],
    })
}

/// What of a body leaves, its shortcodes still as they were typed.
fn outside(source: &str) -> Result<String, ExportError> {
    let kept = WithoutInternal::of(source)?;
    // Asked before anything else is changed, so that the line is the author's.
    shortcode::harmless(&kept.text).map_err(|at| ExportError::Shortcode { line: kept.line(at) })?;
    Ok(body::outside(kept.text).trim_matches('\n').to_owned())
}

fn shown(outside: &str) -> Result<String, ExportError> {
    let line = |at: usize| 1 + outside[..at].matches('\n').count();
    shortcode::harmless(outside).map_err(|at| ExportError::Shortcode { line: line(at) })
}

/// One line a field. A struct of strings and booleans always serializes.
fn yaml(front_matter: &FrontMatter<'_>) -> String {
    let options = serde_saphyr::ser_options! { prefer_block_scalars: false };
    serde_saphyr::to_string_with_options(front_matter, options).unwrap_or_default()
}

impl<'a> FrontMatter<'a> {
    fn of(outgoing: &'a Outgoing<'_>, outside: &str) -> Self {
        let content = outgoing.content;
        let date = |at| outgoing.zone.zoned(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
        Self {
            title: content.title.as_str(),
            date: date(outgoing.created_at),
            lastmod: date(outgoing.changed_at),
            draft: false,
            slug: outgoing.slug.as_str(),
            description: description(content, outside),
            tags: content.tags.as_slice(),
            is_cjk_language: (content.language == Language::Korean).then_some(true),
            params: Params { authors: outgoing.authors.clone(), ..Params::of(&content.details) },
        }
    }
}

impl<'a> Params<'a> {
    fn of(details: &'a Details) -> Self {
        let kind = details.kind().as_str();
        let bare = Self { kind, period_start: None, period_end: None, book: None, authors: Vec::new() };
        match details {
            Details::Retrospective(period) => Self {
                period_start: Some(period.start().to_string()),
                period_end: Some(period.end().to_string()),
                ..bare
            },
            Details::BookNote(book) => Self { book: Some(book.as_str()), ..bare },
            Details::WriteUp(_) => bare,
        }
    }
}

/// Made of what leaves, so that nothing else can.
fn description(content: &Content, outside: &str) -> Option<String> {
    match &content.details {
        Details::WriteUp(Some(summary)) => Some(summary.as_str().to_owned()),
        _ => Some(opening(outside, DESCRIPTION)).filter(|words| !words.is_empty()),
    }
}
