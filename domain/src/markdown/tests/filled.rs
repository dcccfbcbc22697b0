use std::fmt::Write;
use std::time::Duration;

use super::whole::now;
use super::*;
use crate::language::Language;

fn known() -> Known {
    let linked = |href: &str, words: &str| Linked { href: href.into(), words: words.into() };
    Known {
        posts: [(title_key("첫  글"), linked("/posts/1", "첫 <글>")), (title_key("A&\"B\""), linked("/posts/2", "C"))]
            .into(),
        members: [("지은".into(), linked("/members/1?a=b&c", "김지은")), ("ada".into(), linked("/members/2", "Ada"))]
            .into(),
        tasks: None,
    }
}

fn filled(source: &str, known: &Known) -> String {
    fill(&html(source), &crate::text::text(Language::Korean).labels(), known).into_owned()
}

#[test]
fn a_post_is_linked_by_its_title_and_called_what_it_is_called_now() {
    for (source, expected) in [
        ("[[첫 글]]을", "<a class=\"post-link\" href=\"/posts/1\">첫 &lt;글&gt;</a>을"),
        ("[[ 첫   글 |*처음*]]", "<a class=\"post-link\" href=\"/posts/1\"><em>처음</em></a>"),
        ("[[a&\"b\"]]", "<a class=\"post-link\" href=\"/posts/2\">C</a>"),
        ("[[없는 <글>]]", "<span class=\"post-link missing\">없는 &lt;글&gt;</span>"),
        ("[[없다|**말**]]", "<span class=\"post-link missing\"><strong>말</strong></span>"),
        ("`[[첫 글]]`", "<code>[[첫 글]]</code>"),
        ("[[]]", "[[]]"),
        ("<post-link key=\"첫 글\">x</post-link>", "&lt;post-link key=&quot;첫 글&quot;&gt;x&lt;/post-link&gt;"),
    ] {
        assert_eq!(filled(source, &known()), format!("<p>{expected}</p>\n"), "{source}");
    }
    assert!(filled("# [[첫 글]] x", &known()).starts_with("<h2 id=\"h-첫-글-x\"><a class=\"post-link\""));
}

#[test]
fn a_member_is_the_longest_handle_and_anybody_else_is_text() {
    for (source, expected) in [
        ("@지은이가", "<a class=\"mention\" href=\"/members/1?a=b&amp;c\">@지은</a>이가"),
        ("@Ada를", "<a class=\"mention\" href=\"/members/2\">@Ada</a>를"),
        ("@adam @없음", "@adam @없음"),
        ("**@ada**", "<strong><a class=\"mention\" href=\"/members/2\">@ada</a></strong>"),
        ("[@ada](/x)", "<a href=\"/x\">@ada</a>"),
        ("\\@ada `@ada`", "@ada <code>@ada</code>"),
    ] {
        assert_eq!(filled(source, &known()), format!("<p>{expected}</p>\n"), "{source}");
    }
    assert_eq!(filled("@지은", &Known::default()), "<p>@지은</p>\n");
}

#[test]
fn tags_and_addresses_are_links_at_once() {
    for (source, expected) in [
        ("#Rust를", "<a class=\"tag\" href=\"/tags/rust%EB%A5%BC\">#Rust를</a>"),
        ("(#a-b)", "(<a class=\"tag\" href=\"/tags/a%2Db\">#a-b</a>)"),
        ("[#a](/x)", "<a href=\"/x\">#a</a>"),
        (
            "https://a.kr/b_c_d?e=f&g=1을",
            "<a href=\"https://a.kr/b_c_d?e=f&amp;g=1\" rel=\"noopener noreferrer\">https://a.kr/b_c_d?e=f&amp;g=1</a>을",
        ),
        ("www.a.kr/b.", "<a href=\"http://www.a.kr/b\" rel=\"noopener noreferrer\">www.a.kr/b</a>."),
        ("haneul@example.com으로", "<a href=\"mailto:haneul@example.com\">haneul@example.com</a>으로"),
    ] {
        assert_eq!(filled(source, &known()), format!("<p>{expected}</p>\n"), "{source}");
    }
}

#[test]
fn a_task_can_be_ticked_by_who_may() {
    let tasks = Some(TaskForm { action: "/posts/1/tasks?a&b".into(), base: 7 });
    let html = filled("- [x] 하나\n- [ ] 둘\n", &Known { tasks: tasks.clone(), ..Known::default() });
    assert!(html.contains(
        "<button class=\"task\" form=\"task-form\" name=\"task\" value=\"1\" role=\"checkbox\" aria-checked=\"true\" \
         aria-labelledby=\"task-1\"></button><span id=\"task-1\">하나</span>"
    ), "{html}");
    assert!(html.contains("value=\"2\" role=\"checkbox\" aria-checked=\"false\""), "{html}");
    assert!(
        html.ends_with(
            "</ul>\n<form id=\"task-form\" method=\"post\" action=\"/posts/1/tasks?a&amp;b\">\
         <input type=\"hidden\" name=\"base\" value=\"7\"></form>\n"
        ),
        "{html}"
    );
    assert!(!filled("글 [[없다]]", &Known { tasks, ..Known::default() }).contains("<form"));
}

#[test]
fn fifty_thousand_mentions_are_filled_in_time() {
    let mut source = String::new();
    for number in 0..50_000 {
        let _ = write!(source, "@지은{number}과 [[글]] ");
    }
    let html = html(&source);
    let begun = now();
    let filled = fill(&html, &crate::text::text(Language::Korean).labels(), &known());
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    assert_eq!(filled.matches("post-link missing").count(), 50_000);
}
