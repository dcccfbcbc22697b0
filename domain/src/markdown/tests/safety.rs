use std::time::{Duration, Instant};

use proptest::prelude::*;
use scraper::{Html, Node};

use super::*;

const ELEMENTS: &[&str] = &[
    "a",
    "blockquote",
    "br",
    "button",
    "code",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "form",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "input",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "section",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Those that a formula may become (MathML Core).
const FORMULA: &[&str] = &[
    "math",
    "menclose",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "none",
];

const ATTRIBUTES: &[&str] = &[
    "action",
    "alt",
    "aria-checked",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "checked",
    "class",
    "decoding",
    "disabled",
    "form",
    "height",
    "href",
    "id",
    "loading",
    "method",
    "name",
    "rel",
    "role",
    "scope",
    "sizes",
    "src",
    "srcset",
    "start",
    "tabindex",
    "title",
    "type",
    "value",
    "width",
];

const FRAME: &[&str] = &["html", "head", "body", "main", "footer"];
const EMPTY: &str = "<main></main><footer></footer>";

/// Who knows what the sources below refer to.
fn knows_all() -> Known {
    let linked = Linked { href: "/\"><script>".into(), words: "<script>".into() };
    Known {
        posts: [(title_key("a"), linked.clone())].into(),
        members: [("회고".into(), linked)].into(),
        tasks: Some(TaskForm { action: "\"><script>".into(), base: 1 }),
    }
}

/// With ornaments and without, for who knows much and who knows nothing.
fn assert_safe(source: &str) {
    let labels = crate::text::text(crate::language::Language::Korean).labels();
    assert_safe_html(&fill(&render(source).html, &labels, &knows_all()));
    assert_safe_html(&fill(&html(source), &labels, &Known::default()));
}

/// Inside `<main>`, to see that nothing closes what it did not open.
fn assert_safe_html(html: &str) {
    let page = Html::parse_fragment(&format!("<main>{html}</main><footer></footer>"));
    let mut outside = 0;
    for node in page.tree.values() {
        match node {
            Node::Element(element) if FRAME.contains(&element.name()) => outside += 1,
            Node::Element(element) => assert_element(element, html),
            Node::Comment(_) | Node::ProcessingInstruction(_) => panic!("a comment in {html}"),
            _ => {}
        }
    }
    assert_eq!(outside, Html::parse_fragment(EMPTY).tree.values().filter(|node| node.is_element()).count(), "{html}");
    let footer = page.select(&scraper::Selector::parse("main + footer:last-child:empty").unwrap()).count();
    assert_eq!(footer, 1, "{html}");
}

fn assert_element(element: &scraper::node::Element, html: &str) {
    let is_formula = FORMULA.contains(&element.name());
    assert!(is_formula || ELEMENTS.contains(&element.name()), "<{}> in {html}", element.name());
    for (name, value) in element.attrs() {
        let is_known = if is_formula {
            !name.starts_with("on") && !["style", "href", "src"].contains(&name)
        } else {
            ATTRIBUTES.contains(&name)
        };
        assert!(is_known, "{name} in {html}");
        if matches!(name, "href" | "src") {
            let address: String = value.chars().filter(|one| !one.is_whitespace() && !one.is_control()).collect();
            let scheme =
                address.split(['/', '?', '#']).next().unwrap_or_default().split_once(':').map(|(scheme, _)| scheme);
            let allowed = scheme.is_none_or(|one| matches!(one.to_lowercase().as_str(), "http" | "https" | "mailto"));
            assert!(allowed, "{value} in {html}");
        }
    }
}

#[test]
fn classic_vectors_do_not_run() {
    for source in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<details open ontoggle=alert(1)>",
        "<kbd\nonmouseover=alert(1)>x</kbd>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](javascript&colon;alert(1))",
        "[x](&#x6A;avascript:alert(1))",
        "[x](java&Tab;script:alert(1))",
        "[x](java&NewLine;script:alert(1))",
        "[x](&#1;javascript:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox)",
        "[x][r]\n\n[r]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "![x\" onerror=\"alert(1)](/a.png)",
        "[x](/a \"t\\\" onmouseover=\\\"alert(1)\")",
        "[x](/a\"onmouseover=\"alert(1))",
        "# x\" onclick=\"alert(1)",
        "```\"><script>alert(1)</script>\nx\n```",
        "```x\" onclick=\"y\nx\n```",
        "x[^\"><script>]\n\n[^\"><script>]: y",
        "| <script> |\n|---|\n| </table><script>alert(1)</script> |",
        "</main><script>alert(1)</script>",
        "</div></section></main>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?php echo 1 ?>",
        "<style>*{display:none}</style>",
        "<iframe srcdoc=x></iframe>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<plaintext>",
        "<textarea>",
        "<sub><sup><mark><kbd>",
        "<summary><details></summary></details>",
        "- <details>\n- </details>",
        ":::internal\n</section>\n:::",
        "<details>\n\n:::internal\n\n</details>\n\n:::",
        "`</code><script>alert(1)</script>`",
        "<kbd>**a</kbd>b**",
    ] {
        assert_safe(source);
    }
}

/// What runs where HTML is not escaped: the well-known ways in, each tried in every place.
const VECTORS: &[&str] = &[
    "<script>alert(1)</script>",
    "<ScRiPt src=//a.test></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<img/src=`x`onerror=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
    "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=alert(1)></annotation-xml></math>",
    "<iframe src=javascript:alert(1)>",
    "<object data=javascript:alert(1)>",
    "<embed src=//a.test/x.swf>",
    "<base href=//a.test/>",
    "<meta http-equiv=refresh content=0;url=javascript:alert(1)>",
    "<link rel=stylesheet href=//a.test/x.css>",
    "<style>@import '//a.test'</style>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<body onload=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
    "<a href=\"&#106;&#97;vascript:alert(1)\">x</a>",
    "javascript:alert(1)",
    "javascript://%0aalert(1)",
    "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */oNcliCk=alert() )//",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "\"><img src=x onerror=alert(1)>",
    "'><script>alert(1)</script>",
    "</p></main><script>alert(1)</script>",
    "</title></textarea></style></script><img src=x onerror=alert(1)>",
    "<x onclick=alert(1)>",
    "<<script>alert(1)//<</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "\u{0}<script>\u{0}alert(1)</script>",
    "＜script＞alert(1)＜/script＞",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "\\href{javascript:alert(1)}{x}",
    "\\text{<img src=x onerror=alert(1)>}",
    "%%{init: {\"themeCSS\": \"</style><script>alert(1)</script>\"}}%%",
    "<post-link key=\"a\">",
    "<at-member>@회고</at-member>",
    "<input type=\"checkbox\" disabled aria-labelledby=\"task-1\">",
    "<section class=\"internal\" role=\"note\" aria-label=\"\">",
];

#[test]
fn no_vector_runs_in_any_place() {
    for vector in VECTORS {
        let line = vector.replace('\n', " ");
        for source in [
            line.clone(),
            format!("글 {line} 글"),
            format!("# {line}"),
            format!("- [ ] {line}"),
            format!("> {line}\n> — {line}"),
            format!("> [!NOTE]\n> {line}"),
            format!("낱말\n: {line}"),
            format!("| {line} |\n|---|\n| {line} |"),
            format!("[{line}]({line})"),
            format!("[x](<{line}>)"),
            format!("[x](/a \"{line}\")"),
            format!("![{line}]({line})"),
            format!("<{line}>"),
            format!("[x][r]\n\n[r]: <{line}> '{line}'"),
            format!("[[{line}]] [[{line}|{line}]]"),
            format!("@{line} #{line} https://a.test/{line} www.a.test/{line} a@{line}"),
            format!("`{line}` **{line}** ~~{line}~~ ${line}$ $${line}$$"),
            format!("```{line}\n{line}\n```"),
            format!("```html\n{line}\n```\n\n```math\n{line}\n```\n\n```mermaid\n{line}\n```"),
            format!("    {line}"),
            format!("글[^1]\n\n[^1]: {line}"),
            format!("글[^{line}]\n\n[^{line}]: x"),
            format!("---\na: {line}\n\"{line}\": [x]\n---\n"),
            format!("---\nb: |\n  {line}\n---\n"),
            format!("+++\na = '{line}'\n+++\n"),
            format!(":::internal\n{line}\n:::"),
            format!("<details>\n<summary>{line}</summary>\n\n{line}\n\n</details>"),
        ] {
            assert_safe(&source);
        }
    }
}

/// Text made of what Markdown and HTML give meaning to, to reach further than random letters do.
fn nasty() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "> ",
        "- ",
        "1. ",
        "- [ ] ",
        "# ",
        "## ",
        "```",
        "~~~",
        ":::internal\n",
        ":::\n",
        "::::internal\n",
        "::::\n",
        "*",
        "**",
        "~~",
        "_",
        "`",
        "|",
        "\n|---|---|\n",
        "[",
        "]",
        "](",
        ")",
        "![",
        "[^1]",
        "[^1]: ",
        "<kbd>",
        "</kbd>",
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
        "<br>",
        "<!--",
        "-->",
        "<div>",
        "<script>",
        "</p>",
        "\"",
        "'",
        "&",
        "&lt;",
        "&#x6A;",
        "javascript:",
        "https://a.b",
        "/posts/1",
        "회고",
        "(가)",
        "a",
        "\\",
        "___\n",
        "***\n",
        "\u{fffc}",
        "[!NOTE]\n",
        "on=x",
        "$",
        "$$",
        "\\frac{a}{b}",
        "```math\n",
        "```rust\n",
        "```mermaid\n",
        "\n: ",
        "> — ",
        "— ",
        "---\n",
        "+++\n",
        "a: b\n",
        "\u{1a}",
        "[[",
        "]]",
        "[[a]]",
        "[[a|",
        "@회고가",
        "#회고",
        "www.a.b",
        "![](/uploads/aaaqeayeaudaocaj-1600x900.png)",
        "<post-link key=\"a\">",
        "</post-link>",
    ]);
    prop::collection::vec(parts, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn any_text_becomes_a_safe_page(source in any::<String>()) {
        assert_safe(&source);
    }

    #[test]
    fn any_mixture_of_marks_becomes_a_safe_page(source in nasty()) {
        assert_safe(&source);
        let _ = (opening(&source, 20), characters(&source), WithoutInternal::of(&source).is_ok());
    }
}

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
        (0..200).map(|depth| format!("{}- 글\n", "  ".repeat(depth))).collect(),
        wide,
        format!("{}글{}", "[".repeat(5_000), "](/a)".repeat(5_000)),
        format!("{}글", "[[".repeat(5_000)),
        format!("{}글", "$$".repeat(5_000)),
        format!("{}글{}", "*".repeat(5_000), "*".repeat(5_000)),
        (1..400).map(|count| format!("{} ", "`".repeat(count))).collect(),
        "낱말\n: 뜻\n\n".repeat(5_000),
    ] {
        assert_safe(&source);
        assert_reads_back(&source);
    }
}

#[test]
fn much_of_anything_is_rendered_in_time() {
    // A quarter of the most a post may hold, as these tests run unoptimised: what is quadratic still shows.
    const BYTES: usize = 1 << 18;
    for part in [
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
    ] {
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
