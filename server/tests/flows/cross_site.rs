use axum::body::Body;
use axum::http::{Method, StatusCode};

use crate::house::House;

const FORGED: [&[(&str, &str)]; 8] = [
    &[],
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[("sec-fetch-site", "cross-site"), ("origin", "http://dasi.test")],
    &[("origin", "https://evil.example")],
    &[("origin", "null")],
    &[("origin", "http://dasi.test.evil.example")],
    &[("origin", "http://dasi.test:8080")],
];

const OURS: [&[(&str, &str)]; 3] =
    [&[("sec-fetch-site", "same-origin")], &[("sec-fetch-site", "none")], &[("origin", "http://dasi.test")]];

/// Every address of the router that takes a POST from a page, and one that is none.
fn posted(house: &House) -> Vec<String> {
    let rules = house.rules.iter().filter(|rule| rule.method == Method::POST && rule.path != "/u/{token}");
    let rules = rules.filter(|rule| !rule.path.starts_with("/api/")); // programs: see `api`
    let paths: Vec<_> =
        rules.map(|rule| rule.path.replace("{id}", "1").replace("{tag}", "x").replace("{token}", "1-1-x")).collect();
    assert!(paths.len() > 15, "{paths:?}");
    paths.into_iter().chain(["/nowhere".to_owned()]).collect()
}

#[tokio::test]
async fn every_unsafe_request_from_elsewhere_is_refused() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let form = ("content-type", "application/x-www-form-urlencoded");
    for path in posted(&house) {
        let path = path.as_str();
        for forged in FORGED {
            let headers = [&[form], forged].concat();
            let page = browser.ask(Method::POST, path, &headers, Body::from("name=x")).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{path} {forged:?}");
            assert!(page.text().contains("다른 곳에서 온 요청이라"), "{path}");
        }
    }
    for method in [Method::PUT, Method::DELETE, Method::PATCH] {
        assert_eq!(browser.ask(method, "/settings", &[], Body::empty()).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn requests_of_our_own_pages_pass() {
    let house = House::founded().await;
    for ours in OURS {
        for path in posted(&house) {
            let path = path.as_str();
            let headers = [&[("content-type", "application/x-www-form-urlencoded")], ours].concat();
            let page = house.browser().ask(Method::POST, path, &headers, Body::from("name=x")).await;
            assert_ne!(page.status, StatusCode::FORBIDDEN, "{path} {ours:?}");
        }
    }
}

#[tokio::test]
async fn the_one_click_stop_alone_needs_no_proof() {
    let house = House::founded().await;
    let page = house.browser().ask(Method::POST, "/u/1-1-x", &[], Body::from("List-Unsubscribe=One-Click")).await;
    assert_eq!(page.status, StatusCode::OK);
}
