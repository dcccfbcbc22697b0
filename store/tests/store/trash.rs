use domain::id::{MemberId, PostId};
use domain::mail::MailState;
use domain::post::{Audience, PostForm};
use domain::review::{NewReview, Outcome};
use store::{By, Keeping, StoreError};

use crate::house::{House, content, weekly, write_up};

fn by() -> By {
    By::command_line()
}

#[tokio::test]
async fn what_is_in_the_trash_is_nowhere_else_and_comes_back_with_its_reminders() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let id = jieun.create_post(&content("회고", "글"), Audience::Team).await.unwrap();
    jieun.remind(id, &weekly("2026-12-01T09:00")).await.unwrap();
    haneul.remind(id, &weekly("2026-12-01T09:00")).await.unwrap();
    assert!(matches!(haneul.trash_post(id, &by()).await, Err(StoreError::NotFound)), "not theirs to throw away");
    jieun.trash_post(id, &by()).await.unwrap();
    for viewer in [&jieun, &haneul] {
        assert!(matches!(viewer.post(id).await, Err(StoreError::NotFound)));
        assert!(matches!(viewer.stored_post(id).await, Err(StoreError::NotFound)));
        assert!(viewer.posts(None, 0, 9).await.unwrap().is_empty());
        assert!(viewer.posts_after(None, None, 9).await.unwrap().is_empty());
        assert!(viewer.reminders().await.unwrap().is_empty());
    }
    assert!(matches!(house.store.as_author_of(id).await, Err(StoreError::NotFound)));
    house.set("2026-12-08T00:00:00Z");
    assert_eq!(house.store.take_due(|_| "<x@y>".into()).await.unwrap().due, 0, "nobody is reminded of it");
    let trash = jieun.trash().await.unwrap();
    assert_eq!((trash.len(), trash[0].title.as_str(), trash[0].trashed_by.as_str()), (1, "회고", "지은"));
    assert!(haneul.trash().await.unwrap().is_empty());
    assert!(matches!(haneul.restore_post(id, &by()).await, Err(StoreError::NotFound)));
    jieun.restore_post(id, &by()).await.unwrap();
    assert_eq!(haneul.reminders().await.unwrap().len(), 1);
    let mut number = 0;
    assert_eq!(
        house.store.take_due(|due| format!("<{}@y>", due.schedule_id)).await.unwrap().made,
        2,
        "the latest once"
    );
    assert!(matches!(jieun.restore_post(id, &by()).await, Err(StoreError::NotFound)), "it is not there any more");
    number += house.store.audit(None, 9, 0).await.unwrap().iter().filter(|line| line.detail == id.to_string()).count();
    assert_eq!(number, 2, "put there, and brought back");
}

#[tokio::test]
async fn the_same_words_written_again_are_a_post_of_their_own_while_the_first_is_in_the_trash() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let id = jieun.create_post(&content("회고", "글"), Audience::Team).await.unwrap();
    jieun.trash_post(id, &by()).await.unwrap();
    assert_ne!(jieun.create_post(&content("회고", "글"), Audience::Team).await.unwrap(), id);
}

#[tokio::test]
async fn after_thirty_days_all_that_is_of_a_post_goes_and_its_mail_stays_in_the_log() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let kept = jieun.create_post(&content("남는 글", "글"), Audience::Team).await.unwrap();
    let id = jieun.create_post(&write_up("비밀", "하나", ""), Audience::OnlyMe).await.unwrap();
    let base = jieun.stored_post(id).await.unwrap().post.revision_id;
    jieun.revise_post(id, base, &write_up("비밀", "둘", "2027-01-01"), Audience::OnlyMe).await.unwrap();
    let new = NewReview { reviewer: MemberId(2), due: "2026-11-30".parse().unwrap(), remark: None };
    let review = jieun.ask_review(id, &new).await.unwrap();
    haneul.answer_review(id, review, (Outcome::Approved, None), None).await.unwrap();
    for post in [id, kept] {
        jieun.remind(post, &weekly("2026-11-25T09:00")).await.unwrap();
    }
    house.set("2026-11-25T01:00:00Z");
    house.store.take_due(|due| format!("<{}@y>", due.schedule_id)).await.unwrap();
    let (claimed, _) = house.store.claim_mail(9).await.unwrap();
    let frozen: Vec<_> = claimed.iter().map(|one| (one, "다시: 비밀".to_owned(), b"m".to_vec())).collect();
    house.store.freeze_mail(&frozen).await.unwrap();
    house.store.put_back_mail(&claimed).await.unwrap();
    jieun.trash_post(id, &by()).await.unwrap();

    house.set("2026-12-25T00:59:59Z");
    assert_eq!(house.store.empty_trash().await.unwrap(), 0, "a second too early");
    house.set("2026-12-25T01:00:00Z");
    assert_eq!(house.store.empty_trash().await.unwrap(), 1);
    for (table, left) in [
        ("post", 1),
        ("revision", 1),
        ("rendering", 1),
        ("post_author", 1),
        ("schedule", 1),
        ("occurrence", 1),
        ("review", 0),
        ("outbox", 2),
    ] {
        assert_eq!(house.count(table).await, left, "{table}");
    }
    let log = house.store.mail_log(9, 0).await.unwrap();
    let gone = log.iter().find(|line| line.subject.as_deref() == Some("…")).unwrap();
    assert_eq!(gone.state, MailState::Skipped, "what waited is not sent");
    assert_eq!(log.iter().filter(|line| line.state == MailState::Retry).count(), 1, "the other goes its way");
    assert!(matches!(jieun.trashed(id).await, Err(StoreError::NotFound)));
    assert!(jieun.post(kept).await.is_ok());
}

#[tokio::test]
async fn an_author_deletes_earlier_and_the_number_is_nobody_else_s_ever() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let id = jieun.create_post(&content("회고", "글"), Audience::Team).await.unwrap();
    let schedule = jieun.remind(id, &weekly("2026-12-01T09:00")).await.unwrap();
    assert!(matches!(jieun.delete_post(id, &by()).await, Err(StoreError::NotFound)), "first into the trash");
    jieun.trash_post(id, &by()).await.unwrap();
    assert!(matches!(haneul.delete_post(id, &by()).await, Err(StoreError::NotFound)));
    jieun.delete_post(id, &by()).await.unwrap();
    assert_eq!((house.count("post").await, house.count("schedule").await), (0, 0));
    let next = jieun.create_post(&content("다음", "글"), Audience::Team).await.unwrap();
    assert_eq!(next, PostId(id.0 + 1), "old links lead nowhere");
    assert!(jieun.remind(next, &weekly("2026-12-01T09:00")).await.unwrap() > schedule);
}

#[tokio::test]
async fn what_a_co_author_was_writing_outlives_the_post() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let id = jieun.create_post(&content("회고", "글"), Audience::Team).await.unwrap();
    jieun.add_author(id, haneul.member().id).await.unwrap();
    let stored = haneul.stored_post(id).await.unwrap();
    let form = PostForm::of(&stored.content, Audience::Team, stored.post.revision_id);
    let typed = PostForm { body: "하늘이 쓰다 만 말".into(), ..form };
    let Keeping::Kept(mark) = haneul.keep_draft(Some(id), &typed).await.unwrap() else { panic!("not kept") };
    jieun.trash_post(id, &by()).await.unwrap();
    jieun.delete_post(id, &by()).await.unwrap();
    let drafts = haneul.drafts().await.unwrap();
    assert_eq!((drafts.len(), drafts[0].mark.id, drafts[0].post_id), (1, mark.id, None));
    assert_eq!((drafts[0].form.body.as_str(), drafts[0].form.base.as_str()), ("하늘이 쓰다 만 말", ""));
}
