//! Many at once: nobody sees a lock, nothing acknowledged is lost, and one of two wins.

use domain::post::Audience;
use store::{Saved, StoreError};

use crate::house::{House, content};

#[tokio::test(flavor = "multi_thread")]
async fn sixty_four_writers_and_readers_all_get_their_turn() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let mut crowd = Vec::new();
    for number in 0..64 {
        let jieun = jieun.clone();
        crowd.push(tokio::spawn(async move {
            let id = jieun.create_post(&content(&format!("회고 {number}"), "글"), Audience::Team).await.unwrap();
            jieun.posts(None, 0, 10).await.unwrap();
            assert_eq!(jieun.post(id).await.unwrap().post.title, format!("회고 {number}"));
        }));
    }
    for one in crowd {
        one.await.unwrap();
    }
    assert_eq!(jieun.posts(None, 0, 100).await.unwrap().len(), 64);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_began_from_one_revision_one_wins_and_the_rest_keep_their_words() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let id = jieun.create_post(&content("회고", "처음"), Audience::Team).await.unwrap();
    let base = jieun.stored_post(id).await.unwrap().post.revision_id;
    let mut crowd = Vec::new();
    for number in 0..16 {
        let jieun = jieun.clone();
        crowd.push(tokio::spawn(async move {
            jieun.revise_post(id, base, &content("회고", &format!("글 {number}")), Audience::Team).await
        }));
    }
    let mut won = 0;
    for one in crowd {
        match one.await.unwrap() {
            Ok(Saved::Revised(_)) => won += 1,
            Err(StoreError::StaleRevision { .. }) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(won, 1);
}
