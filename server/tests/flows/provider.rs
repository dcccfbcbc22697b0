use axum::http::{StatusCode, header};
use domain::audit::Deed;
use domain::language::Language;
use domain::member::{EmailAddress, Role};
use domain::sign_in::Way;
use serde_json::json;
use store::{By, NewInvitation};

use crate::browser::Browser;
use crate::provider_script::{Play, Token};

const BUTTON: &str = "a[href^='/sign-in/provider']";

async fn invite(play: &Play, email: Option<&str>, role: Role) -> String {
    let new =
        NewInvitation { email: email.map(|to| EmailAddress::parse(to).unwrap()), role, language: Language::Korean };
    let link = fresh_link();
    play.house.store.invite(&new, &link, &By::command_line()).await.unwrap();
    link.token.to_text()
}

/// A link that no letter has to be written of.
fn fresh_link() -> store::Link {
    let salt = rand::random();
    store::Link { salt, token: store::Token::random() }
}

fn joining(token: &str) -> String {
    format!("/sign-in/provider?invitation={token}")
}

async fn is_in(browser: &mut Browser) -> bool {
    browser.get("/settings").await.status == StatusCode::OK
}

#[tokio::test]
async fn the_door_has_a_button_that_leads_there_and_keeps_where_to_go() {
    let play = Play::new(&[]).await;
    let door = play.house.browser().get("/sign-in?next=/posts%3Fkind%3Dwrite_up").await;
    assert_eq!(door.words(BUTTON).unwrap(), "물결 계정으로 들어가기");
    let to = door.attribute(BUTTON, "href").unwrap();
    let mut haneul = play.house.browser();
    let back = play.there(&mut haneul, &to, "haneul").await;
    assert_eq!(haneul.get(&back).await.location(), "/posts?kind=write_up");
    assert!(is_in(&mut haneul).await);
    let door = play.house.browser().speaking("en").get("/sign-in").await;
    assert_eq!(door.words(BUTTON).unwrap(), "Sign in with 물결 계정");
}

#[tokio::test]
async fn a_house_without_a_provider_has_neither_button_nor_address() {
    let house = crate::house::House::founded().await;
    let mut browser = house.browser();
    assert_eq!(browser.get("/sign-in").await.count(BUTTON), 0);
    for path in ["/sign-in/provider", "/sign-in/provider/back?code=a&state=b"] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let mut late = house.browser().with_cookie("dasi-provider", "sealed before the provider went");
    late.get("/sign-in/provider/back?code=a&state=b").await;
    assert!(late.cookie("dasi-provider").is_none(), "an error page of ours forgets it, too");
}

#[tokio::test]
async fn the_flow_is_kept_in_a_cookie_that_scripts_and_other_sites_cannot_use() {
    for (url, name, secure) in
        [("http://dasi.test", "dasi-provider", false), ("https://dasi.test", "__Host-dasi-provider", true)]
    {
        let play = Play::at(url, &[]).await;
        let page = play.house.browser().get("/sign-in/provider").await;
        let cookie = page.headers[header::SET_COOKIE].to_str().unwrap();
        assert!(cookie.starts_with(&format!("{name}=")), "{cookie}");
        for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600"] {
            assert!(cookie.contains(part), "{part} in {cookie}");
        }
        assert_eq!((cookie.contains("Secure"), cookie.contains("Domain")), (secure, false), "{cookie}");
    }
}

#[tokio::test]
async fn a_member_is_known_by_a_proven_address_first_and_by_the_account_ever_after() {
    let play = Play::new(&[]).await;
    let mut haneul = play.house.browser();
    assert_eq!(play.sign_in(&mut haneul, "haneul").await.location(), "/");
    assert!(haneul.cookie("dasi").is_some() && haneul.cookie("dasi-provider").is_none());
    let told = play.house.letter().await;
    assert_eq!(
        (told.to.as_str(), told.subject.as_str()),
        ("haneul@example.com", "이제 조직 계정으로도 들어올 수 있어요")
    );
    let mut moved = play.house.browser();
    let change = |token: &mut Token| token.claims["email"] = json!("haneul.lee@elsewhere.example");
    let back = play.there_as(&mut moved, "/sign-in/provider", "haneul", change).await;
    assert_eq!(moved.get(&back).await.location(), "/");
    assert!(moved.get("/settings").await.text().contains("하늘"), "the address there may change");
    assert!(play.house.letters().await.is_empty(), "told once");
    let deeds: Vec<_> = play.house.store.audit(None, 4, 0).await.unwrap().into_iter().map(|line| line.deed).collect();
    assert_eq!(deeds, [Deed::SignedIn, Deed::SignedIn, Deed::ProviderLinked, Deed::Added]);
    assert_eq!(play.members().await, 3);
}

#[tokio::test]
async fn an_address_that_was_only_typed_opens_nothing_until_it_is_proven() {
    let play = Play::new(&["example.com"]).await;
    let link = format!("/join/{}", invite(&play, None, Role::Member).await);
    let typed = [("email", "nari@example.com"), ("name", "누군가"), ("password", "먼저 와서 정한 비밀번호")];
    play.house.browser().submit(&link, &[&typed[..], &[("language", "ko"), ("zone", "Asia/Seoul")]].concat()).await;
    let mut nari = play.house.browser();
    let page = play.sign_in(&mut nari, "nari").await;
    assert_eq!((page.status, play.known("nari").await), (StatusCode::FORBIDDEN, None));
    assert!(page.text().contains("주소를 메일로 확인한 적이 없어요"), "{}", page.text());
    assert_eq!(page.words("a[href='/forgot']").unwrap(), "비밀번호를 정하는 메일 받기");
    let in_english = play.sign_in(&mut play.house.browser().speaking("en"), "nari").await;
    assert!(in_english.text().contains("has never proven it theirs"));
    nari.submit("/forgot", &[("email", "nari@example.com")]).await;
    let reset = play.house.letter().await.link("/reset/");
    nari.submit(&reset, &[("password", "내가 다시 정한 비밀번호")]).await;
    let mut again = play.house.browser();
    assert_eq!(play.sign_in(&mut again, "nari").await.location(), "/");
    assert_eq!(play.known("nari").await.unwrap(), "nari@example.com");
}

#[tokio::test]
async fn an_address_that_the_provider_gave_to_somebody_else_opens_nothing() {
    let play = Play::new(&["example.com"]).await;
    play.sign_in(&mut play.house.browser(), "haneul").await;
    let mut other = play.house.browser();
    let change = |token: &mut Token| token.claims["sub"] = json!("somebody new");
    let back = play.there_as(&mut other, "/sign-in/provider", "haneul", change).await;
    let page = other.get(&back).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.text().contains("다른 계정으로 들어와요"), "{}", page.text());
    assert!(!is_in(&mut other).await);
}

#[tokio::test]
async fn an_invitation_is_taken_up_without_a_password() {
    let play = Play::new(&[]).await;
    let token = invite(&play, Some("nari@example.com"), Role::Admin).await;
    let mut nari = play.house.browser().speaking("en");
    let form = nari.get(&format!("/join/{token}")).await;
    let to = form.attribute(BUTTON, "href").unwrap();
    assert_eq!(
        (to.as_str(), form.words(BUTTON).unwrap().as_str()),
        (joining(&token).as_str(), "Sign in with 물결 계정")
    );
    let change = |token: &mut Token| {
        token.claims["name"] = json!("나리");
        token.claims["locale"] = json!("ko-KR");
    };
    let back = play.there_as(&mut nari, &to, "nari", change).await;
    assert_eq!(nari.get(&back).await.location(), "/");
    let joined = play.member("nari@example.com").await.unwrap();
    let member = &joined.member;
    assert_eq!((member.name.as_str(), member.role, member.language), ("나리", Role::Admin, Language::Korean));
    assert_eq!((member.zone.name(), joined.email_is_proven, joined.password_hash), ("Asia/Seoul", true, None));
    assert_eq!(play.sign_in(&mut play.house.browser(), "nari").await.location(), "/", "and again, without it");
    let page = play.house.browser().get(&format!("/join/{token}")).await;
    assert_eq!(page.status, StatusCode::GONE, "it works once");
}

#[tokio::test]
async fn an_invitation_waits_at_the_door_for_who_has_its_address() {
    let play = Play::new(&[]).await;
    invite(&play, Some("nari@example.com"), Role::Admin).await;
    assert_eq!(play.sign_in(&mut play.house.browser().speaking("en"), "nari").await.location(), "/");
    let member = play.member("nari@example.com").await.unwrap().member;
    let is = (member.name.as_str(), member.role, member.language);
    assert_eq!(is, ("nari", Role::Admin, Language::English), "as the address begins, in the browser's language");
}

#[tokio::test]
async fn an_invitation_for_another_address_lets_nobody_in_and_stays_open() {
    let play = Play::new(&["example.com"]).await;
    let token = invite(&play, Some("nari@example.com"), Role::Admin).await;
    for (language, words) in [("ko", "다른 메일 주소로 보낸 초대예요"), ("en", "This invitation is for another e-mail")]
    {
        let mut other = play.house.browser().speaking(language);
        let back = play.there(&mut other, &joining(&token), "dodo").await;
        let page = other.get(&back).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(page.text().contains(words) && page.count(&format!("a[href='/join/{token}']")) == 1);
    }
    assert_eq!((play.members().await, play.known("dodo").await), (3, None));
    assert_eq!(play.house.browser().get(&format!("/join/{token}")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_link_that_is_handed_over_needs_an_address_that_is_vouched_for_and_a_letter_does_not() {
    let play = Play::new(&[]).await;
    let not_verified = |token: &mut Token| token.claims["email_verified"] = json!(false);
    let handed = invite(&play, None, Role::Member).await;
    let mut nari = play.house.browser();
    let back = play.there_as(&mut nari, &joining(&handed), "nari", not_verified).await;
    assert_eq!(nari.get(&back).await.status, StatusCode::FORBIDDEN);
    assert!(play.member("nari@example.com").await.is_none());
    let sent = invite(&play, Some("nari@example.com"), Role::Member).await;
    let back = play.there_as(&mut nari, &joining(&sent), "nari", not_verified).await;
    assert_eq!(nari.get(&back).await.location(), "/");
    let mut dodo = play.house.browser();
    let back = play.there(&mut dodo, &joining(&handed), "dodo").await;
    assert_eq!(dodo.get(&back).await.location(), "/");
    assert!(play.member("dodo@example.com").await.unwrap().email_is_proven);
}

#[tokio::test]
async fn whoever_is_in_a_domain_of_the_list_joins_and_has_no_password() {
    let play = Play::new(&["example.com"]).await;
    let mut nari = play.house.browser();
    assert_eq!(play.sign_in(&mut nari, "nari").await.location(), "/");
    let joined = play.member("nari@example.com").await.unwrap();
    assert_eq!((joined.member.role, joined.email_is_proven, joined.password_hash), (Role::Member, true, None));
    let page = nari.get("/settings/ways-in").await;
    assert!(page.text().contains("지금은 비밀번호 없이 들어오고 있어요"), "{}", page.text());
    assert_eq!((page.count("input[type=password]"), page.count("main a[href='/forgot']")), (0, 1));
    let stolen = play.house.browser().post("/sign-in", &[("email", "nari@example.com"), ("password", "")]).await;
    assert_eq!(stolen.status, StatusCode::UNPROCESSABLE_ENTITY, "no password is not an empty one");
}

#[tokio::test]
async fn a_stranger_is_told_to_ask_for_an_invitation() {
    let play = Play::new(&["elsewhere.example"]).await;
    for (language, words) in [("ko", "초대를 부탁해 주세요"), ("en", "Ask your team's admin for an invitation")]
    {
        let mut nari = play.house.browser().speaking(language);
        let page = play.sign_in(&mut nari, "nari").await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(page.text().replace("&#39;", "'").contains(words), "{}", page.text());
        assert!(!is_in(&mut nari).await);
    }
    let mut late = play.house.browser();
    let token = invite(&play, None, Role::Member).await;
    let back = play.there(&mut late, &joining(&token), "nari").await;
    let invitation = play.house.store.invitations().await.unwrap()[0].id;
    play.house.store.revoke_invitation(invitation, &By::command_line()).await.unwrap();
    let page = late.get(&back).await;
    assert_eq!(page.status, StatusCode::GONE, "taken back while they were there");
    assert_eq!(play.members().await, 3);
}

#[tokio::test]
async fn alumni_come_in_and_the_second_factor_is_the_providers() {
    let play = Play::new(&[]).await;
    let (store, by) = (&play.house.store, By::command_line());
    let haneul = play.member("haneul@example.com").await.unwrap().member.id;
    let ada = play.member("ada@example.com").await.unwrap().member.id;
    store.leave(None, haneul, None, &by).await.unwrap();
    store.begin_second_factor(ada, &[1; 16]).await.unwrap();
    store.confirm_second_factor(ada, &[1; 16], 1, &[], &by).await.unwrap();
    assert!(store.begin_sign_in(ada, Way::Password, &store::Browser::default()).await.unwrap().1, "half way");
    for who in ["haneul", "ada"] {
        let mut browser = play.house.browser();
        assert_eq!(play.sign_in(&mut browser, who).await.location(), "/", "{who}");
        assert!(is_in(&mut browser).await, "{who}");
    }
}

#[tokio::test]
async fn the_way_back_in_two_tabs_at_once_joins_once() {
    for from_letter in [false, true] {
        let play = Play::new(&["example.com"]).await;
        play.script().forgetful = true;
        let token = invite(&play, Some("nari@example.com"), Role::Member).await;
        let from = if from_letter { joining(&token) } else { "/sign-in/provider".into() };
        let mut one = play.house.browser();
        let back = play.there(&mut one, &from, "nari").await;
        let mut two = one.clone();
        let (first, second) = tokio::join!(one.get(&back), two.get(&back));
        assert_eq!((first.location(), second.location()), ("/".into(), "/".into()));
        assert_eq!(play.members().await, 4);
        assert_eq!(play.known("nari").await.unwrap(), "nari@example.com");
    }
}

#[tokio::test]
async fn two_tabs_at_once_link_a_member_once() {
    let play = Play::new(&[]).await;
    play.script().forgetful = true;
    let mut one = play.house.browser();
    let back = play.there(&mut one, "/sign-in/provider", "haneul").await;
    let mut two = one.clone();
    let (first, second) = tokio::join!(one.get(&back), two.get(&back));
    assert_eq!((first.location(), second.location()), ("/".into(), "/".into()));
    assert_eq!(play.house.letters().await.len(), 1);
}

#[tokio::test]
async fn where_to_go_stays_inside_the_house() {
    let play = Play::new(&[]).await;
    let long = format!("/{}", "a".repeat(5000));
    for next in ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", &long] {
        let mut haneul = play.house.browser();
        let from = format!(
            "/sign-in/provider?{}",
            url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish()
        );
        let back = play.there(&mut haneul, &from, "haneul").await;
        assert_eq!(haneul.get(&back).await.location(), "/", "{next}");
        assert_eq!(haneul.get(&from).await.location(), "/", "signed in already");
    }
}
