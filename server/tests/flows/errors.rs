use axum::http::{StatusCode, header};

use crate::house::House;

#[tokio::test]
async fn what_is_not_there_has_a_page_in_the_shell_with_a_number() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let page = browser.get("/nowhere").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert_eq!(page.words("h1").unwrap(), "여기에는 아무것도 없어요");
    assert_eq!(page.count("header.bar nav a"), 3, "the shell is around it");
    let number = page.headers["x-request-id"].to_str().unwrap().to_owned();
    assert!(page.text().contains(&number));
    let english = house.signed_in("ada").await.get("/nowhere").await;
    assert_eq!(english.words("h1").unwrap(), "There is nothing here");
}

#[tokio::test]
async fn the_mail_log_is_for_those_who_look_after_the_house() {
    let house = House::founded().await;
    assert_eq!(house.signed_in("jieun").await.get("/mail").await.status, StatusCode::OK);
    let mut member = house.signed_in("haneul").await;
    assert_eq!(member.get("/mail").await.status, StatusCode::FORBIDDEN);
    assert_eq!(member.post("/mail/resume", &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(member.get("/").await.count("a[href='/mail']"), 0);
}

#[tokio::test]
async fn a_broken_database_shows_no_cause() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    browser.get("/").await;
    house.store.close().await;
    let page = browser.get("/").await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    for cause in ["sqlx", "pool", "closed"] {
        assert!(!page.text().to_lowercase().contains(cause), "{}", page.text());
    }
    assert_eq!(browser.get("/ready").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(browser.get("/health").await.status, StatusCode::OK);
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let mut nonces = Vec::new();
    for path in ["/", "/posts/new?kind=write_up", "/nowhere", "/health", "/posts/9.md"] {
        let page = browser.get(path).await;
        let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
        assert!(policy.starts_with("default-src 'none'; script-src 'nonce-"), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe-inline"), "{policy}");
        assert_eq!(page.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        if let Some(nonce) = page.attribute("script", "nonce") {
            assert!(policy.contains(&format!("'nonce-{nonce}'")), "{path}");
        }
        nonces.push(policy);
    }
    nonces.dedup();
    assert_eq!(nonces.len(), 5, "each answer has its own");
}

#[tokio::test]
async fn only_a_page_with_an_island_loads_a_script() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    assert_eq!(browser.get("/posts/new?kind=write_up").await.count("script"), 1);
    for path in ["/", "/posts", "/reminders", "/settings", "/mail"] {
        assert_eq!(browser.get(path).await.count("script"), 0, "{path}");
    }
}
