//! Places of a kept HTML that are filled in for each reader. They are tags of ours: whatever is typed, its `<` is
//! escaped.

use std::fmt::Write;

use super::escape;

/// An internal block's start tag, its label not yet filled in.
pub(super) const INTERNAL: &str = r#"<section class="internal" role="note" aria-label="">"#;
/// The start tags of callouts, theirs neither; `note` is the role for an aside in a text (ARIA 1.2).
pub(super) const NOTE: &str = r#"<div class="callout callout-note" role="note" aria-label="">"#;
pub(super) const TIP: &str = r#"<div class="callout callout-tip" role="note" aria-label="">"#;
pub(super) const IMPORTANT: &str = r#"<div class="callout callout-important" role="note" aria-label="">"#;
pub(super) const WARNING: &str = r#"<div class="callout callout-warning" role="note" aria-label="">"#;
pub(super) const CAUTION: &str = r#"<div class="callout callout-caution" role="note" aria-label="">"#;
const BLOCKS: [&str; 6] = [INTERNAL, NOTE, TIP, IMPORTANT, WARNING, CAUTION];

/// The end of a link to a post.
pub(super) const END_POST: &str = "</post-link>";
const POST: &str = "<post-link key=\"";
const TITLED: &str = "<post-title key=\"";
const END_TITLED: &str = "</post-title>";
const MEMBER: &str = "<at-member>@";
const END_MEMBER: &str = "</at-member>";
const TASK: &str = "<input type=\"checkbox\" disabled";

/// A place to fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark<'h> {
    /// A block's start tag.
    Block(&'static str),
    /// A link to a post begins, its words its own. The key is as it stands in the HTML.
    Post { key: &'h str },
    /// It ends.
    EndPost,
    /// A link to a post by its title, as HTML.
    Titled { key: &'h str, title: &'h str },
    /// `@` and what may be a handle.
    Member { run: &'h str },
    /// A checkbox, and its tag as it is.
    Task { number: &'h str, done: bool, tag: &'h str },
}

impl<'h> Mark<'h> {
    /// Reads a mark at the start of `html`; with it, its length in bytes.
    pub(super) fn read(html: &'h str) -> Option<(Self, usize)> {
        match html.as_bytes().get(1)? {
            b's' | b'd' => Self::block(html),
            b'/' => html.starts_with(END_POST).then_some((Self::EndPost, END_POST.len())),
            b'p' => Self::post(html),
            b'a' => {
                let (run, _) = html.strip_prefix(MEMBER)?.split_once('<')?;
                Some((Self::Member { run }, MEMBER.len() + run.len() + END_MEMBER.len()))
            }
            b'i' => Self::task(html),
            _ => None,
        }
    }

    fn block(html: &str) -> Option<(Self, usize)> {
        BLOCKS.into_iter().find(|start| html.starts_with(start)).map(|start| (Self::Block(start), start.len()))
    }

    fn post(html: &'h str) -> Option<(Self, usize)> {
        if let Some(rest) = html.strip_prefix(POST) {
            let key = &rest[..rest.find('"')?];
            return Some((Self::Post { key }, POST.len() + key.len() + 2));
        }
        let (key, rest) = html.strip_prefix(TITLED)?.split_once("\">")?;
        let title = &rest[..rest.find('<')?];
        Some((Self::Titled { key, title }, html.len() - rest.len() + title.len() + END_TITLED.len()))
    }

    fn task(html: &'h str) -> Option<(Self, usize)> {
        let rest = html.strip_prefix(TASK)?;
        let tag = &html[..=html.find('>')?];
        let (_, number) = tag.split_once("task-")?;
        let number = number.trim_end_matches("\">");
        Some((Self::Task { number, done: rest.starts_with(" checked"), tag }, tag.len()))
    }
}

/// Writes the start of a link to a post, by its key.
pub(super) fn post(html: &mut String, key: &str) {
    html.push_str(POST);
    escape::push(html, key);
    html.push_str("\">");
}

/// Writes a whole link to a post by its title.
pub(super) fn titled(html: &mut String, key: &str, title: &str) {
    html.push_str(TITLED);
    escape::push(html, key);
    html.push_str("\">");
    escape::push(html, title);
    html.push_str(END_TITLED);
}

/// Writes a mention, as typed with its `@`.
pub(super) fn member(html: &mut String, mention: &str) {
    let _ = write!(html, "<at-member>{mention}{END_MEMBER}");
}

/// Writes a checkbox that is named by the words after it.
pub(super) fn task(html: &mut String, number: usize, done: bool) {
    let checked = if done { " checked" } else { "" };
    let _ = write!(html, "{TASK}{checked} aria-labelledby=\"task-{number}\">");
}
