//! Front matter: fields between two lines of `---` or `+++` at the very beginning, as notebooks and blogs keep them.
//! Only there, and only if it looks like fields: elsewhere these lines are rules and headings.

use std::ops::Range;

/// Bytes searched for its last line.
const LONGEST: usize = 1 << 16;

/// Where a source has its front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// `yaml` or `toml`.
    pub(super) language: &'static str,
    /// Between its first and its last line.
    pub(super) text: Range<usize>,
    /// Where the words begin.
    pub(super) end: usize,
}

impl FrontMatter {
    /// Looks for it.
    pub(super) fn read(source: &str) -> Option<Self> {
        let mut lines = source.split_inclusive('\n');
        let first = lines.next()?;
        let (language, ends, parts) = match first.trim_end() {
            "---" => ("yaml", ["---", "..."], ':'),
            "+++" => ("toml", ["+++", "+++"], '='),
            _ => return None,
        };
        let mut at = first.len();
        for line in lines {
            if ends.contains(&line.trim_end()) {
                let text = first.len()..at;
                return has_fields(&source[text.clone()], parts).then(|| Self { language, text, end: at + line.len() });
            }
            at += line.len();
            if at > LONGEST {
                return None;
            }
        }
        None
    }
}

/// Whether the first line that says something names a field.
fn has_fields(text: &str, parts: char) -> bool {
    let mut lines = text.lines();
    let Some(first) = lines.next().filter(|first| !first.trim().is_empty()) else { return false };
    let said = std::iter::once(first).chain(lines).find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let Some((name, rest)) = said.and_then(|line| line.split_once(parts)) else {
        return said.is_some_and(|line| parts == '=' && line.starts_with('['));
    };
    let is_parted = parts == '=' || rest.is_empty() || rest.starts_with([' ', '\t']);
    let is_name = |one: char| one.is_alphanumeric() || " _-.\"'".contains(one);
    is_parted
        && name.starts_with(|one: char| one.is_alphanumeric() || "_\"'".contains(one))
        && name.chars().all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_at_the_beginning_are_front_matter() {
        for (source, text) in [
            ("---\ntitle: 글\n---\n본문", "title: 글\n"),
            ("---  \r\n# 말\r\n\"a b\": 1\r\n...\r\n", "# 말\r\n\"a b\": 1\r\n"),
            ("---\nempty:\n---", "empty:\n"),
            ("+++\ntitle = \"글\"\n+++\n", "title = \"글\"\n"),
            ("+++\n[a]\nb = 1\n+++\n", "[a]\nb = 1\n"),
        ] {
            let found = FrontMatter::read(source).unwrap();
            assert_eq!(&source[found.text], text, "{source}");
        }
    }

    #[test]
    fn rules_and_headings_are_none() {
        for source in [
            "---\n\n글: 나\n\n---\n",
            "---\n글\n---\n",
            "---\n보라, 시각: 12\n---\n",
            "---\nhttps://a.b\n---\n",
            "---\n---\n",
            "---\na: b\n",
            " ---\na: b\n---\n",
            "----\na: b\n----\n",
            "글\n---\na: b\n---\n",
            "+++\na: b\n+++\n",
        ] {
            assert_eq!(FrontMatter::read(source), None, "{source}");
        }
    }
}
