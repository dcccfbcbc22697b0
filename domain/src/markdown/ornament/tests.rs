use super::*;
use crate::markdown::{has_mermaid, render};

#[test]
fn code_has_a_class_for_each_kind_of_word() {
    let html = render("```rust\n// 말\nfn main() { let a = \"<b>\\n\"; 1 + 2 }\n```\n").html;
    for part in [
        "<span class=\"code-comment\">// 말\n</span>",
        "<span class=\"code-keyword\">fn </span><span class=\"code-function\">main</span>",
        "<span class=\"code-string\">&quot;&lt;b&gt;</span><span class=\"code-escape\">\\n</span>",
        "<span class=\"code-number\">1 </span>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(html.starts_with("<pre tabindex=\"0\"><code class=\"language-rust\">"), "{html}");
}

#[test]
fn code_keeps_every_character() {
    for language in
        ["rust", "ts", "python", "yaml", "html", "sql", "console", "toml", "diff", "Dockerfile", "kotlin", "c++"]
    {
        let code = "a <b> & \"c\" 'd'\n\n  # 한글 /* e */\n-- f\n+ g\n";
        let html = ornament(&Ornament::Code { language, text: code }).unwrap_or_else(|| panic!("{language}"));
        let page = scraper::Html::parse_fragment(&format!("<pre><code>{html}</code></pre>"));
        assert_eq!(page.root_element().text().collect::<String>(), code, "{language}");
    }
    for language in ["", "없는말", "text", "nonsense"] {
        assert_eq!(ornament(&Ornament::Code { language, text: "a" }), None, "{language}");
    }
    let wide = "a".repeat(1_001);
    assert_eq!(ornament(&Ornament::Code { language: "rust", text: &wide }), None);
}

#[test]
fn formulas_become_mathml() {
    let html = render("거리는 $\\sqrt{x^2 + 1}$이다. $$\\frac{a}{b}$$\n\n```math\n\\begin{aligned} a &= b \\\\ &= c \\end{aligned}\n```\n").html;
    assert!(html.contains("거리는 <math display=\"inline\"><msqrt>"), "{html}");
    assert!(html.contains("<math display=\"block\"><mfrac>"), "{html}");
    assert!(html.contains("<p><math display=\"block\"><mtable class=\"menv-alignlike"), "{html}");
    for formula in
        [r"\color{red}x", r"a < b \& c", r"\text{<b>}", r"\hspace{-1em}x", r"\begin{cases} a & b \\ c & d \end{cases}"]
    {
        let made = ornament(&Ornament::Math { display: true, text: formula });
        assert!(made.is_none_or(|html| !html.contains("style=") && !html.contains("<b>")), "{formula}");
    }
}

#[test]
fn a_formula_that_cannot_be_read_is_code_with_its_words() {
    for formula in [r"\nonsense{a}", r"\def\a{\a\a}\a", r"\left(", r"\begin{x}", r"^", r"\href{javascript:a}{b}"] {
        let html = render(&format!("x ${formula}$ y\n")).html;
        let mut code = String::from("<code class=\"math\">");
        crate::markdown::escape::push(&mut code, formula);
        assert!(html.contains(&format!("{code}</code>")), "{formula}: {html}");
    }
    assert_eq!(render("US$5/US$6, $5$6, $ a $").html, "<p>US$5/US$6, $5$6, $ a $</p>\n");
}

#[test]
fn a_diagram_keeps_its_source() {
    let html = render("```mermaid\ngraph TD; A-->B\n```\n").html;
    assert_eq!(html, "<pre class=\"mermaid\" tabindex=\"0\"><code>graph TD; A--&gt;B\n</code></pre>\n");
    assert!(has_mermaid(&html));
    assert!(!has_mermaid(&render("`<pre class=\"mermaid\"`\n").html));
}

#[test]
fn what_is_asked_for_past_the_allowance_stays_plain() {
    let block = format!("```rust\n{}```\n\n", "let a = 1;\n".repeat(1_000));
    let html = render(&block.repeat(8)).html;
    assert!(html.matches("code-keyword").count() > 1_000);
    assert!(html.matches("<code class=\"language-rust\">let a").count() >= 2, "the last ones are plain");
}
