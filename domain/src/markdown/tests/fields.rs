use super::*;

const SOURCE: &str = "---\ntitle: \"글 **(가)**나\"\ntags: [a, b]\ndraft: false\nbook:\n  page: 12\nempty:\n---\n# 본문\n\n:::internal\n속\n:::\n";

#[test]
fn front_matter_is_shown_as_fields() {
    let html = render(SOURCE).html;
    assert!(html.starts_with(
        "<dl class=\"front-matter\"><dt>title</dt><dd>글 **(가)**나</dd><dt>tags</dt><dd>a, b</dd><dt>draft</dt><dd>false</dd>\
         <dt>book</dt><dd><dl><dt>page</dt><dd>12</dd></dl></dd><dt>empty</dt><dd></dd></dl>\n<h2 id=\"h-본문\">"
    ), "{html}");
    let toml = render("+++\ntitle = \"<글>\"\ndate = 2024-01-02\n+++\n").html;
    assert_eq!(
        toml,
        "<dl class=\"front-matter\"><dt>date</dt><dd>2024-01-02</dd><dt>title</dt><dd>&lt;글&gt;</dd></dl>\n"
    );
}

#[test]
fn front_matter_that_cannot_be_read_is_shown_as_code() {
    for said in ["a: [", "a: b: c", "a: &x [*x, *x]\n a", "a: 1\na: 2"] {
        let html = render(&format!("---\n{said}\n---\n글\n")).html;
        assert!(
            html.starts_with("<pre class=\"front-matter\" tabindex=\"0\"><code class=\"language-yaml\">"),
            "{html}"
        );
        assert!(html.ends_with("</code></pre>\n<p>글</p>\n"), "{html}");
    }
    assert!(html(SOURCE).starts_with(
        "<pre class=\"front-matter\" tabindex=\"0\"><code class=\"language-yaml\">title: &quot;글 **(가)**나&quot;\n"
    ));
}

#[test]
fn front_matter_is_neither_words_nor_for_outside() {
    assert_eq!(opening(SOURCE, 100), "");
    assert_eq!(characters(SOURCE), 3);
    assert_eq!(WithoutInternal::of(SOURCE).map(|kept| kept.text).as_deref(), Ok("# 본문\n\n\n"));
    assert_eq!(references("---\na: \"@ada #b [[c]]\"\n---\n"), References::default());
    let colons = "---\na: |\n  :::internal\n---\n글\n";
    assert_eq!(WithoutInternal::of(colons).map(|kept| kept.text).as_deref(), Ok("글\n"));
}
