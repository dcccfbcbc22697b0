use jiff::Timestamp;
use proptest::prelude::*;

use crate::id::PostId;
use crate::language::Language;
use crate::moving::{Archived, Entry, Import, Named, Origin, Person, README, When, file_name, whole};
use crate::post::{Abstract, Audience, Body, BookTitle, Content, Details, Period, PostKind, Tags, Title, WriteUp};
use crate::schedule::Zone;

fn when(zone: &Zone) -> When<'_> {
    When { now: "2026-11-24T03:00:00Z".parse().unwrap(), zone, language: Language::Korean }
}

fn readme() -> Entry {
    Entry { path: "README.md".into(), bytes: README.into() }
}

fn archived(content: &Content) -> Archived<'_> {
    Archived {
        content,
        audience: Audience::Team,
        authors: vec![Person { handle: Some("jieun".into()), name: "지은: # 'x'".into() }],
        created_at: Timestamp::from_millisecond(1_700_000_000_123).unwrap(),
        changed_at: Timestamp::from_millisecond(1_700_000_100_456).unwrap(),
        status: Some("shared"),
        part: None,
    }
}

/// What comes back of a post alone in an archive, and its file once more.
fn again(content: &Content) -> (Content, String) {
    let zone = Zone::parse("Asia/Seoul").unwrap();
    let file = whole(&archived(content));
    let entry = Entry { path: file_name(content.title.as_str(), PostId(7)), bytes: file.into_bytes() };
    let import = Import::of(&[readme(), entry], Vec::new(), &when(&zone));
    assert_eq!((import.origin, import.posts.len()), (Origin::Archive, 1));
    let post = &import.posts[0];
    let content = post.take(post.kind, &Named::new()).unwrap();
    let written = whole(&Archived {
        audience: post.audience.unwrap(),
        authors: post.people.clone(),
        created_at: post.created.unwrap(),
        changed_at: post.changed.unwrap(),
        status: post.status.as_deref(),
        ..archived(&content)
    });
    (content, written)
}

fn details() -> impl Strategy<Value = Details> {
    let day = |days: i64| jiff::civil::date(2020, 1, 1).saturating_add(jiff::Span::new().days(days));
    prop_oneof![
        (0_i64..3000, 0_i64..400)
            .prop_map(move |(at, long)| { Details::Retrospective(Period::new(day(at), day(at + long)).unwrap()) }),
        "\\PC{1,60}".prop_filter_map("a book", |book| BookTitle::parse(&book).ok().map(Details::BookNote)),
        ("\\PC{0,80}", proptest::option::of(0_i64..4000)).prop_filter_map("an abstract", move |(text, days)| {
            let (summary, check_by) = (Abstract::parse(&text).ok()?, days.map(day));
            Some(Details::WriteUp(WriteUp { summary, check_by }))
        }),
    ]
}

fn body() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("---".to_owned()),
        Just(":::internal".to_owned()),
        Just(":::".to_owned()),
        Just("```".to_owned()),
        Just("[[글]] ![[a.png]] ==표시== %%x%%".to_owned()),
        Just("![](/uploads/a.png)".to_owned()),
        Just("%%".to_owned()),
        Just("# 제목".to_owned()),
        Just("Tags: a".to_owned()),
        Just(String::new()),
        ".{0,40}",
    ];
    let lines = proptest::collection::vec((line, prop_oneof![Just("\n"), Just("\r\n"), Just("\r"), Just("")]), 0..12);
    prop_oneof![lines.prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect()), any::<String>(),]
}

fn content() -> impl Strategy<Value = Content> {
    let title = "\\PC{1,80}".prop_filter_map("a title", |title| Title::parse(&title).ok());
    let body = body().prop_filter_map("a body", |body| Body::parse(&body).ok());
    let tags =
        proptest::collection::vec("\\PC{1,12}", 0..6).prop_filter_map("tags", |tags| Tags::parse(&tags.join(" ")).ok());
    let language = prop_oneof![Just(Language::Korean), Just(Language::English)];
    (title, body, language, tags, details()).prop_map(|(title, body, language, tags, details)| Content {
        title,
        body,
        language,
        tags,
        details,
    })
}

proptest! {
    #[test]
    fn what_leaves_comes_back_word_for_word(content in content()) {
        let (back, written) = again(&content);
        prop_assert_eq!(&back, &content);
        prop_assert_eq!(written, whole(&archived(&content)));
    }

    #[test]
    fn whatever_is_brought_in_is_read_or_left_and_never_a_panic(
        files in proptest::collection::vec(("[a-z가-힣 /.%]{1,12}(\\.md|\\.txt|\\.png| 0123456789abcdef0123456789abcdef\\.md)",
            prop_oneof![any::<Vec<u8>>(), body().prop_map(String::into_bytes)]), 0..6),
        hidden in any::<bool>(),
    ) {
        let zone = Zone::parse("Asia/Seoul").unwrap();
        let stays = if hidden { vec![super::super::Stays::new(".obsidian/app.json", super::super::Left::Hidden)] } else { Vec::new() };
        let entries: Vec<Entry> = files.into_iter().map(|(path, bytes)| Entry { path, bytes }).collect();
        let import = Import::of(&entries, stays, &when(&zone));
        for post in &import.posts {
            let named = post.files.iter().map(|path| (path.clone(), "x.png".to_owned())).collect();
            for kind in PostKind::ALL {
                prop_assert!(post.take(*kind, &named).is_ok());
            }
        }
    }
}

#[test]
fn bodies_that_look_like_something_else_come_back_as_they_were() {
    for body in [
        "",
        "---\ntitle: x\n---\n",
        "\n\n본문",
        "# 제목\n\n본문",
        "\u{FEFF}본문",
        "끝",
        ":::internal\n열린",
        "--- \n...",
    ] {
        let content = Content {
            title: Title::parse("제목").unwrap(),
            body: Body::parse(body).unwrap(),
            language: Language::Korean,
            tags: Tags::parse("a b").unwrap(),
            details: Details::WriteUp(WriteUp::default()),
        };
        assert_eq!(again(&content).0, content, "{body:?}");
    }
}

#[test]
fn a_file_is_named_by_the_title_s_words_and_the_post_s_number() {
    assert_eq!(file_name("2026 상반기 회고: 스케줄러/../x", PostId(3)), "posts/2026-상반기-회고-스케줄러-x-3.md");
    assert_eq!(file_name("?!", PostId(3)), "posts/3.md");
}
