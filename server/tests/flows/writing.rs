use axum::http::{StatusCode, header};

use crate::browser::Browser;
use crate::house::House;

/// A retrospective's form, complete.
pub(crate) fn retrospective<'a>(title: &'a str, body: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("kind", "retrospective"),
        ("title", title),
        ("body", body),
        ("tags", "회고, 데이터"),
        ("language", "ko"),
        ("audience", "team"),
        ("start", "2026-01-01"),
        ("end", "2026-06-30"),
    ]
}

/// Writes it, and gives its address.
pub(crate) async fn write(browser: &mut Browser, title: &str, body: &str) -> String {
    let answer = browser.post("/posts/new?kind=retrospective", &retrospective(title, body)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location()
}

/// The same form, begun from the current revision.
pub(crate) async fn begun<'a>(
    browser: &mut Browser,
    post: &str,
    title: &'a str,
    body: &'a str,
) -> Vec<(&'a str, String)> {
    let base = browser.get(&format!("{post}/edit")).await.field("base").unwrap();
    let mut form: Vec<_> =
        retrospective(title, body).into_iter().map(|(name, value)| (name, value.to_owned())).collect();
    form.push(("base", base));
    form
}

fn fields<'a>(form: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    form.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[tokio::test]
async fn a_post_is_written_read_and_given_back_byte_for_byte() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let body = "## 떠난 사람\n\n믿음직한 **동료(들)**이 떠났다.  \n\n- 하나\n- 둘\n\n```\n  들여쓴 코드\n```\n";
    let post = write(&mut browser, "상반기 회고", body).await;
    let page = browser.get(&post).await;
    assert_eq!(page.words("h1").unwrap(), "상반기 회고");
    assert_eq!(page.words(".said-line").unwrap(), "저장했어요.");
    assert_eq!(page.words(".words h3, .words h2").unwrap(), "떠난 사람");
    assert!(page.words(".kind").unwrap().contains("2026년 1월 1일 ~ 2026년 6월 30일"));
    let markdown = browser.get(&format!("{post}.md")).await;
    assert_eq!(markdown.text(), body);
    assert!(markdown.headers[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/markdown"));
}

#[tokio::test]
async fn every_kind_has_its_own_fields() {
    let house = House::founded().await;
    let mut browser = house.signed_in("ada").await;
    let note = [
        ("kind", "book_note"),
        ("title", "Time off"),
        ("body", "x"),
        ("language", "en"),
        ("audience", "team"),
        ("book", "Time Off"),
    ];
    let page = browser.submit("/posts/new?kind=book_note", &note).await;
    assert!(page.words(".kind").unwrap().contains("Time Off"));
    let write_up = [
        ("kind", "write_up"),
        ("title", "Retries"),
        ("body", "x"),
        ("language", "en"),
        ("audience", "team"),
        ("summary", "Why."),
    ];
    let page = browser.submit("/posts/new?kind=write_up", &write_up).await;
    assert_eq!(page.words(".summary").unwrap(), "Why.");
    for (kind, title) in [("book_note", "Time off"), ("write_up", "Retries")] {
        let list = browser.get(&format!("/posts?kind={kind}")).await;
        assert_eq!(list.count(".lines > li"), 1, "{kind}");
        assert_eq!(list.words(".lines a").unwrap(), title);
    }
    assert_eq!(browser.get("/posts?kind=retrospective").await.count(".lines > li"), 0);
    assert_eq!(browser.get("/").await.count(".lines > li"), 2);
}

#[tokio::test]
async fn a_new_retrospective_offers_the_half_year_that_is_ending() {
    let house = House::founded().await;
    let form = house.signed_in("jieun").await.get("/posts/new?kind=retrospective").await;
    assert_eq!(form.field("start").unwrap(), "2026-07-01");
    assert_eq!(form.field("end").unwrap(), "2026-12-31");
}

#[tokio::test]
async fn without_a_kind_the_form_asks_for_one() {
    let house = House::founded().await;
    let page = house.signed_in("jieun").await.get("/posts/new").await;
    assert_eq!((page.status, page.count(".card")), (StatusCode::OK, 3));
}

#[tokio::test]
async fn saving_makes_a_revision_and_the_same_text_makes_none() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "회고", "하나").await;
    let form = begun(&mut browser, &post, "회고", "하나, 둘").await;
    let page = browser.submit(&format!("{post}/edit"), &fields(&form)).await;
    assert!(page.text().contains("2판"), "{}", page.text());
    let same = begun(&mut browser, &post, "회고", "하나, 둘").await;
    let page = browser.submit(&format!("{post}/edit"), &fields(&same)).await;
    assert_eq!(page.words(".said-line").unwrap(), "바뀐 것이 없어 새 판을 만들지 않았어요.");
    assert!(page.text().contains("2판"));
}

#[tokio::test]
async fn a_form_sent_twice_is_saved_once() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "회고", "처음").await;
    let form = begun(&mut browser, &post, "회고", "다음").await;
    browser.submit(&format!("{post}/edit"), &fields(&form)).await;
    let again = browser.submit(&format!("{post}/edit"), &fields(&form)).await;
    assert_eq!(again.words(".said-line").unwrap(), "바뀐 것이 없어 새 판을 만들지 않았어요.");
}

#[tokio::test]
async fn words_written_past_the_end_of_a_sign_in_come_back() {
    let house = House::founded().await;
    let mut nobody = house.browser();
    let page = nobody.post("/posts/new?kind=retrospective", &retrospective("회고", "긴 글")).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert_eq!(page.field("body").unwrap().trim_start_matches('\n'), "긴 글");
    assert!(page.text().contains("새 탭에서 들어온 뒤"));
    assert_eq!(house.signed_in("jieun").await.get("/posts").await.count(".lines > li"), 0);
}

#[tokio::test]
async fn decomposed_hangul_is_stored_composed() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "회고", "회고를 쓴다").await;
    assert_eq!(browser.get(&format!("{post}.md")).await.text(), "회고를 쓴다");
    assert_eq!(browser.get(&post).await.words("h1").unwrap(), "회고");
}

#[tokio::test]
async fn what_was_typed_never_runs() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let vector = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    let post = write(&mut browser, vector, vector).await;
    for path in [post.as_str(), "/", "/posts", &format!("{post}/edit"), &format!("{post}/remind")] {
        let page = browser.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert_eq!(page.count("script:not([nonce]), img[onerror]"), 0, "{path}");
    }
}

#[tokio::test]
async fn the_list_turns_its_pages() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    for number in 0..31 {
        write(&mut browser, &format!("회고 {number}"), "글").await;
    }
    let first = browser.get("/posts").await;
    assert_eq!(first.count(".lines > li"), 30);
    let older = first.attribute("a[rel=next]", "href").unwrap();
    let second = browser.get(&older).await;
    assert_eq!(second.count(".lines > li"), 1);
    assert_eq!(second.words(".lines a").unwrap(), "회고 0");
}

#[tokio::test]
async fn a_new_post_or_reminder_sent_twice_is_one() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "회고", "두 번 눌린 글").await;
    assert_eq!(write(&mut browser, "회고", "두 번 눌린 글").await, post);
    assert_ne!(write(&mut browser, "회고", "다른 글").await, post);
    for _ in 0..2 {
        browser.submit(&format!("{post}/remind"), &[("first", "2027-01-01T09:00"), ("recurrence", "weekly")]).await;
    }
    assert_eq!(browser.get("/reminders").await.count("form[action$='/stop']"), 1);
    house.clock.set("2026-11-24T03:02:00Z".parse().unwrap());
    assert_ne!(write(&mut browser, "회고", "두 번 눌린 글").await, post, "a minute later it is meant");
}
