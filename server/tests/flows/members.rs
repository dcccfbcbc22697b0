use axum::http::StatusCode;
use domain::access::Refusal;
use domain::api_token::{Scope, TokenName};
use domain::id::MemberId;
use domain::language::Language;
use domain::member::{EmailAddress, Member, Role};
use jiff::SignedDuration;
use scraper::Selector;
use store::{By, NewApiToken, StoreError};

use crate::browser::Page;
use crate::house::{House, member};

/// 민수 is an admin, 소라 another owner, 윤 left: numbers 4, 5 and 6.
async fn peopled() -> House {
    let house = House::founded().await;
    let by = By::command_line();
    for (name, who, role) in
        [("민수", "minsu", Role::Admin), ("소라", "sora", Role::Owner), ("윤", "yun", Role::Member)]
    {
        house.store.add_member(&member(name, who, role, Language::Korean, "none"), &by).await.unwrap();
    }
    house.store.leave(None, MemberId(6), Some(MemberId(2)), &by).await.unwrap();
    house
}

async fn who(house: &House, who: &str) -> Member {
    let email = EmailAddress::parse(&format!("{who}@example.com")).unwrap();
    house.store.member_by_email(&email).await.unwrap().unwrap().member
}

/// What a page offers to do about somebody: each form's address.
fn offers(page: &Page) -> Vec<String> {
    let forms = Selector::parse("main form[method=post]").unwrap();
    page.html().select(&forms).filter_map(|form| form.attr("action").map(str::to_owned)).collect()
}

/// What a choice offers.
fn options(page: &Page, name: &str) -> Vec<String> {
    let options = Selector::parse(&format!("select[name={name}] option")).unwrap();
    page.html().select(&options).filter_map(|one| one.attr("value").map(str::to_owned)).collect()
}

#[tokio::test]
async fn the_team_sees_everybody_and_those_who_look_after_the_house_see_more() {
    let house = peopled().await;
    let mut plain = house.signed_in("haneul").await;
    let page = plain.get("/members").await;
    assert_eq!((page.status, page.count(".people > li"), page.count("nav.tabs")), (StatusCode::OK, 6, 0));
    let text = page.text();
    assert!(text.contains("@ada") && text.contains("2026년 11월 24일부터"), "{text}");
    assert!(!text.contains("@example.com") && page.count("main a[href^='/members/']") == 0, "{text}");
    assert!(text.contains("하던 일은 하늘님이 이어받았어요."), "{text}");
    let mut admin = house.signed_in("minsu").await;
    let page = admin.get("/members").await;
    assert_eq!((page.count("nav.tabs"), page.count("main a[href^='/members/']")), (1, 6));
    assert!(page.text().contains("ada@example.com"));
    let english = house.signed_in("ada").await.get("/members").await;
    assert!(english.text().contains("하늘 took over.") && english.text().contains("Alumni"), "{}", english.text());
}

#[tokio::test]
async fn who_comes_into_the_office_and_who_does_not() {
    let house = peopled().await;
    for (who, office, members) in [("jieun", 200, 200), ("minsu", 200, 200), ("haneul", 403, 200), ("yun", 403, 403)] {
        let mut browser = house.signed_in(who).await;
        assert_eq!(browser.get("/members").await.status.as_u16(), members, "{who}");
        for path in ["/members/2", "/team", "/audit"] {
            assert_eq!(browser.get(path).await.status.as_u16(), office, "{who} {path}");
        }
        for path in ["/members/x", "/members/99", "/members/-1"] {
            let expected = if office == 200 { 404 } else { 403 };
            assert_eq!(browser.get(path).await.status.as_u16(), expected, "{who} {path}");
        }
    }
}

#[tokio::test]
async fn roles_change_as_far_as_access_lets_them() {
    for (actor, subject, expected) in [
        ("jieun", 5, 303),
        ("jieun", 4, 303),
        ("jieun", 2, 303),
        ("jieun", 6, 422),
        ("minsu", 1, 403),
        ("minsu", 4, 303),
        ("minsu", 2, 303),
        ("haneul", 1, 403),
        ("haneul", 4, 403),
        ("haneul", 2, 403),
        ("haneul", 3, 403),
        ("yun", 1, 403),
        ("yun", 4, 403),
        ("yun", 2, 403),
        ("yun", 6, 403),
    ] {
        let house = peopled().await;
        let mut browser = house.signed_in(actor).await;
        let path = format!("/members/{subject}/role");
        let answer = browser.post(&path, &[("role", "member")]).await;
        assert_eq!(answer.status.as_u16(), expected, "{actor} makes {subject} a member");
        let is = house.store.member(MemberId(subject)).await.unwrap().member.role;
        if expected == 303 {
            assert_eq!(is, Role::Member, "{actor} {subject}");
        }
        // Nobody but an owner makes an owner.
        let answer = browser.post("/members/3/role", &[("role", "owner")]).await;
        assert_eq!(answer.status.as_u16(), if actor == "jieun" { 303 } else { 403 }, "{actor}");
    }
}

#[tokio::test]
async fn every_deed_about_an_owner_is_an_owner_s() {
    let deeds = ["role", "leave", "sign-out", "second-factor-off", "reset"];
    let house = peopled().await;
    let mut admin = house.signed_in("minsu").await;
    let mut colleague = house.signed_in("ada").await;
    for deed in deeds {
        let fields = [("role", "admin"), ("successor", "2")];
        assert_eq!(admin.post(&format!("/members/5/{deed}"), &fields).await.status, StatusCode::FORBIDDEN, "{deed}");
        assert_eq!(colleague.post(&format!("/members/2/{deed}"), &fields).await.status, StatusCode::FORBIDDEN);
    }
    let page = admin.get("/members/5").await;
    assert_eq!((page.status, offers(&page)), (StatusCode::OK, Vec::<String>::new()));
    assert!(page.words(".notice").unwrap().contains("소유자만"));
    assert_eq!(house.store.member(MemberId(5)).await.unwrap().member.role, Role::Owner);
}

#[tokio::test]
async fn nothing_is_offered_that_would_be_refused() {
    for actor in ["jieun", "minsu"] {
        for subject in 1..=6 {
            let page = peopled().await.signed_in(actor).await.get(&format!("/members/{subject}")).await;
            for action in offers(&page) {
                let choices = match action.rsplit('/').next().unwrap() {
                    "role" => options(&page, "role"),
                    "leave" => options(&page, "successor").into_iter().filter(|one| !one.is_empty()).collect(),
                    _ => vec![String::new()],
                };
                assert!(!choices.is_empty(), "{actor} {action}");
                for choice in choices {
                    let house = peopled().await;
                    let fields = [("role", choice.as_str()), ("successor", choice.as_str())];
                    let answer = house.signed_in(actor).await.post(&action, &fields).await;
                    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{actor} {action} {choice}");
                }
            }
        }
    }
}

#[tokio::test]
async fn the_last_owner_stays_one() {
    let house = House::founded().await;
    let mut owner = house.signed_in("jieun").await;
    assert_eq!(offers(&owner.get("/members/1").await), Vec::<String>::new());
    let answer = owner.post("/members/1/role", &[("role", "member")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.problem("role").is_some());
    let page = owner.get("/settings/leave").await;
    assert_eq!((page.count("main form"), page.count(".notice")), (0, 1));
    let answer = owner.post("/settings/leave", &[("successor", "2")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.problem("successor").is_some());
    assert_eq!(answer.field("successor").unwrap(), "2");
    assert_eq!(house.store.member(MemberId(1)).await.unwrap().member.role, Role::Owner);
}

#[tokio::test]
async fn of_two_owners_who_leave_at_once_one_stays() {
    for _ in 0..5 {
        let house = peopled().await;
        let (jieun, sora) = (who(&house, "jieun").await, who(&house, "sora").await);
        let by = By::command_line();
        let heir = Some(MemberId(2));
        let (one, other) = tokio::join!(
            house.store.leave(Some(&jieun), jieun.id, heir, &by),
            house.store.leave(Some(&sora), sora.id, heir, &by)
        );
        let refused = [one, other].into_iter().filter_map(Result::err).collect::<Vec<_>>();
        assert!(matches!(refused[..], [StoreError::Refused(Refusal::LastOwner)]), "{refused:?}");
        let owners = house.store.members().await.unwrap().iter().filter(|one| one.member.role == Role::Owner).count();
        assert_eq!(owners, 1);
    }
}

#[tokio::test]
async fn an_actor_is_asked_about_as_they_are_by_now() {
    let house = peopled().await;
    let was = who(&house, "sora").await;
    house.store.set_role(None, was.id, Role::Member, &By::command_line()).await.unwrap();
    let late = house.store.set_role(Some(&was), MemberId(1), Role::Member, &By::command_line()).await;
    assert!(matches!(late, Err(StoreError::Refused(Refusal::NotTheirs))), "{late:?}");
}

#[tokio::test]
async fn leaving_ends_every_way_in_at_once_and_keeps_what_was_written() {
    let house = peopled().await;
    let mut gone = house.signed_in("ada").await;
    let typed = [("title", "Before I go"), ("body", "Words."), ("kind", "write_up"), ("language", "en")];
    let more = [("audience", "team"), ("tags", ""), ("summary", "In short.")];
    let written = gone.post("/posts/new?kind=write_up", &[&typed[..], &more[..]].concat()).await;
    let post = written.location();
    let new = NewApiToken {
        name: TokenName::parse("script").unwrap(),
        scope: Scope::Write,
        lifetime: SignedDuration::from_hours(24),
    };
    let by = By::command_line();
    let token = house.store.make_api_token(MemberId(3), None, &new, &by).await.unwrap();
    assert!(house.store.api_token(&token).await.unwrap().is_some());
    let mut admin = house.signed_in("minsu").await;
    let page = admin.submit("/members/3/leave", &[("successor", "2")]).await;
    assert_eq!(page.words(".said-line").unwrap(), "떠난 멤버로 바꿨어요.");
    assert!(page.text().contains("하던 일은 하늘님이 이어받았어요."), "{}", page.text());
    assert!(gone.get("/").await.location().starts_with("/sign-in"), "signed out");
    assert!(house.store.api_token(&token).await.unwrap().is_none(), "the token ended");
    let theirs = house.signed_in("haneul").await.get(&post).await;
    assert!(theirs.text().contains("Ada") && theirs.text().contains("Before I go"));
    let mut again = house.signed_in("ada").await;
    assert_eq!(again.get(&post).await.status, StatusCode::OK, "they read their own");
    assert_eq!(again.get(&format!("{post}/edit")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(again.get("/settings/leave").await.status, StatusCode::FORBIDDEN, "once is enough");
    let back = admin.submit("/members/3/return", &[]).await;
    assert_eq!(back.words(".said-line").unwrap(), "다시 멤버가 됐어요.");
    let line = house.store.member(MemberId(3)).await.unwrap();
    assert!(line.left.is_none() && line.member.role == Role::Member);
    assert_eq!(again.get(&format!("{post}/edit")).await.status, StatusCode::OK);
    assert_eq!(admin.post("/members/3/return", &[]).await.status, StatusCode::NOT_FOUND, "they are here");
}

#[tokio::test]
async fn whoever_leaves_hands_over_to_a_colleague_who_stays() {
    let house = peopled().await;
    let mut owner = house.signed_in("jieun").await;
    let mut me = house.signed_in("haneul").await;
    for (successor, mine) in [("", "2"), ("2", "2"), ("6", "2"), ("99", "2"), ("x", "2")] {
        for (browser, path) in [(&mut owner, format!("/members/{mine}/leave")), (&mut me, "/settings/leave".into())] {
            let answer = browser.post(&path, &[("successor", successor)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {successor:?}");
            assert!(answer.problem("successor").is_some(), "{path} {successor:?}");
        }
    }
    let problem = me.post("/settings/leave", &[("successor", "2")]).await.problem("successor").unwrap();
    assert_eq!(problem, "남아 있는 동료를 골라 주세요.");
    let store = &house.store;
    let by = By::command_line();
    let late = store.leave(None, MemberId(2), Some(MemberId(6)), &by).await;
    assert!(matches!(late, Err(StoreError::NoSuccessor)), "{late:?}");
    assert_eq!(who(&house, "haneul").await.role, Role::Member);
    let goodbye = me.submit("/settings/leave", &[("successor", "3")]).await;
    assert!(goodbye.words(".said-line").unwrap().contains("고마웠어요"));
    assert!(me.cookie("dasi").is_none());
    let left = store.member(MemberId(2)).await.unwrap().left.unwrap();
    assert_eq!((left.0, left.1.as_deref()), (store.now(), Some("Ada")));
}

#[tokio::test]
async fn a_link_that_whoever_left_made_opens_nothing_more() {
    let house = peopled().await;
    let link = app::Secret::new([7; 32]).link([1; store::SALT]);
    let by = By { member: Some(MemberId(4)), address: "192.0.2.4".into() };
    let new = store::NewInvitation { email: None, role: Role::Admin, language: Language::Korean };
    let id = house.store.invite(&new, &link, &by).await.unwrap();
    house.store.leave(None, MemberId(4), Some(MemberId(1)), &By::command_line()).await.unwrap();
    assert!(!house.store.invitation(id).await.unwrap().is_open(house.store.now()));
}

#[tokio::test]
async fn lost_ways_in_are_looked_after() {
    let house = peopled().await;
    let by = By::command_line();
    house.store.begin_second_factor(MemberId(3), &[1; 20]).await.unwrap();
    assert!(house.store.confirm_second_factor(MemberId(3), &[1; 20], 1, &[vec![1; 32]], &by).await.unwrap());
    let mut theirs = house.browser();
    let email = who(&house, "ada").await;
    let token = house
        .store
        .begin_sign_in(email.id, domain::sign_in::Way::Provider, &store::Browser::default())
        .await
        .unwrap()
        .0;
    theirs = theirs.with_cookie("dasi", &token.to_text());
    assert_eq!(theirs.get("/").await.status, StatusCode::OK);
    let mut admin = house.signed_in("minsu").await;
    assert!(offers(&admin.get("/members/3").await).contains(&"/members/3/second-factor-off".to_owned()));
    let page = admin.submit("/members/3/sign-out", &[]).await;
    assert_eq!(page.words(".said-line").unwrap(), "모든 곳에서 내보냈어요.");
    assert!(theirs.get("/").await.location().starts_with("/sign-in"));
    let page = admin.submit("/members/3/second-factor-off", &[]).await;
    assert_eq!(page.words(".said-line").unwrap(), "2단계 인증을 껐어요.");
    assert!(house.store.second_factor(MemberId(3)).await.unwrap().is_none());
    assert_eq!(
        admin.submit("/members/3/reset", &[]).await.words(".said-line").unwrap(),
        "새 비밀번호를 정하는 메일을 보내요."
    );
    house.turn_after(SignedDuration::from_secs(1)).await;
    let mails = house.mails.take();
    assert_eq!(mails.iter().filter(|(to, _)| to == "ada@example.com").count(), 3, "on, off, and the letter");
    for _ in 0..10 {
        admin.post("/members/3/reset", &[]).await;
    }
    let often = admin.post("/members/3/reset", &[]).await;
    assert_eq!(often.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(often.problem("reset").is_some());
}
