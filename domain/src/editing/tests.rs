use super::*;

/// `|` is the caret, or both ends of the selection.
fn field(shown: &str) -> (String, usize, usize) {
    let start = shown.find('|').unwrap();
    let end = shown.rfind('|').unwrap();
    let end = if end == start { start } else { end - 1 };
    (shown.replace('|', ""), start, end)
}

fn shown(change: &Change, text: &str) -> String {
    let mut after = change.applied(text);
    after.insert(change.selected.end, '|');
    if change.selected.start != change.selected.end {
        after.insert(change.selected.start, '|');
    }
    after
}

fn after(before: &str, rule: impl Fn(&Field<'_>) -> Option<Change>) -> Option<String> {
    let (text, start, end) = field(before);
    rule(&Field::new(&text, start, end)).map(|change| shown(&change, &text))
}

#[track_caller]
fn expect(before: &str, rule: impl Fn(&Field<'_>) -> Option<Change>, wanted: &str) {
    assert_eq!(after(before, rule).as_deref(), Some(wanted), "{before}");
}

#[test]
fn enter_continues_lists_and_quotes() {
    expect("- 하나|", enter, "- 하나\n- |");
    expect("* 하|나", enter, "* 하\n* |나");
    expect("  + 안|", enter, "  + 안\n  + |");
    expect("- [x] 했다|", enter, "- [x] 했다\n- [ ] |");
    expect("9) 아홉|", enter, "9) 아홉\n10) |");
    expect("> 인용|", enter, "> 인용\n> |");
    expect(">> 깊은|", enter, ">> 깊은\n>> |");
    expect("> - 안의 것|", enter, "> - 안의 것\n> - |");
    for plain in ["글|", "|- 하나", "-|", "**굵은**|", "- - -|", "2026.|1", "- 하|나| 둘"] {
        let (text, start, end) = field(plain);
        let change = enter(&Field::new(&text, start, end));
        assert!(change.is_none() || plain == "-|", "{plain}: {change:?}");
    }
}

#[test]
fn enter_counts_on_and_leaves_lists_that_do_not_count() {
    expect("1. 하나|\n2. 둘\n   - 안\n3. 셋\n\n글", enter, "1. 하나\n2. |\n3. 둘\n   - 안\n4. 셋\n\n글");
    expect("1. 하나\n1. 둘|\n1. 셋", enter, "1. 하나\n1. 둘\n1. |\n1. 셋");
    expect("1. 하나|\n5. 다섯", enter, "1. 하나\n2. |\n5. 다섯");
}

#[test]
fn enter_on_an_empty_item_ends_it() {
    expect("- 하나\n- |", enter, "- 하나\n|");
    expect("- 하나\n  - 둘\n  - |", enter, "- 하나\n  - 둘\n- |");
    expect("1. 하나\n   - |", enter, "1. 하나\n2. |");
    expect("- [ ] |", enter, "|");
    expect("> 인용\n> |", enter, "> 인용\n|");
    expect("> - |", enter, "> |");
}

#[test]
fn in_code_enter_keeps_the_indentation_and_no_more() {
    expect("```rust\n    let a;|", enter, "```rust\n    let a;\n    |");
    assert_eq!(after("```\n- 코드|", enter), None);
    expect("```\n코드\n```\n- 글|", enter, "```\n코드\n```\n- 글\n- |");
    assert_eq!(after("~~~~\n~~~\n- 코드|", enter), None);
}

#[test]
fn tab_moves_items_and_lines_and_leaves_the_field_elsewhere() {
    let (tab, back) = (|f: &Field<'_>| indent(f, Direction::In), |f: &Field<'_>| indent(f, Direction::Out));
    expect("- 하나\n- 둘|", tab, "- 하나\n  - 둘|");
    expect("1. 하나\n2. 둘|", tab, "1. 하나\n   1. 둘|");
    expect("1. 하나\n   1. 둘|", back, "1. 하나\n2. 둘|");
    expect("- 하나\n  - 둘|", back, "- 하나\n- 둘|");
    expect("> - 하나\n> - |둘", tab, "> - 하나\n>   - |둘");
    expect("|하나\n둘|", tab, "  |하나\n  둘|");
    expect("```\n|코드", tab, "```\n    |코드");
    expect("```\n    코드|", back, "```\n코드|");
    for plain in ["글|", "|", "# 제목|"] {
        assert_eq!(after(plain, tab), None, "{plain}");
        assert_eq!(after(plain, back), None, "{plain}");
    }
    assert_eq!(after("- 하나|", back), None);
}

#[test]
fn a_mark_comes_and_goes_with_the_same_key() {
    let strong = |f: &Field<'_>| Some(toggle(f, Mark::Strong));
    let emphasis = |f: &Field<'_>| Some(toggle(f, Mark::Emphasis));
    let code = |f: &Field<'_>| Some(toggle(f, Mark::Code));
    expect("|마크다운(Markdown)|을", strong, "**|마크다운(Markdown)|**을");
    expect("**|마크다운|**을", strong, "|마크다운|을");
    expect("|**마크다운**|을", strong, "|마크다운|을");
    expect("|말 |둘", strong, "**|말|** 둘");
    expect("말|", strong, "말**|**");
    expect("**|**", strong, "|");
    expect("**|말|**", emphasis, "***|말|***");
    expect("***|말|***", emphasis, "**|말|**");
    expect("***|말|***", strong, "*|말|*");
    expect("|a`b|", code, "`` |a`b| ``");
    expect("|let a;\nlet b;|", code, "|```\nlet a;\nlet b;\n```|");
    expect("|- 하나\n- 둘|", strong, "|- **하나**\n- **둘**|");
    expect("|- **하나**\n- **둘**|", strong, "|- 하나\n- 둘|");
    expect("|지운 말|", |f| Some(toggle(f, Mark::Strikethrough)), "~~|지운 말|~~");
}

#[test]
fn headings_and_blocks_go_up_and_down() {
    expect("제|목", |f| Some(heading(f, true)), "# 제|목");
    expect("## 제|목", |f| Some(heading(f, true)), "### 제|목");
    expect("# 제|목", |f| Some(heading(f, false)), "제|목");
    expect("|", |f| Some(heading(f, true)), "# |");
    expect("#태그|", |f| Some(heading(f, true)), "# #태그|");
    expect("|하나\n\n둘|", |f| Some(lines(f, Block::Numbers)), "|1. 하나\n\n2. 둘|");
    expect("|1. 하나\n2. 둘|", |f| Some(lines(f, Block::Tasks)), "|- [ ] 하나\n- [ ] 둘|");
    expect("- [ ] 하|나", |f| Some(lines(f, Block::Bullets)), "- 하|나");
    expect("- 하|나", |f| Some(lines(f, Block::Bullets)), "하|나");
    expect("|", |f| Some(lines(f, Block::Bullets)), "- |");
    expect("말|", |f| Some(lines(f, Block::Quote)), "> 말|");
    expect("> 말|", |f| Some(lines(f, Block::Quote)), "말|");
}

#[test]
fn an_address_over_words_is_a_link() {
    let paste = |to: &'static str| move |f: &Field<'_>| over_selection(f, to);
    expect("보기: |문서|를", paste("https://example.com/a"), "보기: [문서](https://example.com/a)|를");
    expect(
        "|위키|",
        paste("https://ko.wikipedia.org/wiki/쉼_(음악)\n"),
        "[위키](<https://ko.wikipedia.org/wiki/쉼_(음악)>)|",
    );
    expect("|배열 a]|", paste("https://a.kr"), "[배열 a\\]](https://a.kr)|");
    for (before, to) in [
        ("문서|", "https://example.com"),
        ("|문서|", "그냥 말"),
        ("|https://a.kr|", "https://b.kr"),
        ("|하나\n둘|", "https://a.kr"),
        ("```\n|코드|", "https://a.kr"),
        ("|문서|", "javascript:alert(1)"),
    ] {
        assert_eq!(after(before, paste(to)), None, "{before}");
    }
    let link = |f: &Field<'_>| Some(link(f));
    expect("|문서|", link, "[문서](|)");
    expect("|", link, "[|]()");
    expect("|https://a.kr|", link, "[|](https://a.kr)");
    expect("[|문서|](https://a.kr)를", link, "|문서|를");
    expect("|[문서](https://a.kr)|를", link, "|문서|를");
}

#[test]
fn what_is_named_is_seen_at_the_caret() {
    let at = |before: &str| {
        let (text, start, end) = field(before);
        named(&Field::new(&text, start, end)).map(|one| (one.of, one.typed.to_owned()))
    };
    assert_eq!(at("고마워요 @하|"), Some((Of::Member, "하".into())));
    assert_eq!(at("@|"), Some((Of::Member, String::new())));
    assert_eq!(at("[[상반기 회|"), Some((Of::Post, "상반기 회".into())));
    assert_eq!(at("글 #회고|"), Some((Of::Tag, "회고".into())));
    for nothing in ["a@b|", "#|", "## |", "[[끝]] |", "`@하|", "```\n@하|", "말|", "https://a.kr/#a|"] {
        assert_eq!(at(nothing), None, "{nothing}");
    }
    let choose = |name: &'static str| move |f: &Field<'_>| named(f).map(|one| accept(f, &one, name));
    expect("[[상|]] 뒤", choose("상반기 회고"), "[[상반기 회고]]| 뒤");
    expect("고마워요 @하|", choose("haneul"), "고마워요 @haneul |");
}

#[test]
fn hangul_fits_by_letters_and_by_initials() {
    for (typed, words) in
        [("휴시", "휴식에 대하여"), ("ㅅㅂㄱ", "상반기 회고"), ("rust", "Rust와 나"), ("", "무엇이든")]
    {
        assert!(fits(typed, words), "{typed} {words}");
    }
    assert!(!fits("ㅎㅅ", "상반기 회고"));
    assert!(!fits("겨울", "여름"));
}

proptest::proptest! {
    /// Whatever is typed, a change lies on characters, and so does the selection after it.
    #[test]
    fn no_rule_breaks_a_character(text in "[-+*>#1-3.) \\[\\]x`~가나\n]{0,40}", start in 0_usize..60, length in 0_usize..20) {
        let field = Field::new(&text, start, start + length);
        let marks = [Mark::Strong, Mark::Emphasis, Mark::Code, Mark::Strikethrough];
        let blocks = [Block::Quote, Block::Bullets, Block::Numbers, Block::Tasks];
        let changes = [enter(&field), indent(&field, Direction::In), indent(&field, Direction::Out), Some(link(&field)),
            over_selection(&field, "https://a.kr"), Some(heading(&field, true)), Some(heading(&field, false)),
            named(&field).map(|one| accept(&field, &one, "이름"))].into_iter().flatten()
            .chain(marks.map(|mark| toggle(&field, mark))).chain(blocks.map(|block| lines(&field, block)));
        for change in changes {
            let after = change.applied(&text);
            proptest::prop_assert!(after.is_char_boundary(change.selected.start), "{change:?}");
            proptest::prop_assert!(after.is_char_boundary(change.selected.end), "{change:?}");
            proptest::prop_assert!(change.selected.end <= after.len() && change.selected.start <= change.selected.end);
        }
    }
}
