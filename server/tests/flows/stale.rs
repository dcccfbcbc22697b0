use axum::http::StatusCode;
use domain::api_token::Scope;
use serde_json::Value;

use crate::house::House;
use crate::program::{Program, write_up as sent};
use crate::reviews::write_up;

#[tokio::test]
async fn past_its_day_readers_are_told_and_authors_say_with_one_click_that_it_is_still_true() {
    let house = House::founded().await;
    let (mut author, mut reader) = (house.signed_in("jieun").await, house.signed_in("haneul").await);
    let post = write_up(&mut author, "재시도", "team", "2026-11-24").await;
    assert_eq!(reader.get(&post).await.count(".stale"), 0, "on the day itself there is time yet");
    house.clock.set("2026-11-24T15:00:00Z".parse().unwrap()); // midnight in Seoul
    let page = reader.get(&post).await;
    let notice = "2026년 11월 24일까지 다시 보기로 한 글이에요. 이제는 맞지 않을 수 있어요.";
    assert_eq!((page.words(".stale").unwrap().as_str(), page.count(".stale form")), (notice, 0));
    assert_eq!(house.signed_in("ada").await.get(&post).await.count(".stale"), 0, "in London it is still the 24th");
    assert!(author.get("/").await.text().contains("다시 볼 내 글"));
    assert!(!reader.get("/").await.text().contains("다시 볼 내 글"));
    let still = format!("{post}/still-true");
    assert_eq!(reader.post(&still, &[("months", "6")]).await.status, StatusCode::FORBIDDEN);
    let page = author.submit(&still, &[("months", "12")]).await;
    assert_eq!(page.words(".said-line").unwrap(), "다시 볼 날을 미뤘어요.");
    assert!(page.text().contains("2판"), "who said so stands in the history");
    assert_eq!(author.get(&format!("{post}/edit")).await.field("check_by").unwrap(), "2027-11-25");
    assert_eq!(reader.get(&post).await.count(".stale"), 0);
}

#[tokio::test]
async fn a_day_that_is_none_comes_back_beside_its_field() {
    let house = House::founded().await;
    let mut author = house.signed_in("jieun").await;
    let form = [
        ("kind", "write_up"),
        ("title", "글"),
        ("body", "글"),
        ("language", "ko"),
        ("audience", "team"),
        ("check_by", "언젠가"),
    ];
    let page = author.post("/posts/new?kind=write_up", &form).await;
    assert_eq!((page.status, page.field("check_by").as_deref()), (StatusCode::UNPROCESSABLE_ENTITY, Some("언젠가")));
    assert!(page.problem("check_by").unwrap().contains("달력에 없는 날"));
}

#[tokio::test]
async fn programs_read_and_write_the_day() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "ada", Scope::Write).await;
    let mut dated = sent("글", "하나");
    assert_eq!(program.post("/posts", &dated).await.json()["check_by"], Value::Null);
    dated["check_by"] = "2027-05-24".into();
    assert_eq!(program.post("/posts", &dated).await.json()["check_by"], "2027-05-24");
    dated["check_by"] = "soon".into();
    assert_eq!(program.post("/posts", &dated).await.flaws(), [("check_by".to_owned(), "not_a_date".to_owned())]);
}
