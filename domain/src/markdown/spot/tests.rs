use super::*;

fn spots(text: &str) -> Vec<(&str, Spot)> {
    let run = Run { text: text.to_owned(), literal: Vec::new() };
    run.spots().into_iter().map(|(range, spot)| (&text[range], spot)).collect()
}

#[test]
fn addresses_end_as_people_mean_them() {
    for (text, address) in [
        ("https://example.com/a을 보세요", "https://example.com/a"),
        ("https://example.com을", "https://example.com"),
        ("(https://example.com/a)", "https://example.com/a"),
        ("https://ko.wikipedia.org/wiki/한글", "https://ko.wikipedia.org/wiki/"),
        ("https://ko.wikipedia.org/wiki/%ED%95%9C%EA%B8%80이다", "https://ko.wikipedia.org/wiki/%ED%95%9C%EA%B8%80"),
        ("https://en.wikipedia.org/wiki/Rust_(language).", "https://en.wikipedia.org/wiki/Rust_(language)"),
        ("HTTPS://Example.com?a=b&c=d!", "HTTPS://Example.com?a=b&c=d"),
        ("보라:http://localhost:3000/posts/1,", "http://localhost:3000/posts/1"),
        ("https://a.test/@jieun/#h-x", "https://a.test/@jieun/#h-x"),
        ("“https://a.test/b”라고", "https://a.test/b"),
    ] {
        assert_eq!(spots(text), [(address, Spot::Address)], "{text}");
    }
    assert_eq!(spots("www.example.com/a은"), [("www.example.com/a", Spot::Bare)]);
    for text in
        ["https://", "http:// a", "ahttps://a.b", "www.example", "www..com", "ftp://a.b", "javascript://a", "wwww"]
    {
        assert_eq!(spots(text), [], "{text}");
    }
}

#[test]
fn mail_addresses_are_no_mentions() {
    assert_eq!(spots("haneul@example.com으로"), [("haneul@example.com", Spot::Mail)]);
    assert_eq!(spots("a.b+c@mail.example.co.kr."), [("a.b+c@mail.example.co.kr", Spot::Mail)]);
    for text in ["a@b", "@", "a@", "a@.com", "하늘@집"] {
        assert_eq!(spots(text), [], "{text}");
    }
}

#[test]
fn tags_and_members_stand_at_the_beginning_of_a_word() {
    assert_eq!(
        spots("#회고 (#Rust) #2026년 #a-b_c_"),
        ["#회고", "#Rust", "#2026년", "#a-b_c"].map(|tag| (tag, Spot::Tag))
    );
    assert_eq!(spots("@지은이가 @ada, @Haneul_"), ["@지은이가", "@ada", "@Haneul_"].map(|one| (one, Spot::Member)));
    let long = format!("#{}", "가".repeat(41));
    for text in ["#1", "C#언어", "a#b", "&#x", "/#a", "##a", "#", "#-", "a.@b", "x/@b", "@1", "@@a", &long] {
        assert_eq!(spots(text), [], "{text}");
    }
}

#[test]
fn what_was_escaped_means_itself() {
    let mut run = Run::default();
    run.push("a ", r"a \#b", &(0..2));
    run.push("#b", r"a \#b", &(3..5));
    assert_eq!(run.spots(), []);
    run.push("@", "&#64;ada", &(0..5));
    run.push("ada", "&#64;ada", &(5..8));
    assert_eq!(run.spots(), []);
}

#[test]
fn a_run_may_mean_the_handles_it_begins_with() {
    let all = |run| candidates(run).collect::<Vec<_>>();
    assert_eq!(all("지은이가"), ["지은이가", "지은이", "지은"]);
    assert_eq!(all("Ada를"), ["ada를", "ada"]);
    assert_eq!(all("adam"), ["adam"]);
    assert_eq!(all("ada-"), ["ada-", "ada"]);
    assert_eq!(all("하"), ["하"]);
    assert_eq!(all(&"a".repeat(91)), Vec::<String>::new());
    assert_eq!(longest("지은이가", |handle| (handle == "지은").then_some(1)), Some(("지은".len(), 1)));
}
