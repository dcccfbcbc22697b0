use axum::http::StatusCode;
use domain::post::Audience;
use jiff::SignedDuration;

use crate::browser::Page;
use crate::comments::{content, said};
use crate::house::House;

fn has_mark(page: &Page) -> bool {
    page.count(".menu.news") == 1
}

#[tokio::test]
async fn what_concerns_me_is_a_quiet_mark_until_i_open_the_post() {
    let house = House::founded().await;
    let post = house.post().await;
    let mut jieun = house.signed_in("jieun").await;
    let page = jieun.get("/notices").await;
    assert!(!has_mark(&page) && page.words(".empty-title").unwrap() == "아직 소식이 없어요");
    let comment = house.viewer("haneul").await.comment(&said(post, "좋아요")).await.unwrap();
    let page = jieun.get("/").await;
    assert!(has_mark(&page) && page.attribute(".menu summary", "aria-label").unwrap().contains("새 소식이 있어요"));
    let page = jieun.get("/notices").await;
    assert!(page.words(".is-unread .kind").unwrap().starts_with("하늘님이 내 글에 댓글을 남겼어요."));
    let to = page.attribute(".lines a", "href").unwrap();
    assert_eq!(to, format!("/posts/{post}#comment-{comment}"));
    assert!(has_mark(&jieun.get("/notices").await), "looking at the list reads nothing");
    assert!(!has_mark(&jieun.get("/posts/1").await));
    let page = jieun.get("/notices").await;
    assert!(!has_mark(&page) && page.count(".is-unread") == 0 && page.count(".lines li") == 1);
    assert!(!has_mark(&house.signed_in("haneul").await.get("/").await), "nobody is told of what they did");
}

#[tokio::test]
async fn all_are_read_at_once_but_for_what_came_after_the_list() {
    let house = House::founded().await;
    let (post, haneul, mut jieun) = (house.post().await, house.viewer("haneul").await, house.signed_in("jieun").await);
    haneul.comment(&said(post, "하나")).await.unwrap();
    let newest = jieun.get("/notices").await.field("newest").unwrap();
    haneul.comment(&said(post, "둘")).await.unwrap();
    let page = jieun.submit("/notices/read", &[("newest", &newest)]).await;
    assert_eq!(page.words(".said-line").unwrap(), "모두 읽음으로 표시했어요.");
    assert!(has_mark(&page) && page.count(".is-unread") == 1);
    assert_eq!(jieun.post("/notices/read", &[("newest", "x")]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_line_goes_with_the_right_to_read_its_post_and_after_ninety_days() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let post = jieun.create_post(&content("회고", "@하늘 고마워요"), Audience::Team).await.unwrap();
    let mut haneul = house.signed_in("haneul").await;
    assert_eq!(haneul.get("/notices").await.count(".lines li"), 1);
    let base = jieun.stored_post(post).await.unwrap().post.revision_id;
    jieun.revise_post(post, base, &content("회고", "@하늘 고마워요"), Audience::OnlyMe).await.unwrap();
    let page = haneul.get("/notices").await;
    assert!(page.count(".lines li") == 0 && !page.text().contains("회고</a>") && !has_mark(&page));
    let team = house.post().await;
    house.viewer("haneul").await.comment(&said(team, "좋아요")).await.unwrap();
    assert_eq!(jieun.notices(None, 10).await.unwrap().len(), 1);
    house.turn_after(SignedDuration::from_hours(91 * 24)).await;
    house.clock.set(house.store.now() - SignedDuration::from_hours(91 * 24));
    assert!(jieun.notices(None, 10).await.unwrap().is_empty(), "the worker's turn removed it");
}

#[tokio::test]
async fn the_list_is_turned_by_pages() {
    let house = House::founded().await;
    let (post, haneul, mut jieun) = (house.post().await, house.viewer("haneul").await, house.signed_in("jieun").await);
    for number in 0..35 {
        haneul.comment(&said(post, &format!("말 {number}"))).await.unwrap();
    }
    let first = jieun.get("/notices").await;
    assert_eq!(first.count(".lines li"), 30);
    let older = jieun.get(&first.attribute(".turn a", "href").unwrap()).await;
    assert_eq!((older.count(".lines li"), older.count(".turn a")), (5, 0));
    assert_eq!(jieun.get("/notices?before=x").await.status, StatusCode::NOT_FOUND);
}
