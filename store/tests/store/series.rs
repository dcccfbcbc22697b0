use domain::id::{PostId, SeriesId};
use domain::post::Audience;
use domain::series::{SeriesTitle, Way};
use store::{StoreError, Viewer};

use crate::house::{House, content};

fn title(words: &str) -> SeriesTitle {
    SeriesTitle::parse(words).unwrap()
}

async fn post(viewer: &Viewer, title: &str, audience: Audience) -> PostId {
    viewer.create_post(&content(title, ""), audience).await.unwrap()
}

async fn parts(viewer: &Viewer, id: SeriesId) -> Vec<String> {
    viewer.series(id).await.unwrap().parts.into_iter().map(|part| part.post.title).collect()
}

#[tokio::test]
async fn a_story_in_parts_is_begun_joined_ordered_and_left() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let (one, two, three) = (
        post(&jieun, "하나", Audience::Team).await,
        post(&jieun, "둘", Audience::Team).await,
        post(&jieun, "셋", Audience::Team).await,
    );
    let id = jieun.begin_series(one, &title("창고")).await.unwrap();
    jieun.join_series(two, id).await.unwrap();
    jieun.join_series(three, id).await.unwrap();
    jieun.join_series(one, id).await.unwrap();
    assert_eq!(parts(&jieun, id).await, ["하나", "둘", "셋"], "who is there stays there");
    jieun.move_part(id, three, Way::Earlier).await.unwrap();
    jieun.move_part(id, one, Way::Earlier).await.unwrap();
    assert_eq!(parts(&jieun, id).await, ["하나", "셋", "둘"]);
    jieun.rename_series(id, &title("창고 이야기")).await.unwrap();
    let of = jieun.around(two).await.unwrap().series.unwrap();
    assert_eq!((of.title.as_str(), of.place(two), of.parts.len()), ("창고 이야기", 3, 3));
    jieun.leave_series(three).await.unwrap();
    assert!(jieun.around(three).await.unwrap().series.is_none());
    assert!(matches!(jieun.leave_series(three).await, Err(StoreError::NotFound)));
    let other = jieun.begin_series(two, &title("다른 이야기")).await.unwrap();
    assert_eq!(parts(&jieun, other).await, ["둘"], "a post is part of one at most");
    jieun.leave_series(one).await.unwrap();
    assert!(matches!(jieun.series(id).await, Err(StoreError::NotFound)), "a series without parts is gone");
    assert_eq!(jieun.all_series().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_part_that_is_mine_alone_is_neither_shown_nor_counted_and_keeps_its_place() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let (one, secret, three) = (
        post(&jieun, "하나", Audience::Team).await,
        post(&jieun, "비밀", Audience::OnlyMe).await,
        post(&haneul, "셋", Audience::Team).await,
    );
    let id = jieun.begin_series(one, &title("창고")).await.unwrap();
    assert!(matches!(haneul.join_series(three, id).await, Err(StoreError::NotFound)), "not theirs to go on with");
    jieun.join_series(secret, id).await.unwrap();
    assert_eq!(parts(&haneul, id).await, ["하나"]);
    assert_eq!(haneul.all_series().await.unwrap()[0].parts, 1);
    assert!(haneul.around(secret).await.unwrap().series.is_none());
    assert_eq!(haneul.around(one).await.unwrap().series.unwrap().parts.len(), 1);
    let hidden = jieun.begin_series(secret, &title("나만의 이야기")).await.unwrap();
    assert!(matches!(haneul.series(hidden).await, Err(StoreError::NotFound)));
    assert_eq!(haneul.all_series().await.unwrap().len(), 1);
}

#[tokio::test]
async fn order_and_title_are_any_author_s_and_a_part_its_own_author_s() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let (one, two) = (post(&jieun, "하나", Audience::Team).await, post(&haneul, "둘", Audience::Team).await);
    let id = jieun.begin_series(one, &title("창고")).await.unwrap();
    for refused in [
        haneul.rename_series(id, &title("x")).await,
        haneul.move_part(id, one, Way::Later).await,
        haneul.leave_series(one).await,
        haneul.arrange_series(id, &title("x"), &[one]).await,
        jieun.join_series(two, id).await,
        jieun.arrange_series(id, &title("x"), &[one, two]).await,
    ] {
        assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
    }
    assert_eq!(parts(&jieun, id).await, ["하나"], "nothing was done by halves");
    let three = post(&jieun, "셋", Audience::Team).await;
    jieun.arrange_series(id, &title("모두"), &[three, one]).await.unwrap();
    assert_eq!(parts(&haneul, id).await, ["셋", "하나"]);
    jieun.arrange_series(id, &title("모두"), &[one]).await.unwrap();
    assert_eq!(parts(&haneul, id).await, ["하나"]);
}
