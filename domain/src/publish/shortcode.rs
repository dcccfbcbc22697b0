//! Hugo's shortcodes, shown and not run. Hugo looks for `{{<` and `{{%` before it looks at Markdown, in code too.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::edit::{Edit, edited};
use crate::markdown::options;

/// The text with its shortcodes harmless: among words by a character's number, in code by Hugo's own comment.
///
/// # Errors
/// The byte where a shortcode begins in code without ending there.
pub(super) fn harmless(text: &str) -> Result<String, usize> {
    let mut edits = Vec::new();
    if text.contains("{{<") || text.contains("{{%") {
        let codes = codes(text);
        let mut codes = codes.iter().peekable();
        let mut done = 0;
        for at in starts(text) {
            while codes.next_if(|code| code.end <= at).is_some() {}
            match codes.peek().filter(|code| code.contains(&at)) {
                _ if at < done => {}
                Some(code) => done = comment_out(text, at, code.end, &mut edits)?,
                None => edits.push(Edit::new(at + 2..at + 3, number(text.as_bytes()[at + 2]))),
            }
        }
    }
    Ok(edited(text, edits))
}

fn starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices("{{").map(|(at, _)| at).flat_map(|at| [at, at + 1]).filter(|at| {
        let rest = text.as_bytes().get(*at..at + 3);
        matches!(rest, Some(b"{{<" | b"{{%"))
    })
}

fn number(mark: u8) -> &'static str {
    if mark == b'<' { "&lt;" } else { "&#37;" }
}

/// Writes `{{</* … */>}}`, which Hugo shows as `{{< … >}}`; the byte after it comes back.
fn comment_out(text: &str, at: usize, end: usize, edits: &mut Vec<Edit>) -> Result<usize, usize> {
    let close = if text.as_bytes()[at + 2] == b'<' { ">}}" } else { "%}}" };
    let inner = at + 3;
    let length = text.get(inner..end).and_then(|rest| rest.find(close)).ok_or(at)?;
    edits.push(Edit::new(inner..inner, "/*"));
    edits.push(Edit::new(inner + length..inner + length, "*/"));
    Ok(inner + length + close.len())
}

/// Where a text has code.
fn codes(text: &str) -> Vec<Range<usize>> {
    let events = Parser::new_ext(text, options()).into_offset_iter();
    events
        .filter(|(event, _)| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))))
        .map(|(_, range)| range)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortcode_is_shown_and_not_run() {
        for (text, shown) in [
            ("{{< x >}} 그리고 {{% y %}}", "{{&lt; x >}} 그리고 {{&#37; y %}}"),
            ("`{{< x >}}`", "`{{</* x */>}}`"),
            ("`{{%x%}}` {{<", "`{{%/*x*/%}}` {{&lt;"),
            ("```\n{{< a {{< b >}}\n{{< c\n>}}\n```\n", "```\n{{</* a {{< b */>}}\n{{</* c\n*/>}}\n```\n"),
            ("`{{</* x */>}}`", "`{{</*/* x */*/>}}`"),
            ("`{{<>}}`", "`{{</**/>}}`"),
            ("{{{< x >}}}", "{{{&lt; x >}}}"),
            ("{{ x }}", "{{ x }}"),
        ] {
            assert_eq!(harmless(text).as_deref(), Ok(shown));
        }
    }

    #[test]
    fn code_that_only_begins_a_shortcode_is_refused() {
        assert_eq!(harmless("글\n\n`{{< x` >}}"), Err(6));
        assert_eq!(harmless("```\n{{< x %}}\n```\n"), Err(4));
    }
}
