//! Servers that refuse, stall and break: nothing is lost, and the log says what happened.

use std::sync::atomic::{AtomicBool, Ordering};

use domain::mail::MailState;
use jiff::SignedDuration;

use crate::house::House;
use crate::reminding::reminded;
use crate::smtp_peer::{Act, Peer, Point};

/// A house whose owner has one reminder due.
async fn due() -> House {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    reminded(&mut browser, "2026-12-01T09:00", "weekly").await;
    house.clock.set("2026-12-01T00:00:00Z".parse().unwrap());
    house
}

async fn state(house: &House) -> (MailState, u32, Option<u16>) {
    let line = house.store.mail_log(1, 0).await.unwrap().remove(0);
    (line.state, line.attempts, line.last_code)
}

fn later(house: &House, minutes: i64) {
    house.clock.set(house.store.now() + SignedDuration::from_mins(minutes));
}

/// Misbehaves at one point until told to be good.
async fn moody(point: Point, act: Act) -> (Peer, std::sync::Arc<AtomicBool>) {
    let good = std::sync::Arc::new(AtomicBool::new(false));
    let mood = std::sync::Arc::clone(&good);
    let peer =
        Peer::start(move |at| if at == point && !mood.load(Ordering::SeqCst) { act.clone() } else { Act::Go }).await;
    (peer, good)
}

#[tokio::test]
async fn what_fails_for_now_is_tried_again_byte_for_byte_and_comes_once() {
    for (point, act) in [
        (Point::Connected, Act::Say("421 too busy")),
        (Point::Connected, Act::HangUp),
        (Point::Connected, Act::Stall),
        (Point::Hello, Act::HangUp),
        (Point::MailFrom, Act::Say("451 try later")),
        (Point::RcptTo, Act::Say("450 mailbox busy")),
        (Point::RcptTo, Act::Stall),
        (Point::Data, Act::Say("451 try later")),
        (Point::Dot, Act::Say("452 full")),
    ] {
        let house = due().await;
        let (peer, good) = moody(point, act.clone()).await;
        let turn = house.turn_with(peer.mailer()).await;
        assert_eq!((turn.made, turn.sent, turn.retry), (1, 0, 1), "{point:?} {act:?}");
        assert_eq!(state(&house).await.0, MailState::Retry);
        assert_eq!(house.turn_with(peer.mailer()).await.retry, 0, "not before its pause");
        good.store(true, Ordering::SeqCst);
        later(&house, 1);
        assert_eq!(house.turn_with(peer.mailer()).await.sent, 1, "{point:?} {act:?}");
        assert_eq!(peer.taken().len(), 1, "{point:?} {act:?}");
        assert_eq!(state(&house).await, (MailState::Sent, 2, Some(250)));
    }
}

#[tokio::test]
async fn no_server_at_all_is_a_wait() {
    let house = due().await;
    let nobody = Peer::gone();
    assert_eq!(house.turn_with(nobody.mailer()).await.retry, 1);
    let mut owner = house.signed_in("jieun").await;
    let log = owner.get("/mail").await;
    assert!(log.text().contains("다시 보낼 예정") && log.text().contains("메일 서버에 닿지 못했어요."));
}

#[tokio::test]
async fn silence_after_the_dot_is_ambiguous_and_tried_once_more_under_the_same_id() {
    let house = due().await;
    let (peer, _) = moody(Point::Dot, Act::Stall).await;
    let turn = house.turn_with(peer.mailer()).await;
    assert_eq!((turn.sent, turn.ambiguous), (0, 1));
    later(&house, 1);
    assert_eq!(house.turn_with(peer.mailer()).await.ambiguous, 1);
    for _ in 0..3 {
        later(&house, 60 * 12);
        assert_eq!(house.turn_with(peer.mailer()).await.ambiguous, 0, "twice is enough");
    }
    let taken = peer.taken();
    assert_eq!(taken.len(), 2);
    assert_eq!(taken[0], taken[1], "byte for byte");
}

#[tokio::test]
async fn an_unknown_recipient_is_dead_and_nothing_more_goes_there() {
    let house = due().await;
    let (peer, good) = moody(Point::RcptTo, Act::Say("550 5.1.1 no such mailbox")).await;
    assert_eq!(house.turn_with(peer.mailer()).await.dead, 1);
    assert_eq!(state(&house).await, (MailState::Dead, 1, Some(550)));
    good.store(true, Ordering::SeqCst);
    house.clock.set("2026-12-08T00:00:00Z".parse().unwrap());
    let turn = house.turn_with(peer.mailer()).await;
    assert_eq!((turn.made, turn.sent, turn.suppressed), (1, 0, 1));
    // The owner mends the mailbox and says so.
    let mut owner = house.signed_in("jieun").await;
    let retry = owner.get("/mail").await.attribute("form[action$='/retry']", "action").unwrap();
    let page = owner.submit(&retry, &[]).await;
    assert_eq!(page.words(".said-line").unwrap(), "다시 보낼게요.");
    assert_eq!(house.turn_with(peer.mailer()).await.sent, 1);
}

#[tokio::test]
async fn a_fault_of_the_channel_pauses_the_queue_and_kills_no_message() {
    for (point, act) in [
        (Point::MailFrom, Act::Say("550 sender not allowed")),
        (Point::RcptTo, Act::Say("530 authentication required")),
        (Point::Connected, Act::Say("554 go away")),
    ] {
        let house = due().await;
        let (peer, good) = moody(point, act).await;
        assert_eq!(house.turn_with(peer.mailer()).await.retry, 1, "{point:?}");
        good.store(true, Ordering::SeqCst);
        later(&house, 5);
        let talks = peer.talks();
        assert_eq!(house.turn_with(peer.mailer()).await.sent, 0);
        assert_eq!(peer.talks(), talks, "the queue waits");
        let mut owner = house.signed_in("jieun").await;
        assert!(owner.get("/mail").await.words("[role=alert]").unwrap().contains("잃은 메일은 없어요"));
        owner.submit("/mail/resume", &[]).await;
        assert_eq!(house.turn_with(peer.mailer()).await.sent, 1, "{point:?}");
    }
}

#[tokio::test]
async fn a_server_without_starttls_gets_nothing_in_the_clear() {
    let house = due().await;
    let peer = Peer::start(|_| Act::Go).await;
    let server = server::mailer::SmtpServer::parse(&format!("smtp://127.0.0.1:{}?tls=required", peer.port)).unwrap();
    let smtp = server::mailer::Smtp::new(server, server::mailer::Timeouts::default());
    let turn = house.turn_with(server::mailer::Mailer::Smtp(Box::new(smtp))).await;
    assert_eq!((turn.sent, turn.retry), (0, 1));
    assert!(peer.taken().is_empty());
    assert!(house.store.mail_pause(house.store.now()).await.unwrap().is_some(), "the channel is at fault");
}

#[tokio::test]
async fn a_hundred_messages_go_over_few_connections() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = crate::writing::write(&mut browser, "회고", "글").await;
    for minute in 0..100 {
        let first = format!("2026-12-01T{:02}:{:02}", 7 + minute / 60, minute % 60);
        browser.post(&format!("{post}/remind"), &[("first", &first), ("recurrence", "once")]).await;
    }
    house.clock.set("2026-12-01T00:00:00Z".parse().unwrap());
    let peer = Peer::start(|_| Act::Go).await;
    assert_eq!(house.turn_with(peer.mailer()).await.sent, 100);
    assert_eq!((peer.taken().len(), peer.talks()), (100, 1));
}

#[tokio::test]
async fn a_server_that_closes_after_each_message_still_gets_them_all_in_one_turn() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = crate::writing::write(&mut browser, "회고", "글").await;
    for minute in 0..5 {
        let first = format!("2026-12-01T08:{minute:02}");
        browser.post(&format!("{post}/remind"), &[("first", &first), ("recurrence", "once")]).await;
    }
    house.clock.set("2026-12-01T00:00:00Z".parse().unwrap());
    let peer = Peer::start(|at| if at == Point::Taken { Act::HangUp } else { Act::Go }).await;
    let turn = house.turn_with(peer.mailer()).await;
    assert_eq!((turn.sent, turn.retry), (5, 0));
    assert_eq!(peer.taken().len(), 5);
}

#[tokio::test]
async fn what_was_written_is_not_sent_to_whoever_may_no_longer_read_it() {
    let house = House::founded().await;
    let mut author = house.signed_in("jieun").await;
    let post = crate::writing::write(&mut author, "회고", "글").await;
    let mut reader = house.signed_in("haneul").await;
    reader.submit(&format!("{post}/remind"), &[("first", "2026-12-01T09:00"), ("recurrence", "weekly")]).await;
    house.clock.set("2026-12-01T00:00:00Z".parse().unwrap());
    let (peer, good) = moody(Point::RcptTo, Act::Say("450 mailbox busy")).await;
    assert_eq!(house.turn_with(peer.mailer()).await.retry, 1);
    let base = author.get(&format!("{post}/edit")).await.field("base").unwrap();
    let mut form = crate::writing::retrospective("회고", "글");
    form.iter_mut().find(|(name, _)| *name == "audience").unwrap().1 = "only_me";
    form.push(("base", &base));
    author.submit(&format!("{post}/edit"), &form).await;
    good.store(true, Ordering::SeqCst);
    later(&house, 1);
    let turn = house.turn_with(peer.mailer()).await;
    assert_eq!((turn.sent, turn.skipped), (0, 1));
    assert!(peer.taken().is_empty());
}

#[tokio::test]
async fn the_log_shows_no_address_that_a_server_repeats() {
    let house = due().await;
    let (peer, _) = moody(Point::RcptTo, Act::Say("550 5.1.1 <jieun@example.com> unknown")).await;
    house.turn_with(peer.mailer()).await;
    let log = house.signed_in("jieun").await.get("/mail").await;
    assert!(log.text().contains("unknown") && !log.text().contains("jieun@example.com"));
}

#[tokio::test]
async fn a_taken_letter_whose_answer_cannot_be_read_is_ambiguous_and_not_the_channel_s_fault() {
    let house = due().await;
    let (peer, _) = moody(Point::Dot, Act::Bytes(b"250 \xc1\xa2\xbc\xf6\xb5\xca\r\n")).await; // EUC-KR
    assert_eq!(house.turn_with(peer.mailer()).await.ambiguous, 1);
    assert!(house.store.mail_pause(house.store.now()).await.unwrap().is_none());
}

#[tokio::test]
async fn a_refused_relay_suppresses_nobody() {
    let house = due().await;
    let (peer, good) = moody(Point::RcptTo, Act::Say("554 5.7.1 Relay access denied")).await;
    assert_eq!(house.turn_with(peer.mailer()).await.retry, 1);
    good.store(true, Ordering::SeqCst);
    later(&house, 1);
    assert_eq!(house.turn_with(peer.mailer()).await.sent, 1);
}

#[tokio::test]
async fn what_failed_before_its_reminder_was_stopped_is_not_sent_after() {
    let house = due().await;
    let (peer, good) = moody(Point::RcptTo, Act::Say("550 5.1.1 no such mailbox")).await;
    assert_eq!(house.turn_with(peer.mailer()).await.dead, 1);
    let mut owner = house.signed_in("jieun").await;
    let stop = owner.get("/reminders").await.attribute("form[action$='/stop']", "action").unwrap();
    owner.submit(&stop, &[]).await;
    let retry = owner.get("/mail").await.attribute("form[action$='/retry']", "action").unwrap();
    owner.submit(&retry, &[]).await;
    good.store(true, Ordering::SeqCst);
    assert_eq!(house.turn_with(peer.mailer()).await.sent, 0);
    assert_eq!(state(&house).await.0, MailState::Cancelled);
}
