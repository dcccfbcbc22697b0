use std::time::{Duration, Instant};

use proptest::prelude::*;
use scraper::Html;

use super::safety::{assert_safe, knows_all, nasty};
use super::*;

/// What a browser reads is what we wrote: read, written and read again, it is the same.
fn assert_reads_back(source: &str) {
    let html = fill(&render(source).html, &crate::text::text(crate::language::Language::Korean).labels(), &knows_all())
        .into_owned();
    let once = Html::parse_fragment(&html).root_element().inner_html();
    assert_eq!(Html::parse_fragment(&once).root_element().inner_html(), once, "{source:?}");
    assert_eq!(as_serialised(&once), as_serialised(&html), "{source:?}");
}

/// What the serialiser of HTML leaves out or spells otherwise (HTML §13.3): quotes and angle brackets where they mean
/// only themselves, values of attributes that are there or not, end tags that we leave out, and one line end after `<pre>`.
fn as_serialised(html: &str) -> String {
    let mut same = with_sorted_attributes(html);
    for (ours, theirs) in [
        ("&quot;", "\""),
        ("&gt;", ">"),
        ("&lt;", "<"),
        ("&nbsp;", "\u{a0}"),
        (" checked=\"\"", " checked"),
        (" disabled=\"\"", " disabled"),
        ("</tbody>", ""),
    ] {
        same = same.replace(ours, theirs);
    }
    same
}

/// The parser of the tests keeps attributes by name, and not in their order.
fn with_sorted_attributes(html: &str) -> String {
    let mut sorted = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').unwrap();
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let spelt = attributes
            .replace(" checked", " checked=\"\"")
            .replace("disabled", "disabled=\"\"")
            .replace("\"\"=\"\"", "\"\"");
        let mut attributes: Vec<_> =
            spelt.split_inclusive("\" ").map(str::trim).filter(|one| !one.is_empty()).collect();
        attributes.sort_unstable();
        sorted.push_str(before);
        sorted.push('<');
        sorted.push_str(&[&[name], attributes.as_slice()].concat().join(" "));
        sorted.push('>');
        rest = after;
    }
    sorted + rest
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn what_is_written_reads_back_to_itself(source in nasty()) {
        assert_reads_back(&source);
    }
}

#[test]
fn large_and_deep_texts_are_whole_pages() {
    let wide = format!("|{}\n|{}\n|{}\n", "a|".repeat(1_000), "-|".repeat(1_000), "<b>|".repeat(1_000));
    for source in [
        "## 제목\n\n글\n\n".repeat(5_000),
        format!("{} 글", "> ".repeat(200)),
        (0..200).map(|depth| "  ".repeat(depth) + "- 글\n").collect(),
        wide,
        format!("{}글{}", "[".repeat(5_000), "](/a)".repeat(5_000)),
        format!("{}글", "[[".repeat(5_000)),
        format!("{}글", "$$".repeat(5_000)),
        format!("{}글{}", "*".repeat(5_000), "*".repeat(5_000)),
        (1..400).map(|count| "`".repeat(count) + " ").collect(),
        "낱말\n: 뜻\n\n".repeat(5_000),
    ] {
        assert_safe(&source);
        assert_reads_back(&source);
    }
}

/// What a text may be full of.
const REPEATED: &[&str] = &[
    ">",
    "> ",
    "- ",
    "* ",
    "*",
    "**",
    "_a",
    "[",
    "](",
    "![",
    "<",
    "<kbd>",
    "</kbd>",
    "<details>\n",
    "<br",
    "`",
    "``a",
    ":::internal\n",
    ":::internal\n:::\n",
    "::::internal\n:::\n",
    "> :::internal\n\n",
    "&#32;",
    "# a\n",
    "# a-2\n",
    "[^1]",
    "[^1]: a\n",
    "[a]: b\n",
    "|a",
    "|a\n|-\n",
    "~~(",
    "*가(",
    "<!--",
    "a\n",
    "- [ ] a\n",
    "  - a\n",
    "\\",
    "<details>\n\n",
    "[a](b",
    "[a][",
    "~~~\n:::\n",
    "```\n",
    "1. ",
    "![a](b)",
    "(가)**나",
    "[[",
    "[[a|",
    "[[a]]",
    "$",
    "$$",
    "$a$ ",
    "a\n: b\n\n",
    ": a\n",
    ":\n",
    "> — a\n",
    ">> — a\n",
    "```math\na\n```\n",
    "```rust\nlet a = 1;\n```\n",
    "```rust\n",
    "_",
    "가**(",
    "@a",
    "@가나다라마바사 ",
    "#a ",
    "#",
    "@",
    ":",
    "http://a",
    "www.",
    "a.",
    "https://a.b/)",
    "(((https://a.b/)",
];

#[test]
fn much_of_anything_is_rendered_in_time() {
    // A quarter of the most a post may hold, as these tests run unoptimised: what is quadratic still shows.
    const BYTES: usize = 1 << 18;
    for part in REPEATED {
        let source = part.repeat(BYTES / part.len());
        let begun = now();
        let rendered = render(&source);
        let _ = (opening(&source, 200), characters(&source), WithoutInternal::of(&source).is_ok());
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(5), "{part:?} took {took:?}");
        assert!(rendered.html.len() < 150 * BYTES, "{part:?}");
    }
}

/// A stopwatch, not a clock: how long the test itself takes.
pub(super) fn now() -> Instant {
    Instant::now()
}
