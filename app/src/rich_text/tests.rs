use super::*;

const WORD: &str = include_str!("../../../end2end/fixtures/word.html");

#[test]
fn word_markup_becomes_markdown_and_nothing_of_it_stays() {
    let markdown = markdown(WORD).unwrap();
    assert_eq!(
        markdown,
        "# 상반기 회고\n\n팀은 **세 번** 배포했고 *한 번* 되돌렸다.\n\n- 잘된 일\n   - 자동 배포\n- 아쉬운 일\n\n1. 먼저\n2. 나중\n\n\
         자세한 것은 [문서](https://example.com/wiki)에 있다.\n\n| 일 | 때 |\n| --- | --- |\n| 쉼 | 3 |"
    );
    for left in ["mso", "MsoNormal", "<o:p>", "style", "endif", "Normal.dotm", "주석", "file://"] {
        assert!(!markdown.contains(left), "{left}: {markdown}");
    }
}

#[test]
fn google_docs_and_the_hangul_word_processor_say_bold_by_style() {
    let docs = r#"<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">굵은</span><span style="font-weight:400"> 말</span></p><ul><li dir="ltr"><p>하나</p></li><li><p>둘</p></li></ul></b>"#;
    assert_eq!(markdown(docs).unwrap(), "**굵은** 말\n\n- 하나\n- 둘");
    let hangul = r"<P CLASS=HStyle0 STYLE='line-height:160%'><SPAN STYLE='font-size:10.0pt;font-weight:bold'>제목이다</SPAN></P><P CLASS=HStyle0>&nbsp;</P><P>글</P>";
    assert_eq!(markdown(hangul).unwrap(), "**제목이다**\n\n글");
}

#[test]
fn what_could_do_something_stays_behind() {
    let html = r#"<p onclick="alert(1)">안녕 <a href="javascript:alert(1)">링크</a><script>alert(1)</script><img src="file:///c:/x.png"><img src="data:image/png;base64,AA" alt="x"><span style="display:none">숨은 말</span></p>"#;
    assert_eq!(markdown(html).unwrap(), "안녕 링크");
    assert_eq!(markdown("<style>p{}</style>"), None);
}

#[test]
fn the_deepest_and_the_largest_are_refused_and_break_nothing() {
    assert_eq!(markdown(&format!("{}글", "<div>".repeat(100_000))), None);
    assert_eq!(markdown(&"x".repeat(MOST_BYTES + 1)), None);
    let nested = format!("{}글", "<blockquote>".repeat(60));
    assert!(markdown(&nested).unwrap().ends_with("글"));
}
