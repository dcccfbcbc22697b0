use axum::http::StatusCode;
use domain::api_token::Scope;
use serde_json::{Value, json};

use crate::house::House;
use crate::program::Program;

#[tokio::test]
async fn a_new_post_begins_with_a_template_in_the_writer_s_language() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let choice = browser.get("/posts/new").await;
    assert_eq!((choice.count(".card"), choice.count(".templates a")), (3, 10));
    let kpt = choice.attribute(".templates a", "href").unwrap();
    let form = browser.get(&kpt).await;
    assert!(form.field("body").unwrap().contains("## 이어 갈 것"));
    assert_eq!(form.field("start").unwrap(), "2026-07-01", "and the rest is as ever");
    assert!(house.signed_in("ada").await.get(&kpt).await.field("body").unwrap().contains("## Keep"));
    for odd in
        ["/posts/new?kind=write_up&template=kpt", "/posts/new?kind=write_up&template=x", "/posts/new?kind=write_up"]
    {
        let form = browser.get(odd).await;
        assert_eq!((form.status, form.field("body").unwrap().trim()), (StatusCode::OK, ""), "{odd}");
    }
}

#[tokio::test]
async fn the_team_changes_removes_and_has_back_what_came_with_dasi() {
    let house = House::founded().await;
    let (mut one, mut other) = (house.signed_in("haneul").await, house.signed_in("jieun").await);
    let edit = one.get("/templates/kpt/edit").await;
    assert_eq!(edit.field("name").unwrap(), "KPT");
    let page = one.submit("/templates/kpt/edit", &[("name", "우리 KPT"), ("body", "## 셋만")]).await;
    assert_eq!(page.words(".said-line").unwrap(), "틀을 저장했어요.");
    assert_eq!(
        (page.words("h1").unwrap().as_str(), page.words(".words h2, .words h3").unwrap().as_str()),
        ("우리 KPT", "셋만")
    );
    let page = other.get("/templates").await;
    assert!(page.text().contains("하늘님이 2026년 11월 24일 12:00에 고쳤어요."));
    let empty = other.post("/templates/kpt/edit", &[("name", "이름만"), ("body", " ")]).await;
    assert_eq!((empty.status, empty.field("name").as_deref()), (StatusCode::UNPROCESSABLE_ENTITY, Some("이름만")));

    other.submit("/templates/kpt/remove", &[]).await;
    let choice = one.get("/posts/new").await;
    assert_eq!(choice.count(".templates a"), 9, "it is offered no more");
    let begun = one.get("/posts/new?kind=retrospective&template=kpt").await;
    assert_eq!(begun.field("body").unwrap().trim(), "", "nor by an old link");
    other.submit("/templates/kpt/restore", &[]).await;
    assert!(one.get("/posts/new").await.text().contains("우리 KPT"));
    let page = other.submit("/templates/kpt/original", &[]).await;
    assert_eq!(page.words("h1").unwrap(), "KPT");
}

#[tokio::test]
async fn the_team_adds_its_own() {
    let house = House::founded().await;
    let mut browser = house.signed_in("haneul").await;
    let form = [("kind", "write_up"), ("name", "릴리스 노트"), ("body", "## 달라진 것\n")];
    let page = browser.submit("/templates/new", &form).await;
    assert_eq!(page.words("h1").unwrap(), "릴리스 노트");
    let begin = page.attribute("main a[href^='/posts/new']", "href").unwrap();
    assert!(browser.get(&begin).await.field("body").unwrap().contains("## 달라진 것"));
    let wrong = browser.post("/templates/new", &[("kind", "poem"), ("name", ""), ("body", "시")]).await;
    assert_eq!((wrong.status, wrong.field("body").unwrap().trim()), (StatusCode::UNPROCESSABLE_ENTITY, "시"));
    assert!(wrong.problem("kind").is_some() && wrong.problem("name").is_some());
}

#[tokio::test]
async fn programs_do_the_same() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "ada", Scope::Write).await;
    let all = program.get("/templates").await.json()["templates"].as_array().cloned().unwrap();
    assert_eq!((all.len(), &all[0]["key"], &all[0]["built_in"]), (10, &json!("kpt"), &json!(true)));
    let made = program.post("/templates", &json!({ "kind": "book_note", "name": "Mine", "body": "## One\n" })).await;
    assert_eq!((made.status, made.location().as_str()), (StatusCode::CREATED, "/api/v1/templates/1"));
    let changed = program.put("/templates/1", &json!({ "name": "Ours", "body": "## One\n" })).await.json();
    assert_eq!((&changed["name"], &changed["changed_by"]), (&json!("Ours"), &json!("Ada")));
    for (deed, removed) in [("remove", false), ("restore", true)] {
        assert_eq!(program.post(&format!("/templates/1/{deed}"), &json!({})).await.status, StatusCode::NO_CONTENT);
        assert_eq!(program.get("/templates/1").await.json()["removed_at"] == Value::Null, removed);
    }
    assert_eq!(program.post("/templates/1/original", &json!({})).await.status, StatusCode::NOT_FOUND);
    assert_eq!(program.post("/templates/kpt/original", &json!({})).await.status, StatusCode::NO_CONTENT);
    let flaws =
        program.post("/templates", &json!({ "kind": "poem", "name": "", "body": "x", "colour": "red" })).await.flaws();
    assert_eq!(flaws.len(), 3, "{flaws:?}");
    let mut reader = Program::of(&house, "haneul", Scope::Read).await;
    assert_eq!(reader.put("/templates/kpt", &json!({ "name": "x", "body": "y" })).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_template_that_two_change_at_once_loses_the_words_of_neither() {
    let house = House::founded().await;
    let (mut one, mut other) = (house.signed_in("jieun").await, house.signed_in("haneul").await);
    let seen = one.get("/templates/kpt/edit").await.field("seen").unwrap_or_default();
    house.clock.set("2026-11-24T03:01:00Z".parse().unwrap());
    other.submit("/templates/kpt/edit", &[("name", "KPT"), ("body", "## 하늘의 틀"), ("seen", &seen)]).await;
    let mine = [("name", "KPT"), ("body", "## 지은의 틀")];
    let form = |seen: &str| mine.iter().copied().chain([("seen", seen.to_owned().leak() as &str)]).collect::<Vec<_>>();
    let told = one.post("/templates/kpt/edit", &form(&seen)).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert_eq!(told.field("body").unwrap().trim(), "## 지은의 틀");
    assert!(told.words("[role=alert]").unwrap().contains("하늘") && told.text().contains("## 하늘의 틀"));
    assert!(other.get("/templates/kpt").await.text().contains("하늘의 틀"), "nothing was written over");
    let again = one.submit("/templates/kpt/edit", &form(&told.field("seen").unwrap())).await;
    assert!(again.text().contains("지은의 틀"));
    let back = house.browser().post("/templates/kpt/edit", &form("")).await;
    assert_eq!((back.status, back.field("body").unwrap().trim()), (StatusCode::UNAUTHORIZED, "## 지은의 틀"));
}
