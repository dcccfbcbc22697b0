//! What is wrong comes back with a clear message in the reader's language, beside its field, and with all that was typed.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use unicode_normalization::UnicodeNormalization;

use crate::browser::{Browser, Page};
use crate::house::House;
use crate::writing::{begun, retrospective, write};

/// Sends a new retrospective with some fields other than they should be.
async fn sent(browser: &mut Browser, changes: &[(&'static str, &str)]) -> Page {
    let mut form = retrospective("상반기 회고", "지우면 안 되는 글");
    for (name, value) in changes {
        match form.iter_mut().find(|(field, _)| field == name) {
            Some(field) => field.1 = value,
            None => form.push((name, value)),
        }
    }
    browser.post("/posts/new?kind=retrospective", &form).await
}

/// Sends it wrong, and checks that the words are kept and the message is there, in Korean and then in English.
async fn refused(changes: &[(&'static str, &str)], field: &str, korean: &str, english: &str) {
    let house = House::founded().await;
    for (who, message) in [("jieun", korean), ("ada", english)] {
        let mut browser = house.signed_in(who).await;
        let page = sent(&mut browser, changes).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        let said = page.problem(field).unwrap_or_default();
        assert!(said.contains(message), "{field}: {said:?} does not say {message:?}");
        assert_eq!(page.attribute(&format!("[name={field}]"), "aria-invalid").as_deref(), Some("true"));
        if field != "body" {
            assert_eq!(page.field("body").unwrap().trim_start_matches('\n'), "지우면 안 되는 글");
            let typed = changes.iter().find(|(name, _)| *name == field).unwrap().1;
            if matches!(field, "title" | "start" | "end" | "tags") {
                assert_eq!(page.field(field).unwrap(), typed, "{field} is kept");
            }
        }
        assert_eq!(browser.get("/posts").await.count(".lines > li"), 0, "nothing was stored");
    }
}

#[tokio::test]
async fn an_empty_title() {
    refused(&[("title", "   ")], "title", "비어 있어요", "This is empty").await;
}

#[tokio::test]
async fn a_title_of_300_characters() {
    refused(&[("title", &"가".repeat(300))], "title", "지금 300자", "there are 300").await;
}

#[tokio::test]
async fn a_title_with_a_control_character() {
    refused(&[("title", "회고\u{7}")], "title", "제어 문자", "control character").await;
}

#[tokio::test]
async fn a_body_of_five_megabytes() {
    let long = "가나다라마바사아자차 ".repeat(170_000);
    assert!(long.len() > 5_000_000);
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let page = sent(&mut browser, &[("body", &long)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.problem("body").unwrap().contains("1MB까지"));
    assert_eq!(page.field("body").unwrap().trim_start_matches('\n'), long, "all of it is kept");
    assert!(page.words("#body-hint").unwrap().contains("1MB"), "the form says the limit");
}

#[tokio::test]
async fn a_nul_byte() {
    refused(&[("body", "앞\0뒤")], "body", "제어 문자", "control character").await;
}

#[tokio::test]
async fn an_unknown_kind() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let page = browser.get("/posts/new?kind=poem").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.words("[role=alert]").unwrap().contains("그런 종류의 글은 없어요"));
    assert_eq!(browser.get("/posts?kind=poem").await.status, StatusCode::NOT_FOUND);
    let sent = sent(&mut browser, &[("kind", "poem")]).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.problem("kind").unwrap().contains("보기에 없는"));
    assert_eq!(sent.field("body").unwrap().trim_start_matches('\n'), "지우면 안 되는 글");
}

#[tokio::test]
async fn a_day_that_does_not_exist() {
    refused(&[("start", "2026-02-30")], "start", "달력에 없는 날", "no such day").await;
}

#[tokio::test]
async fn a_period_that_runs_backwards() {
    refused(&[("end", "2025-12-31")], "end", "시작한 날보다 앞서요", "before the first").await;
}

#[tokio::test]
async fn a_language_we_do_not_speak() {
    refused(&[("language", "fr")], "language", "보기에 없는", "none of the choices").await;
}

#[tokio::test]
async fn an_unknown_audience() {
    refused(&[("audience", "world")], "audience", "보기에 없는", "none of the choices").await;
}

#[tokio::test]
async fn eleven_tags() {
    refused(&[("tags", "a b c d e f g h i j k")], "tags", "10개까지", "At most 10").await;
}

#[tokio::test]
async fn a_book_note_without_its_book() {
    let house = House::founded().await;
    let mut browser = house.signed_in("ada").await;
    let form = [
        ("kind", "book_note"),
        ("title", "x"),
        ("body", "kept"),
        ("language", "en"),
        ("audience", "team"),
        ("book", ""),
    ];
    let page = browser.post("/posts/new?kind=book_note", &form).await;
    assert!(page.problem("book").unwrap().contains("empty"));
    assert_eq!(page.field("body").unwrap().trim_start_matches('\n'), "kept");
}

#[tokio::test]
async fn several_mistakes_are_counted_and_each_is_said() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let page = sent(&mut browser, &[("title", ""), ("start", ""), ("tags", &"긴".repeat(41))]).await;
    assert!(page.words("[role=alert]").unwrap().contains("3군데"));
    for field in ["title", "start", "tags"] {
        assert!(page.problem(field).is_some(), "{field}");
    }
}

#[tokio::test]
async fn a_title_typed_as_jamo_comes_back_as_it_reads() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let decomposed: String = "회고".nfd().collect();
    let post = write(&mut browser, &decomposed, "글").await;
    assert_eq!(browser.get(&format!("{post}/edit")).await.field("title").unwrap(), "회고");
}

#[tokio::test]
async fn a_base_that_is_no_revision() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "회고", "저장된 글").await;
    let mut form = begun(&mut browser, &post, "회고", "쓰던 글").await;
    for base in ["", "x", "999"] {
        form.last_mut().unwrap().1 = base.into();
        let fields: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = browser.post(&format!("{post}/edit"), &fields).await;
        assert_eq!(page.status, StatusCode::CONFLICT, "{base:?}");
        assert_eq!(page.field("body").unwrap().trim_start_matches('\n'), "쓰던 글");
    }
}

#[tokio::test]
async fn a_reminder_at_a_time_that_does_not_exist_or_has_passed() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "회고", "글").await;
    for (first, message) in [
        ("2027-02-30T09:00", "달력에 없는 때"),
        ("2026-11-24T11:59", "이미 지난 때"),
        ("", "비어 있어요"),
        ("내일", "달력에 없는 때"),
    ] {
        let page = browser.post(&format!("{post}/remind"), &[("first", first), ("recurrence", "weekly")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{first}");
        assert!(page.problem("first").unwrap().contains(message), "{first}");
        assert_eq!(page.field("first").unwrap(), first);
        assert_eq!(page.field("recurrence").unwrap(), "weekly");
    }
    let page =
        browser.post(&format!("{post}/remind"), &[("first", "2027-01-01T09:00"), ("recurrence", "hourly")]).await;
    assert!(page.problem("recurrence").unwrap().contains("보기에 없는"));
}

#[tokio::test]
async fn an_address_ending_that_is_no_slug() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "회고", "글").await;
    for slug in ["Hello", "-a", "a--b", "회고", "../../etc", ""] {
        let slug: String = url::form_urlencoded::byte_serialize(slug.as_bytes()).collect();
        let page = browser.get(&format!("{post}/blog.zip?slug={slug}")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{slug}");
        assert!(page.problem("slug").unwrap().contains("영어 소문자"), "{slug}");
    }
}

#[tokio::test]
async fn numbers_in_addresses_that_are_none() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    for path in [
        "/posts/x",
        "/posts/-1",
        "/posts/99999999999999999999",
        "/posts/7",
        "/posts/7.md",
        "/posts/7/edit",
        "/reminders/x",
    ] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_form_that_is_no_form() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let headers = [("content-type", "application/json"), ("sec-fetch-site", "same-origin")];
    let page = browser.ask(Method::POST, "/posts/new?kind=write_up", &headers, Body::from("{}")).await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    assert_eq!(page.words("h1").unwrap(), "알아볼 수 없는 요청이에요");
}

#[tokio::test]
async fn more_than_any_form_of_ours_sends() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let page = browser.post("/settings", &[("name", &"a".repeat(70_000))]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.text().contains("뒤로 가면 쓰던 글이 남아 있어요"));
}

#[tokio::test]
async fn a_stranger_cannot_make_us_hold_much() {
    let house = House::founded().await;
    let long = "a".repeat(5 << 20);
    let page = sent(&mut house.browser(), &[("body", &long)]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn an_address_that_cannot_be_read_has_a_page_too() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    for (path, status) in [("/posts?page=1&page=2", StatusCode::BAD_REQUEST), ("/posts/%FF", StatusCode::NOT_FOUND)] {
        let page = browser.get(path).await;
        assert_eq!(page.status, status, "{path}");
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("ko"), "{path}: in the shell");
    }
}

#[tokio::test]
async fn whatever_a_proxy_says_of_an_address_the_door_is_shown() {
    let house = House::founded().await;
    for address in ["198.51.100.7", "2001:db8::1", "unknown", "", ",,,", "256.1.1.1"] {
        let page = house.browser().from(address).get("/sign-in").await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
    }
}
