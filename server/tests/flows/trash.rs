use axum::http::StatusCode;
use domain::api_token::Scope;
use jiff::SignedDuration;
use serde_json::json;

use crate::house::House;
use crate::program::{Program, write_up};
use crate::reminding::reminded;
use crate::writing::write;

#[tokio::test]
async fn a_post_is_thrown_away_with_a_question_and_comes_back() {
    let house = House::founded().await;
    let mut author = house.signed_in("jieun").await;
    let mut reader = house.signed_in("haneul").await;
    let post = write(&mut author, "상반기 회고", "글").await;
    let page = author.get(&post).await;
    assert_eq!(page.attribute("#trash form", "action").unwrap(), format!("{post}/trash"));
    assert_eq!(reader.get(&post).await.count("#trash"), 0, "not theirs to throw away");
    assert_eq!(reader.post(&format!("{post}/trash"), &[]).await.status, StatusCode::FORBIDDEN);

    let gone = author.submit(&format!("{post}/trash"), &[]).await;
    assert_eq!((gone.status, gone.words(".said-line").unwrap().as_str()), (StatusCode::OK, "휴지통에 넣었어요."));
    assert!(gone.words(".notice").unwrap().contains("30일 뒤 완전히 지워져요"));
    for path in ["", ".md", "/edit", "/remind", "/authors"] {
        assert_eq!(reader.get(&format!("{post}{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for list in ["/", "/posts"] {
        assert!(!author.get(list).await.text().contains("상반기 회고"), "{list}");
    }
    assert_eq!(reader.get("/trash").await.count(".lines > li"), 0);
    let trash = author.get("/trash").await;
    assert!(trash.words(".lines > li").unwrap().contains("지은님이"));
    assert_eq!(reader.post(&format!("{post}/restore"), &[]).await.status, StatusCode::NOT_FOUND);

    let back = author.submit(&format!("{post}/restore"), &[]).await;
    assert_eq!(back.words(".said-line").unwrap(), "휴지통에서 꺼냈어요.");
    assert_eq!(reader.get(&post).await.words("h1").unwrap(), "상반기 회고");
    let log = author.get("/audit").await.text();
    assert!(log.contains("휴지통에 넣었어요") && log.contains("휴지통에서 꺼냈어요") && !log.contains("상반기 회고"));
}

#[tokio::test]
async fn waiting_mail_about_it_is_not_sent_and_its_reminders_rest() {
    let house = House::founded().await;
    let mut author = house.signed_in("jieun").await;
    let post = reminded(&mut author, "2026-12-01T09:00", "weekly").await;
    house.clock.set("2026-12-01T00:00:00Z".parse().unwrap());
    house.store.take_due(|_| "<one@dasi.test>".into()).await.unwrap();
    author.submit(&format!("{post}/trash"), &[]).await;
    assert_eq!(author.get("/reminders").await.count("form[action$='/stop']"), 0);
    let turn = house.turn_at("2026-12-01T00:00:30Z").await;
    assert_eq!((turn.sent, turn.skipped), (0, 1), "it waited, and its reader may no longer read it");
    assert_eq!(house.turn_at("2026-12-08T00:00:00Z").await.due, 0);
    assert!(!author.get("/mail").await.text().contains("상반기 회고"), "nor does the log tell its title");
    author.submit(&format!("{post}/restore"), &[]).await;
    assert_eq!(house.turn_at("2026-12-08T00:00:30Z").await.sent, 1, "what came due meanwhile comes once");
    assert_eq!(author.get("/reminders").await.count("form[action$='/stop']"), 1);
}

#[tokio::test]
async fn after_thirty_days_the_worker_deletes_it_and_an_author_may_do_so_earlier() {
    let house = House::founded().await;
    let mut author = house.signed_in("jieun").await;
    let (old, early) = (write(&mut author, "오래된 글", "글").await, write(&mut author, "이른 글", "글").await);
    assert_eq!(author.post(&format!("{early}/delete"), &[]).await.status, StatusCode::NOT_FOUND, "first the trash");
    for post in [&old, &early] {
        author.submit(&format!("{post}/trash"), &[]).await;
    }
    let page = author.submit(&format!("{early}/delete"), &[]).await;
    assert_eq!(page.words(".said-line").unwrap(), "완전히 지웠어요.");
    assert_eq!(page.count(".lines > li"), 1);
    assert_eq!(house.turn_after(SignedDuration::from_hours(30 * 24 - 1)).await.deleted, 0);
    assert_eq!(house.turn_after(SignedDuration::from_hours(1)).await.deleted, 1);
    let mut later = house.signed_in("jieun").await;
    assert_eq!(later.get(&old).await.status, StatusCode::NOT_FOUND);
    assert_eq!(later.get("/trash").await.count(".lines > li"), 0);
    assert!(later.get("/audit").await.text().contains("휴지통에 30일 있던 글 1번이 완전히 지워졌어요."));
    assert_eq!(write(&mut later, "새 글", "글").await, "/posts/3", "an old link leads to nothing else");
}

#[tokio::test]
async fn programs_throw_away_and_bring_back_what_is_theirs() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "ada", Scope::Write).await;
    program.post("/posts", &write_up("글", "하나")).await;
    let mut other = Program::of(&house, "haneul", Scope::Write).await;
    assert_eq!(other.post("/posts/1/trash", &json!({})).await.status, StatusCode::FORBIDDEN);
    assert_eq!(program.post("/posts/1/trash", &json!({})).await.status, StatusCode::NO_CONTENT);
    assert_eq!(program.get("/posts/1").await.status, StatusCode::NOT_FOUND);
    let trash = program.get("/trash").await.json();
    assert_eq!(trash["posts"][0]["deleted_at"], "2026-12-24T03:00:00Z");
    assert_eq!(other.get("/trash").await.json()["posts"], json!([]));
    assert_eq!(program.post("/posts/1/restore", &json!({})).await.status, StatusCode::NO_CONTENT);
    assert_eq!(program.post("/posts/1/restore", &json!({})).await.status, StatusCode::NOT_FOUND);
    assert_eq!(program.get("/posts/1").await.json()["status"], "drafting");
}
