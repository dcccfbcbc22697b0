use std::borrow::Cow;

use super::*;
use crate::language::Language;

fn without_internal(source: &str) -> Result<String, DirectiveError> {
    WithoutInternal::of(source).map(|kept| kept.text)
}

const START: &str = "<section class=\"internal\" role=\"note\" aria-label=\"\">\n";

#[test]
fn an_internal_block_is_a_section_of_its_own() {
    for (source, expected) in [
        (
            "앞\n:::internal\n**속**\n:::\n뒤\n",
            format!("<p>앞</p>\n{START}<p><strong>속</strong></p>\n</section>\n<p>뒤</p>\n"),
        ),
        (
            "::::internal\n가\n:::internal\n나\n:::\n다\n::::\n",
            format!("{START}<p>가</p>\n{START}<p>나</p>\n</section>\n<p>다</p>\n</section>\n"),
        ),
        (
            "- 하나\n\n  :::internal\n  둘\n  :::\n",
            format!("<ul>\n<li>\n<p>하나</p>\n{START}<p>둘</p>\n</section>\n</li>\n</ul>\n").replace("<li>\n", "<li>"),
        ),
        ("> ::: internal\n> 속\n> :::\n", format!("<blockquote>\n{START}<p>속</p>\n</section>\n</blockquote>\n")),
        (
            ":::internal\n끝까지\n\n# 더\n",
            format!(
                "{START}<p>끝까지</p>\n<h2 id=\"h-더\">더<a class=\"anchor\" href=\"#h-더\" aria-hidden=\"true\" tabindex=\"-1\"></a></h2>\n</section>\n"
            ),
        ),
    ] {
        assert_eq!(html(source), expected, "{source}");
    }
}

#[test]
fn colons_in_code_are_code_and_an_unknown_word_is_text() {
    assert_eq!(html("```\n:::internal\n:::\n```\n"), "<pre tabindex=\"0\"><code>:::internal\n:::\n</code></pre>\n");
    assert_eq!(html("    :::internal\n"), "<pre tabindex=\"0\"><code>:::internal\n</code></pre>\n");
    assert_eq!(html(":::note\n글\n"), "<p>:::note\n글</p>\n");
    assert_eq!(html("글\n\n:::\n"), "<p>글</p>\n<p>:::</p>\n");
    assert_eq!(html("___\n"), "<hr>\n");
}

#[test]
fn a_note_said_inside_is_internal_where_it_is_read() {
    let html = html("글[^1]\n\n:::internal\n[^1]: 속말\n:::\n");
    assert!(
        html.contains("<li id=\"fn-1\"><section class=\"internal\" role=\"note\" aria-label=\"\"><p>속말</p>"),
        "{html}"
    );
}

#[test]
fn the_label_is_the_reader_s_and_cannot_be_forged() {
    let html = html(":::internal\n속\n:::\n\n`<section class=\"internal\" role=\"note\" aria-label=\"\">`\n");
    let labels = Labels { internal: "안에서만 \"<봄>\"".into(), ..crate::text::text(Language::Korean).labels() };
    let labelled = fill(&html, &labels, &Known::default());
    assert_eq!(labelled.matches("aria-label=\"안에서만 &quot;&lt;봄&gt;&quot;\"").count(), 1);
    assert!(matches!(fill("<p>글</p>", &labels, &Known::default()), Cow::Borrowed(_)));
    let callout = super::html("> [!TIP]\n> 글\n");
    assert!(
        fill(&callout, &labels, &Known::default())
            .contains("<div class=\"callout callout-tip\" role=\"note\" aria-label=\"도움말\">")
    );
}

#[test]
fn what_leaves_holds_no_internal_block() {
    for (source, left) in [
        ("앞\n:::internal\n속\n:::\n뒤\n", "앞\n\n뒤\n"),
        ("> 가\n> :::internal\n> 속\n> :::\n> 나\n", "> 가\n> \n> 나\n"),
        ("- :::internal\n  속\n  :::\n- 나\n", "- \n- 나\n"),
        ("::::internal\n가\n:::internal\n나\n:::\n::::\n다\n", "\n다\n"),
        (":::internal\n```\n:::\n```\n:::\n뒤", "\n뒤"),
        ("```\n:::internal\n```\n", "```\n:::internal\n```\n"),
        ("`:::internal`\n", "`:::internal`\n"),
        ("글[^1]과[^2]\n\n:::internal\n[^1]: 속\n:::\n\n[^2]: 밖\n", "글과[^2]\n\n\n\n[^2]: 밖\n"),
        ("[^1]: :::internal\n    속\n    :::\n", "[^1]: \n"),
    ] {
        assert_eq!(without_internal(source).as_deref(), Ok(left), "{source}");
    }
}

#[test]
fn an_export_stops_at_colons_it_cannot_account_for() {
    use DirectiveError::{Misplaced, Stray, Unclosed, Unknown};
    for (source, error) in [
        ("\n:::note\n글\n:::\n", Unknown { line: 2 }),
        ("글\n\n:::internal 메모\n:::\n", Unknown { line: 3 }),
        ("글 :::internal\n", Unknown { line: 1 }),
        ("- [ ] :::internal\n", Unknown { line: 1 }),
        ("앞\n\n:::internal\n끝", Unclosed { line: 3 }),
        ("::::internal\n속\n:::\n", Unclosed { line: 1 }),
        ("> :::internal\n> 속\n\n:::\n", Unclosed { line: 1 }),
        ("글\n\n:::\n", Stray { line: 3 }),
        ("<details>\n:::internal\n속\n:::\n</details>\n", Misplaced { line: 2 }),
        ("<!--\n:::internal\n-->\n", Misplaced { line: 2 }),
        ("```\n:::internal\n속\n:::\n", Misplaced { line: 2 }),
        ("- 하나\n\n      :::internal\n", Misplaced { line: 3 }),
        ("[a](b '\n     :::internal\n')\n", Unknown { line: 2 }),
    ] {
        assert_eq!(without_internal(source), Err(error), "{source}");
        assert_eq!(error.line(), without_internal(source).unwrap_err().line());
    }
}
