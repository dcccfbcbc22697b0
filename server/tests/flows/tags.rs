use axum::http::StatusCode;
use domain::api_token::Scope;
use serde_json::json;

use crate::browser::{Browser, Page};
use crate::house::House;
use crate::program::{Program, write_up};

/// A write-up with tags; its address comes back.
pub(crate) async fn write_tagged(browser: &mut Browser, title: &str, tags: &str, body: &str, audience: &str) -> String {
    let form = [
        ("kind", "write_up"),
        ("title", title),
        ("tags", tags),
        ("body", body),
        ("language", "ko"),
        ("audience", audience),
    ];
    let answer = browser.post("/posts/new?kind=write_up", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location()
}

/// The words of every element that fits.
pub(crate) fn all_words(page: &Page, selector: &str) -> Vec<String> {
    let selector = scraper::Selector::parse(selector).unwrap();
    let html = page.html();
    html.select(&selector).map(|one| one.text().collect::<String>().trim().to_owned()).collect()
}

const REST: &str = "/tags/%ED%9C%B4%EC%8B%9D"; // 휴식
const PAUSE: &str = "/tags/%EC%89%BC"; // 쉼

#[tokio::test]
async fn all_tags_lead_to_their_posts() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    assert_eq!(browser.get("/tags").await.words(".empty-title").unwrap(), "아직 태그가 없어요");
    let post = write_tagged(&mut browser, "글", "airflow, 회고, 나눔", "", "team").await;
    write_tagged(&mut browser, "둘째", "회고", "", "team").await;
    let tags = browser.get("/tags").await;
    assert_eq!(all_words(&tags, ".all-tags li"), ["#나눔 글 1개", "#회고 글 2개", "#airflow 글 1개"]);
    let mut english = house.signed_in("ada").await;
    assert_eq!(all_words(&english.get("/tags").await, ".all-tags a"), ["#airflow", "#나눔", "#회고"]);
    let to = browser.get(&post).await.attribute(".tags a", "href").unwrap();
    let page = browser.get(&to).await;
    assert_eq!(page.words("h1").unwrap(), "#airflow");
    assert_eq!(all_words(&page, ".lines > li > a"), ["글"]);
    assert_eq!(browser.get("/posts?tag=Airflow").await.location(), "/tags/Airflow");
    assert_eq!(browser.get("/tags/Airflow").await.location(), "/tags/airflow");
    for nowhere in ["/tags/nothing", "/tags/a%20b", "/tags/%2C"] {
        assert_eq!(browser.get(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
    }
}

#[tokio::test]
async fn a_long_list_is_turned_thirty_at_a_time() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    for nth in 0..31 {
        write_tagged(&mut browser, &format!("글 {nth}"), "a", "", "team").await;
    }
    let first = browser.get("/tags/a").await;
    assert_eq!(
        (first.count(".lines > li"), first.attribute("a[rel=next]", "href").unwrap().as_str()),
        (30, "/tags/a?page=2")
    );
    let last = browser.get("/tags/a?page=2").await;
    assert_eq!((last.count(".lines > li"), last.attribute("a[rel=prev]", "href").unwrap().as_str()), (1, "/tags/a"));
}

#[tokio::test]
async fn a_tag_is_renamed_by_whoever_writes_and_given_its_name_back() {
    let house = House::founded().await;
    let mut author = house.signed_in("jieun").await;
    let post = write_tagged(&mut author, "글", "휴식", "#휴식 이야기", "team").await;
    let mut browser = house.signed_in("haneul").await;
    let page = browser.submit(&format!("{REST}/rename"), &[("name", "#쉼")]).await;
    assert_eq!(page.words("h1").unwrap(), "#쉼");
    assert_eq!(page.words(".said-line").unwrap(), "태그 이름을 바꿨어요.");
    assert!(page.words(".old-names li").unwrap().starts_with("하늘님이 #휴식을 이 이름으로 바꿨어요 · "));
    assert_eq!(browser.get(REST).await.location(), PAUSE, "what was written leads on");
    assert_eq!(browser.get(&post).await.words(".tags a").unwrap(), "#쉼");
    assert_eq!(browser.get(&format!("{post}.md")).await.text(), "#휴식 이야기", "words are never rewritten");
    assert_eq!(author.get(&format!("{post}/edit")).await.field("tags").unwrap(), "쉼");
    let log = author.get("/audit").await;
    assert_eq!(log.words(".deeds li p").unwrap(), "하늘님이 태그 이름을 바꿨어요 (#휴식 → #쉼).");
    let back = author.submit(&format!("{REST}/restore"), &[]).await;
    assert_eq!((back.words("h1").unwrap().as_str(), back.count(".old-names")), ("#휴식", 0));
    assert_eq!(author.get(&post).await.words(".tags a").unwrap(), "#휴식");
    assert_eq!(author.get(PAUSE).await.status, StatusCode::NOT_FOUND);
    assert_eq!(author.post(&format!("{REST}/restore"), &[]).await.status, StatusCode::NOT_FOUND, "once");
}

#[tokio::test]
async fn two_tags_become_one_only_after_a_second_question() {
    let house = House::founded().await;
    let mut browser = house.signed_in("ada").await;
    write_tagged(&mut browser, "One", "rest", "", "team").await;
    write_tagged(&mut browser, "Two", "pause", "", "team").await;
    write_tagged(&mut browser, "Three", "pause", "", "team").await;
    let asked = browser.post("/tags/rest/rename", &[("name", "Pause")]).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(asked.words(".notice h2").unwrap(), "There is a tag #pause already. Merge #rest into it?");
    assert_eq!(asked.words(".notice p").unwrap(), "1 post of #rest and 2 posts of #pause will all be shown as #pause.");
    assert_eq!(browser.get("/tags/rest").await.count(".lines > li"), 1, "nothing has happened");
    let (name, agreed) = (asked.field("name").unwrap(), asked.field("agreed").unwrap());
    let merged = browser.submit("/tags/rest/rename", &[("name", &name), ("agreed", &agreed)]).await;
    assert_eq!((merged.words("h1").unwrap().as_str(), merged.count(".lines > li")), ("#pause", 3));
    let apart = browser.submit("/tags/rest/restore", &[]).await;
    assert_eq!((apart.words("h1").unwrap().as_str(), apart.count(".lines > li")), ("#rest", 1));
}

#[tokio::test]
async fn a_wrong_name_comes_back_with_its_problem() {
    let house = House::founded().await;
    let mut browser = house.signed_in("ada").await;
    write_tagged(&mut browser, "One", "rest", "", "team").await;
    for (typed, problem) in [
        ("", "This is empty. Please fill it in."),
        ("two words", "A tag is one word. Please leave out spaces and commas."),
        ("REST", "This is what it is called already. Please type another name."),
    ] {
        let page = browser.post("/tags/rest/rename", &[("name", typed)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.problem("name").unwrap(), problem);
        assert_eq!((page.field("name").unwrap().as_str(), page.count("details.rename[open]")), (typed, 1));
    }
}

#[tokio::test]
async fn a_tag_of_mine_alone_is_on_no_page_of_anybody_else() {
    let house = House::founded().await;
    let mut mine = house.signed_in("haneul").await;
    write_tagged(&mut mine, "비밀", "secret-tag", "#secret-word", "only_me").await;
    let mut owner = house.signed_in("jieun").await;
    assert!(!owner.get("/tags").await.text().contains("secret-"));
    for path in ["/tags/secret-tag", "/tags/secret-tag/rename"] {
        assert_eq!(owner.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(owner.post("/tags/secret-tag/rename", &[("name", "x")]).await.status, StatusCode::NOT_FOUND);
    mine.submit("/tags/secret-tag/rename", &[("name", "hidden")]).await;
    assert!(!owner.get("/audit").await.text().contains("secret-"));
    let mut program = Program::of(&house, "jieun", Scope::Write).await;
    assert_eq!(program.get("/tags").await.json(), json!({ "tags": [] }));
    assert_eq!(program.get("/posts?tag=secret-tag").await.json()["posts"], json!([]));
    assert_eq!(program.post("/tags/hidden/rename", &json!({ "name": "x" })).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn programs_list_and_rename_tags_and_find_posts_by_them() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "jieun", Scope::Write).await;
    for nth in 0..3 {
        program.post("/posts", &write_up(&format!("글 {nth}"), "")).await;
    }
    let tags = program.get("/tags").await.json();
    assert_eq!(tags["tags"], json!([{ "name": "비용", "posts": 3 }, { "name": "warehouse", "posts": 3 }]));
    let taken = program.post("/tags/warehouse/rename", &json!({ "name": "비용" })).await;
    assert_eq!(taken.flaws(), [("name".to_owned(), "tag_taken".to_owned())]);
    let wrong = program.post("/tags/warehouse/rename", &json!({ "name": "a b", "merge": 1, "x": 1 })).await;
    let mut flaws: Vec<_> = wrong.flaws().into_iter().map(|(field, code)| format!("{field} {code}")).collect();
    flaws.sort();
    assert_eq!(flaws, ["merge wrong_type", "name not_a_tag", "x unknown_field"]);
    let merged = program.post("/tags/warehouse/rename", &json!({ "name": "비용", "merge": true })).await;
    assert_eq!(merged.json(), json!({ "name": "비용", "posts": 3 }));
    assert_eq!(program.get("/posts/1").await.json()["tags"], json!(["비용"]));
    let first = program.get("/posts?tag=warehouse&limit=2").await.json();
    assert_eq!(first["posts"].as_array().unwrap().len(), 2);
    let next = first["next"].as_str().unwrap().strip_prefix("/api/v1").unwrap().to_owned();
    assert!(next.contains("tag=warehouse"));
    assert_eq!(program.get(&next).await.json()["posts"].as_array().unwrap().len(), 1);
    let mut reader = Program::of(&house, "ada", Scope::Read).await;
    assert_eq!(reader.post("/tags/warehouse/rename", &json!({ "name": "x" })).await.status, StatusCode::FORBIDDEN);
}
