use axum::http::StatusCode;
use domain::language::Language;
use domain::member::Role;
use store::By;

use crate::house::{House, member};
use crate::profile::profile;
use crate::writing::{retrospective, write};

#[tokio::test]
async fn what_is_mine_alone_is_not_there_for_others() {
    let house = House::founded().await;
    let mut mine = house.signed_in("haneul").await;
    let mut form = retrospective("비밀 회고", "나만 보는 글");
    form.iter_mut().find(|(name, _)| *name == "audience").unwrap().1 = "only_me";
    let post = mine.post("/posts/new?kind=retrospective", &form).await.location();
    assert_eq!(mine.get(&post).await.status, StatusCode::OK);
    let mut owner = house.signed_in("jieun").await;
    for path in ["", ".md", "/edit", "/remind", "/blog", "/blog.zip"] {
        assert_eq!(owner.get(&format!("{post}{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for list in ["/", "/posts", "/posts?kind=retrospective"] {
        assert!(!owner.get(list).await.text().contains("비밀 회고"), "{list}");
    }
    let remind = owner.post(&format!("{post}/remind"), &[("first", "2027-01-01T09:00"), ("recurrence", "once")]).await;
    assert_eq!(remind.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_colleague_reads_a_post_and_cannot_change_it() {
    let house = House::founded().await;
    let post = write(&mut house.signed_in("jieun").await, "회고", "글").await;
    let mut other = house.signed_in("haneul").await;
    assert_eq!(other.get(&post).await.status, StatusCode::OK);
    assert_eq!(other.get(&format!("{post}/edit")).await.status, StatusCode::FORBIDDEN);
    let answer = other.post(&format!("{post}/edit"), &retrospective("회고", "남의 글")).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(other.get(&format!("{post}.md")).await.text(), "글");
}

#[tokio::test]
async fn reminders_are_nobody_else_s() {
    let house = House::founded().await;
    let mut mine = house.signed_in("jieun").await;
    let post = write(&mut mine, "회고", "글").await;
    mine.submit(&format!("{post}/remind"), &[("first", "2027-01-01T09:00"), ("recurrence", "weekly")]).await;
    let reminder = mine.get("/reminders").await.attribute("a[href^='/reminders/']", "href").unwrap();
    let mut other = house.signed_in("haneul").await;
    assert_eq!(other.get(&reminder).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.post(&format!("{reminder}/stop"), &[]).await.status, StatusCode::NOT_FOUND);
    let change = other.post(&reminder, &[("first", "2028-01-01T09:00"), ("recurrence", "once")]).await;
    assert_eq!(change.status, StatusCode::NOT_FOUND);
    assert_eq!(mine.get("/reminders").await.count("form[action$='/stop']"), 1, "it still comes");
}

#[tokio::test]
async fn alumni_keep_their_own_posts_and_see_no_others() {
    let house = House::founded().await;
    let hash = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA";
    house
        .store
        .add_member(&member("나리", "nari", Role::Alumni, Language::Korean, hash), &By::command_line())
        .await
        .unwrap();
    let post = write(&mut house.signed_in("jieun").await, "회고", "글").await;
    let mut alumni = house.signed_in("nari").await;
    assert_eq!(alumni.get(&post).await.status, StatusCode::NOT_FOUND);
    assert_eq!(alumni.get("/posts").await.count(".lines > li"), 0);
    assert_eq!(alumni.get("/posts/new?kind=write_up").await.status, StatusCode::FORBIDDEN);
    let answer = alumni.post("/posts/new?kind=retrospective", &retrospective("x", "y")).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_mail_log_tells_no_title_that_is_its_author_s_alone() {
    let house = House::founded().await;
    let mut author = house.signed_in("haneul").await;
    let mut form = retrospective("비밀 회고", "나만 보는 글");
    form.iter_mut().find(|(name, _)| *name == "audience").unwrap().1 = "only_me";
    let post = author.post("/posts/new?kind=retrospective", &form).await.location();
    author.submit(&format!("{post}/remind"), &[("first", "2026-12-01T09:00"), ("recurrence", "once")]).await;
    assert_eq!(house.turn_at("2026-12-01T00:00:00Z").await.sent, 1);
    let log = house.signed_in("jieun").await.get("/mail").await;
    assert!(log.text().contains("하늘") && !log.text().contains("비밀 회고"));
}

#[tokio::test]
async fn a_zone_that_is_not_on_the_list_stays_when_something_else_is_saved() {
    let house = House::founded().await;
    let mut browser = house.signed_in("ada").await;
    let typed = [("name", "Ada"), ("language", "en"), ("zone", "Etc/UTC"), ("theme", "system")];
    let page = browser.submit("/settings", &profile(&typed)).await;
    assert_eq!(page.field("zone").unwrap(), "Etc/UTC");
}
