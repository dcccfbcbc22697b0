//! A text becomes HTML: a megabyte of the worst, and a post of 100 kB.

use std::time::{Duration, Instant};

use domain::markdown::{render, toggle_task};

const MEGABYTE: usize = 1 << 20;
const POST: usize = 100_000;

/// The best of seven for each sort of worst whose name has `sort` in it, as the machine does other things too.
pub(crate) fn measure(sort: &str) -> Vec<(String, String)> {
    let mut lines: Vec<_> = worst()
        .filter(|(name, _)| name.contains(sort))
        .map(|(name, source)| row(&format!("1 MB of {name}"), &source))
        .collect();
    lines.push(row("a post of 100 kB", &post()));
    let begun = Instant::now();
    let ticked = toggle_task(&repeated("- [ ] 할 일\n", MEGABYTE), 1).is_some();
    lines.push((format!("a task ticked in 1 MB ({ticked})"), milliseconds(begun.elapsed())));
    lines
}

fn row(name: &str, source: &str) -> (String, String) {
    let took = (0..7)
        .map(|_| {
            let begun = Instant::now();
            std::hint::black_box(render(source).html.len());
            begun.elapsed()
        })
        .min();
    (format!("{name} rendered"), milliseconds(took.unwrap_or_default()))
}

fn milliseconds(took: Duration) -> String {
    format!("{}.{} ms", took.as_millis(), took.as_micros() % 1000 / 100)
}

fn repeated(part: &str, bytes: usize) -> String {
    part.repeat(bytes / part.len())
}

fn worst() -> impl Iterator<Item = (&'static str, String)> {
    [
        ("Korean prose", "쉬는 데에도 **품(品)**이 든다. 그래서 쉰다.\n\n"),
        ("mentions and tags", "@지은이가 #회고를 [[지난 글]]에 "),
        ("bare addresses", "https://example.com/a를 "),
        ("brackets", "["),
        ("open links", "[a]("),
        ("stars", "*가**("),
        ("backticks", "`a``"),
        ("quotations", "> "),
        ("lists", "- "),
        ("table cells", "|a"),
        ("dollars", "$a$ "),
        ("formulas", "$\\frac{a}{b}$ "),
        ("Rust", "```rust\nlet a = \"b\"; // c\n```\n\n"),
        ("definitions", "낱말\n: 뜻\n\n"),
        ("Hangul without a blank", "쉬는데에도품이든다"),
        ("footnotes", "가[^1]\n\n[^1]: 나\n\n"),
        ("internal blocks", ":::internal\n가\n:::\n\n"),
        ("entities", "&amp;&#44032;&<"),
        ("tags", "<b>가</b><kbd>"),
        ("escapes", "\\*\\_\\["),
        ("tasks", "- [ ] 할 일\n"),
        ("headings", "# 제목\n\n"),
    ]
    .into_iter()
    .map(|(name, part)| (name, repeated(part, MEGABYTE)))
    .chain([("quotations in quotations", repeated(&format!("{}가\n\n", "> ".repeat(200)), MEGABYTE))])
}

/// Prose with what a write-up has: headings, code, lists, a table.
fn post() -> String {
    let part = "## 머리말\n\n쉬는 데에도 **품(品)**이 든다. [지난 글](/posts/1)에 적었듯 `cargo test`를 돌린다.\n\n\
                - 하나\n- 둘\n\n| 이름 | 수 |\n|---|--:|\n| 가 | 1 |\n\n```rust\nfn main() {\n    println!(\"{}\", 1 + 2);\n}\n```\n\n\
                아침에 눈을 뜨면 창문을 열고 물을 한 잔 마신다. 그다음에 어제 쓰다 만 글을 읽는다.\n\n";
    repeated(part, POST)
}
