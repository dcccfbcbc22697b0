use super::*;

#[test]
fn a_quotation_may_say_where_it_is_from() {
    for (source, expected) in [
        (
            "> 말은 **씨**가 된다.\n> — *속담*, 12쪽\n",
            "<figure class=\"quote\"><blockquote>\n<p>말은 <strong>씨</strong>가 된다.</p>\n</blockquote>\n\
             <figcaption><em>속담</em>, 12쪽</figcaption></figure>\n",
        ),
        (
            "> 하나\n>\n> 둘  \n> -- 책\n",
            "<figure class=\"quote\"><blockquote>\n<p>하나</p>\n<p>둘</p>\n</blockquote>\n<figcaption>책</figcaption></figure>\n",
        ),
        (
            "> 하나\n>\n> ― 책\n",
            "<figure class=\"quote\"><blockquote>\n<p>하나</p>\n</blockquote>\n<figcaption>책</figcaption></figure>\n",
        ),
        (
            "- > 하나\n  > – 책\n",
            "<ul>\n<li><figure class=\"quote\"><blockquote>\n<p>하나</p>\n</blockquote>\n<figcaption>책</figcaption></figure>\n</li>\n</ul>\n",
        ),
        ("> — 책\n", "<blockquote>\n<p>— 책</p>\n</blockquote>\n"),
        ("> 하나\n> — 책\n> 더\n", "<blockquote>\n<p>하나\n— 책\n더</p>\n</blockquote>\n"),
        ("> 하나 — 책\n", "<blockquote>\n<p>하나 — 책</p>\n</blockquote>\n"),
        ("> 하나\n> *둘\n> — 책*\n", "<blockquote>\n<p>하나\n<em>둘\n— 책</em></p>\n</blockquote>\n"),
        ("> 하나\n> — 책\n>\n> 더\n", "<blockquote>\n<p>하나\n— 책</p>\n<p>더</p>\n</blockquote>\n"),
    ] {
        assert_eq!(html(source), expected, "{source}");
    }
}

#[test]
fn a_word_is_explained_in_a_definition_list() {
    assert_eq!(
        html("회고\n: 돌아봄\n: 다시 *봄*\n\n노트\n: 적음\n"),
        "<dl>\n<dt>회고</dt>\n<dd>돌아봄</dd>\n<dd>다시 <em>봄</em></dd>\n<dt>노트</dt>\n<dd>적음</dd>\n</dl>\n"
    );
    for source in ["회고\n:tada: 돌아봄", "회고\n:::note", "회고\n:", "> 회고\n> :x"] {
        assert!(!html(source).contains("<dl>"), "{source}");
        assert!(html(source).contains(&source[source.find(':').unwrap()..]), "{source}");
    }
}
