use axum::body::Body;
use axum::http::{Method, StatusCode};

use crate::browser::Browser;
use crate::house::House;
use crate::writing::{retrospective, write};

async fn named(browser: &mut Browser, of: &str, typed: &str) -> Vec<String> {
    let query: String = url::form_urlencoded::byte_serialize(typed.as_bytes()).collect();
    let page = browser.get(&format!("/desk/completions?of={of}&q={query}")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let answer: serde_json::Value = serde_json::from_slice(&page.bytes).unwrap();
    answer["names"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn names_fit_by_letters_and_by_initials() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    write(&mut browser, "상반기 회고", "글").await;
    write(&mut browser, "하반기 회고", "글").await;
    assert_eq!(named(&mut browser, "post", "하반").await, ["하반기 회고"]);
    assert_eq!(named(&mut browser, "post", "ㅅㅂㄱ").await, ["상반기 회고"]);
    assert_eq!(named(&mut browser, "post", "회곡").await, Vec::<String>::new());
    assert_eq!(named(&mut browser, "tag", "데잍").await, Vec::<String>::new());
    assert_eq!(named(&mut browser, "tag", "데이").await, ["데이터"]);
    let members = named(&mut browser, "member", "").await;
    assert_eq!(members.len(), 3, "{members:?}");
    assert_eq!(named(&mut browser, "member", "Ada").await.len(), 1);
    assert_eq!(browser.get("/desk/completions?of=password&q=").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn nobody_learns_a_title_or_a_tag_that_they_may_not_read() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let mut form = retrospective("나만 아는 일", "글");
    form.retain(|(name, _)| !matches!(*name, "audience" | "tags"));
    form.extend([("audience", "only_me"), ("tags", "비밀")]);
    assert_eq!(browser.post("/posts/new?kind=retrospective", &form).await.status, StatusCode::SEE_OTHER);
    assert_eq!(named(&mut browser, "post", "나만").await, ["나만 아는 일"]);
    let mut other = house.signed_in("haneul").await;
    assert!(named(&mut other, "post", "").await.is_empty());
    assert!(named(&mut other, "tag", "").await.is_empty());
}

#[tokio::test]
async fn rich_text_comes_back_as_markdown() {
    let house = House::founded().await;
    let mut browser = house.signed_in("haneul").await;
    let word = include_str!("../../../end2end/fixtures/word.html");
    let page = browser.post("/desk/markdown", &[("html", word)]).await;
    assert_eq!(page.status, StatusCode::OK);
    let answer: serde_json::Value = serde_json::from_slice(&page.bytes).unwrap();
    let markdown = answer["markdown"].as_str().unwrap();
    assert!(markdown.starts_with("# 상반기 회고\n\n팀은 **세 번** 배포했고"), "{markdown}");
    for (html, status) in [
        (String::new(), StatusCode::UNPROCESSABLE_ENTITY),
        ("<b>".repeat(50_000), StatusCode::UNPROCESSABLE_ENTITY),
        ("가".repeat(1 << 20), StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        assert_eq!(browser.post("/desk/markdown", &[("html", &html)]).await.status, status, "{} bytes", html.len());
    }
    let stranger = house.browser().post("/desk/markdown", &[("html", "<b>x</b>")]).await;
    assert!(stranger.status.is_redirection() || stranger.status == StatusCode::UNAUTHORIZED);
    let forged = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "cross-site")];
    let forged = browser.ask(Method::POST, "/desk/markdown", &forged, Body::from("html=x")).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
}

async fn ornaments(browser: &mut Browser, json: String) -> crate::browser::Page {
    let headers = [("content-type", "application/json"), ("sec-fetch-site", "same-origin")];
    browser.ask(Method::POST, "/desk/ornaments", &headers, Body::from(json)).await
}

#[tokio::test]
async fn ornaments_of_a_preview_are_those_of_the_page() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let body =
        "---\ntitle: 회고\n---\n\n```rust\nlet a = \"<b>\";\n```\n\n거리는 $\\sqrt{x}$이다.\n\n$$\\frac{a}{b}$$\n";
    let asked = serde_json::json!([
        { "fields": { "language": "yaml", "text": "title: 회고\n" } },
        { "code": { "language": "rust", "text": "let a = \"<b>\";\n" } },
        { "math": { "display": false, "text": "\\sqrt{x}" } },
        { "math": { "display": true, "text": "\\frac{a}{b}" } },
        { "code": { "language": "없는말", "text": "<script>alert(1)</script>" } },
        { "math": { "display": true, "text": "\\href{javascript:a}{b}" } },
    ]);
    let page = ornaments(&mut browser, asked.to_string()).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let made: Vec<Option<String>> = serde_json::from_slice(&page.bytes).unwrap();
    assert_eq!(made[4..], [None, None], "what cannot be made is shown as it was typed");
    let post = write(&mut browser, "상반기 회고", body).await;
    let shown = browser.get(&post).await.text();
    for one in &made[..4] {
        let html = one.as_deref().unwrap();
        assert!(shown.contains(html.trim_end()), "{html}");
        assert!(!html.contains("<b>") && !html.contains("style="), "{html}");
    }
}

#[tokio::test]
async fn more_ornaments_than_a_page_would_show_are_refused() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let math = |text: &str| serde_json::json!({ "math": { "display": false, "text": text } });
    let code = |text: &str| serde_json::json!({ "code": { "language": "rust", "text": text } });
    let list = |one: serde_json::Value, count: usize| serde_json::Value::from(vec![one; count]).to_string();
    for (json, status) in [
        ("[]".to_owned(), StatusCode::OK),
        (list(math("x"), 50), StatusCode::OK),
        (list(math("x"), 51), StatusCode::UNPROCESSABLE_ENTITY),
        (list(code(&"x".repeat(12 << 10)), 2), StatusCode::OK),
        (list(code(&"x".repeat((12 << 10) + 1)), 2), StatusCode::UNPROCESSABLE_ENTITY),
        (list(code(&"x".repeat(2 << 20)), 1), StatusCode::PAYLOAD_TOO_LARGE),
        ("[{\"html\":\"x\"}]".to_owned(), StatusCode::UNPROCESSABLE_ENTITY),
        ("[".to_owned(), StatusCode::BAD_REQUEST),
    ] {
        let page = ornaments(&mut browser, json.clone()).await;
        assert_eq!(page.status, status, "{} bytes", json.len());
    }
    let stranger = ornaments(&mut house.browser(), "[]".to_owned()).await;
    assert!(stranger.status.is_redirection() || stranger.status == StatusCode::UNAUTHORIZED);
    let forged = [("content-type", "application/json"), ("sec-fetch-site", "cross-site")];
    let forged = browser.ask(Method::POST, "/desk/ornaments", &forged, Body::from("[]")).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_writing_page_knows_where_its_words_lead_and_names_say_where_they_lead() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let first = write(&mut browser, "첫 글", "글").await;
    let second = write(&mut browser, "둘째 글", "[[첫 글]]").await;
    let page = browser.get(&format!("{second}/edit")).await;
    let props: serde_json::Value =
        serde_json::from_str(&page.attribute("[data-preview]", "data-preview").unwrap()).unwrap();
    assert_eq!(props["known"]["posts"]["첫 글"]["href"], first.as_str());
    assert_eq!(props["known"]["members"].as_object().unwrap().len(), 3);
    let answer = browser.get("/desk/completions?of=post&q=%EC%B2%AB").await;
    let answer: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
    assert_eq!(answer["names"][0]["href"], first.as_str());
}
