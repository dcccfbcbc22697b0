use axum::http::StatusCode;
use domain::audit::Deed;
use domain::id::MemberId;
use jiff::{SignedDuration, Timestamp};
use store::{By, Note};

use crate::house::House;
use crate::listener::{heard, listen};

#[tokio::test]
async fn the_log_says_who_did_what_to_whom_when_and_from_where() {
    let house = House::founded().await;
    let mut owner = house.signed_in("jieun").await.from("198.51.100.9");
    owner.submit("/members/2/role", &[("role", "admin")]).await;
    let page = owner.get("/audit").await;
    assert_eq!(page.words(".deeds li p").unwrap(), "지은님이 하늘님의 역할을 관리자로 바꿨어요.");
    assert_eq!(page.words(".deeds li .from").unwrap(), "198.51.100.9");
    assert_eq!(page.attribute(".deeds li time", "datetime").unwrap(), "2026-11-24T03:00:00Z");
    assert!(page.text().contains("명령줄에서 Ada님을 멤버로 더했어요."), "{}", page.text());
    assert_eq!(page.count("main form[method=post]"), 0, "nobody edits it");
    let ada = owner.get("/audit?member=3").await;
    assert_eq!(ada.count(".deeds > li"), 1);
    assert_eq!(ada.field("member").unwrap(), "3");
    for nobody in ["/audit?member=99", "/audit?member=x"] {
        assert_eq!(owner.get(nobody).await.status, StatusCode::NOT_FOUND, "{nobody}");
    }
    assert_eq!(owner.get("/audit?member=&page=x").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_long_log_is_turned_a_hundred_at_a_time() {
    let house = House::founded().await;
    let by = By::at("192.0.2.7".parse().unwrap(), Some(MemberId(2)));
    for _ in 0..250 {
        house.store.note(&Note::new(Deed::MailResumed, &by)).await.unwrap();
    }
    let mut owner = house.signed_in("jieun").await;
    let first = owner.get("/audit?member=2").await;
    assert_eq!((first.count(".deeds > li"), first.count("a[rel=prev]")), (100, 0));
    assert_eq!(first.attribute("a[rel=next]", "href").unwrap(), "/audit?member=2&page=2");
    let last = owner.get("/audit?member=2&page=3").await;
    assert_eq!((last.count(".deeds > li"), last.count("a[rel=next]")), (51, 0), "added, and 250 deeds");
    assert_eq!(last.attribute("a[rel=prev]", "href").unwrap(), "/audit?member=2&page=2");
}

#[tokio::test]
async fn no_secret_and_no_address_of_mail_stands_in_the_log() {
    listen();
    let house = House::founded().await;
    let typed = [("email", "canary-address@example.com"), ("password", "canary-password-1")];
    house.browser().post("/sign-in", &typed).await;
    let typed = [("email", "ada@example.com"), ("password", "canary-password-2")];
    house.browser().post("/sign-in", &typed).await;
    let mut owner = house.signed_in("jieun").await;
    owner.post("/team", &[("name", "canary-team"), ("language", "ko"), ("zone", "Asia/Seoul")]).await;
    owner.post("/members/3/reset", &[]).await;
    owner.post("/members/3/leave", &[("successor", "2")]).await;
    let page = owner.get("/audit").await;
    let printed = heard(); // before the page is read, since its parser logs too
    let rows: Vec<_> = house.store.audit(None, 100, 0).await.unwrap();
    assert!(rows.iter().any(|row| row.deed == Deed::SignInFailed && row.subject.as_deref() == Some("Ada")));
    let shown = page.words(".deeds").unwrap();
    let stored = format!("{rows:?}");
    let token = owner.cookie("dasi").unwrap().to_owned();
    assert!(printed.contains("/sign-in"), "it is listened to: {printed}");
    for secret in ["canary", "@example.com", token.as_str()] {
        for place in [&shown, &stored, &printed] {
            assert!(!place.contains(secret), "{secret}: {place}");
        }
    }
}

#[tokio::test]
async fn what_was_done_is_forgotten_after_four_hundred_days() {
    let house = House::founded().await;
    let before = house.store.audit(None, 100, 0).await.unwrap().len();
    assert_eq!(before, 3);
    let founded: Timestamp = house.store.now();
    let later = |days: i64, seconds: i64| {
        (founded + SignedDuration::from_hours(24 * days) + SignedDuration::from_secs(seconds)).to_string()
    };
    house.turn_at(&later(399, 0)).await;
    house.store.note(&Note::new(Deed::MailResumed, &By::command_line())).await.unwrap();
    house.turn_at(&later(400, 0)).await;
    assert_eq!(house.store.audit(None, 100, 0).await.unwrap().len(), 4, "not a moment too soon");
    house.turn_at(&later(400, 1)).await;
    let left = house.store.audit(None, 100, 0).await.unwrap();
    assert_eq!(left.iter().map(|line| line.deed).collect::<Vec<_>>(), [Deed::MailResumed]);
}
