use proptest::prelude::*;

use super::*;
use crate::language::Language;
use crate::post::{Abstract, Body, BookTitle, Details, Period, Tags, Title};

fn content(body: &str) -> Content {
    Content {
        title: Title::parse("2026 상반기 회고: \"다시\" # 쓰기").unwrap(),
        body: Body::parse(body).unwrap(),
        language: Language::Korean,
        tags: Tags::parse("회고, airflow").unwrap(),
        details: Details::Retrospective(
            Period::new("2026-01-01".parse().unwrap(), "2026-06-30".parse().unwrap()).unwrap(),
        ),
    }
}

fn exported(content: &Content) -> Result<String, ExportError> {
    exported_by(Vec::new(), content)
}

fn exported_by(authors: Vec<&str>, content: &Content) -> Result<String, ExportError> {
    let outgoing = Outgoing {
        slug: Slug::parse("half-year-2026").unwrap(),
        content,
        created_at: "2026-06-30T05:00:00Z".parse().unwrap(),
        changed_at: "2026-07-01T00:30:00.5Z".parse().unwrap(),
        authors,
        zone: &Zone::parse("Asia/Seoul").unwrap(),
    };
    let files = files(Target::Hugo, &outgoing)?.files;
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].path, "content/posts/half-year-2026/index.md");
    Ok(String::from_utf8(files[0].bytes.clone()).unwrap())
}

/// What follows the front matter.
fn body(source: &str) -> Result<String, ExportError> {
    let file = exported(&content(source))?;
    Ok(file.split_once("\n---\n\n").unwrap().1.to_owned())
}

const SOURCE: &str = include_str!("tests/golden.md");
const BUNDLE: &str = include_str!("tests/golden.hugo.md");

#[test]
fn the_golden_post_leaves_as_agreed_and_the_same_every_time() {
    let first = exported(&content(SOURCE)).unwrap();
    assert_eq!(first, BUNDLE);
    assert_eq!(exported(&content(SOURCE)).unwrap(), first);
}

#[test]
fn front_matter_says_what_the_kind_knows() {
    let book = Content { details: Details::BookNote(BookTitle::parse("이토록: 멋진").unwrap()), ..content("글") };
    let file = exported(&book).unwrap();
    assert!(file.contains("params:\n  kind: book_note\n  book: \"이토록: 멋진\"\n"), "{file}");
    let summary = Abstract::parse("한 줄 요약").unwrap();
    let write_up = Content { details: Details::WriteUp(summary), language: Language::English, ..content("글") };
    let file = exported(&write_up).unwrap();
    assert!(file.contains("description: 한 줄 요약\n") && !file.contains("isCJKLanguage"), "{file}");
    let bare = Content { details: Details::WriteUp(None), tags: Tags::default(), ..content("# 제목뿐\n") };
    let file = exported(&bare).unwrap();
    assert!(!file.contains("description") && !file.contains("tags"), "{file}");
}

#[test]
fn who_chose_a_name_for_the_outside_is_named_and_nobody_else() {
    let file = exported_by(vec!["Ada of the Waves", "날것: <b>"], &content("글")).unwrap();
    assert!(file.contains("  authors:\n  - Ada of the Waves\n  - \"날것: <b>\"\n"), "{file}");
    assert!(!exported(&content("글")).unwrap().contains("authors"));
}

#[test]
fn front_matter_cannot_be_escaped() {
    for title in ["---", "a: b\u{2028}---", "'\"", "{{< x >}}", "yes", "2026-01-01", "!!str x", "# x", "- x", "&a *b"] {
        let hostile = Content { title: Title::parse(title).unwrap(), ..content("글") };
        let file = exported(&hostile).unwrap();
        assert_eq!(file.lines().filter(|line| *line == "---").count(), 2, "{file}");
        assert!(file.starts_with("---\ntitle: ") && file.ends_with("\n---\n\n글\n"), "{file}");
    }
}

#[test]
fn ways_into_the_house_become_their_words() {
    for (source, left) in [
        ("[지난 **글**](/posts/12)을", "지난 **글**을\n"),
        ("[글][1] [1]\n\n[1]: /posts/12 \"열\"", "글 1\n"),
        ("[밖](https://example.com) <https://example.com>", "[밖](https://example.com) <https://example.com>\n"),
        ("![고양이](/f/1.png) ![밖](https://example.com/a.png)", "고양이 ![밖](https://example.com/a.png)\n"),
        ("[![고양이](/f/1.png)](/posts/1)", "고양이\n"),
        ("[](/posts/1)끝", "끝\n"),
        ("[\\*별\\*](../x)", "\\*별\\*\n"),
        ("[위로](#h-시작)", "위로\n"),
        ("<haneul@example.com> [메일](mailto:a@example.com)", "<haneul@example.com> [메일](mailto:a@example.com)\n"),
        ("[나쁨](javascript:alert(1)) <javascript:alert(1)>", "나쁨 javascript:alert(1)\n"),
        ("`[글](/posts/12)`", "`[글](/posts/12)`\n"),
        ("<[b](/x)>", "&lt;b>\n"),
    ] {
        assert_eq!(body(source).as_deref(), Ok(left), "{source}");
    }
}

#[test]
fn html_leaves_as_our_page_shows_it() {
    for (source, left) in [
        ("앞<!-- 비밀 -->뒤", "앞뒤\n"),
        ("<!--\n비밀\n\n비밀\n-->\n\n뒤", "뒤\n"),
        ("<!-- 열린 비밀", "\n"),
        ("<kbd>A</kbd> <b>x</b>", "<kbd>A</kbd> &lt;b>x&lt;/b>\n"),
        ("<script>\nalert(1)\n</script>", "&lt;script>\nalert(1)\n&lt;/script>\n"),
        (
            "<details>\n<summary>더</summary>\n\n속\n\n</details>",
            "<details>\n<summary>더</summary>\n\n속\n\n</details>\n",
        ),
        ("<<!-- -->b>", "&lt;b>\n"),
        ("<div> <!-- 비밀\n비밀 -->글", "&lt;div> 글\n"),
        ("`<!-- 코드 -->`", "`<!-- 코드 -->`\n"),
    ] {
        assert_eq!(body(source).as_deref(), Ok(left), "{source}");
        assert!(!exported(&content(source)).unwrap().contains("비밀"), "{source}");
    }
}

#[test]
fn emphasis_beside_hangul_is_written_for_other_renderers() {
    assert_eq!(
        body("**마크다운(Markdown)**을 `**(a)**을`").as_deref(),
        Ok("**마크다운(Markdown)**&#51012; `**(a)**을`\n")
    );
    assert_eq!(body("**굵게** 쓴다").as_deref(), Ok("**굵게** 쓴다\n"));
    assert_eq!(body("**세 번**, 또 `(a)`*b*").as_deref(), Ok("**세 번**, 또 `(a)`*b*\n"));
}

#[test]
fn what_cannot_leave_is_told_by_its_line() {
    let opened = "가\n\n:::internal\n나\n:::\n\n`{{< x`\n";
    assert_eq!(body(opened), Err(ExportError::Shortcode { line: 7 }));
    let unknown = body("가\n\n:::note\n").unwrap_err();
    assert_eq!(unknown, ExportError::Directive(DirectiveError::Unknown { line: 3 }));
    assert!(unknown.to_string().starts_with("line 3"));
}

#[test]
fn much_of_anything_leaves_in_time() {
    for part in [
        "{{<",
        "`{{<>}}`",
        "<!--",
        "[a](/x)",
        "[",
        "](/x)",
        "<<!-- -->",
        "<b>",
        "**(가)**나",
        ":::internal\n:::\n",
        "[^1]",
    ] {
        let begun = std::time::Instant::now();
        let _ = exported(&content(&part.repeat((1 << 18) / part.len())));
        assert!(begun.elapsed().as_secs() < 10, "{part:?} took {:?}", begun.elapsed());
    }
}

/// Generated documents a test; with the two tests below, ten thousand.
const CASES: u32 = 5_000;

const SECRET: &str = "비밀QZX";

/// Blocks of Markdown, some of them internal, some of those nested or inside lists, quotes and notes.
const BLOCKS: &[&str] = &[
    "글 **굵게** [링크](https://example.com)\n",
    "# 제목\n\n",
    "- 하나\n- 둘\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "> 인용\n",
    "각주[^1]\n\n[^1]: 설명\n\n",
    "<details>\n\n속\n\n</details>\n\n",
    "<!-- 메모 -->\n\n",
    "\n",
    "글\n",
    "    들여 쓴 코드\n",
    ":::internal\n비밀QZX\n:::\n",
    "::::internal\n비밀QZX\n:::internal\n비밀QZX\n:::\n비밀QZX\n::::\n",
    "- 항목\n\n  :::internal\n  비밀QZX\n  :::\n",
    "> :::internal\n> 비밀QZX\n> :::\n",
    "1. :::internal\n   비밀QZX\n   :::\n",
    ":::internal\n> 비밀QZX\n비밀QZX\n\n    비밀QZX\n:::\n",
    ":::internal\n[비밀QZX]: https://example.com/비밀QZX\n[^9]: 비밀QZX\n:::\n",
    ":::internal\n비밀QZX[^8]\n| 비밀QZX |\n|---|\n:::\n",
    "[^7]: 각주\n\n    :::internal\n    비밀QZX\n    :::\n\n",
];

/// With code between fences, inside and outside what is internal.
const CODE: &[&str] = &[
    "```\ncode {{< x >}}\n```\n",
    "~~~ rust\n```\n~~~\n",
    ":::internal\n\n# 비밀QZX\n\n- 비밀QZX\n\n```\n:::\n비밀QZX\n```\n\n:::\n",
    "- 항목\n\n  ```\n  코드\n  ```\n  :::internal\n  ~~~\n  비밀QZX\n  ~~~\n  :::\n",
];

/// Pieces that make of their neighbours something else.
const PIECES: &[&str] = &[
    "<div>\n",
    "> ",
    "- ",
    "  ",
    "    ",
    ":::\n",
    ":::internal\n비밀QZX\n",
    "::::\n",
    "<!--\n",
    "[^1]: ",
    "*",
    "[",
    "](x)\n",
    "- [ ] ",
];

fn document(parts: &[&[&'static str]]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(parts.concat()), 0..14).prop_map(|parts| parts.concat())
}

fn keeps_secrets(source: &str) -> bool {
    !exported(&content(source)).is_ok_and(|file| file.contains(SECRET))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(CASES) })]

    #[test]
    fn not_a_byte_of_an_internal_block_leaves(source in document(&[BLOCKS, CODE])) {
        prop_assert!(keeps_secrets(&source));
    }

    #[test]
    fn not_a_byte_leaves_of_what_is_broken(source in document(&[BLOCKS, PIECES])) {
        prop_assert!(keeps_secrets(&source));
    }

    #[test]
    fn an_export_never_panics(source in any::<String>()) {
        if let Ok(body) = Body::parse(&source) {
            let _ = exported(&Content { body, ..content("") });
        }
    }
}

#[test]
fn pictures_of_the_house_go_along_and_files_do_not() {
    let (one, two, file) = ("k3v9x0c8r2m5w7q1-1600x1200.jpg", "k3v9x0c8r2m5w7q2-8x8.png", "k3v9x0c8r2m5w7q3.pdf");
    let source = format!(
        "![칠판](/uploads/{one} \"제목\") ![](</uploads/{two}>) ![](/uploads/{one})\n\n\
         [표](/uploads/{file}) ![표](/uploads/{file}) [![안](/uploads/{two})](/posts/7)\n\n\
         ![밖][a] ![없음](/uploads/..) ![곁](/uploads/{one}/../x) `![코드](/uploads/k3v9x0c8r2m5w7q4-8x8.png)`\n\n\
         :::internal\n![속](/uploads/k3v9x0c8r2m5w7q5-8x8.png)\n:::\n\n[a]: /uploads/{one}\n"
    );
    let outgoing = Outgoing {
        slug: Slug::parse("x").unwrap(),
        content: &content(&source),
        created_at: "2026-06-30T05:00:00Z".parse().unwrap(),
        changed_at: "2026-07-01T00:30:00Z".parse().unwrap(),
        authors: Vec::new(),
        zone: &Zone::parse("Asia/Seoul").unwrap(),
    };
    let bundle = files(Target::Hugo, &outgoing).unwrap();
    let pictures: Vec<_> = bundle.pictures.iter().map(|one| one.path.as_str()).collect();
    assert_eq!(pictures, [format!("content/posts/x/{one}"), format!("content/posts/x/{two}")]);
    let text = String::from_utf8(bundle.files[0].bytes.clone()).unwrap();
    let body = text.split_once("\n---\n\n").unwrap().1;
    assert_eq!(
        body.trim_end(),
        format!(
            "![칠판]({one} \"제목\") ![](<{two}>) ![]({one})\n\n표 표 ![안]({two})\n\n\
             밖 없음 곁 `![코드](/uploads/k3v9x0c8r2m5w7q4-8x8.png)`"
        )
    );
}
