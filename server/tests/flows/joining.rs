use axum::http::StatusCode;
use domain::member::{EmailAddress, Role};
use jiff::SignedDuration;

use crate::browser::{Browser, Page};
use crate::house::House;

const JOINING: [(&str, &str); 4] =
    [("name", "나리"), ("password", "다시 또 만난 세계"), ("language", "ko"), ("zone", "Asia/Seoul")];

async fn invite(owner: &mut Browser, email: &str, role: &str) -> Page {
    owner.submit("/invitations", &[("email", email), ("role", role), ("language", "ko")]).await
}

fn shown_link(page: &Page) -> String {
    page.attribute("#link", "value").unwrap()["http://dasi.test".len()..].to_owned()
}

#[tokio::test]
async fn somebody_is_invited_by_mail_and_joins_in_another_browser() {
    let house = House::founded().await;
    let mut owner = house.signed_in("jieun").await;
    let page = invite(&mut owner, "nari@example.com", "admin").await;
    assert!(page.text().contains("nari@example.com"));
    let letter = house.letter().await;
    assert_eq!((letter.to.as_str(), letter.subject.as_str()), ("nari@example.com", "물결 데이터에서 초대가 왔어요"));
    assert!(letter.text.contains("지은님이 물결 데이터에 초대했어요."), "{}", letter.text);
    let link = letter.link("/join/");
    assert_eq!(page.count("#link"), 0, "the letter's link is the letter's alone: it proves who reads there");
    let mut nari = house.browser();
    let form = nari.get(&link).await;
    assert_eq!(form.words("h1").unwrap(), "물결 데이터에 함께하기");
    assert_eq!(form.attribute("#email", "value").unwrap(), "nari@example.com");
    assert_eq!(nari.submit(&link, &JOINING).await.status, StatusCode::OK);
    assert!(nari.get("/").await.text().contains("나리"), "signed in at once");
    let email = EmailAddress::parse("nari@example.com").unwrap();
    let joined = house.store.member_by_email(&email).await.unwrap().unwrap();
    assert_eq!((joined.member.role, joined.email_is_proven), (Role::Admin, true));
    assert!(owner.get("/invitations").await.text().contains("나리님이"), "the past tells who joined");
}

#[tokio::test]
async fn a_link_without_an_address_is_handed_over_and_its_address_is_not_proven() {
    let house = House::founded().await;
    let link = shown_link(&invite(&mut house.signed_in("jieun").await, "", "member").await);
    assert!(house.letters().await.is_empty());
    let mut nari = house.browser();
    let typed = [&[("email", "nari@example.com")][..], &JOINING].concat();
    nari.submit(&link, &typed).await;
    let email = EmailAddress::parse("nari@example.com").unwrap();
    assert!(!house.store.member_by_email(&email).await.unwrap().unwrap().email_is_proven);
}

#[tokio::test]
async fn a_scanner_that_looks_at_the_link_uses_nothing_up() {
    let house = House::founded().await;
    let link = shown_link(&invite(&mut house.signed_in("jieun").await, "", "member").await);
    let typed = [&[("email", "nari@example.com")][..], &JOINING].concat();
    for _ in 0..20 {
        assert_eq!(house.browser().get(&link).await.status, StatusCode::OK);
    }
    assert!(house.browser().post(&link, &typed).await.status.is_redirection());
}

#[tokio::test]
async fn an_invitation_works_once_and_a_race_has_one_winner() {
    let house = House::founded().await;
    let link = shown_link(&invite(&mut house.signed_in("jieun").await, "", "member").await);
    let one = [&[("email", "one@example.com")][..], &JOINING].concat();
    let two = [&[("email", "two@example.com")][..], &JOINING].concat();
    let (mut first, mut second) = (house.browser(), house.browser());
    let (first, second) = tokio::join!(first.post(&link, &one), second.post(&link, &two));
    let mut answers = [first.status, second.status];
    answers.sort();
    assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::GONE]);
    let third = house.browser().post(&link, &JOINING).await;
    assert_eq!((third.status, third.words("h1").unwrap().as_str()), (StatusCode::GONE, "이 초대는 쓸 수 없어요"));
}

#[tokio::test]
async fn an_invitation_that_is_over_revoked_or_forged_opens_nothing() {
    let house = House::founded().await;
    let mut owner = house.signed_in("jieun").await;
    let page = invite(&mut owner, "", "member").await;
    let (link, revoke) = (shown_link(&page), page.attribute("form[action$='/revoke']", "action").unwrap());
    assert_eq!(owner.submit(&revoke, &[]).await.words(".said-line").unwrap(), "초대를 거두었어요.");
    assert_eq!(house.browser().get(&link).await.status, StatusCode::GONE, "revoked");
    assert_eq!(owner.post(&revoke, &[]).await.status, StatusCode::NOT_FOUND, "once");
    let link = shown_link(&invite(&mut owner, "", "member").await);
    let mut letters: Vec<char> = link.chars().collect();
    letters[10] = if letters[10] == 'A' { 'B' } else { 'A' };
    let forged: String = letters.into_iter().collect();
    for path in [forged.as_str(), "/join/x", "/join/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
        let page = house.browser().speaking("en").get(path).await;
        assert_eq!(page.status, StatusCode::GONE, "{path}");
        assert!(page.text().contains("does not work any more"));
    }
    house.clock.set(house.store.now() + SignedDuration::from_hours(7 * 24));
    assert_eq!(house.browser().post(&link, &JOINING).await.status, StatusCode::GONE, "a week later");
}

#[tokio::test]
async fn a_second_letter_to_the_same_address_replaces_the_first() {
    let house = House::founded().await;
    let mut owner = house.signed_in("jieun").await;
    invite(&mut owner, "nari@example.com", "member").await;
    let first = house.letter().await.link("/join/");
    invite(&mut owner, "nari@example.com", "admin").await;
    invite(&mut owner, "nari@example.com", "member").await;
    let last = house.letter().await.link("/join/"); // the second is not even sent
    assert_eq!(house.browser().get(&first).await.status, StatusCode::GONE);
    assert_eq!(house.browser().get(&last).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_wrong_with_joining_comes_back_with_what_was_typed() {
    let house = House::founded().await;
    let link = shown_link(&invite(&mut house.signed_in("jieun").await, "", "member").await);
    let typed = [("email", "haneul@example.com"), ("name", "하늘이"), ("password", "password1"), ("zone", "Nowhere")];
    let page = house.browser().post(&link, &typed).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.field("name").unwrap(), "하늘이");
    assert_eq!(page.field("password").unwrap(), "", "never sent back");
    assert!(page.problem("password").unwrap().contains("누구나 가장 먼저"));
    assert!(page.problem("zone").is_some() && page.problem("language").is_some());
    let taken = [&[("email", "haneul@example.com")][..], &JOINING].concat();
    let page = house.browser().speaking("en").post(&link, &taken).await;
    assert_eq!(page.problem("email").unwrap(), "Another member has this address.");
}

#[tokio::test]
async fn nobody_invites_above_themselves_or_a_member() {
    let house = House::founded().await;
    let mut owner = house.signed_in("jieun").await;
    let page =
        owner.post("/invitations", &[("email", "ada@example.com"), ("role", "member"), ("language", "ko")]).await;
    assert_eq!(page.problem("email").unwrap(), "이 주소를 쓰는 사람은 이미 멤버예요.");
    let link = shown_link(&invite(&mut owner, "", "admin").await);
    let mut admin = house.browser();
    admin.submit(&link, &[&[("email", "nari@example.com")][..], &JOINING].concat()).await;
    let form = admin.get("/invitations").await;
    assert_eq!(form.count("select[name=role] option"), 2, "admin and member");
    let page = admin.post("/invitations", &[("email", ""), ("role", "owner"), ("language", "ko")]).await;
    assert!(page.problem("role").is_some());
    let mut member = house.signed_in("haneul").await;
    assert_eq!(member.get("/invitations").await.status, StatusCode::FORBIDDEN);
    let page = member.post("/invitations", &[("email", ""), ("role", "member"), ("language", "ko")]).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_crowd_of_invitations_is_slowed_down() {
    let house = House::founded().await;
    let mut owner = house.signed_in("jieun").await;
    for _ in 0..50 {
        invite(&mut owner, "", "member").await;
    }
    let page = owner.post("/invitations", &[("email", ""), ("role", "member"), ("language", "ko")]).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.headers.contains_key("retry-after") && page.problem("email").unwrap().contains("너무 여러 번"));
}

#[tokio::test]
async fn who_is_signed_in_and_follows_a_link_is_told_so() {
    let house = House::founded().await;
    let mut owner = house.signed_in("jieun").await;
    let link = shown_link(&invite(&mut owner, "", "member").await);
    assert!(owner.get(&link).await.text().contains("지금은 지은님으로 들어와 있어요."));
}

/// 나리, an admin.
async fn admin(house: &House) -> Browser {
    let new = crate::house::member("나리", "nari", Role::Admin, domain::language::Language::Korean, "");
    house.store.add_member(&new, &store::By::command_line()).await.unwrap();
    house.signed_in("nari").await
}

#[tokio::test]
async fn nobody_climbs_by_the_invitation_of_somebody_above_them() {
    let house = House::founded().await;
    let mut owner = house.signed_in("jieun").await;
    let link = invite(&mut owner, "", "owner").await;
    let page = link.attribute("form[action$='/revoke']", "action").unwrap().replace("/revoke", "");
    let mut nari = admin(&house).await;
    assert_eq!(nari.get(&page).await.status, StatusCode::FORBIDDEN);
    assert_eq!(nari.post(&format!("{page}/revoke"), &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(nari.get("/invitations").await.count(&format!("a[href='{page}']")), 0);
    assert!(owner.get(&page).await.attribute("#link", "value").is_some());
    assert_eq!(owner.get(&page).await.headers["cache-control"], "no-store");
}

#[tokio::test]
async fn a_link_is_shown_to_who_made_it_alone() {
    let house = House::founded().await;
    let mut nari = admin(&house).await;
    let made = invite(&mut nari, "", "member").await;
    let page = made.attribute("form[action$='/revoke']", "action").unwrap().replace("/revoke", "");
    let seen = house.signed_in("jieun").await.get(&page).await;
    assert_eq!((seen.status, seen.count("#link")), (StatusCode::OK, 0));
}

#[tokio::test]
async fn an_invitation_ends_with_the_right_to_make_it() {
    let house = House::founded().await;
    let mut nari = admin(&house).await;
    let by_link = shown_link(&invite(&mut nari, "", "admin").await);
    invite(&mut nari, "second@example.com", "admin").await;
    let by_mail = house.letter().await.link("/join/");
    let member = EmailAddress::parse("nari@example.com").unwrap();
    let member = house.store.member_by_email(&member).await.unwrap().unwrap().member.id;
    house.store.set_role(None, member, Role::Member, &store::By::command_line()).await.unwrap();
    for link in [&by_link, &by_mail] {
        assert_eq!(house.browser().get(link).await.status, StatusCode::GONE);
        let typed = [&[("email", "third@example.com")][..], &JOINING].concat();
        assert_eq!(house.browser().post(link, &typed).await.status, StatusCode::GONE);
    }
    house.store.set_role(None, member, Role::Admin, &store::By::command_line()).await.unwrap();
    house.store.leave(None, member, None, &store::By::command_line()).await.unwrap();
    assert_eq!(house.browser().get(&by_mail).await.status, StatusCode::GONE, "a letter's, too");
}

#[tokio::test]
async fn nobody_takes_back_by_a_new_invitation_what_is_not_theirs_to_decide() {
    let house = House::founded().await;
    let mut owner = house.signed_in("jieun").await;
    invite(&mut owner, "second@example.com", "owner").await;
    let link = house.letter().await.link("/join/");
    let mut nari = admin(&house).await;
    let typed = [("email", "second@example.com"), ("role", "member"), ("language", "ko")];
    assert_eq!(nari.post("/invitations", &typed).await.status, StatusCode::FORBIDDEN);
    assert_eq!(house.browser().get(&link).await.status, StatusCode::OK, "it is still open");
    invite(&mut owner, "second@example.com", "member").await;
    let log = house.store.audit(None, 9, 0).await.unwrap();
    assert!(log.iter().any(|line| line.deed == domain::audit::Deed::InvitationRevoked), "and told");
}
