use axum::http::StatusCode;
use domain::api_token::Scope;
use serde_json::json;
use store::By;

use crate::house::House;
use crate::program::{Program, write_up};
use crate::writing::{retrospective, write};

#[tokio::test]
async fn an_author_adds_a_colleague_who_sees_and_changes_it_from_then_on() {
    let house = House::founded().await;
    let mut author = house.signed_in("haneul").await;
    let mut form = retrospective("우리 회고", "하나");
    form.iter_mut().find(|(name, _)| *name == "audience").unwrap().1 = "only_me";
    let post = author.post("/posts/new?kind=retrospective", &form).await.location();
    let authors = format!("{post}/authors");
    let page = author.get(&authors).await;
    assert!(page.words("#member-hint").unwrap().contains("지은이만 보는 글"), "that they will see it is said");
    assert_eq!(page.count("form[action*='remove']"), 0, "the last one stays");
    let mut colleague = house.signed_in("jieun").await;
    assert_eq!(colleague.get(&authors).await.status, StatusCode::NOT_FOUND);

    let page = author.submit(&authors, &[("member", "1")]).await;
    assert_eq!(page.words(".said-line").unwrap(), "지은이로 더했어요.");
    assert_eq!(page.count(".people > li"), 2);
    assert!(page.text().contains("하늘님이 2026년 11월 24일"), "by whom, and when");
    let read = colleague.get(&post).await;
    assert!(read.words(".by").unwrap().contains("하늘, 지은") && read.text().contains("지은이만 보는 글"));
    assert_eq!(colleague.get(&format!("{post}/edit")).await.status, StatusCode::OK);

    let page = colleague.submit(&format!("{authors}/remove?member=1"), &[]).await;
    assert_eq!(page.words(".said-line").unwrap(), "이 글의 지은이에서 빠졌어요.");
    assert_eq!(colleague.get(&post).await.status, StatusCode::NOT_FOUND);
    let last = author.post(&format!("{authors}/remove?member=2"), &[]).await;
    assert_eq!(last.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(last.problem("member").unwrap(), "글에는 지은이가 한 사람은 있어야 해요.");
}

#[tokio::test]
async fn who_cannot_be_an_author_is_refused_and_the_form_comes_back() {
    let house = House::founded().await;
    let mut author = house.signed_in("jieun").await;
    let authors = format!("{}/authors", write(&mut author, "회고", "글").await);
    house.store.leave(None, domain::id::MemberId(3), None, &By::command_line()).await.unwrap();
    assert!(!author.get(&authors).await.text().contains("Ada"), "who left is not offered");
    for (member, problem) in [("3", "보기에 없는"), ("99", "보기에 없는"), ("x", "보기에 없는"), ("", "비어 있어요")]
    {
        let page = author.post(&authors, &[("member", member)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{member}");
        assert!(page.problem("member").unwrap().contains(problem), "{member}");
    }
    let mut reader = house.signed_in("haneul").await;
    assert_eq!(reader.post(&authors, &[("member", "2")]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_post_whose_authors_have_left_is_given_to_somebody_by_the_house() {
    let house = House::founded().await;
    let post = write(&mut house.signed_in("ada").await, "남은 글", "글").await;
    let mut owner = house.signed_in("jieun").await;
    assert_eq!(owner.get(&format!("{post}/authors")).await.status, StatusCode::FORBIDDEN);
    house.store.leave(None, domain::id::MemberId(3), None, &By::command_line()).await.unwrap();
    assert!(owner.get(&post).await.count("a[href$='/authors']") == 1, "the way there is on the page");
    let page = owner.get(&format!("{post}/authors")).await;
    assert!(page.text().contains("지은이가 모두 팀을 떠난 글"));
    owner.submit(&format!("{post}/authors"), &[("member", "2")]).await;
    let mut new = house.signed_in("haneul").await;
    assert_eq!(new.get(&format!("{post}/edit")).await.status, StatusCode::OK);
    assert_eq!(owner.get(&format!("{post}/edit")).await.status, StatusCode::FORBIDDEN, "who gave it did not take it");
}

#[tokio::test]
async fn programs_name_an_author_by_number_or_handle() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "ada", Scope::Write).await;
    program.post("/posts", &write_up("글", "하나")).await;
    let added = program.post("/posts/1/authors", &json!({ "member": "@하늘" })).await;
    assert_eq!(added.status, StatusCode::OK, "{}", added.text());
    assert_eq!(added.json()["authors"][1]["added_by"], "Ada");
    program.post("/posts/1/authors", &json!({ "member": 1 })).await;
    assert_eq!(program.get("/posts/1/authors").await.json()["authors"].as_array().unwrap().len(), 3);
    for (sent, code) in [
        (json!({}), "missing"),
        (json!({ "member": true }), "wrong_type"),
        (json!({ "member": "@x" }), "unknown_choice"),
    ] {
        assert_eq!(program.post("/posts/1/authors", &sent).await.flaws(), [("member".to_owned(), code.to_owned())]);
    }
    for member in [1, 2] {
        let removed = program.post("/posts/1/authors/remove", &json!({ "member": member })).await;
        assert_eq!(removed.status, StatusCode::NO_CONTENT);
    }
    let last = program.post("/posts/1/authors/remove", &json!({ "member": 3 })).await;
    assert_eq!(last.flaws(), [("member".to_owned(), "last_author".to_owned())]);
    let mut reader = Program::of(&house, "haneul", Scope::Write).await;
    assert_eq!(reader.post("/posts/1/authors", &json!({ "member": 2 })).await.status, StatusCode::FORBIDDEN);
}
