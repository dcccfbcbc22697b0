use super::*;

#[test]
fn callouts_are_notes_of_their_kind() {
    assert_eq!(
        html("> [!WARNING]\n> **주의**하세요\n"),
        "<div class=\"callout callout-warning\" role=\"note\" aria-label=\"\"><p><strong>주의</strong>하세요</p>\n</div>\n"
    );
    for kind in ["note", "tip", "important", "warning", "caution"] {
        let source = format!("> [!{}]\n> x\n", kind.to_uppercase());
        assert!(html(&source).contains(&format!("class=\"callout callout-{kind}\"")), "{kind}");
    }
    assert_eq!(html("> 인용\n"), "<blockquote>\n<p>인용</p>\n</blockquote>\n");
}

#[test]
fn a_table_scrolls_and_aligns() {
    assert_eq!(
        html("| 이름 | 수 |\n|---|--:|\n| 가 | 1 |\n| 나 | 2 |\n"),
        "<div class=\"table\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">이름</th>\
         <th scope=\"col\" class=\"align-end\">수</th></tr></thead>\n<tbody><tr><td>가</td>\
         <td class=\"align-end\">1</td></tr>\n<tr><td>나</td><td class=\"align-end\">2</td></tr>\n</table></div>\n"
    );
}

#[test]
fn notes_are_gathered_at_the_end_and_lead_back() {
    let html = html("하나[^b] 둘[^a] 또[^b]\n\n[^a]: 가\n[^b]: 나\n\n    둘째 문단\n\n끝[^없음]\n");
    assert!(
        html.contains("하나<sup class=\"footnote-reference\"><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup>"),
        "{html}"
    );
    assert!(html.contains("<a href=\"#fn-1\" id=\"fnref-1-2\">1</a>"), "{html}");
    assert!(html.contains("<p>끝[^없음]</p>"), "{html}");
    assert!(
        html.ends_with(
            "<section class=\"footnotes\">\n<ol>\n<li id=\"fn-1\"><p>나</p>\n<p>둘째 문단 \
             <a href=\"#fnref-1\" class=\"footnote-back\">↩1</a> <a href=\"#fnref-1-2\" class=\"footnote-back\">↩1</a></p></li>\n\
             <li id=\"fn-2\"><p>가 <a href=\"#fnref-2\" class=\"footnote-back\">↩2</a></p></li>\n</ol>\n</section>\n"
        ),
        "{html}"
    );
}

#[test]
fn a_task_is_named_by_its_words() {
    assert_eq!(
        html("- [x] 쓰기 *다*\n  - [ ] 속\n- [ ] 읽기\n"),
        "<ul>\n<li><input type=\"checkbox\" disabled checked aria-labelledby=\"task-1\"><span id=\"task-1\">쓰기 <em>다</em></span>\
         <ul>\n<li><input type=\"checkbox\" disabled aria-labelledby=\"task-2\"><span id=\"task-2\">속</span></li>\n</ul>\n</li>\n\
         <li><input type=\"checkbox\" disabled aria-labelledby=\"task-3\"><span id=\"task-3\">읽기</span></li>\n</ul>\n"
    );
    assert!(html("- [ ] 가\n\n  나\n").contains("<span id=\"task-1\">가</span></p>\n<p>나</p>"));
}

#[test]
fn code_says_its_language() {
    for (info, class) in [
        ("rust", " class=\"language-rust\""),
        ("c++", " class=\"language-c++\""),
        ("rust,ignore", " class=\"language-rust\""),
        ("\"><script>", ""),
        ("", ""),
    ] {
        let html = html(&format!("```{info}\na < b\n```\n"));
        assert_eq!(html, format!("<pre tabindex=\"0\"><code{class}>a &lt; b\n</code></pre>\n"), "{info}");
    }
    assert_eq!(html("    들여 쓴\n"), "<pre tabindex=\"0\"><code>들여 쓴\n</code></pre>\n");
    assert_eq!(html("3. 셋\n"), "<ol start=\"3\">\n<li>셋</li>\n</ol>\n");
}
