use axum::body::Body;
use axum::http::{Method, StatusCode};
use domain::api_token::Scope;
use domain::post::Audience;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::browser::Page;
use crate::comments::{content, said};
use crate::house::House;
use crate::program::{BASE, Program};

async fn delete(program: &mut Program, path: &str) -> Page {
    program.ask(Method::DELETE, path, None, Body::empty()).await
}

async fn settle(program: &mut Program, path: &str) -> Page {
    program.ask(Method::POST, path, None, Body::empty()).await
}

#[tokio::test]
async fn a_program_comments_answers_edits_settles_and_deletes() {
    let house = House::founded().await;
    house.post().await;
    let (mut ada, mut jieun) =
        (Program::of(&house, "ada", Scope::Write).await, Program::of(&house, "jieun", Scope::Write).await);
    let words = json!({ "body": "왜요?", "exact": "금요일을 피한다.", "before": "배포는", "revision": 1 });
    let made = ada.post("/posts/1/comments", &words).await;
    assert_eq!((made.status, made.location().as_str()), (StatusCode::CREATED, "/api/v1/comments/1"));
    assert_eq!(made.json()["about"]["exact"], "금요일을 피한다.");
    assert_eq!(made.json()["url"], "http://dasi.test/posts/1#comment-1");
    let reply = jieun.post("/posts/1/comments", &json!({ "body": "사고가 나서요", "thread": 1 })).await;
    assert_eq!((reply.json()["thread"].as_i64(), reply.json()["about"]["kind"].as_str()), (Some(1), Some("post")));
    house.clock.set(house.store.now() + SignedDuration::from_mins(1));
    let changed = ada.put("/comments/1", &json!({ "body": "왜 그런가요?" })).await;
    assert_eq!(changed.json()["edited_at"], "2026-11-24T03:01:00Z");
    assert_eq!(settle(&mut jieun, "/comments/1/resolve").await.json()["resolved"]["by"], "지은");
    assert_eq!(settle(&mut ada, "/comments/1/reopen").await.json()["resolved"], Value::Null);
    assert_eq!(delete(&mut ada, "/comments/1").await.status, StatusCode::NO_CONTENT);
    let list = jieun.get("/posts/1/comments").await.json();
    assert_eq!((list["comments"][0]["body"].as_str(), list["comments"].as_array().unwrap().len()), (Some(""), 2));
    assert_eq!(list["comments"][0]["deleted"]["by"], "Ada");
    let heading = ada.post("/posts/1/comments", &json!({ "body": "여기", "heading": "h-시작" })).await;
    assert_eq!(heading.json()["about"]["heading"], "h-시작");
}

#[tokio::test]
async fn what_is_not_theirs_is_refused_and_what_they_may_not_read_is_not_there() {
    let house = House::founded().await;
    let post = house.post().await;
    let jieun = house.viewer("jieun").await;
    jieun.comment(&said(post, "제 말")).await.unwrap();
    let private = jieun.create_post(&content("비밀", "나만"), Audience::OnlyMe).await.unwrap();
    jieun.comment(&said(private, "나에게")).await.unwrap();
    let mut ada = Program::of(&house, "ada", Scope::Write).await;
    let words = json!({ "body": "남의 말" });
    assert_eq!(ada.put("/comments/1", &words).await.status, StatusCode::FORBIDDEN);
    assert_eq!(delete(&mut ada, "/comments/1").await.status, StatusCode::FORBIDDEN);
    assert_eq!(settle(&mut ada, "/comments/1/resolve").await.status, StatusCode::FORBIDDEN);
    for path in ["/comments/2", "/comments/99", "/comments/x"] {
        assert_eq!(ada.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(ada.put(path, &words).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(delete(&mut ada, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(ada.get("/posts/2/comments").await.status, StatusCode::NOT_FOUND);
    assert_eq!(ada.post("/posts/2/comments", &words).await.status, StatusCode::NOT_FOUND);
    let mut reader = Program::of(&house, "jieun", Scope::Read).await;
    assert_eq!(reader.post("/posts/1/comments", &words).await.fault(), "scope");
}

#[tokio::test]
async fn each_flaw_is_named() {
    let house = House::founded().await;
    house.post().await;
    let mut ada = Program::of(&house, "ada", Scope::Write).await;
    let flaw = |field: &str, code: &str| vec![(field.to_owned(), code.to_owned())];
    for (sent, flaws) in [
        (json!({}), flaw("body", "missing")),
        (json!({ "body": " " }), flaw("body", "empty")),
        (json!({ "body": 7 }), flaw("body", "wrong_type")),
        (json!({ "body": "말".repeat(10_001) }), flaw("body", "too_long")),
        (json!({ "body": "말", "thread": "1" }), flaw("thread", "wrong_type")),
        (json!({ "body": "말", "exact": "가".repeat(1_001) }), flaw("exact", "too_long")),
        (json!({ "body": "말", "mood": "good" }), flaw("mood", "unknown_field")),
    ] {
        assert_eq!(ada.post("/posts/1/comments", &sent).await.flaws(), flaws);
    }
    for thread in [1, 99] {
        let sent = json!({ "body": "말", "thread": thread });
        assert_eq!(ada.post("/posts/1/comments", &sent).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn what_concerns_the_member_is_read_in_parts() {
    let house = House::founded().await;
    let (post, haneul) = (house.post().await, house.viewer("haneul").await);
    for number in 1..=3 {
        haneul.comment(&said(post, &format!("말 {number}"))).await.unwrap();
    }
    let mut jieun = Program::of(&house, "jieun", Scope::Read).await;
    let first = jieun.get("/notices?limit=2").await.json();
    let comments = |part: &Value| -> Vec<i64> {
        part["notices"].as_array().unwrap().iter().map(|one| one["comment"].as_i64().unwrap()).collect()
    };
    assert_eq!((comments(&first), first["notices"][0]["by"].as_str()), (vec![3, 2], Some("하늘")));
    let next = first["next"].as_str().unwrap().strip_prefix(BASE).unwrap().to_owned();
    let second = jieun.get(&next).await.json();
    assert_eq!((comments(&second), &second["next"]), (vec![1], &Value::Null));
    for query in ["limit=0", "before=x", "after=1"] {
        assert_eq!(jieun.get(&format!("/notices?{query}")).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
    }
    assert!(
        Program::of(&house, "ada", Scope::Read).await.get("/notices").await.json()["notices"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}
