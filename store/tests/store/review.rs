use domain::comment::NoticeKind;
use domain::id::MemberId;
use domain::member::Role;
use domain::post::{Audience, Details};
use domain::review::{NewReview, Outcome, Remark, Stage, WriteUpStatus};
use store::{By, Saved, StoreError};

use crate::house::{House, content, member, write_up};

const HANEUL: MemberId = MemberId(2);

fn asking(reviewer: MemberId) -> NewReview {
    NewReview { reviewer, due: "2026-11-30".parse().unwrap(), remark: Remark::parse("3절을 봐 주세요").unwrap() }
}

#[tokio::test]
async fn whoever_is_asked_reads_what_is_its_authors_alone_until_they_answer() {
    let house = House::founded().await;
    house.store.add_member(&member("Ada", "ada", Role::Member), &By::command_line()).await.unwrap();
    let (jieun, haneul, ada) = (house.viewer("jieun").await, house.viewer("haneul").await, house.viewer("ada").await);
    let id = jieun.create_post(&write_up("초안", "하나", ""), Audience::OnlyMe).await.unwrap();
    let review = jieun.ask_review(id, &asking(HANEUL)).await.unwrap();
    assert_eq!(jieun.ask_review(id, &asking(HANEUL)).await.unwrap(), review, "asked twice is asked once");
    assert_eq!(haneul.post(id).await.unwrap().post.status, Some(WriteUpStatus::InReview));
    assert_eq!(haneul.posts(None, 0, 9).await.unwrap().len(), 1);
    assert!(matches!(ada.post(id).await, Err(StoreError::NotFound)), "nobody else");
    let base = haneul.stored_post(id).await.unwrap().post.revision_id;
    let meddled = haneul.revise_post(id, base, &write_up("초안", "남의 글", ""), Audience::OnlyMe).await;
    assert!(matches!(meddled, Err(StoreError::NotFound)), "a reviewer does not write");

    let to_do = haneul.reviews_to_do().await.unwrap();
    assert_eq!(
        (to_do.len(), to_do[0].remark.as_deref(), to_do[0].asked_by.as_str()),
        (1, Some("3절을 봐 주세요"), "지은")
    );
    assert_eq!(jieun.reviews_awaited().await.unwrap().len(), 1);
    assert!(jieun.answer_review(id, review, (Outcome::Approved, None), None).await.is_err(), "nobody else answers");
    assert_eq!(haneul.notices(None, 9).await.unwrap()[0].kind, NoticeKind::ReviewAsked);
    haneul.answer_review(id, review, (Outcome::Approved, None), Some(base)).await.unwrap();
    assert_eq!(jieun.notices(None, 9).await.unwrap()[0].kind, NoticeKind::ReviewAnswered);
    assert!(matches!(haneul.post(id).await, Err(StoreError::NotFound)), "it is its authors' alone again");
    assert!(haneul.reviews_to_do().await.unwrap().is_empty());
    assert_eq!(jieun.post(id).await.unwrap().post.status, Some(WriteUpStatus::Drafting));
}

#[tokio::test]
async fn an_answer_names_the_revision_that_was_read() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let id = jieun.create_post(&write_up("글", "하나", ""), Audience::Team).await.unwrap();
    let first = jieun.stored_post(id).await.unwrap().post.revision_id;
    let review = jieun.ask_review(id, &asking(HANEUL)).await.unwrap();
    let Saved::Revised(second) = jieun.revise_post(id, first, &write_up("글", "둘", ""), Audience::Team).await.unwrap()
    else {
        panic!("nothing was saved")
    };
    assert_eq!(haneul.review_text(id, review).await.unwrap().body, "둘", "while it is open the newest is read");
    let remark = Remark::parse("표를 하나 더").unwrap();
    haneul.answer_review(id, review, (Outcome::Changes, remark.as_ref()), Some(first)).await.unwrap();
    jieun.revise_post(id, second, &write_up("글", "셋", ""), Audience::Team).await.unwrap();
    let said = &jieun.post(id).await.unwrap().reviews[0];
    let answer = said.answer.as_ref().unwrap();
    assert_eq!((answer.outcome, answer.revision_number, said.revisions_since()), (Outcome::Changes, Some(1), 2));
    assert_eq!(haneul.review_text(id, review).await.unwrap().body, "하나");
    assert!(matches!(
        haneul.answer_review(id, review, (Outcome::Approved, None), None).await,
        Err(StoreError::NotFound)
    ));
}

#[tokio::test]
async fn authors_ask_take_back_and_say_where_it_stands_and_nobody_else_does() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let id = jieun.create_post(&write_up("글", "하나", ""), Audience::Team).await.unwrap();
    let other = jieun.create_post(&content("회고", "글"), Audience::Team).await.unwrap();
    assert!(jieun.ask_review(id, &asking(MemberId(1))).await.is_err(), "authors do not review themselves");
    assert!(haneul.ask_review(id, &asking(HANEUL)).await.is_err());
    assert!(jieun.ask_review(other, &asking(HANEUL)).await.is_err(), "a retrospective is not reviewed");
    assert!(jieun.set_stage(other, Stage::Shared).await.is_err());
    let review = jieun.ask_review(id, &asking(HANEUL)).await.unwrap();
    assert!(haneul.withdraw_review(id, review).await.is_err());
    jieun.withdraw_review(id, review).await.unwrap();
    assert!(jieun.withdraw_review(id, review).await.is_err(), "it is not open any more");
    jieun.set_stage(id, Stage::Shared).await.unwrap();
    assert_eq!(haneul.posts(None, 0, 9).await.unwrap()[1].post.status, Some(WriteUpStatus::Shared));
    assert_eq!(haneul.post(other).await.unwrap().post.status, None);
}

#[tokio::test]
async fn whoever_becomes_an_author_reviews_no_more() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let id = jieun.create_post(&write_up("글", "하나", ""), Audience::Team).await.unwrap();
    jieun.ask_review(id, &asking(HANEUL)).await.unwrap();
    jieun.add_author(id, HANEUL).await.unwrap();
    assert!(haneul.reviews_to_do().await.unwrap().is_empty());
}

#[tokio::test]
async fn mine_past_their_day_are_found_and_others_are_not() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let id = jieun.create_post(&write_up("낡은 글", "하나", "2026-11-23"), Audience::Team).await.unwrap();
    jieun.create_post(&write_up("오늘까지", "둘", "2026-11-24"), Audience::Team).await.unwrap();
    jieun.create_post(&write_up("날이 없다", "셋", ""), Audience::Team).await.unwrap();
    let today = "2026-11-24".parse().unwrap();
    let stale = jieun.my_stale(today).await.unwrap();
    assert_eq!((stale.len(), stale[0].id, stale[0].check_by.to_string().as_str()), (1, id, "2026-11-23"));
    assert!(haneul.my_stale(today).await.unwrap().is_empty());
    let Details::WriteUp(adds) = haneul.post(id).await.unwrap().details else { panic!("a write-up") };
    assert_eq!(adds.check_by.unwrap().to_string(), "2026-11-23");
    jieun.trash_post(id, &By::command_line()).await.unwrap();
    assert!(jieun.my_stale(today).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_review_tells_nobody_the_words_of_a_post_s_private_days() {
    let house = House::founded().await;
    house.store.add_member(&member("Ada", "ada", Role::Member), &By::command_line()).await.unwrap();
    let (jieun, haneul, ada) = (house.viewer("jieun").await, house.viewer("haneul").await, house.viewer("ada").await);
    let id = jieun.create_post(&write_up("초안", "비밀 하나", ""), Audience::OnlyMe).await.unwrap();
    let secret = jieun.stored_post(id).await.unwrap().post.revision_id;
    jieun.revise_post(id, secret, &write_up("초안", "보여 준 둘", ""), Audience::OnlyMe).await.unwrap();
    let asked = jieun.stored_post(id).await.unwrap().post.revision_id;
    let review = jieun.ask_review(id, &asking(HANEUL)).await.unwrap();
    // They name a revision from before they were asked: the current one is taken.
    haneul.answer_review(id, review, (Outcome::Approved, None), Some(secret)).await.unwrap();
    assert_eq!(jieun.review_text(id, review).await.unwrap().revision_id, asked);
    jieun.revise_post(id, asked, &write_up("초안", "열린 셋", ""), Audience::Team).await.unwrap();
    assert_eq!(ada.review_text(id, review).await.unwrap().body, "열린 셋");
    for knows in [&jieun, &haneul] {
        assert_eq!(knows.review_text(id, review).await.unwrap().body, "보여 준 둘");
    }
}
