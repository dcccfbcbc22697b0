use axum::http::StatusCode;
use domain::api_token::Scope;
use serde_json::json;

use crate::house::House;
use crate::program::Program;
use crate::tags::{all_words, write_tagged};

#[tokio::test]
async fn a_story_is_begun_from_a_post_and_read_part_by_part() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let (one, two) = (
        write_tagged(&mut browser, "하나", "", "", "team").await,
        write_tagged(&mut browser, "둘", "", "", "team").await,
    );
    let form = browser.get(&format!("{one}/series")).await;
    assert_eq!((form.words("h1").unwrap().as_str(), form.count("select[name=series]")), ("연재에 넣기", 0));
    let empty = browser.post(&format!("{one}/series"), &[("title", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.problem("title").unwrap(), "비어 있어요. 채워 주세요.");
    let page = browser.submit(&format!("{one}/series"), &[("title", "창고 이야기")]).await;
    assert_eq!(page.words(".series p").unwrap(), "1편 중 1편: 창고 이야기");
    let offered = browser.get(&format!("{two}/series")).await;
    assert_eq!(all_words(&offered, "select[name=series] option"), ["새 연재를 시작해요", "창고 이야기 · 1편"]);
    let forged = browser.post(&format!("{two}/series"), &[("series", "99")]).await;
    assert_eq!((forged.status, forged.problem("series").is_some()), (StatusCode::UNPROCESSABLE_ENTITY, true));
    let page = browser.submit(&format!("{two}/series"), &[("series", "1"), ("title", "")]).await;
    assert_eq!(page.words(".series p").unwrap(), "2편 중 2편: 창고 이야기");
    assert_eq!(page.attribute(".series a[rel=prev]", "href").unwrap(), one);
    assert_eq!((page.count(".series a[rel=next]"), page.count(".series details li")), (0, 2));
    let mut reader = house.signed_in("ada").await;
    let first = reader.get(&one).await;
    assert_eq!(first.words(".series p").unwrap(), "Part 1 of 2: 창고 이야기");
    assert_eq!(first.attribute(".series a[rel=next]", "href").unwrap(), two);
    assert_eq!(first.count("a[href$='/series']"), 0, "what is not theirs is not offered");
    let series = reader.get("/series/1").await;
    assert_eq!(all_words(&series, ".parts > li > a"), ["하나", "둘"]);
    assert_eq!(series.count("main form"), 0);
}

#[tokio::test]
async fn authors_order_rename_and_take_out() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let mut posts = Vec::new();
    for title in ["하나", "둘", "셋"] {
        let post = write_tagged(&mut browser, title, "", "", "team").await;
        let form = if posts.is_empty() { ("title", "창고") } else { ("series", "1") };
        browser.submit(&format!("{post}/series"), &[form]).await;
        posts.push(post);
    }
    let page = browser.submit("/series/1/move", &[("post", "3"), ("way", "earlier")]).await;
    assert_eq!(all_words(&page, ".parts > li > a"), ["하나", "셋", "둘"]);
    assert_eq!(page.words(".said-line").unwrap(), "차례를 바꿨어요.");
    let page = browser.submit("/series/1/move", &[("post", "1"), ("way", "later")]).await;
    assert_eq!(all_words(&page, ".parts > li > a"), ["셋", "하나", "둘"]);
    assert_eq!(page.count("button[value=earlier]"), 2, "the first goes no earlier");
    assert_eq!(browser.post("/series/1/move", &[("post", "1"), ("way", "up")]).await.status, StatusCode::BAD_REQUEST);
    let wrong = browser.post("/series/1/title", &[("title", "")]).await;
    assert_eq!((wrong.status, wrong.problem("title").is_some()), (StatusCode::UNPROCESSABLE_ENTITY, true));
    let page = browser.submit("/series/1/title", &[("title", "창고 이야기")]).await;
    assert_eq!(page.words("h1").unwrap(), "창고 이야기");
    let page = browser.submit(&format!("{}/series/leave", posts[0]), &[]).await;
    assert_eq!((page.words("h1").unwrap().as_str(), page.count(".series")), ("하나", 0));
    assert_eq!(all_words(&browser.get("/series/1").await, ".parts > li > a"), ["셋", "둘"]);
    let mut other = house.signed_in("haneul").await;
    for path in ["/series/1/move", "/series/1/title"] {
        assert_eq!(other.post(path, &[("title", "x")]).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(other.post(&format!("{}/series/leave", posts[1]), &[]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_part_that_is_mine_alone_is_not_counted_for_anybody_else() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let mut posts = Vec::new();
    for (title, audience) in [("하나", "team"), ("숨은 편", "only_me"), ("셋", "team")] {
        let post = write_tagged(&mut browser, title, "", "", audience).await;
        let form = if posts.is_empty() { ("title", "창고") } else { ("series", "1") };
        browser.submit(&format!("{post}/series"), &[form]).await;
        posts.push(post);
    }
    assert_eq!(browser.get(&posts[2]).await.words(".series p").unwrap(), "3편 중 3편: 창고");
    let mut reader = house.signed_in("haneul").await;
    let page = reader.get(&posts[2]).await;
    assert_eq!(page.words(".series p").unwrap(), "2편 중 2편: 창고");
    assert_eq!(page.attribute(".series a[rel=prev]", "href").unwrap(), posts[0]);
    for path in [posts[0].as_str(), posts[2].as_str(), "/series/1"] {
        assert!(!reader.get(path).await.text().contains("숨은 편"), "{path}");
    }
}

#[tokio::test]
async fn programs_begin_and_arrange_series() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    for title in ["하나", "둘"] {
        write_tagged(&mut browser, title, "", "", "team").await;
    }
    write_tagged(&mut house.signed_in("ada").await, "Theirs", "", "", "team").await;
    let mut program = Program::of(&house, "jieun", Scope::Write).await;
    let made = program.post("/series", &json!({ "title": "창고", "post": 1 })).await;
    assert_eq!((made.status, made.location().as_str()), (StatusCode::CREATED, "/api/v1/series/1"));
    let arranged = program.put("/series/1", &json!({ "title": "창고 이야기", "parts": [2, 1, 2] })).await.json();
    let ids: Vec<_> = arranged["parts"].as_array().unwrap().iter().map(|part| part["id"].clone()).collect();
    assert_eq!(
        (ids, &arranged["title"], &arranged["may_arrange"]),
        (vec![json!(2), json!(1)], &json!("창고 이야기"), &json!(true))
    );
    assert_eq!(program.get("/series").await.json()["series"][0]["parts"], 2);
    assert_eq!(program.get("/series/1").await.json(), arranged);
    for (parts, code) in [(json!([1, 3]), "unknown_choice"), (json!([]), "empty"), (json!(["1"]), "wrong_type")] {
        let refused = program.put("/series/1", &json!({ "title": "x", "parts": parts })).await;
        assert_eq!(refused.flaws(), [("parts".to_owned(), code.to_owned())]);
    }
    assert_eq!(program.post("/series", &json!({ "title": "x", "post": 3 })).await.flaws()[0].1, "unknown_choice");
    assert_eq!(program.get("/series/9").await.status, StatusCode::NOT_FOUND);
    let mut other = Program::of(&house, "ada", Scope::Write).await;
    let refused = other.put("/series/1", &json!({ "title": "x", "parts": [1] })).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(other.get("/series/1").await.json()["may_arrange"], false);
}
