use domain::id::PostId;
use domain::post::Audience;
use store::{Saved, StoreError};

use crate::house::{House, content};

#[tokio::test]
async fn what_is_saved_is_read_back() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let written = content("상반기 회고", "## 쉼\n\n쉬는 데에도 **품(힘)**이 든다.\n");
    let id = jieun.create_post(&written, Audience::Team).await.unwrap();
    let stored = jieun.stored_post(id).await.unwrap();
    assert_eq!(stored.content, written);
    assert_eq!((stored.saved_by.as_str(), stored.post.by().as_str()), ("지은", "지은"));
    let reading = jieun.post(id).await.unwrap();
    assert_eq!(reading.details, written.details);
    assert_eq!(reading.tags, ["회고", "휴식"]);
    assert_eq!(reading.headings[0].text, "쉼");
    assert!(reading.html.contains("<strong>") && reading.may_edit);
    let other = house.viewer("haneul").await.post(id).await.unwrap();
    assert!(!other.may_edit);
}

#[tokio::test]
async fn a_stale_base_changes_nothing_and_gives_back_theirs() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let id = jieun.create_post(&content("회고", "하나"), Audience::Team).await.unwrap();
    let base = jieun.stored_post(id).await.unwrap().post.revision_id;
    let saved = jieun.revise_post(id, base, &content("회고", "둘"), Audience::Team).await.unwrap();
    assert!(matches!(saved, Saved::Revised(_)));
    let stale = jieun.revise_post(id, base, &content("회고", "셋"), Audience::Team).await;
    match stale {
        Err(StoreError::StaleRevision { theirs }) => assert_eq!(theirs.content.body.as_str(), "둘"),
        other => panic!("{other:?}"),
    }
    assert_eq!(jieun.stored_post(id).await.unwrap().post.revision_number, 2);
}

#[tokio::test]
async fn a_text_begun_before_the_audience_changed_is_stale() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let id = jieun.create_post(&content("회고", "하나"), Audience::Team).await.unwrap();
    let base = jieun.stored_post(id).await.unwrap().post.revision_id;
    jieun.revise_post(id, base, &content("회고", "하나"), Audience::OnlyMe).await.unwrap();
    assert!(matches!(house.viewer("haneul").await.post(id).await, Err(StoreError::NotFound)));
    let older_tab = jieun.revise_post(id, base, &content("회고", "둘"), Audience::Team).await;
    assert!(matches!(older_tab, Err(StoreError::StaleRevision { .. })));
    assert!(matches!(house.viewer("haneul").await.post(id).await, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn nobody_revises_another_s_post_or_one_that_is_not_there() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let id = jieun.create_post(&content("회고", "하나"), Audience::Team).await.unwrap();
    let base = jieun.stored_post(id).await.unwrap().post.revision_id;
    for (viewer, id) in [(&haneul, id), (&jieun, PostId(99))] {
        let refused = viewer.revise_post(id, base, &content("회고", "둘"), Audience::Team).await;
        assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
    }
}

#[tokio::test]
async fn what_an_older_renderer_made_is_made_again() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let id = jieun.create_post(&content("회고", "**굵게**"), Audience::Team).await.unwrap();
    assert_eq!(house.store.render_again().await.unwrap(), 0, "all of it is new");
    let file = house.folder.path().join("dasi.sqlite");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    sqlx::query("update rendering set renderer = 0, html = 'old'").execute(&pool).await.unwrap();
    assert!(jieun.post(id).await.unwrap().html.contains("<strong>"), "nobody reads what is old");
    assert_eq!(house.store.render_again().await.unwrap(), 1);
    let html: String = sqlx::query_scalar("select html from rendering").fetch_one(&pool).await.unwrap();
    assert!(html.contains("<strong>"));
}

#[tokio::test]
async fn the_command_line_answers_as_the_author() {
    let house = House::founded().await;
    let id = house.viewer("haneul").await.create_post(&content("비밀", "글"), Audience::OnlyMe).await.unwrap();
    assert_eq!(house.store.as_author_of(id).await.unwrap().stored_post(id).await.unwrap().content.body.as_str(), "글");
    assert!(matches!(house.store.as_author_of(PostId(9)).await, Err(StoreError::NotFound)));
}
