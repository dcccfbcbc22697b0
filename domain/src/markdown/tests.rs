//! What the renderer promises, whole sources at a time.

mod alike; // what two renderers must agree on
mod blocks; // callouts, tables, notes, tasks, code
mod commonmark; // the examples of the specification
mod fields; // front matter
mod filled; // what differs between readers
mod internal; // internal blocks on the page
mod pictures; // room for pictures of ours
mod plain; // openings and lengths
mod quotes; // quotations and where they are from
mod readmes; // what people really write
mod references; // what a source refers to
mod safety; // nothing typed runs
mod tasks; // ticked and unticked
mod vectors; // the well-known ways in
mod whole; // pages stay whole, and are ready in time

use super::*;

fn html(source: &str) -> String {
    render_with(source, &mut |_| None).html
}

#[test]
fn headings_go_one_level_down_and_have_ids() {
    let rendered = render("# 2022년 **회고**\n\n## Why `Rust`?\n\n###### 끝\n\n# 2022년 회고\n\n#\n");
    assert_eq!(
        rendered.html,
        [
            (2, "h-2022년-회고", "2022년 <strong>회고</strong>"),
            (3, "h-why-rust", "Why <code>Rust</code>?"),
            (6, "h-끝", "끝"),
            (2, "h-2022년-회고-2", "2022년 회고"),
        ]
        .map(|(level, id, words)| format!(
            "<h{level} id=\"{id}\">{words}<a class=\"anchor\" href=\"#{id}\" aria-hidden=\"true\" tabindex=\"-1\"></a></h{level}>\n"
        ))
        .concat()
    );
    let listed: Vec<_> = rendered.headings.iter().map(|one| (one.level, one.id.as_str(), one.text.as_str())).collect();
    assert_eq!(
        listed,
        [
            (2, "h-2022년-회고", "2022년 회고"),
            (3, "h-why-rust", "Why Rust?"),
            (6, "h-끝", "끝"),
            (2, "h-2022년-회고-2", "2022년 회고"),
        ]
    );
}

#[test]
fn emphasis_works_beside_hangul() {
    for (source, expected) in [
        ("**마크다운(Markdown)**을 쓴다", "<strong>마크다운(Markdown)</strong>을 쓴다"),
        ("**\"인용\"**이라고", "<strong>&quot;인용&quot;</strong>이라고"),
        ("그는**(강조)**했다", "그는<strong>(강조)</strong>했다"),
        ("~~(옛말)~~은", "<del>(옛말)</del>은"),
        ("**`코드`**를", "<strong><code>코드</code></strong>를"),
        ("`**(a)**을`", "<code>**(a)**을</code>"),
        ("2*3*4", "2<em>3</em>4"),
        ("a**(b)**c", "a**(b)**c"),
        ("Go**「처음」**을 읽는다", "Go<strong>「처음」</strong>을 읽는다"),
        ("**둘：**Rust를 본다", "<strong>둘：</strong>Rust를 본다"),
        ("𠮟**(글자)**", "𠮟<strong>(글자)</strong>"),
        ("葛\u{e0100}**(글자)**집", "葛\u{e0100}<strong>(글자)</strong>집"),
        ("字。\u{fe01}_Traditional._", "字。\u{fe01}<em>Traditional.</em>"),
        ("가__나(다)__라", "가__나(다)__라"),
        ("snake_case_name", "snake_case_name"),
        ("a**㊗**a", "a<strong>㊗</strong>a"),
        ("a**🎉**a", "a**🎉**a"),
    ] {
        assert_eq!(html(source), format!("<p>{expected}</p>\n"), "{source}");
    }
}

#[test]
fn links_lead_out_safely_and_images_load_late() {
    for (source, expected) in [
        ("[글](/posts/12 \"열\")", "<a href=\"/posts/12\" title=\"열\">글</a>"),
        ("[밖](https://example.com)", "<a href=\"https://example.com\" rel=\"noopener noreferrer\">밖</a>"),
        ("[밖](//example.com)", "<a href=\"//example.com\" rel=\"noopener noreferrer\">밖</a>"),
        ("<haneul@example.com>", "<a href=\"mailto:haneul@example.com\">haneul@example.com</a>"),
        ("[**나쁨**](javascript:alert(1))", "<strong>나쁨</strong>"),
        ("<ftp://example.com>", "ftp://example.com"),
        (
            "![고양이 *둘*](/cat.png \"잔다\")",
            "<img src=\"/cat.png\" alt=\"고양이 둘\" title=\"잔다\" loading=\"lazy\" decoding=\"async\">",
        ),
        ("![고양이](data:image/png;base64,x)", "고양이"),
        ("![고양이](https://a.test/b.png)", "<a href=\"https://a.test/b.png\" rel=\"noopener noreferrer\">고양이</a>"),
        ("[![빌드](https://a.test/b.svg)](/ci)", "<a href=\"/ci\">빌드</a>"),
        ("![a ![b](/b.png) c](/a.png)", "<img src=\"/a.png\" alt=\"a b c\" loading=\"lazy\" decoding=\"async\">"),
    ] {
        assert_eq!(html(source), format!("<p>{expected}</p>\n"), "{source}");
    }
}

#[test]
fn raw_html_is_text_but_for_a_few_bare_tags() {
    for (source, expected) in [
        ("<kbd>Ctrl</kbd> H<sub>2</sub>O<br>", "<p><kbd>Ctrl</kbd> H<sub>2</sub>O<br></p>\n"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"),
        ("<kbd onclick=x>a", "<p>&lt;kbd onclick=x&gt;a</p>\n"),
        ("<mark>열림", "<p><mark>열림</mark></p>\n"),
        ("a</mark>", "<p>a&lt;/mark&gt;</p>\n"),
        ("*<kbd>a*</kbd>", "<p><em><kbd>a</kbd></em>&lt;/kbd&gt;</p>\n"),
        ("a <details>", "<p>a &lt;details&gt;</p>\n"),
        ("<div>\n**x**\n</div>", "<p>&lt;div&gt;\n**x**\n&lt;/div&gt;</p>\n"),
        ("<!-- 숨김 -->", "<p>&lt;!-- 숨김 --&gt;</p>\n"),
        (
            "<details>\n<summary>더 <b>보기</b></summary>\n\n**속**\n\n</details>\n\n밖",
            "<details>\n<summary>더 &lt;b&gt;보기&lt;/b&gt;</summary>\n<p><strong>속</strong></p>\n</details>\n\n<p>밖</p>\n",
        ),
        ("> <details>\n\n밖", "<blockquote>\n<details>\n</details>\n</blockquote>\n<p>밖</p>\n"),
    ] {
        assert_eq!(html(source), expected, "{source}");
    }
}
