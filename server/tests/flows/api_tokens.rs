use axum::http::{StatusCode, header};
use domain::api_token::Scope;
use domain::member::EmailAddress;
use jiff::SignedDuration;
use store::By;

use crate::house::{House, PASSWORD};
use crate::program::{Program, make_token};

const PAGE: &str = "/settings/tokens";

#[tokio::test]
async fn a_token_is_shown_once_works_and_ends_within_one_request() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    assert_eq!(browser.get(PAGE).await.words(".narrow > .soft").unwrap(), "아직 토큰이 없어요.");
    let form = [("name", "밤마다 옮기기"), ("scope", "write"), ("lifetime", "30_days")];
    let unproven = browser.post(PAGE, &form).await;
    assert_eq!(unproven.problem("password").unwrap(), "지금 쓰는 비밀번호가 아니에요.", "an open browser makes none");
    let made = browser.post(PAGE, &[&form[..], &[("password", PASSWORD)]].concat()).await;
    assert_eq!(made.status, StatusCode::OK);
    assert_eq!(house.letter().await.subject, "API 토큰을 만들었어요");
    assert_eq!(made.headers[header::CACHE_CONTROL], "no-store");
    let token = made.attribute("#made-token", "value").unwrap();
    assert!(token.starts_with("dasi_") && token.len() == 5 + 43, "{token}");
    let list = browser.get(PAGE).await;
    assert!(!list.text().contains(&token) && list.attribute("#made-token", "value").is_none());
    let line = list.words(".lines li").unwrap();
    for words in ["밤마다 옮기기", "읽고 쓰기", "2026년 11월 24일 만듦", "아직 쓰지 않았어요", "2026년 12월 24일에"]
    {
        assert!(line.contains(words), "{line}");
    }

    let mut program = Program::new(&house).with_token(&token);
    assert_eq!(program.get("/me").await.json()["name"], "지은");
    house.clock.set(house.store.now() + SignedDuration::from_hours(3));
    let line = browser.get(PAGE).await.words(".lines li").unwrap();
    assert!(line.contains("마지막 사용: 3시간 전"), "{line}");

    let end = list.attribute(".dialog form", "action").unwrap();
    assert!(list.words(".dialog h2").unwrap().contains("‘밤마다 옮기기’ 토큰을 끝낼까요?"));
    let page = browser.submit(&end, &[]).await;
    assert_eq!(page.words(".said-line").unwrap(), "토큰을 끝냈어요.");
    assert_eq!(page.count(".lines li"), 0);
    assert_eq!(program.get("/me").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(browser.post(&end, &[]).await.status, StatusCode::NOT_FOUND, "it is over");
}

#[tokio::test]
async fn a_token_of_somebody_else_is_not_there() {
    let house = House::founded().await;
    let token = make_token(&house, "jieun", Scope::Read).await;
    let mut other = house.signed_in("haneul").await;
    assert_eq!(other.get(PAGE).await.count(".lines li"), 0);
    for id in ["1", "2", "x", "99999999999999999999"] {
        assert_eq!(other.post(&format!("{PAGE}/{id}/end"), &[]).await.status, StatusCode::NOT_FOUND, "{id}");
    }
    assert_eq!(Program::new(&house).with_token(&token).get("/me").await.status, StatusCode::OK);
    assert!(house.browser().get(PAGE).await.location().starts_with("/sign-in"), "strangers are led to the door");
}

#[tokio::test]
async fn a_form_that_fails_comes_back_with_what_was_typed() {
    let house = House::founded().await;
    let mut browser = house.signed_in("ada").await;
    let page = browser.post(PAGE, &[("name", " "), ("scope", "write"), ("lifetime", "for ever")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.problem("name").unwrap(), "This is empty. Please fill it in.");
    assert!(page.problem("lifetime").is_some() && page.problem("scope").is_none());
    assert_eq!(page.field("scope").unwrap(), "write");
    let long = browser.post(PAGE, &[("name", &"a".repeat(61)), ("scope", "all"), ("lifetime", "year")]).await;
    assert!(long.problem("name").unwrap().contains("At most 60 characters"));
    assert!(long.problem("scope").is_some());
    assert_eq!(browser.get(PAGE).await.count(".lines li"), 0);
}

#[tokio::test]
async fn whoever_left_makes_tokens_to_read_alone() {
    let house = House::founded().await;
    let email = EmailAddress::parse("haneul@example.com").unwrap();
    let member = house.store.member_by_email(&email).await.unwrap().unwrap().member;
    house.store.leave(None, member.id, None, &By::command_line()).await.unwrap();
    let mut browser = house.signed_in("haneul").await;
    let page = browser.get(PAGE).await;
    assert_eq!(page.count("select[name=scope] option"), 1);
    assert_eq!(page.words("#scope-hint").unwrap(), "팀을 떠난 뒤에는 읽기 토큰만 만들 수 있어요.");
    let write = browser.post(PAGE, &[("name", "쓰기"), ("scope", "write"), ("lifetime", "year")]).await;
    assert_eq!(write.status, StatusCode::UNPROCESSABLE_ENTITY);
    let read =
        browser.post(PAGE, &[("password", PASSWORD), ("name", "읽기"), ("scope", "read"), ("lifetime", "year")]).await;
    let token = read.attribute("#made-token", "value").unwrap();
    assert_eq!(Program::new(&house).with_token(&token).get("/me").await.json()["role"], "alumni");
}
