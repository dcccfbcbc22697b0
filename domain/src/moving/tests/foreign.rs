use crate::language::Language;
use crate::moving::{Entry, Import, Left, Named, Origin, PostFile, Stays, When};
use crate::post::PostKind;
use crate::schedule::Zone;

fn read(files: &[(&str, &str)], stays: Vec<Stays>) -> Import {
    let zone = Zone::parse("Asia/Seoul").unwrap();
    let entries: Vec<Entry> =
        files.iter().map(|(path, text)| Entry { path: (*path).into(), bytes: (*text).into() }).collect();
    let when = When { now: "2026-11-24T03:00:00Z".parse().unwrap(), zone: &zone, language: Language::Korean };
    Import::of(&entries, stays, &when)
}

fn vault(files: &[(&str, &str)]) -> Import {
    read(files, vec![Stays::new(".obsidian/app.json", Left::Hidden)])
}

fn post<'i>(import: &'i Import, title: &str) -> &'i PostFile {
    import.posts.iter().find(|post| post.title == title).unwrap()
}

/// The body once every file is kept as `up-` and its name.
fn body(post: &PostFile) -> String {
    let name = |path: &String| format!("up-{}", path.rsplit('/').next().unwrap().replace(' ', "-"));
    let named: Named = post.files.iter().map(|path| (path.clone(), name(path))).collect();
    post.take(post.kind, &named).unwrap().body.as_str().to_owned()
}

#[test]
fn a_vault_s_pictures_links_marks_and_comments_say_the_same_in_the_house() {
    let import = vault(&[
        (
            "일지/봄 회고.md",
            "---\ntags: [회고, 팀]\naliases: [봄]\ncreated: 2025-03-01\n---\n본문 [[메모#둘째|그 메모]] [[메모#둘째]] [[없는 글]]\n\n![[그림 1.png|300]] ![[문서.pdf]]\n\n==중요한 것== `==코드==`\n\n%%\n혼잣말\n%%\n\n%% 한 줄 %%\n\n```\n![[그림 1.png]] ==x==\n%%\n```\n",
        ),
        ("메모.md", "[[봄]] [[일지/봄 회고]] ![[봄 회고]]\n"),
        ("첨부/그림 1.png", "png"),
        ("첨부/문서.pdf", "pdf"),
        ("첨부/남은.png", "png"),
    ]);
    assert_eq!(import.origin, Origin::Obsidian);
    let spring = post(&import, "봄 회고");
    assert_eq!((spring.kind, spring.tags.as_slice()), (PostKind::Retrospective, &["회고".to_owned(), "팀".into()][..]));
    assert_eq!(spring.created.unwrap().to_string(), "2025-02-28T15:00:00Z");
    assert_eq!(
        body(spring),
        "---\naliases: [봄]\n---\n\n본문 [[메모|그 메모]] [[메모|메모 > 둘째]] [[없는 글]]\n\n![그림 1](/uploads/up-그림-1.png) [문서](/uploads/up-문서.pdf)\n\n<mark>중요한 것</mark> `==코드==`\n\n:::internal\n혼잣말\n:::\n\n:::internal\n한 줄\n:::\n\n```\n![[그림 1.png]] ==x==\n%%\n```\n"
    );
    assert!(spring.links.iter().any(|link| link.title == "없는 글" && !link.comes));
    assert_eq!(body(post(&import, "메모")), "[[봄 회고|봄]] [[봄 회고|일지/봄 회고]] [[봄 회고]]\n");
    assert!(import.stays.contains(&Stays::new("첨부/남은.png", Left::Unused)));
}

#[test]
fn an_export_of_notion_loses_its_numbers_and_keeps_its_links() {
    const ID: &str = "0123456789abcdef0123456789abcdef";
    let (page, child) = (format!("회고 {ID}.md"), format!("회고 {ID}/둘째 글 {ID}.md"));
    let link = format!("%ED%9A%8C%EA%B3%A0%20{ID}/%EB%91%98%EC%A7%B8%20%EA%B8%80%20{ID}.md");
    let import = read(
        &[
            (
                &page,
                &format!(
                    "# 회고\n\nCreated: January 5, 2024 3:12 PM\nTags: 팀, 봄 여름\nStatus: Done\n\n[둘째]({link}) 와 [밖](https://example.com)\n\n![그림](%ED%9A%8C%EA%B3%A0%20{ID}/Untitled.png)\n"
                ),
            ),
            (&child, "# 둘째 글\n\n본문\n"),
            (&format!("회고 {ID}/Untitled.png"), "png"),
            ("표.csv", "a,b\n"),
        ],
        Vec::new(),
    );
    assert_eq!(import.origin, Origin::Notion);
    let page = post(&import, "회고");
    assert_eq!(page.tags, ["팀", "봄-여름"]);
    assert_eq!(page.created.unwrap().to_string(), "2024-01-05T06:12:00Z");
    assert_eq!(
        body(page),
        "Status: Done\n\n[[둘째 글|둘째]] 와 [밖](https://example.com)\n\n![그림](/uploads/up-Untitled.png)\n"
    );
    assert_eq!(body(post(&import, "둘째 글")), "본문\n");
    assert!(import.stays.contains(&Stays::new("표.csv", Left::Database)));
}

#[test]
fn a_plain_file_keeps_every_byte_below_its_title() {
    let text = "뒤에  빈칸  \n\n==그대로== %%그대로%%\n\n[위](../밖.md)\n끝에 줄바꿈이 없다";
    let import =
        read(&[("2024-05-06 메모.md", &format!("# 제목\n\n{text}")), ("빈.md", ""), ("a.html", "<p>")], Vec::new());
    assert_eq!((import.origin, body(&import.posts[0])), (Origin::Plain, text.to_owned()));
    assert_eq!(import.posts[0].created.unwrap().to_string(), "2024-05-05T15:00:00Z");
    assert_eq!(import.stays, [Stays::new("a.html", Left::Unknown), Stays::new("빈.md", Left::Empty)]);
}

#[test]
fn nobody_s_front_matter_but_ours_decides_who_reads_it() {
    let import = read(&[("a.md", "---\naudience: team\nstatus: shared\n---\n본문")], Vec::new());
    assert_eq!((import.posts[0].audience, import.posts[0].status.as_deref()), (None, None));
}

#[test]
fn hostile_markdown_is_read_in_time() {
    let begun = |one: &str| one.repeat((1 << 18) / one.len());
    for body in
        [begun("![a "), begun("`a`\n"), begun("[[a]] "), begun("==a== "), begun("%%\n"), begun("![![a](a\\.png)")]
    {
        let import = vault(&[("글.md", &body), ("a.png", "png")]);
        assert_eq!(import.posts.len(), 1, "{}", &body[..8]);
    }
    let deep = format!("{}{}", "![".repeat(25_000), "](a\\.png)".repeat(22_000));
    assert_eq!(vault(&[("글.md", &deep), ("a.png", "png")]).posts.len(), 1);
}

#[test]
fn a_file_that_a_post_of_ours_offers_stays_a_file() {
    let post = "---\ndasi: 1\nkind: write_up\ntitle: 글\n---\n\n[메모](/uploads/k3v9x0c8r2m5w7q1.md) [묶음](/uploads/k3v9x0c8r2m5w7q2.zip)";
    let import = read(
        &[
            ("README.md", crate::moving::README),
            ("posts/글-1.md", post),
            ("uploads/k3v9x0c8r2m5w7q1.md", "# 메모"),
            ("uploads/k3v9x0c8r2m5w7q2.zip", "PK"),
        ],
        Vec::new(),
    );
    assert_eq!((import.posts.len(), import.posts[0].files.len()), (1, 2), "{:?}", import.stays);
    assert_eq!(import.stays, [Stays::new("README.md", Left::Explains)]);
    assert!(!crate::moving::is_nested_zip("uploads/k3v9x0c8r2m5w7q2.zip") && crate::moving::is_nested_zip("a.zip"));
}

#[test]
fn what_has_no_place_in_a_post_stays_before_its_words_line_for_line() {
    let kept = "cssclasses:\n  - wide\nurl: https://a.b/c#d # 출처\nstatus: done\nrelated: \"[[메모]] ==말==\"\n";
    let text = format!("---\ntitle: 봄\ntags:\n- 팀\n{kept}author: 지은\ndescription: 한 줄\nlang:\n---\n\n본문\n");
    let import = vault(&[("봄.md", &text), ("메모.md", "---\ntags: [a]\ndate: 언젠가\n---\n글\n")]);
    let spring = post(&import, "봄");
    assert_eq!((spring.kind, spring.tags.as_slice()), (PostKind::WriteUp, &["팀".to_owned()][..]));
    assert_eq!(body(spring), format!("---\n{kept}---\n\n본문\n"));
    let retrospective = spring.take(PostKind::Retrospective, &Named::new()).unwrap();
    let more = format!("---\n{kept}description: 한 줄\n---\n\n본문\n");
    assert_eq!(retrospective.body.as_str(), more, "only a write-up has a place for it");
    assert_eq!(body(post(&import, "메모")), "---\ndate: 언젠가\n---\n\n글\n", "what was not understood is not lost");
    let plain = read(&[("a.md", "---\ntitle: 글\n---\n\n본문")], Vec::new());
    assert_eq!(body(&plain.posts[0]), "본문");
}
