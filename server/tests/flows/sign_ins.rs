//! Where somebody is signed in: what the list says, and that an end is an end at once.

use axum::body::Body;
use axum::http::{Method, StatusCode};

use crate::browser::{Browser, Page};
use crate::house::{House, PASSWORD};

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// 지은, who comes in by the door with some browser at some address.
async fn entered(house: &House, agent: &str, address: &str) -> Browser {
    let mut browser = house.browser().from(address);
    let form = [("email", "jieun@example.com"), ("password", PASSWORD)];
    let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let headers = [kind, ("sec-fetch-site", "same-origin"), ("user-agent", agent)];
    let page = browser.ask(Method::POST, "/sign-in", &headers, Body::from(form)).await;
    assert!(page.status.is_redirection(), "{}", page.text());
    browser
}

async fn is_in(browser: &mut Browser) -> bool {
    browser.get("/").await.status == StatusCode::OK
}

/// Where the form that ends another one of mine is sent.
fn end_of_another(page: &Page) -> String {
    page.attribute(".sign-ins li:not(:has(.present)) form", "action").unwrap()
}

#[tokio::test]
async fn each_is_listed_with_its_device_its_address_and_its_way_in() {
    let house = House::founded().await;
    let mut desk = entered(&house, FIREFOX, "192.0.2.7").await;
    house.clock.set("2026-11-26T03:00:00Z".parse().unwrap());
    let mut phone = entered(&house, "", "2001:db8::5").await;
    let page = phone.get("/settings/sign-ins").await;
    assert_eq!(page.count(".sign-ins > li"), 2);
    let mine = page.words(".sign-ins li:has(.present)").unwrap();
    for word in ["알 수 없는 기기", "지금 이 브라우저", "2001:db8::5", "비밀번호로 들어옴", "방금"]
    {
        assert!(mine.contains(word), "{word}: {mine}");
    }
    let other = page.words(".sign-ins li:not(:has(.present))").unwrap();
    for word in ["Firefox, Linux", "192.0.2.7", "2일 전"] {
        assert!(other.contains(word), "{word}: {other}");
    }
    assert!(page.text().contains("2026년 11월 24일 12:00"), "exact on hover");
    let here = desk.get("/settings/sign-ins").await.words(".sign-ins li:has(.present)").unwrap();
    assert!(here.contains("Firefox, Linux"), "{here}");
}

#[tokio::test]
async fn one_that_is_ended_is_out_at_its_next_request() {
    let house = House::founded().await;
    let (mut desk, mut phone) = (house.signed_in("jieun").await, house.signed_in("jieun").await);
    assert!(is_in(&mut phone).await);
    let end = end_of_another(&desk.get("/settings/sign-ins").await);
    let page = desk.submit(&end, &[]).await;
    assert_eq!(page.words(".said-line").unwrap(), "그곳에서는 나왔어요.");
    assert_eq!(page.count(".sign-ins > li"), 1);
    assert!(!is_in(&mut phone).await && is_in(&mut desk).await);
    assert_eq!(desk.post(&end, &[]).await.status, StatusCode::NOT_FOUND, "it is over");
}

#[tokio::test]
async fn to_end_the_present_one_is_to_sign_out() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let page = browser.get("/settings/sign-ins").await;
    let end = page.attribute(".sign-ins li:has(.present) form", "action").unwrap();
    let answer = browser.post(&end, &[]).await;
    assert_eq!(answer.location(), "/sign-in");
    assert!(browser.cookie("dasi").is_none() && !is_in(&mut browser).await);
}

#[tokio::test]
async fn another_s_is_not_there() {
    let house = House::founded().await;
    let (mut jieun, mut ada) = (house.signed_in("jieun").await, house.signed_in("ada").await);
    let end = ada.get("/settings/sign-ins").await.attribute(".sign-ins form", "action").unwrap();
    for address in [end.as_str(), "/settings/sign-ins/999/end", "/settings/sign-ins/x/end"] {
        assert_eq!(jieun.post(address, &[]).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    assert!(is_in(&mut ada).await);
}

#[tokio::test]
async fn ending_the_others_keeps_mine_and_everybody_else_s() {
    let house = House::founded().await;
    let (mut desk, mut ada) = (house.signed_in("jieun").await, house.signed_in("ada").await);
    let (mut phone, mut tablet) = (house.signed_in("jieun").await, house.signed_in("jieun").await);
    let page = desk.submit("/settings/sign-ins/end-others", &[]).await;
    assert_eq!(page.words(".said-line").unwrap(), "다른 곳에서는 모두 나왔어요.");
    assert_eq!((page.count(".sign-ins > li"), page.count("form[action$=end-others]")), (1, 0));
    assert!(is_in(&mut desk).await && is_in(&mut ada).await);
    assert!(!is_in(&mut phone).await && !is_in(&mut tablet).await);
}
