use axum::http::StatusCode;
use domain::member::EmailAddress;
use jiff::SignedDuration;

use crate::house::{House, PASSWORD};

const NEW: &str = "세계를 다시 만나다";

#[tokio::test]
async fn another_password_needs_the_present_one_and_ends_the_other_sign_ins() {
    let house = House::founded().await;
    let (mut here, mut elsewhere) = (house.signed_in("ada").await, house.signed_in("ada").await);
    let token = crate::program::make_token(&house, "ada", domain::api_token::Scope::Write).await;
    house.letters().await;
    let wrong = here.post("/settings/password", &[("current", "not mine at all"), ("password", "short")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.problem("current").unwrap(), "That is not your present password.");
    assert_eq!(wrong.problem("password").unwrap(), "At least 8 characters, please.");
    assert_eq!(wrong.field("current").unwrap(), "", "never sent back");
    let page = here.submit("/settings/password", &[("current", PASSWORD), ("password", NEW)]).await;
    assert!(page.words(".said-line").unwrap().starts_with("Your password is changed"));
    assert_eq!(here.get("/").await.status, StatusCode::OK, "here they stay");
    assert_eq!(elsewhere.get("/").await.location(), "/sign-in", "elsewhere signed out within one request");
    let program = crate::program::Program::new(&house).with_token(&token).get("/me").await;
    assert_eq!(program.status, StatusCode::UNAUTHORIZED, "programs, too");
    assert_eq!(house.letter().await.subject, "Your password was changed");
    let entered = house.browser().post("/sign-in", &[("email", "ada@example.com"), ("password", NEW)]).await;
    assert!(entered.status.is_redirection());
}

#[tokio::test]
async fn guesses_at_the_present_password_are_slowed_down() {
    let house = House::founded().await;
    let mut browser = house.signed_in("ada").await;
    let typed = [("current", "not mine at all"), ("password", NEW)];
    for _ in 0..5 {
        assert_eq!(browser.post("/settings/password", &typed).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(browser.post("/settings/password", &typed).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn another_address_is_taken_once_both_have_said_yes() {
    let house = House::founded().await;
    let mut ada = house.signed_in("ada").await;
    let typed = [("email", "ada@elsewhere.example"), ("email_password", PASSWORD)];
    let page = ada.submit("/settings/email", &typed).await;
    assert_eq!(page.count(".notice li"), 2, "both have yet to say yes");
    let letters = house.letters().await;
    let link = |to: &str| letters.iter().find(|one| one.to == to).unwrap().link("/email/");
    let (old, new) = (link("ada@example.com"), link("ada@elsewhere.example"));
    assert_ne!(old, new);
    let mut mailbox = house.browser().speaking("en");
    assert!(mailbox.get(&new).await.text().contains("ada@elsewhere.example"), "looking changes nothing");
    assert!(mailbox.post(&new, &[]).await.text().contains("once the other address"));
    assert!(mailbox.post(&new, &[]).await.text().contains("once the other address"), "twice is once");
    let email = EmailAddress::parse("ada@elsewhere.example").unwrap();
    assert!(house.store.member_by_email(&email).await.unwrap().is_none(), "half is nothing");
    assert!(mailbox.post(&old, &[]).await.text().contains("From now on you sign in with ada@elsewhere.example"));
    assert!(house.store.member_by_email(&email).await.unwrap().is_some());
    for link in [&old, &new] {
        assert_eq!(mailbox.post(link, &[]).await.status, StatusCode::GONE, "used");
    }
    let notice = house.letter().await;
    assert_eq!((notice.to.as_str(), notice.subject.as_str()), ("ada@example.com", "Your address was changed"));
}

#[tokio::test]
async fn a_change_of_address_is_given_up_runs_out_and_takes_nobody_s() {
    let house = House::founded().await;
    let mut ada = house.signed_in("ada").await;
    let taken = [("email", "haneul@example.com"), ("email_password", PASSWORD)];
    let page = ada.post("/settings/email", &taken).await;
    assert_eq!(page.problem("email").unwrap(), "Another member has this address.");
    let unproven = [("email", "no address"), ("email_password", "not mine at all")];
    let page = ada.post("/settings/email", &unproven).await;
    assert!(page.problem("email").is_some() && page.problem("email_password").is_some());
    assert_eq!(page.field("email").unwrap(), "no address");
    let typed = [("email", "ada@elsewhere.example"), ("email_password", PASSWORD)];
    ada.submit("/settings/email", &typed).await;
    let link = house.letters().await[0].link("/email/");
    assert_eq!(ada.submit("/settings/email/keep", &[]).await.count(".notice"), 0);
    assert_eq!(house.browser().get(&link).await.status, StatusCode::GONE, "given up");
    ada.submit("/settings/email", &typed).await;
    let link = house.letters().await[0].link("/email/");
    house.clock.set(house.store.now() + SignedDuration::from_hours(24));
    assert_eq!(house.browser().post(&link, &[]).await.status, StatusCode::GONE, "a day later");
    assert_eq!(house.browser().get("/email/forged").await.status, StatusCode::GONE);
}

#[tokio::test]
async fn who_has_no_password_is_led_to_a_link() {
    let house = House::founded().await;
    let mut new =
        crate::house::member("나리", "nari", domain::member::Role::Member, domain::language::Language::Korean, "");
    new.password_hash = None;
    house.store.add_member(&new, &store::By::command_line()).await.unwrap();
    let mut nari = house.signed_in("nari").await;
    let page = nari.get("/settings/ways-in").await;
    assert_eq!(page.count("input[type=password]"), 0);
    assert_eq!(page.attribute("main p > a.button", "href").unwrap(), "/forgot");
    let page = nari.post("/settings/password", &[("current", ""), ("password", NEW)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing proves that it is them");
    let answer = house.browser().post("/sign-in", &[("email", "nari@example.com"), ("password", "")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}
