use axum::http::StatusCode;
use domain::api_token::Scope;
use serde_json::json;

use crate::browser::Browser;
use crate::house::House;
use crate::program::{Program, write_up as sent};

/// Writes a write-up, and gives its address.
pub(crate) async fn write_up(browser: &mut Browser, title: &str, audience: &str, check_by: &str) -> String {
    let form = [
        ("kind", "write_up"),
        ("title", title),
        ("body", "## 왜\n\n줄이 늘었다.\n\n## 어떻게"),
        ("language", "ko"),
        ("audience", audience),
        ("check_by", check_by),
    ];
    let answer = browser.post("/posts/new?kind=write_up", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location()
}

#[tokio::test]
async fn a_colleague_is_asked_reads_says_something_about_a_line_and_answers() {
    let house = House::founded().await;
    let (mut author, mut reviewer) = (house.signed_in("jieun").await, house.signed_in("haneul").await);
    let post = write_up(&mut author, "초안", "only_me", "").await;
    assert_eq!(reviewer.get(&post).await.status, StatusCode::NOT_FOUND);
    let form = [("reviewer", "2"), ("due", "2026-11-30"), ("remark", "둘째 줄을 봐 주세요")];
    let page = author.submit(&format!("{post}/reviews"), &form).await;
    assert_eq!(page.words(".said-line").unwrap(), "검토를 부탁했어요.");
    assert!(page.words("article .kind").unwrap().contains("검토 중"));
    assert!(author.get("/").await.text().contains("하늘님이 2026년 11월 30일까지 읽어요."));

    let home = reviewer.get("/").await;
    let review = home.attribute("a[href*='/reviews/']", "href").unwrap();
    assert!(home.text().contains("지은님이 2026년 11월 30일까지 읽어 달라고 했어요."));
    let page = reviewer.get(&review).await;
    assert_eq!((page.count(".source > li"), page.words("#line-3 code").unwrap().as_str()), (5, "줄이 늘었다."));
    assert!(page.text().contains("둘째 줄을 봐 주세요"));
    let open = reviewer.get(&format!("{review}?line=3")).await;
    let revision = open.attribute("#line-3 input[name=revision]", "value").unwrap();
    let empty =
        reviewer.post(&format!("{review}/comment"), &[("line", "3"), ("revision", &revision), ("body", " ")]).await;
    assert_eq!((empty.status, empty.count("#line-3 #body-problem")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let said = [("line", "3"), ("revision", revision.as_str()), ("body", "얼마나 **늘었나요**?")];
    let page = reviewer.submit(&format!("{review}/comment"), &said).await;
    assert_eq!(page.words("#line-3 .said strong").unwrap(), "하늘");
    assert!(page.words("#line-3 .said .words").unwrap().contains("얼마나 늘었나요?"));

    let silent = [("outcome", "changes"), ("remark", ""), ("revision", revision.as_str())];
    let wrong = reviewer.post(&format!("{review}/answer"), &silent).await;
    assert_eq!((wrong.status, wrong.field("outcome").as_deref()), (StatusCode::UNPROCESSABLE_ENTITY, Some("changes")));
    assert!(wrong.problem("remark").is_some(), "who asks for changes says which");
    let answer = [("outcome", "changes"), ("remark", "숫자를 더해 주세요"), ("revision", revision.as_str())];
    let page = reviewer.submit(&format!("{review}/answer"), &answer).await;
    assert_eq!(page.words(".said-line").unwrap(), "답을 보냈어요.");
    assert_eq!(reviewer.get(&post).await.status, StatusCode::NOT_FOUND, "it is its authors' alone again");
    assert_eq!(reviewer.get(&review).await.status, StatusCode::NOT_FOUND);
    let page = author.get(&post).await;
    assert!(page.text().contains("하늘님이 고쳐 달라고 했어요.") && page.text().contains("숫자를 더해 주세요"));
    assert!(page.words("article .kind").unwrap().contains("쓰는 중"));
}

#[tokio::test]
async fn an_approval_says_how_many_revisions_ago_it_was() {
    let house = House::founded().await;
    let mut author = Program::of(&house, "ada", Scope::Write).await;
    let first = author.post("/posts", &sent("글", "하나")).await.json()["revision"].clone();
    let asked = json!({ "reviewer": "@하늘", "due": "2026-11-30" });
    let review = author.post("/posts/1/reviews", &asked).await;
    assert_eq!(review.status, StatusCode::CREATED, "{}", review.text());
    let address = format!("/posts/1/reviews/{}", review.json()["id"]);
    assert_eq!(author.get("/posts/1").await.json()["status"], "in_review");
    let mut reviewer = Program::of(&house, "haneul", Scope::Write).await;
    assert_eq!(reviewer.get("/reviews").await.json()["reviews"][0]["post"], 1);
    let none = json!({ "outcome": "changes" });
    assert_eq!(reviewer.post(&format!("{address}/answer"), &none).await.flaws()[0].0, "remark");
    let yes = json!({ "outcome": "approved", "revision": first });
    assert_eq!(reviewer.post(&format!("{address}/answer"), &yes).await.status, StatusCode::NO_CONTENT);
    assert_eq!(reviewer.post(&format!("{address}/answer"), &yes).await.status, StatusCode::NOT_FOUND, "once");
    let mut revision = first;
    for body in ["둘", "셋"] {
        let mut change = sent("글", body);
        change["revision"] = revision.clone();
        revision = author.put("/posts/1", &change).await.json()["revision"].clone();
    }
    let answer = author.get("/posts/1/reviews").await.json()["reviews"][0]["answer"].clone();
    assert_eq!((answer["outcome"].as_str(), answer["revisions_since"].as_i64()), (Some("approved"), Some(2)));
    let page = house.signed_in("jieun").await.get("/posts/1").await;
    assert!(page.text().contains("하늘님이 좋다고 했어요. 2판 전이에요."));
}

#[tokio::test]
async fn a_wrong_request_comes_back_whole() {
    let house = House::founded().await;
    let mut author = house.signed_in("jieun").await;
    let post = write_up(&mut author, "글", "team", "").await;
    let form = [("reviewer", "2"), ("due", "2026-11-23"), ("remark", "봐 주세요")];
    let page = author.post(&format!("{post}/reviews"), &form).await;
    assert_eq!((page.status, page.field("remark").as_deref()), (StatusCode::UNPROCESSABLE_ENTITY, Some("봐 주세요")));
    assert_eq!(page.problem("due").unwrap(), "이미 지난 때예요. 앞으로 올 때를 골라 주세요.");
    let own = author.post(&format!("{post}/reviews"), &[("reviewer", "1"), ("due", "2026-11-30")]).await;
    assert!(own.problem("reviewer").is_some(), "nobody reviews themselves");
}

#[tokio::test]
async fn authors_say_where_it_stands_and_take_back_what_they_asked() {
    let house = House::founded().await;
    let (mut author, mut reader) = (house.signed_in("jieun").await, house.signed_in("haneul").await);
    let post = write_up(&mut author, "글", "team", "").await;
    assert_eq!(reader.post(&format!("{post}/status"), &[("status", "shared")]).await.status, StatusCode::FORBIDDEN);
    let page = author.submit(&format!("{post}/status"), &[("status", "shared")]).await;
    assert!(page.words("article .kind").unwrap().contains("나눔"));
    assert!(reader.get("/posts").await.words(".lines .kind").unwrap().contains("나눔"));
    author.submit(&format!("{post}/status"), &[("status", "drafting")]).await;
    author.submit(&format!("{post}/reviews"), &[("reviewer", "2"), ("due", "2026-11-24")]).await;
    let withdraw = author.get(&post).await.attribute("form[action$='/withdraw']", "action").unwrap();
    let page = author.submit(&withdraw, &[]).await;
    assert_eq!(page.words(".said-line").unwrap(), "부탁을 거뒀어요.");
    assert!(page.words("article .kind").unwrap().contains("쓰는 중"));
    assert!(!reader.get("/").await.text().contains("읽어 달라고"));
}

#[tokio::test]
async fn programs_set_the_status_and_take_reviews_back() {
    let house = House::founded().await;
    let mut author = Program::of(&house, "ada", Scope::Write).await;
    author.post("/posts", &sent("글", "하나")).await;
    assert_eq!(author.put("/posts/1/status", &json!({ "status": "seed" })).await.status, StatusCode::NO_CONTENT);
    assert_eq!(author.get("/posts/1").await.json()["status"], "seed");
    assert_eq!(author.put("/posts/1/status", &json!({ "status": "in_review" })).await.flaws()[0].1, "unknown_choice");
    let past = json!({ "reviewer": 2, "due": "2026-11-01", "remark": 7 });
    let flaws = author.post("/posts/1/reviews", &past).await.flaws();
    assert_eq!(flaws, [("remark".to_owned(), "wrong_type".to_owned()), ("due".to_owned(), "in_the_past".to_owned())]);
    let review =
        author.post("/posts/1/reviews", &json!({ "reviewer": 2, "due": "2026-12-01" })).await.json()["id"].clone();
    let withdraw = format!("/posts/1/reviews/{review}/withdraw");
    let mut other = Program::of(&house, "haneul", Scope::Write).await;
    assert_eq!(other.post(&withdraw, &json!({})).await.status, StatusCode::FORBIDDEN);
    assert_eq!(author.post(&withdraw, &json!({})).await.status, StatusCode::NO_CONTENT);
    assert_eq!(other.get("/reviews").await.json()["reviews"], json!([]));
}

#[tokio::test]
async fn what_was_written_about_a_line_comes_back_when_the_sign_in_ended_or_the_review_is_gone() {
    let house = House::founded().await;
    let form = [("line", "1"), ("revision", "1"), ("body", "길게 쓴 말")];
    let back = house.browser().post("/posts/1/reviews/1/comment", &form).await;
    assert_eq!((back.status, back.field("body").unwrap().trim()), (StatusCode::UNAUTHORIZED, "길게 쓴 말"));
    assert_eq!((back.field("line").unwrap(), back.field("revision").unwrap()), ("1".into(), "1".into()));
    let gone = house.signed_in("haneul").await.post("/posts/1/reviews/1/comment", &form).await;
    assert_eq!((gone.status, gone.field("body").unwrap().trim()), (StatusCode::NOT_FOUND, "길게 쓴 말"));
    assert_eq!(gone.attribute("form.comment-form", "action").unwrap(), "/posts/1/comments");
}

#[tokio::test]
async fn a_request_and_an_answer_come_back_when_the_sign_in_ended_or_the_review_is_gone() {
    let house = House::founded().await;
    let mut author = house.signed_in("jieun").await;
    let post = write_up(&mut author, "글", "team", "").await;
    let asks = [("reviewer", "2"), ("due", "2026-11-30"), ("remark", "둘째 줄을 봐 주세요")];
    let back = house.browser().post(&format!("{post}/reviews"), &asks).await;
    assert_eq!(back.status, StatusCode::UNAUTHORIZED);
    for (name, value) in asks {
        assert_eq!(back.field(name).as_deref(), Some(value));
    }
    author.submit(&format!("{post}/reviews"), &asks).await;
    let answer = [("outcome", "changes"), ("revision", "1"), ("remark", "숫자를 더해 주세요")];
    let address = format!("{post}/reviews/1/answer");
    let back = house.browser().post(&address, &answer).await;
    assert_eq!(back.status, StatusCode::UNAUTHORIZED);
    for (name, value) in answer {
        assert_eq!(back.field(name).as_deref(), Some(value));
    }
    author.submit(&format!("{post}/reviews/1/withdraw"), &[]).await;
    let gone = house.signed_in("haneul").await.post(&address, &answer).await;
    assert_eq!((gone.status, gone.field("body").unwrap().trim()), (StatusCode::NOT_FOUND, "숫자를 더해 주세요"));
    assert_eq!(gone.attribute("form.comment-form", "action").unwrap(), format!("{post}/comments"));
}
