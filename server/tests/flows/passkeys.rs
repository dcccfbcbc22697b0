use axum::http::{StatusCode, header};
use domain::audit::Deed;
use domain::id::MemberId;
use domain::member::EmailAddress;
use serde_json::Value;
use store::By;

use crate::browser::{Browser, Page};
use crate::house::{House, PASSWORD};
use crate::passkey_device::Device;
use crate::second_factor::{Phone, ROOM, half_in, is_in, later, set_up, try_code};

const MAKE: &str = "/settings/second-factor/passkeys";
const KEEP: &str = "/settings/second-factor/passkeys/confirm";
const SHOW: &str = "/sign-in/passkey";

/// What goes wrong on the way to an answer.
type Change = fn(&mut Device, &mut Value);

async fn house() -> House {
    House::at("http://localhost:3000").await
}

/// What a page asks a device.
fn asked(page: &Page) -> Value {
    serde_json::from_str(&page.attribute("[data-device]", "data-device").unwrap()).unwrap()
}

async fn begin(browser: &mut Browser, name: &str) -> Page {
    browser.post(MAKE, &[("passkey_name", name), ("passkey_proof", PASSWORD)]).await
}

async fn keep(browser: &mut Browser, answer: &str) -> Page {
    browser.post(KEEP, &[("passkey", answer)]).await
}

async fn show(browser: &mut Browser, answer: &str) -> Page {
    browser.post(SHOW, &[("passkey", answer)]).await
}

/// A member with a passkey on a device of that number.
async fn with_passkey(house: &House, who: &str, number: u8) -> (Browser, Phone, Device) {
    let mut browser = house.signed_in(who).await;
    let (phone, _) = set_up(house, &mut browser).await;
    let mut device = Device::new(number);
    let answer = device.make(&asked(&begin(&mut browser, "노트북").await));
    let page = keep(&mut browser, &answer).await;
    assert_eq!(page.location(), ROOM, "{}", page.text());
    (browser, phone, device)
}

/// What the door asks of who is half way in.
async fn asked_at_the_door(browser: &mut Browser) -> Value {
    asked(&browser.get("/sign-in/code").await)
}

fn refused(page: &Page, field: &str, words: &str) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text());
    let problem = page.problem(field).unwrap_or_default();
    assert!(problem.starts_with(words), "{field}: {problem}");
}

async fn number(house: &House, who: &str) -> MemberId {
    let email = EmailAddress::parse(&format!("{who}@example.com")).unwrap();
    house.store.member_by_email(&email).await.unwrap().unwrap().member.id
}

#[tokio::test]
async fn a_passkey_is_made_among_the_settings_and_opens_the_second_half_of_the_door() {
    let house = house().await;
    let (mut browser, _, mut device) = with_passkey(&house, "jieun", 1).await;
    let page = browser.get(ROOM).await;
    assert_eq!(page.words(".said-line").unwrap(), "패스키를 더했어요.");
    assert_eq!(page.words(".lines li strong").unwrap(), "노트북");
    assert!(page.words(".lines li > p").unwrap().contains("아직 쓰지 않았어요"));

    let mut door = half_in(&house, "jieun").await;
    let page = door.get("/sign-in/code?next=/posts").await;
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(page.count("form:has(#code)"), 1, "the code is asked for as ever");
    let action = page.attribute("form:has(leptos-island)", "action").unwrap();
    let options = asked(&page);
    assert_eq!(options["rpId"], "localhost");
    assert_eq!(options["userVerification"], "required");
    let half = door.cookie("dasi").unwrap().to_owned();
    let answer = door.post(&action, &[("passkey", &device.show(&options))]).await;
    assert_eq!(answer.location(), "/posts");
    assert!(is_in(&mut door).await);
    assert_ne!(door.cookie("dasi").unwrap(), half, "another token");
    let used = browser.get(ROOM).await.words(".lines li > p").unwrap();
    assert!(used.contains("마지막 사용"), "{used}");
}

#[tokio::test]
async fn a_code_is_taken_beside_a_passkey_and_nothing_of_it_is_seen_without_one() {
    let house = house().await;
    let (_, phone, _) = with_passkey(&house, "jieun", 1).await;
    let mut door = half_in(&house, "jieun").await;
    door.get("/sign-in/code").await;
    assert_eq!(try_code(&mut door, &phone.shows(&house)).await.location(), "/");

    set_up(&house, &mut house.signed_in("ada").await).await;
    let page = half_in(&house, "ada").await.get("/sign-in/code").await;
    assert_eq!((page.count("leptos-island"), page.count("script")), (0, 0));
}

#[tokio::test]
async fn making_one_takes_a_second_factor_and_the_password_or_a_code() {
    let house = house().await;
    let mut browser = house.signed_in("jieun").await;
    assert_eq!(begin(&mut browser, "노트북").await.location(), ROOM, "there has to be another way in");
    let (phone, _) = set_up(&house, &mut browser).await;
    for (name, proof, field) in [
        (" ", PASSWORD, "passkey_name"),
        ("노트북", "", "passkey_proof"),
        ("노트북", "남의 비밀번호", "passkey_proof"),
        ("노트북", &phone.never_shows(&house), "passkey_proof"),
    ] {
        let page = browser.post(MAKE, &[("passkey_name", name), ("passkey_proof", proof)]).await;
        refused(&page, field, "");
        assert!(page.problem(field).is_some() && page.count("leptos-island") == 0, "{field}");
        assert_eq!(page.field("passkey_name").unwrap(), name, "what was typed is kept");
        assert_eq!(page.field("passkey_proof").unwrap(), "");
    }
    let page = browser.post(MAKE, &[("passkey_name", "노트북"), ("passkey_proof", &phone.shows(&house))]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    let options = asked(&page);
    assert_eq!(options["rp"]["id"], "localhost");
    assert_eq!(options["user"]["name"], "jieun@example.com");
    assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(page.count("leptos-island"), 1, "and the island is on the page");
}

#[tokio::test]
async fn a_passkey_that_was_not_made_as_asked_is_not_kept() {
    let house = house().await;
    let mut browser = house.signed_in("jieun").await;
    set_up(&house, &mut browser).await;
    let wrong: [(&str, Change); 4] = [
        ("another site", |device, _| device.origin = "http://localhost:4000".into()),
        ("another domain", |device, _| device.domain = "elsewhere.example".into()),
        ("another challenge", |_, options| options["challenge"] = "AAAAAAAAAAAAAAAAAAAAAA".into()),
        ("nobody's finger", |device, _| device.verifies = false),
    ];
    for (what, change) in wrong {
        later(&house, 60);
        let mut device = Device::new(1);
        let mut options = asked(&begin(&mut browser, "노트북").await);
        change(&mut device, &mut options);
        let page = keep(&mut browser, &device.make(&options)).await;
        refused(&page, "passkey_name", "패스키가 맞지 않아요.");
        assert_eq!(page.field("passkey_name").unwrap(), "노트북", "{what}");
        assert_eq!(page.count(".lines li"), 0, "{what}");
    }
    for garbage in ["", "{}", "null", "[[[[", "\u{0}"] {
        later(&house, 60);
        begin(&mut browser, "노트북").await;
        refused(&keep(&mut browser, garbage).await, "passkey_name", "패스키가 맞지 않아요.");
    }
}

#[tokio::test]
async fn what_was_asked_counts_once_and_for_five_minutes() {
    let house = house().await;
    let mut browser = house.signed_in("jieun").await;
    set_up(&house, &mut browser).await;
    let mut device = Device::new(1);
    let answer = device.make(&asked(&begin(&mut browser, "노트북").await));
    later(&house, 300);
    refused(&keep(&mut browser, &answer).await, "passkey_name", "시간이 지났거나");
    let answer = device.make(&asked(&begin(&mut browser, "노트북").await));
    later(&house, 299);
    assert_eq!(keep(&mut browser, &answer).await.location(), ROOM);
    refused(&keep(&mut browser, &answer).await, "passkey_name", "시간이 지났거나");

    let mut door = half_in(&house, "jieun").await;
    let answer = device.show(&asked_at_the_door(&mut door).await);
    later(&house, 300);
    refused(&show(&mut door, &answer).await, "passkey", "시간이 지났거나");
    assert!(!is_in(&mut door).await);
}

#[tokio::test]
async fn a_passkey_that_does_not_fit_opens_nothing() {
    let house = house().await;
    let (_, _, mut made) = with_passkey(&house, "jieun", 1).await;
    let wrong: [(&str, Change); 6] = [
        ("another site", |device, _| device.origin = "https://evil.example".into()),
        ("another domain", |device, _| device.domain = "evil.example".into()),
        ("another challenge", |_, options| options["challenge"] = "AAAAAAAAAAAAAAAAAAAAAA".into()),
        ("nobody's finger", |device, _| device.verifies = false),
        ("another key", |device, _| device.key = Device::new(2).key),
        ("another credential", |device, _| device.credential = vec![9; 20]),
    ];
    for (what, change) in wrong {
        later(&house, 60);
        let mut device = made.clone();
        let mut door = half_in(&house, "jieun").await;
        let mut options = asked_at_the_door(&mut door).await;
        change(&mut device, &mut options);
        let page = show(&mut door, &device.show(&options)).await;
        refused(&page, "passkey", "패스키가 맞지 않아요.");
        assert!(!is_in(&mut door).await, "{what}");
        let again = made.show(&asked(&page));
        assert_eq!(show(&mut door, &again).await.location(), "/", "{what}: the page asks anew");
    }
    later(&house, 60);
    let mut door = half_in(&house, "jieun").await;
    for garbage in ["", "{}", "[]", "\u{0}"] {
        door.get("/sign-in/code").await;
        refused(&show(&mut door, garbage).await, "passkey", "패스키가 맞지 않아요.");
    }
    let failed = house.store.audit(None, 50, 0).await.unwrap();
    assert_eq!(failed.iter().filter(|line| line.deed == Deed::SignInFailed).count(), 10, "written down");
}

#[tokio::test]
async fn an_answer_that_somebody_recorded_opens_nothing_again() {
    let house = house().await;
    let (_, _, mut device) = with_passkey(&house, "jieun", 1).await;
    let mut door = half_in(&house, "jieun").await;
    let answer = device.show(&asked_at_the_door(&mut door).await);
    let mut same = door.clone();
    assert_eq!(show(&mut door, &answer).await.location(), "/");
    assert_eq!(show(&mut same, &answer).await.location(), "/sign-in", "the half is over");
    let mut again = half_in(&house, "jieun").await;
    refused(&show(&mut again, &answer).await, "passkey", "시간이 지났거나");
    again.get("/sign-in/code").await;
    refused(&show(&mut again, &answer).await, "passkey", "패스키가 맞지 않아요.");
}

#[tokio::test]
async fn a_passkey_is_its_members_alone() {
    let house = house().await;
    let (_, _, device) = with_passkey(&house, "jieun", 1).await;
    let (mut ada, ..) = with_passkey(&house, "ada", 2).await;
    let mut door = half_in(&house, "ada").await;
    let answer = device.clone().show(&asked_at_the_door(&mut door).await);
    let page = show(&mut door, &answer).await;
    refused(&page, "passkey", "That passkey does not fit.");

    let mut copied = device.clone();
    let answer = copied.make(&asked(&begin(&mut ada, "Mine").await));
    refused(&keep(&mut ada, &answer).await, "passkey_name", "This passkey has been added already.");
    let theirs = house.store.passkeys(number(&house, "jieun").await).await.unwrap()[0].id;
    let page = ada.post(&format!("{MAKE}/{theirs}/remove"), &[]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);

    let (mut one, mut other) = (half_in(&house, "jieun").await, half_in(&house, "jieun").await);
    let options = asked_at_the_door(&mut one).await;
    asked_at_the_door(&mut other).await;
    let page = show(&mut other, &device.clone().show(&options)).await;
    refused(&page, "passkey", "패스키가 맞지 않아요."); // asked of one browser, answered by another
}

#[tokio::test]
async fn a_counter_that_goes_back_is_a_copied_key() {
    let house = house().await;
    let (_, _, mut device) = with_passkey(&house, "jieun", 1).await;
    device.counter = 10;
    let mut copied = device.clone();
    for _ in 0..2 {
        let mut door = half_in(&house, "jieun").await;
        let answer = device.show(&asked_at_the_door(&mut door).await);
        assert_eq!(show(&mut door, &answer).await.location(), "/");
    }
    for counter in [10, 11] {
        later(&house, 60);
        copied.counter = counter;
        let mut door = half_in(&house, "jieun").await;
        let answer = copied.show(&asked_at_the_door(&mut door).await);
        refused(&show(&mut door, &answer).await, "passkey", "패스키가 맞지 않아요.");
    }
}

#[tokio::test]
async fn a_removed_passkey_opens_nothing_more() {
    let house = house().await;
    let (mut browser, phone, mut device) = with_passkey(&house, "jieun", 1).await;
    let mut door = half_in(&house, "jieun").await;
    let answer = device.show(&asked_at_the_door(&mut door).await);
    let action = browser.get(ROOM).await.attribute(".lines form", "action").unwrap();
    let page = browser.submit(&action, &[]).await;
    assert_eq!(page.words(".said-line").unwrap(), "패스키를 지웠어요.");
    assert_eq!(page.count(".lines li"), 0);
    let page = show(&mut door, &answer).await;
    refused(&page, "passkey", "패스키가 맞지 않아요.");
    assert_eq!(page.count("leptos-island"), 0, "there is none to ask for");
    assert_eq!(try_code(&mut door, &phone.shows(&house)).await.location(), "/");
    assert_eq!(browser.post(&action, &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn passkeys_go_with_the_second_factor_and_with_who_leaves() {
    let house = house().await;
    let (mut browser, ..) = with_passkey(&house, "jieun", 1).await;
    let jieun = number(&house, "jieun").await;
    browser.post("/settings/second-factor/off", &[("off_proof", PASSWORD)]).await;
    assert!(house.store.passkeys(jieun).await.unwrap().is_empty());
    with_passkey(&house, "ada", 2).await;
    let ada = number(&house, "ada").await;
    house.store.leave(None, ada, None, &By::command_line()).await.unwrap();
    assert!(house.store.passkeys(ada).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_member_is_told_by_mail_when_a_passkey_comes_or_goes() {
    let house = house().await;
    let (mut browser, ..) = with_passkey(&house, "ada", 1).await;
    let action = browser.get(ROOM).await.attribute(".lines form", "action").unwrap();
    browser.post(&action, &[]).await;
    let subjects: Vec<_> = house.letters().await.into_iter().map(|letter| letter.subject).collect();
    assert_eq!(subjects, ["Your second factor is on", "A passkey was added", "A passkey was removed"]);
    let log = house.signed_in("jieun").await.get("/audit").await.text();
    assert!(log.contains("Ada님이 패스키 “노트북”을 더했어요."), "{log}");
}

#[tokio::test]
async fn a_house_that_browsers_make_no_passkeys_for_offers_none() {
    let house = House::founded().await; // http://dasi.test: neither by HTTPS nor on this machine
    let mut browser = house.signed_in("jieun").await;
    set_up(&house, &mut browser).await;
    assert_eq!(browser.get(ROOM).await.count("#passkey_name"), 0);
    assert_eq!(begin(&mut browser, "노트북").await.location(), ROOM);
    let mut door = half_in(&house, "jieun").await;
    assert_eq!(door.get("/sign-in/code").await.count("leptos-island"), 0);
    refused(&show(&mut door, "{}").await, "passkey", "시간이 지났거나");
}
