use domain::mail::MailState;
use jiff::SignedDuration;
use server::worker::Turn;

use crate::browser::Browser;
use crate::house::House;
use crate::profile::profile;
use crate::writing::{retrospective, write};

/// A post and a reminder of it, at a wall clock in Seoul; gives the post's address.
pub(crate) async fn reminded(browser: &mut Browser, first: &str, recurrence: &str) -> String {
    let post = write(browser, "상반기 회고", "쉬는 데에도 품이 든다. 그래서 달력에 적어 둔다.").await;
    let page = browser.submit(&format!("{post}/remind"), &[("first", first), ("recurrence", recurrence)]).await;
    assert_eq!(page.words(".said-line").unwrap(), "알림을 만들었어요.");
    post
}

#[tokio::test]
async fn once_comes_once() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2026-12-01T09:00", "once").await;
    assert_eq!(house.turn_at("2026-11-30T23:59:59Z").await, Turn::default());
    let turn = house.turn_at("2026-12-01T00:00:00Z").await;
    assert_eq!((turn.due, turn.made, turn.sent), (1, 1, 1));
    assert_eq!(house.mails.take().len(), 1);
    assert_eq!(house.turn_after(SignedDuration::from_hours(24 * 365)).await, Turn::default());
    let mut later = house.signed_in("jieun").await;
    assert!(later.get("/reminders").await.text().contains("모두 보냈어요"));
}

#[tokio::test]
async fn weekly_comes_weekly_and_the_page_says_when() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = reminded(&mut browser, "2026-12-01T09:00", "weekly").await;
    assert!(browser.get(&post).await.text().contains("매주 · 2026년 12월 1일 09:00"));
    for week in 0..3 {
        let turn = house.turn_at("2026-12-01T00:00:00Z").await;
        assert_eq!(turn.sent, usize::from(week == 0), "the same instant again makes nothing");
    }
    assert_eq!(house.turn_at("2026-12-08T00:00:10Z").await.sent, 1);
    assert!(browser.get("/reminders").await.text().contains("다음은 2026년 12월 15일 09:00"));
    assert!(browser.get("/").await.words(".came-back h3").unwrap().contains("상반기 회고"));
}

#[tokio::test]
async fn after_forty_days_asleep_one_letter_comes_and_says_it_is_late() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2026-12-01T09:00", "weekly").await;
    let turn = house.turn_at("2027-01-10T05:00:00Z").await;
    assert_eq!((turn.made, turn.sent), (1, 1));
    let mails = house.mails.take();
    let mail = mail_parser::MessageParser::default().parse(&mails[0].1).unwrap();
    assert!(mail.body_text(0).unwrap().contains("2027년 1월 5일 09:00에 보내야 했는데 늦었어요"));
    assert_eq!(house.turn_at("2027-01-12T00:00:00Z").await.sent, 1, "and then as ever");
}

#[tokio::test]
async fn a_clock_that_goes_back_makes_nothing_twice() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2026-12-01T09:00", "weekly").await;
    assert_eq!(house.turn_at("2026-12-01T00:10:00Z").await.sent, 1);
    for back in ["2026-11-30T23:10:00Z", "2026-11-30T00:10:00Z", "2026-12-01T00:10:00Z"] {
        assert_eq!(house.turn_at(back).await, Turn::default(), "{back}");
    }
    assert_eq!(house.turn_at("2026-12-08T00:00:00Z").await.sent, 1);
}

#[tokio::test]
async fn a_changed_reminder_follows_its_new_rule_alone() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2026-12-01T09:00", "weekly").await;
    let reminder = browser.get("/reminders").await.attribute("a[href^='/reminders/']", "href").unwrap();
    let form = browser.get(&reminder).await;
    assert_eq!(form.field("first").unwrap(), "2026-12-01T09:00");
    assert_eq!(form.field("recurrence").unwrap(), "weekly");
    let page = browser.submit(&reminder, &[("first", "2026-12-03T18:30"), ("recurrence", "yearly")]).await;
    assert_eq!(page.words(".said-line").unwrap(), "알림을 바꿨어요.");
    assert_eq!(house.turn_at("2026-12-03T09:29:00Z").await.made, 0);
    assert_eq!(house.turn_at("2026-12-03T09:30:00Z").await.sent, 1);
    assert_eq!(house.turn_at("2027-12-03T09:30:00Z").await.sent, 1);
}

#[tokio::test]
async fn a_stopped_reminder_is_silent_and_can_be_turned_on_again() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2026-12-01T09:00", "weekly").await;
    let stop = browser.get("/reminders").await.attribute("form[action$='/stop']", "action").unwrap();
    let page = browser.submit(&stop, &[]).await;
    assert_eq!(page.words(".said-line").unwrap(), "알림을 멈췄어요.");
    assert!(page.text().contains("2026년 11월 24일 12:00에 멈췄어요"));
    assert_eq!(house.turn_at("2026-12-02T00:00:00Z").await, Turn::default());
    let again = page.attribute("a[href^='/reminders/']", "href").unwrap();
    browser.submit(&again, &[("first", "2026-12-04T09:00"), ("recurrence", "weekly")]).await;
    assert_eq!(house.turn_at("2026-12-04T00:00:00Z").await.sent, 1);
}

#[tokio::test]
async fn a_post_its_reader_may_no_longer_read_is_not_sent() {
    let house = House::founded().await;
    let mut author = house.signed_in("jieun").await;
    let post = write(&mut author, "회고", "글").await;
    let mut reader = house.signed_in("haneul").await;
    reader.submit(&format!("{post}/remind"), &[("first", "2026-12-01T09:00"), ("recurrence", "weekly")]).await;
    let base = author.get(&format!("{post}/edit")).await.field("base").unwrap();
    let mut form = retrospective("회고", "글");
    form.iter_mut().find(|(name, _)| *name == "audience").unwrap().1 = "only_me";
    form.push(("base", &base));
    author.submit(&format!("{post}/edit"), &form).await;
    let turn = house.turn_at("2026-12-01T00:00:00Z").await;
    assert_eq!((turn.made, turn.sent, turn.skipped), (1, 0, 1));
    assert!(house.mails.take().is_empty());
    assert_eq!(house.store.mail_log(10, 0).await.unwrap()[0].state, MailState::Skipped);
    assert_eq!(reader.get("/reminders").await.count(".lines > li"), 0, "its title is gone too");
}

#[tokio::test]
async fn a_member_s_new_zone_moves_no_reminder() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2026-12-01T09:00", "weekly").await;
    let typed = [("name", "지은"), ("language", "ko"), ("zone", "America/New_York"), ("theme", "system")];
    browser.submit("/settings", &profile(&typed)).await;
    assert_eq!(house.turn_at("2026-12-01T00:00:00Z").await.sent, 1);
    assert_eq!(house.turn_at("2026-12-08T00:00:00Z").await.sent, 1);
}

#[tokio::test]
async fn without_a_server_mail_is_kept_in_the_folder() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2026-12-01T09:00", "once").await;
    house.clock.set("2026-12-01T00:00:00Z".parse().unwrap());
    let folder = house.path().join("mail");
    let mailer = server::mailer::Mailer::Folder(server::mailer::Folder::new(folder.clone()));
    assert_eq!(house.turn_with(mailer).await.sent, 1);
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].extension().unwrap(), "eml");
    let bytes = std::fs::read(&files[0]).unwrap();
    let mail = mail_parser::MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(mail.subject().unwrap(), "다시: 상반기 회고");
    let log = browser.get("/mail").await;
    assert!(log.text().contains("메일 서버가 없어") && log.text().contains("j…@example.com"));
    assert!(!log.text().contains("jieun@example.com"));
}

#[tokio::test]
async fn saved_as_it_was_shown_a_rule_stays() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2027-01-31T09:00", "monthly").await;
    assert_eq!(house.turn_at("2027-01-31T00:00:00Z").await.sent, 1);
    let mut browser = house.signed_in("jieun").await;
    let reminder = browser.get("/reminders").await.attribute("a[href^='/reminders/']", "href").unwrap();
    assert_eq!(browser.get(&reminder).await.field("first").unwrap(), "2027-02-28T09:00");
    browser.submit(&reminder, &[("first", "2027-02-28T09:00"), ("recurrence", "monthly")]).await;
    assert_eq!(house.turn_at("2027-02-28T00:00:00Z").await.sent, 1);
    assert_eq!(house.turn_at("2027-03-28T00:00:00Z").await.made, 0, "February makes no 28th of the 31st");
    assert_eq!(house.turn_at("2027-03-31T00:00:00Z").await.sent, 1);
}

#[tokio::test]
async fn a_stopped_reminder_brings_nothing_back_on_the_first_page() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2026-12-01T09:00", "weekly").await;
    let stop = browser.get("/reminders").await.attribute("form[action$='/stop']", "action").unwrap();
    browser.submit(&stop, &[]).await;
    house.turn_at("2026-12-02T00:00:00Z").await;
    assert_eq!(browser.get("/").await.count(".came-back"), 0);
}
