use domain::comment::NoticeKind;
use domain::id::MemberId;
use domain::member::Role;
use domain::post::Audience;
use store::{By, StoreError};

use crate::house::{House, content, member};

const HANEUL: MemberId = MemberId(2);

#[tokio::test]
async fn an_author_adds_another_who_may_write_from_then_on() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let id = jieun.create_post(&content("비밀", "글"), Audience::OnlyMe).await.unwrap();
    assert!(matches!(haneul.add_author(id, HANEUL).await, Err(StoreError::NotFound)), "nobody adds themselves");
    assert!(jieun.add_author(id, HANEUL).await.unwrap());
    assert!(!jieun.add_author(id, HANEUL).await.unwrap(), "twice is once");
    let stored = haneul.stored_post(id).await.unwrap();
    assert_eq!(stored.post.by(), "지은, 하늘");
    let authors = haneul.authors_of(id).await.unwrap();
    assert!(authors[0].added.is_none() && authors[1].added.as_ref().unwrap().1 == "지은");
    assert_eq!(haneul.notices(None, 9).await.unwrap()[0].kind, NoticeKind::CoAuthor);
    haneul.revise_post(id, stored.post.revision_id, &content("비밀", "둘"), Audience::OnlyMe).await.unwrap();
}

#[tokio::test]
async fn who_was_there_first_stands_first_whatever_their_number() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let id = haneul.create_post(&content("회고", "글"), Audience::Team).await.unwrap();
    haneul.add_author(id, MemberId(1)).await.unwrap();
    assert_eq!(jieun.stored_post(id).await.unwrap().post.by(), "하늘, 지은");
}

#[tokio::test]
async fn an_author_leaves_and_the_last_one_stays() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let id = jieun.create_post(&content("비밀", "글"), Audience::OnlyMe).await.unwrap();
    assert!(matches!(jieun.remove_author(id, MemberId(1)).await, Err(StoreError::LastAuthor)));
    assert!(matches!(jieun.remove_author(id, HANEUL).await, Err(StoreError::NotFound)), "they are none");
    jieun.add_author(id, HANEUL).await.unwrap();
    jieun.remove_author(id, MemberId(1)).await.unwrap();
    assert!(matches!(jieun.post(id).await, Err(StoreError::NotFound)), "it is not theirs any more");
    assert!(matches!(haneul.remove_author(id, HANEUL).await, Err(StoreError::LastAuthor)));
}

#[tokio::test]
async fn where_all_authors_have_left_those_who_look_after_the_house_add_one() {
    let house = House::founded().await;
    let by = By::command_line();
    let ada = house.store.add_member(&member("Ada", "ada", Role::Member), &by).await.unwrap();
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let team = haneul.create_post(&content("팀", "글"), Audience::Team).await.unwrap();
    let alone = haneul.create_post(&content("비밀", "글"), Audience::OnlyMe).await.unwrap();
    assert!(matches!(jieun.add_author(team, ada).await, Err(StoreError::NotFound)), "its author is here");
    house.store.leave(None, HANEUL, None, &by).await.unwrap();
    let post = jieun.stored_post(team).await.unwrap().post;
    assert!(jieun.may_add_author(&post).await.unwrap());
    assert!(!house.viewer("ada").await.may_add_author(&post).await.unwrap(), "a member does not");
    jieun.add_author(team, ada).await.unwrap();
    assert_eq!(jieun.stored_post(team).await.unwrap().post.by(), "하늘, Ada", "who left keeps their name on it");
    assert!(matches!(jieun.add_author(alone, ada).await, Err(StoreError::NotFound)), "nobody inherits a secret");
    let gone = house.viewer("haneul").await;
    assert!(matches!(gone.remove_author(team, ada).await, Err(StoreError::NotFound)));
    assert!(matches!(house.viewer("ada").await.add_author(team, HANEUL).await, Ok(false)), "still one");
}
