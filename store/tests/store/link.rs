use domain::id::PostId;
use domain::post::{Audience, Content, PostForm};
use store::{Saved, Store, Viewer};

use crate::house::{House, content};
use crate::tag::tagged;

/// Where each link of a post leads, by what the reader is shown.
async fn leads(viewer: &Viewer, id: PostId) -> Vec<(String, Lead)> {
    let links = viewer.around(id).await.unwrap().links;
    links.into_iter().map(|link| (link.words, link.post.map(|post| (post.id, post.title)))).collect()
}

async fn from(viewer: &Viewer, id: PostId) -> Vec<PostId> {
    viewer.around(id).await.unwrap().linked_from.into_iter().map(|post| post.id).collect()
}

async fn related(viewer: &Viewer, id: PostId) -> Vec<String> {
    viewer.around(id).await.unwrap().related.into_iter().map(|post| post.title).collect()
}

async fn revise(viewer: &Viewer, id: PostId, content: &Content, audience: Audience) {
    let base = viewer.stored_post(id).await.unwrap().post.revision_id;
    assert!(matches!(viewer.revise_post(id, base, content, audience).await.unwrap(), Saved::Revised(_)));
}

type Lead = Option<(PostId, String)>;

fn only(words: &str, lead: Lead) -> Vec<(String, Lead)> {
    vec![(words.into(), lead)]
}

#[tokio::test]
async fn a_link_survives_a_new_title_there_and_is_captured_by_nobody() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let target = jieun.create_post(&content("나중에 볼  글", "글"), Audience::Team).await.unwrap();
    let here = jieun.create_post(&content("여기", "보기: [[나중에 볼 글]]"), Audience::Team).await.unwrap();
    assert_eq!(leads(&jieun, here).await, only("나중에 볼 글", Some((target, "나중에 볼  글".into()))));
    revise(&jieun, target, &content("새 이름", "글"), Audience::Team).await;
    jieun.create_post(&content("나중에 볼 글", "다른 글"), Audience::Team).await.unwrap();
    assert_eq!(leads(&jieun, here).await, only("나중에 볼 글", Some((target, "새 이름".into()))));
    revise(&jieun, here, &content("여기", "다시 [[나중에 볼 글]]"), Audience::Team).await;
    assert_eq!(leads(&jieun, here).await, only("나중에 볼 글", Some((target, "새 이름".into()))), "saved again");
    assert_eq!(jieun.stored_post(here).await.unwrap().content.body.as_str(), "다시 [[나중에 볼 글]]");
    assert_eq!(from(&jieun, target).await, [here]);
    revise(&jieun, here, &content("여기", "이제 없다"), Audience::Team).await;
    assert!(from(&jieun, target).await.is_empty());
}

#[tokio::test]
async fn a_title_never_reveals_a_post_that_its_reader_may_not_read() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let secret = jieun.create_post(&content("비밀", "글"), Audience::OnlyMe).await.unwrap();
    let guess = haneul.create_post(&content("추측", "[[비밀]]"), Audience::Team).await.unwrap();
    assert_eq!(leads(&haneul, guess).await, only("비밀", None));
    assert_eq!(leads(&jieun, guess).await, only("비밀", None), "it was not hers to lead there");
    revise(&jieun, secret, &content("비밀", "고친 글"), Audience::OnlyMe).await;
    assert_eq!(leads(&haneul, guess).await, only("비밀", None), "and waits");
    let own = jieun.create_post(&content("내 글", "[[비밀]]"), Audience::Team).await.unwrap();
    assert_eq!(leads(&jieun, own).await, only("비밀", Some((secret, "비밀".into()))));
    assert_eq!(leads(&haneul, own).await, only("비밀", None), "as if there were no such post");
    revise(&jieun, secret, &content("열린 글", "글 [[내 글]]"), Audience::OnlyMe).await;
    assert!(from(&haneul, own).await.is_empty());
    assert_eq!(from(&jieun, own).await, [secret]);
    assert_eq!(related(&haneul, own).await, ["추측"], "by its tags, and nothing of mine alone");
    revise(&jieun, secret, &content("비밀", "글"), Audience::Team).await;
    assert_eq!(
        leads(&haneul, guess).await,
        only("비밀", Some((secret, "비밀".into()))),
        "once it is for the team, what waited leads there"
    );
}

#[tokio::test]
async fn a_title_that_nobody_has_waits_for_one_that_gets_it() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let here =
        jieun.create_post(&content("여기", "[[창고 이야기]]와 [[창고  이야기|그 글]]"), Audience::Team).await.unwrap();
    assert_eq!(leads(&haneul, here).await, only("창고 이야기", None));
    let other = haneul.create_post(&content("옛 제목", ""), Audience::Team).await.unwrap();
    revise(&haneul, other, &content("창고 이야기", ""), Audience::Team).await;
    assert_eq!(leads(&jieun, here).await, only("창고 이야기", Some((other, "창고 이야기".into()))));
    assert_eq!(from(&haneul, other).await, [here]);
}

#[tokio::test]
async fn of_several_one_s_own_comes_first_and_then_the_newest() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let mine = jieun.create_post(&content("회고", "하나"), Audience::Team).await.unwrap();
    let first = haneul.create_post(&content("회고", "둘"), Audience::Team).await.unwrap();
    let newest = haneul.create_post(&content("회고", "셋"), Audience::Team).await.unwrap();
    let here = jieun.create_post(&content("여기", "[[회고]]"), Audience::Team).await.unwrap();
    assert_eq!(leads(&jieun, here).await, only("회고", Some((mine, "회고".into()))));
    let theirs = haneul.create_post(&content("저기", "[[회고]]"), Audience::Team).await.unwrap();
    assert_eq!(leads(&haneul, theirs).await, only("회고", Some((newest, "회고".into()))));
    assert!(from(&haneul, first).await.is_empty());
}

#[tokio::test]
async fn related_are_those_with_rare_tags_or_the_same_book_that_are_not_named_otherwise() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let note = |title: &str| {
        let form = PostForm {
            kind: "book_note".into(),
            title: title.into(),
            book: "이토록 멋진  휴식".into(),
            language: "ko".into(),
            audience: "team".into(),
            ..PostForm::default()
        };
        form.parse().unwrap().0
    };
    for (title, tags) in [("흔한 하나", "회고"), ("흔한 둘", "회고"), ("드문", "회고 창고"), ("남", "창고")]
    {
        jieun.create_post(&tagged(title, tags, ""), Audience::Team).await.unwrap();
    }
    let here = jieun.create_post(&tagged("여기", "회고 창고", "[[남]]"), Audience::Team).await.unwrap();
    assert_eq!(related(&jieun, here).await, ["드문", "흔한 둘", "흔한 하나"]);
    let first = jieun.create_post(&note("쉼 1"), Audience::Team).await.unwrap();
    jieun.create_post(&note("쉼 2"), Audience::Team).await.unwrap();
    assert_eq!(related(&jieun, first).await, ["쉼 2"]);
    for nth in 0..40 {
        jieun.create_post(&tagged(&format!("많은 {nth}"), "아주흔한", ""), Audience::Team).await.unwrap();
    }
    let common = jieun.create_post(&tagged("끝", "아주흔한", ""), Audience::Team).await.unwrap();
    assert!(related(&jieun, common).await.is_empty(), "a tag of everything says nothing");
}

#[tokio::test]
async fn posts_from_before_anybody_looked_get_their_titles_and_links() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let here = jieun.create_post(&content("여기", "[[저기]]"), Audience::Team).await.unwrap();
    let there = jieun.create_post(&content("저기", ""), Audience::Team).await.unwrap();
    let file = house.folder.path().join("dasi.sqlite");
    let pool = sqlx::SqlitePool::connect_with(sqlx::sqlite::SqliteConnectOptions::new().filename(file)).await.unwrap();
    sqlx::raw_sql("delete from post_link; delete from post_title").execute(&pool).await.unwrap();
    house.store.close().await;
    let again = Store::open(house.folder.path(), house.clock.clone()).await.unwrap();
    let email = domain::member::EmailAddress::parse("haneul@example.com").unwrap();
    let haneul = again.viewer(again.member_by_email(&email).await.unwrap().unwrap().member);
    assert_eq!(leads(&haneul, here).await, only("저기", Some((there, "저기".into()))));
}

#[tokio::test]
async fn a_post_in_the_trash_is_led_to_by_nothing_until_it_is_back() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let there = jieun.create_post(&content("저기", "[[여기]]"), Audience::Team).await.unwrap();
    let here = jieun.create_post(&content("여기", "[[저기]]"), Audience::Team).await.unwrap();
    let file = house.folder.path().join("dasi.sqlite");
    let pool = sqlx::SqlitePool::connect_with(sqlx::sqlite::SqliteConnectOptions::new().filename(file)).await.unwrap();
    let trash = "update post set trashed_at = $2 where post_id = $1";
    sqlx::query(trash).bind(there).bind(1).execute(&pool).await.unwrap();
    assert_eq!(leads(&jieun, here).await, only("저기", None));
    assert!(from(&jieun, here).await.is_empty() && related(&jieun, here).await.is_empty());
    sqlx::query(trash).bind(there).bind(None::<i64>).execute(&pool).await.unwrap();
    assert_eq!(leads(&jieun, here).await, only("저기", Some((there, "저기".into()))));
}
