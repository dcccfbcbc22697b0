use super::*;

#[test]
fn an_opening_is_the_first_words() {
    let source = "# 제목\n\n올해는 **많이** [읽었다](/posts/1).\n그리고 썼다.\n\n```\n코드\n```\n\n:::internal\n비밀\n:::\n\n\
                  - 하나\n- `둘`\n\n| 표 |\n|---|\n| 칸 |\n\n<!-- 숨김 -->\n\n끝[^1]\n\n[^1]: 주석\n";
    assert_eq!(opening(source, 200), "올해는 많이 읽었다. 그리고 썼다. 하나 둘 끝");
    assert_eq!(opening(source, 8), "올해는 많이…");
    assert_eq!(opening(source, 0), "…");
    assert_eq!(opening("", 10), "");
    assert_eq!(opening(&"가".repeat(30), 10), format!("{}…", "가".repeat(10)));
    assert_eq!(opening("**(가)**나", 10), "(가)나");
    assert_eq!(opening(":::internal\n비밀", 10), "");
}

#[test]
fn characters_are_counted_without_white_space() {
    assert_eq!(characters("# 제목\n\n두 **글자** <kbd>A</kbd>\n\n```\nx y\n```\n"), 2 + 3 + 1 + 2);
    assert_eq!(characters(""), 0);
}
