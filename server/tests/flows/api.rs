use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use domain::access::Door;
use domain::api_token::Scope;
use domain::member::EmailAddress;
use jiff::SignedDuration;
use serde_json::{Value, json};
use store::By;

use crate::house::House;
use crate::program::{BASE, DOCUMENT, Program, as_promised, fits, make_token, write_up};

/// Each address with a method of its own, and something to send.
const ADDRESSES: [(Method, &str); 8] = [
    (Method::GET, "/me"),
    (Method::GET, "/posts"),
    (Method::POST, "/posts"),
    (Method::GET, "/posts/1"),
    (Method::PUT, "/posts/1"),
    (Method::GET, "/posts/1/uploads"),
    (Method::POST, "/uploads"),
    (Method::GET, "/uploads/k3v9x0c8r2m5w7q1.txt"),
];

/// Tries every address.
async fn everywhere(program: &mut Program, kind: &str, challenged: &str) {
    for (method, path) in ADDRESSES {
        let page = program.ask(method.clone(), path, Some("application/json"), Body::from("{}")).await;
        assert_eq!((page.status, page.fault().as_str()), (StatusCode::UNAUTHORIZED, kind), "{method} {path}");
        assert_eq!(page.challenge(), challenged, "{method} {path}");
    }
}

#[tokio::test]
async fn the_document_and_the_router_know_the_same_addresses() {
    let house = House::founded().await;
    let routed: BTreeSet<_> = app::rules(&house.state)
        .into_iter()
        .filter_map(|rule| Some((rule.path.strip_prefix(BASE)?.to_owned(), rule.method.as_str().to_lowercase())))
        .collect();
    let mut written = BTreeSet::new();
    for (path, item) in DOCUMENT["paths"].as_object().unwrap() {
        let methods = item.as_object().unwrap().keys().filter(|name| *name != "parameters");
        written.extend(methods.map(|method| (path.clone(), method.clone())));
    }
    assert_eq!(routed, written);
    assert_eq!(DOCUMENT["servers"][0]["url"], BASE);
    let page = Program::new(&house).get("/openapi.json").await;
    assert_eq!(page.json(), *DOCUMENT, "it is served, and to everybody");
}

#[tokio::test]
async fn reading_takes_a_token_writing_one_to_write_and_no_page_takes_any() {
    let house = House::founded().await;
    for rule in app::rules(&house.state) {
        let is_token = matches!(rule.door, Door::ReadToken | Door::WriteToken);
        let fits = match (rule.path.strip_prefix(BASE), &rule.method) {
            (None, _) => !is_token,
            (Some("/openapi.json"), _) => rule.door == Door::Street,
            (Some(_), &Method::GET) => rule.door == Door::ReadToken,
            (Some(_), _) => rule.door == Door::WriteToken,
        };
        assert!(fits, "{rule:?}");
    }
}

#[tokio::test]
async fn every_example_in_the_document_is_what_it_says() {
    let document = &*DOCUMENT;
    let mut seen = 0;
    let mut check = |content: &Value| {
        for (kind, media) in content.as_object().into_iter().flatten() {
            let named = media["examples"].as_object().into_iter().flatten().map(|(_, one)| &one["value"]);
            for example in media.get("example").into_iter().chain(named) {
                fits(&media["schema"], example, kind);
                seen += 1;
            }
        }
    };
    let operations = document["paths"].as_object().unwrap().values().flat_map(|item| item.as_object().unwrap());
    for (_, operation) in operations {
        check(&operation["requestBody"]["content"]);
        operation["responses"].as_object().into_iter().flatten().for_each(|(_, one)| check(&one["content"]));
    }
    document["components"]["responses"].as_object().unwrap().values().for_each(|one| check(&one["content"]));
    assert!(seen >= 20, "{seen}");
}

#[tokio::test]
async fn without_a_token_nothing_is_there_to_see() {
    let house = House::founded().await;
    let bare = r#"Bearer realm="Dasi""#;
    everywhere(&mut Program::new(&house), "no-token", bare).await;
    let token = make_token(&house, "jieun", Scope::Write).await;
    for other in [format!("Basic {token}"), token.clone(), "Bearer".into(), "Bearer 회고".into()] {
        everywhere(&mut Program::new(&house).with("authorization", &other), "no-token", bare).await;
    }
    let twice = Program::new(&house).with_token(&token).with_token(&token);
    everywhere(&mut { twice }, "no-token", bare).await;
}

#[tokio::test]
async fn a_cookie_signs_no_program_in() {
    let house = House::founded().await;
    let browser = house.signed_in("jieun").await;
    let cookie = browser.cookie("dasi").unwrap().to_owned();
    let mut program = Program::new(&house).change(|browser| browser.with_cookie("dasi", &cookie));
    everywhere(&mut program, "no-token", r#"Bearer realm="Dasi""#).await;
    // Nor does a token that is somebody else's lend its cookie's owner anything.
    let token = make_token(&house, "ada", Scope::Read).await;
    assert_eq!(program.with_token(&token).get("/me").await.json()["name"], "Ada");
}

#[tokio::test]
async fn requests_from_other_sites_carry_nothing_and_so_are_nobody_s() {
    let house = House::founded().await;
    let cookie = house.signed_in("jieun").await.cookie("dasi").unwrap().to_owned();
    let token = make_token(&house, "jieun", Scope::Write).await;
    for forged in [&[("sec-fetch-site", "cross-site")][..], &[("origin", "https://evil.example")], &[]] {
        let from_elsewhere = |program: Program| forged.iter().fold(program, |one, (name, value)| one.with(name, value));
        // The check of forms is left out here: what a browser adds by itself, its cookie, signs nobody in.
        let mut page = from_elsewhere(Program::new(&house)).change(|browser| browser.with_cookie("dasi", &cookie));
        let answer = page.post("/posts", &write_up("남의 글", "")).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{forged:?}");
        assert!(!answer.headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
        let mut program = from_elsewhere(Program::new(&house)).with_token(&token);
        assert_eq!(program.post("/posts", &write_up("내 글", "")).await.status, StatusCode::CREATED, "{forged:?}");
    }
    let mut browser = house.signed_in("jieun").await;
    for (beside, kind) in [
        ("/api/v2/posts", "application/problem+json"),
        ("/api/v1", "application/problem+json"),
        ("/apiary", "text/html; charset=utf-8"),
    ] {
        let answer = browser.ask(Method::POST, beside, &[("sec-fetch-site", "cross-site")], Body::empty()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{beside}");
        assert_eq!(answer.headers[header::CONTENT_TYPE], kind, "{beside}");
    }
}

#[tokio::test]
async fn a_token_that_is_over_or_never_was_is_refused() {
    let house = House::founded().await;
    let invalid = r#"Bearer realm="Dasi", error="invalid_token""#;
    let never = format!("dasi_{}", "A".repeat(43));
    for (last, given) in ["dasi_", "dasi_x", &never, &never[5..]].into_iter().enumerate() {
        let program = Program::new(&house).with_token(given);
        everywhere(&mut program.change(|one| one.from(&format!("192.0.2.{last}"))), "wrong-token", invalid).await;
    }
    let expired = make_token(&house, "ada", Scope::Read).await;
    let mut program = Program::new(&house).with_token(&expired);
    assert_eq!(program.get("/me").await.status, StatusCode::OK);
    house.clock.set(house.store.now() + SignedDuration::from_hours(24 * 30));
    everywhere(&mut program, "wrong-token", invalid).await;
}

#[tokio::test]
async fn whoever_leaves_takes_no_token_along() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "haneul", Scope::Read).await;
    assert_eq!(program.get("/me").await.status, StatusCode::OK);
    let email = EmailAddress::parse("haneul@example.com").unwrap();
    let member = house.store.member_by_email(&email).await.unwrap().unwrap().member;
    house.store.leave(None, member.id, None, &By::command_line()).await.unwrap();
    assert_eq!(program.get("/me").await.status, StatusCode::UNAUTHORIZED);
    // One made afterwards reads what they wrote, and nothing of the team's.
    Program::of(&house, "jieun", Scope::Write).await.post("/posts", &write_up("팀의 글", "")).await;
    let mut later = Program::of(&house, "haneul", Scope::Read).await;
    assert_eq!(later.get("/posts").await.json(), json!({ "posts": [], "next": null }));
    assert_eq!(later.get("/posts/1").await.status, StatusCode::NOT_FOUND);
    // The page makes them none to write; if there were one, it would write nothing.
    let mut writing = Program::of(&house, "haneul", Scope::Write).await;
    let refused = writing.post("/posts", &write_up("글", "")).await;
    assert_eq!((refused.status, refused.fault().as_str()), (StatusCode::FORBIDDEN, "forbidden"));
}

#[tokio::test]
async fn a_token_to_read_writes_nothing() {
    let house = House::founded().await;
    let mut writing = Program::of(&house, "jieun", Scope::Write).await;
    writing.post("/posts", &write_up("글", "본문")).await;
    let mut reading = Program::of(&house, "jieun", Scope::Read).await;
    for page in [reading.post("/posts", &write_up("글", "")).await, reading.put("/posts/1", &json!({})).await] {
        assert_eq!((page.status, page.fault().as_str()), (StatusCode::FORBIDDEN, "scope"));
        assert_eq!(page.challenge(), r#"Bearer realm="Dasi", error="insufficient_scope", scope="write""#);
    }
    assert_eq!(reading.get("/me").await.json()["scope"], "read");
    assert_eq!(reading.get("/posts/1").await.json()["body"], "본문");
}

#[tokio::test]
async fn who_a_token_speaks_for_is_said() {
    let house = House::founded().await;
    let me = Program::of(&house, "ada", Scope::Write).await.get("/me").await.json();
    assert_eq!((&me["name"], &me["email"]), (&json!("Ada"), &json!("ada@example.com")));
    assert_eq!((&me["role"], &me["zone"]), (&json!("member"), &json!("Europe/London")));
}

#[tokio::test]
async fn a_second_factor_is_for_people() {
    let house = House::founded().await;
    house.store.require_second_factor(true, &By::command_line()).await.unwrap();
    let page = house.signed_in("ada").await.get("/settings/tokens").await;
    assert_eq!(page.location(), "/settings/second-factor", "a token is not made without it");
    assert_eq!(Program::of(&house, "ada", Scope::Read).await.get("/me").await.status, StatusCode::OK);
}

#[tokio::test]
async fn too_much_asking_waits() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "ada", Scope::Read).await;
    let mut patient = Program::of(&house, "ada", Scope::Read).await;
    for _ in 0..60 {
        assert_eq!(program.get("/me").await.status, StatusCode::OK);
    }
    let page = program.get("/me").await;
    assert_eq!((page.status, page.fault().as_str()), (StatusCode::TOO_MANY_REQUESTS, "too-often"));
    let wait: i64 = page.headers[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
    assert_eq!(patient.get("/me").await.status, StatusCode::OK, "another token is another program");
    house.clock.set(house.store.now() + SignedDuration::from_secs(wait));
    assert_eq!(program.get("/me").await.status, StatusCode::OK);

    let mut guessing = Program::new(&house).with_token("dasi_x");
    for _ in 0..10 {
        assert_eq!(guessing.get("/me").await.status, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(guessing.get("/me").await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(patient.get("/me").await.status, StatusCode::OK, "a right token from the same place goes on");
    let mut elsewhere = guessing.change(|browser| browser.from("198.51.100.7"));
    assert_eq!(elsewhere.get("/me").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn programs_get_no_pages_whatever_happens() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "ada", Scope::Write).await;
    for path in ["/nowhere", "/", "/posts/1/2", "/posts/", "/posts/%FF"] {
        let page = program.get(path).await;
        assert_eq!((page.status, page.fault().as_str()), (StatusCode::NOT_FOUND, "not-found"), "{path}");
    }
    for (method, path, allowed) in [
        (Method::DELETE, "/posts/1", &["GET", "HEAD", "PUT"][..]),
        (Method::PATCH, "/posts", &["GET", "HEAD", "POST"]),
        (Method::OPTIONS, "/me", &["GET", "HEAD"]),
    ] {
        let page = program.ask(method.clone(), path, None, Body::empty()).await;
        assert_eq!((page.status, page.fault().as_str()), (StatusCode::METHOD_NOT_ALLOWED, "method"), "{method} {path}");
        let mut allow: Vec<_> = page.headers[header::ALLOW].to_str().unwrap().split(',').map(str::trim).collect();
        allow.sort_unstable();
        assert_eq!(allow, allowed);
    }
    house.store.close().await;
    let broken = program.get("/me").await;
    assert_eq!((broken.status, broken.fault().as_str()), (StatusCode::INTERNAL_SERVER_ERROR, "internal"));
    assert!(!broken.text().to_lowercase().contains("sql"));
}

#[tokio::test]
async fn before_there_is_a_team_programs_are_told_so_and_not_led_to_a_page() {
    let house = House::empty().await;
    let page = house.browser().get("/api/v1/me").await;
    as_promised(&Method::GET, "/me", &page);
    assert_eq!(page.fault(), "no-token");
}
