use domain::draft::DraftMark;
use domain::post::{Audience, PostForm};
use store::{Keeping, Saved, StoreError, Viewer};

use crate::house::{House, content};

fn typed(body: &str) -> PostForm {
    PostForm { kind: "write_up".into(), body: body.into(), ..PostForm::default() }
}

async fn kept(viewer: &Viewer, post: Option<domain::id::PostId>, form: &PostForm) -> DraftMark {
    match viewer.keep_draft(post, form).await.unwrap() {
        Keeping::Kept(mark) => mark,
        other @ Keeping::Elsewhere(_) => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_draft_is_kept_as_typed_and_is_nobody_elses() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let first = kept(&jieun, None, &typed("\0 쓰다 만")).await;
    let second = kept(&jieun, None, &PostForm { draft: first.to_string(), ..typed("쓰다 만 글") }).await;
    assert_eq!(first.id, second.id);
    assert!(second.saved_at > first.saved_at, "even when the clock stands still");
    let draft = jieun.draft(first.id).await.unwrap();
    assert_eq!((draft.form.body.as_str(), draft.mark), ("쓰다 만 글", second));
    assert!(matches!(haneul.draft(first.id).await, Err(StoreError::NotFound)));
    assert!(matches!(haneul.drop_draft(first.id).await, Err(StoreError::NotFound)));
    assert!(haneul.drafts().await.unwrap().is_empty());
    assert_eq!(jieun.count_drafts().await.unwrap(), 1);
    jieun.drop_draft(first.id).await.unwrap();
    assert_eq!(jieun.drafts().await.unwrap(), []);
}

#[tokio::test]
async fn of_two_windows_neither_writes_over_the_other_unseen() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let id = jieun.create_post(&content("회고", "하나"), Audience::Team).await.unwrap();
    let first = kept(&jieun, Some(id), &PostForm { desk: "a".into(), ..typed("창 하나") }).await;
    let other = jieun.keep_draft(Some(id), &PostForm { desk: "b".into(), ..typed("창 둘") }).await.unwrap();
    assert!(matches!(other, Keeping::Elsewhere(Some(theirs)) if theirs.form.body == "창 하나"));
    // A page whose answer was lost knows no mark, and may go on all the same.
    let again = kept(&jieun, Some(id), &PostForm { desk: "a".into(), ..typed("창 하나, 더") }).await;
    assert_eq!(again.id, first.id);
    let stale = PostForm { draft: first.to_string(), desk: "b".into(), ..typed("창 둘") };
    assert!(matches!(jieun.keep_draft(Some(id), &stale).await.unwrap(), Keeping::Elsewhere(Some(_))));
    jieun.drop_draft(first.id).await.unwrap();
    assert_eq!(jieun.keep_draft(Some(id), &stale).await.unwrap(), Keeping::Elsewhere(None));
}

#[tokio::test]
async fn a_save_ends_its_draft_and_no_other() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let id = jieun.create_post(&content("회고", "하나"), Audience::Team).await.unwrap();
    let base = jieun.stored_post(id).await.unwrap().post.revision_id;
    let of_post = kept(&jieun, Some(id), &typed("둘")).await;
    let of_new = kept(&jieun, None, &PostForm { desk: "c".into(), ..typed("새 글") }).await;
    let form = PostForm { draft: of_post.to_string(), ..typed("둘") };
    let refused = jieun.ending_draft_of(&form).revise_post(id, base, &content("회고", "셋"), Audience::Team).await;
    assert!(matches!(refused, Ok(Saved::Revised(_))));
    assert_eq!(jieun.draft_of(id).await.unwrap(), None);
    assert_eq!(jieun.drafts().await.unwrap()[0].mark, of_new);
    let ending = jieun.ending_draft_of(&PostForm { desk: "c".into(), ..typed("새 글") });
    ending.create_post(&content("새 글", "글"), Audience::OnlyMe).await.unwrap();
    assert_eq!(jieun.count_drafts().await.unwrap(), 0);
}

#[tokio::test]
async fn a_save_that_is_stale_keeps_the_draft() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let id = jieun.create_post(&content("회고", "하나"), Audience::Team).await.unwrap();
    let base = jieun.stored_post(id).await.unwrap().post.revision_id;
    let mark = kept(&jieun, Some(id), &typed("내 말")).await;
    jieun.revise_post(id, base, &content("회고", "다른 창"), Audience::Team).await.unwrap();
    let mine = jieun.ending_draft_of(&PostForm { draft: mark.to_string(), ..typed("내 말") });
    let stale = mine.revise_post(id, base, &content("회고", "내 말"), Audience::Team).await;
    assert!(matches!(stale, Err(StoreError::StaleRevision { .. })));
    assert_eq!(jieun.draft_of(id).await.unwrap().unwrap().mark, mark);
}

#[tokio::test]
async fn nobody_keeps_a_draft_of_a_post_that_is_not_theirs() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let id = jieun.create_post(&content("회고", "하나"), Audience::Team).await.unwrap();
    assert!(matches!(haneul.keep_draft(Some(id), &typed("남의 글")).await, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn a_save_ends_the_draft_it_saw_and_no_words_that_came_since() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let id = jieun.create_post(&content("회고", "하나"), Audience::Team).await.unwrap();
    let base = jieun.stored_post(id).await.unwrap().post.revision_id;
    let seen = kept(&jieun, Some(id), &PostForm { desk: "a".into(), ..typed("창 하나") }).await;
    let phone = PostForm { draft: seen.to_string(), desk: "b".into(), ..typed("전화기에서 더 쓴 글") };
    let newer = kept(&jieun, Some(id), &phone).await;
    let saving = PostForm { draft: seen.to_string(), desk: "a".into(), ..PostForm::default() };
    let saved = jieun.ending_draft_of(&saving).revise_post(id, base, &content("회고", "창 하나"), Audience::Team).await;
    assert!(matches!(saved, Ok(Saved::Revised(_))), "{saved:?}");
    assert_eq!(jieun.draft(newer.id).await.unwrap().form.body, "전화기에서 더 쓴 글");
}

#[tokio::test]
async fn no_draft_gets_the_number_of_one_that_is_gone() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let first = kept(&jieun, None, &typed("하나")).await;
    jieun.drop_draft(first.id).await.unwrap();
    assert!(kept(&jieun, None, &typed("둘")).await.id > first.id, "a page left open would throw away another's words");
}
