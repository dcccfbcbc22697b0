//! What of a file is the body, and what is its title.

use pulldown_cmark::{Event, Parser};

use super::path::{stem, without_notion_id};
use crate::markdown::options;
use crate::post::Title;

/// A title and the body without the heading that says it.
pub(super) fn titled<'t>(said: &str, text: &'t str, path: &str) -> (String, &'t str) {
    let heading = heading(text);
    match heading {
        _ if !said.trim().is_empty() => {
            let title = cut(said);
            let rest = heading.filter(|(words, _)| *words == title).map_or(text, |(_, rest)| rest);
            (title, rest)
        }
        Some((words, rest)) => (words, rest),
        None => (cut(without_notion_id(stem(path)).0), text),
    }
}

/// The heading that a text begins with, if it can be a title, and what follows it and one empty line.
fn heading(text: &str) -> Option<(String, &str)> {
    let begun = text.trim_start_matches('\n');
    let line = begun.split_inclusive('\n').next()?;
    line.strip_prefix("# ")?;
    let title = Title::parse(&words(line)).ok()?;
    let rest = &begun[line.len()..];
    Some((title.as_str().to_owned(), rest.strip_prefix('\n').unwrap_or(rest)))
}

/// A line without its marks.
fn words(line: &str) -> String {
    let words = Parser::new_ext(line, options()).filter_map(|event| match event {
        Event::Text(words) | Event::Code(words) => Some(words.into_string()),
        _ => None,
    });
    words.collect()
}

/// Words as a title can hold them.
fn cut(words: &str) -> String {
    let words: String = words.chars().map(|one| if one.is_control() { ' ' } else { one }).collect();
    let cut: String = words.trim().chars().take(Title::LIMIT).collect();
    // What still is no title has nothing in it that can be seen.
    Title::parse(&cut).map_or_else(|_| "?".to_owned(), |title| title.as_str().to_owned())
}

/// The lines `Name: value` that Notion puts below a title, and what follows them; none when one of the lines is no
/// such.
pub(super) fn properties(body: &str) -> (Vec<(&str, &str)>, &str) {
    let end = body.find("\n\n").unwrap_or(body.len());
    let lines: Option<Vec<_>> = body[..end].lines().map(property).collect();
    match lines {
        Some(lines) if !lines.is_empty() => (lines, body[end..].trim_start_matches('\n')),
        _ => (Vec::new(), body),
    }
}

fn property(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(": ")?;
    let is_name = !name.is_empty() && name.chars().count() <= 40 && !name.starts_with(['#', '-', '>', '*', '`']);
    is_name.then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heading_that_is_the_title_is_not_said_twice() {
        assert_eq!(titled("", "# **봄** 회고\n\n본문\n", "a.md"), ("봄 회고".into(), "본문\n"));
        assert_eq!(titled("제목", "# 다른\n본문", "a.md"), ("제목".into(), "# 다른\n본문"));
        assert_eq!(titled("제목", "# 제목\n본문", "a.md"), ("제목".into(), "본문"));
        assert_eq!(titled("", "본문\n# 뒤\n", "b/메모.md"), ("메모".into(), "본문\n# 뒤\n"));
        let long = format!("# {}\n", "가".repeat(201));
        assert_eq!(titled("", &long, "긴.md"), ("긴".into(), long.as_str()), "a longer one stays");
        assert_eq!(titled(" \u{7}", "본문", "a.md").0, "?");
    }

    #[test]
    fn properties_are_all_or_none() {
        assert_eq!(
            properties("Tags: a, b\n생성일: 2024\n\n본문"),
            (vec![("Tags", "a, b"), ("생성일", "2024")], "본문")
        );
        assert_eq!(properties("말: 하나\n그냥 글\n\n뒤"), (vec![], "말: 하나\n그냥 글\n\n뒤"));
        assert_eq!(properties(""), (vec![], ""));
    }
}
