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

/// Those that a formula may become (`MathML` Core).
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
pub(super) fn knows_all() -> Known {
    let linked = Linked { href: "/\"><script>".into(), words: "<script>".into() };
    Known {
        posts: [(title_key("a"), linked.clone())].into(),
        members: [("회고".into(), linked)].into(),
        tasks: Some(TaskForm { action: "\"><script>".into(), base: 1 }),
    }
}

/// With ornaments and without, for who knows much and who knows nothing.
pub(super) fn assert_safe(source: &str) {
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

/// What Markdown and HTML give meaning to.
const PARTS: &[&str] = &[
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
];

/// Text made of it, to reach further than random letters do.
pub(super) fn nasty() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS), 0..40).prop_map(|parts| parts.concat())
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
