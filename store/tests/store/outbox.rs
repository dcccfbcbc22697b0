use domain::mail::{MailState, Phase};
use domain::post::Audience;
use store::{Attempt, Claimed, Due, Matter, Taken};

use crate::house::{House, content, weekly};

fn message_id(due: &Due) -> String {
    format!("<{}.{}.{}@test>", due.schedule_id, due.local, due.member_id)
}

/// A house with one message due.
async fn due() -> House {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let post = jieun.create_post(&content("회고", "글"), Audience::Team).await.unwrap();
    jieun.remind(post, &weekly("2026-12-01T09:00")).await.unwrap();
    house.set("2026-12-01T00:00:00Z");
    assert_eq!(house.store.take_due(message_id).await.unwrap(), Taken { due: 1, made: 1 });
    house
}

async fn claim(house: &House) -> Claimed {
    house.store.claim_mail(10).await.unwrap().0.remove(0)
}

fn done() -> Attempt {
    Attempt { phase: Phase::Done, code: Some(250), text: "ok".into() }
}

#[tokio::test]
async fn what_is_due_is_taken_once() {
    let house = due().await;
    assert_eq!(house.store.take_due(message_id).await.unwrap(), Taken::default());
    let claimed = claim(&house).await;
    assert_eq!((claimed.message_id.as_str(), claimed.attempts), ("<1.2026-12-01T09:00:00.1@test>", 1));
    assert!(house.store.claim_mail(10).await.unwrap().0.is_empty(), "it is in somebody's hands");
}

#[tokio::test]
async fn a_lease_that_was_taken_back_settles_nothing() {
    let house = due().await;
    let lost = claim(&house).await;
    assert_eq!(house.store.take_back_leases().await.unwrap(), 1);
    let mine = claim(&house).await;
    assert_eq!(house.store.settle_mail(&lost, &done(), 0.5).await.unwrap(), None);
    assert_eq!(house.store.settle_mail(&mine, &done(), 0.5).await.unwrap(), Some(MailState::Sent));
    assert_eq!(house.store.mail_log(10, 0).await.unwrap()[0].attempts, 2);
}

#[tokio::test]
async fn frozen_bytes_never_change() {
    let house = due().await;
    let first = claim(&house).await;
    assert!(first.mime.is_none());
    house.store.freeze_mail(&[(&first, "제목".into(), b"first".to_vec())]).await.unwrap();
    house.store.freeze_mail(&[(&first, "다른 제목".into(), b"second".to_vec())]).await.unwrap();
    house.store.take_back_leases().await.unwrap();
    let again = claim(&house).await;
    assert_eq!(again.mime.as_deref(), Some(b"first".as_slice()));
    assert_eq!(house.store.mail_log(1, 0).await.unwrap()[0].subject.as_deref(), Some("제목"));
}

#[tokio::test]
async fn what_was_not_tried_is_put_back_uncounted() {
    let house = due().await;
    let claimed = claim(&house).await;
    house.store.put_back_mail(std::slice::from_ref(&claimed)).await.unwrap();
    assert_eq!(claim(&house).await.attempts, 1);
}

#[tokio::test]
async fn a_letter_is_written_from_the_post_as_it_is_now() {
    let house = due().await;
    let claimed = claim(&house).await;
    let head = house.store.letterhead(&claimed).await.unwrap().unwrap();
    let Matter::ReadAgain(head) = head.matter else { panic!("a reminder") };
    assert_eq!((head.line.post.title.as_str(), head.line.opening.as_str()), ("회고", "글"));
    assert_eq!(head.next_at.unwrap().to_string(), "2026-12-08T00:00:00Z");
    house.store.skip_mail(&claimed).await.unwrap();
    assert_eq!(house.store.mail_log(1, 0).await.unwrap()[0].state, MailState::Skipped);
}

#[tokio::test]
async fn stopping_cancels_what_has_not_gone_out() {
    let house = due().await;
    let jieun = house.viewer("jieun").await;
    let reminder = jieun.reminders().await.unwrap().remove(0);
    jieun.stop_reminder(reminder.id).await.unwrap();
    jieun.stop_reminder(reminder.id).await.unwrap();
    assert!(house.store.claim_mail(10).await.unwrap().0.is_empty());
    assert_eq!(house.store.mail_log(1, 0).await.unwrap()[0].state, MailState::Cancelled);
    assert!(jieun.reminder(reminder.id).await.unwrap().next_at.is_none());
}
