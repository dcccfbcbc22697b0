use axum::body::Body;
use axum::http::{Method, StatusCode};

use crate::house::House;

/// Every route that takes a POST. `app/src/routes.rs` is the list; this one fails when a route is gone.
const POSTED: &[&str] = &[
    "/welcome",
    "/sign-in",
    "/sign-out",
    "/posts/new",
    "/posts/1/edit",
    "/posts/1/remind",
    "/reminders/1",
    "/reminders/1/stop",
    "/settings",
    "/settings/tokens",
    "/settings/tokens/1/end",
    "/mail/resume",
    "/mail/1/retry",
    "/u/1-1-x/resume",
    "/nowhere",
];

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

#[tokio::test]
async fn every_unsafe_request_from_elsewhere_is_refused() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let form = ("content-type", "application/x-www-form-urlencoded");
    for path in POSTED {
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
        for path in POSTED {
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
