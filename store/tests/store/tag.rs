use domain::audit::Deed;
use domain::id::PostId;
use domain::member::Role;
use domain::post::{Audience, Content, Tags};
use domain::tag::Tag;
use store::{By, Renamed, StoreError, TagLine, Viewer};

use crate::house::{House, content, member};

fn tag(name: &str) -> Tag {
    Tag::parse(name).unwrap()
}

pub(crate) fn tagged(title: &str, tags: &str, body: &str) -> Content {
    Content { tags: Tags::parse(tags).unwrap(), ..content(title, body) }
}

async fn rename(viewer: &Viewer, from: &str, to: &str) {
    let by = By::command_line();
    assert_eq!(viewer.rename_tag(&tag(from), &tag(to), true, &by).await.unwrap(), Renamed::Now(to.into()));
}

async fn names(viewer: &Viewer) -> Vec<(String, usize)> {
    viewer.tags().await.unwrap().into_iter().map(|TagLine { name, posts }| (name, posts)).collect()
}

fn counted(list: &[(&str, usize)]) -> Vec<(String, usize)> {
    list.iter().map(|(name, posts)| ((*name).to_owned(), *posts)).collect()
}

async fn titles(viewer: &Viewer, name: &str) -> Vec<String> {
    let lines = viewer.posts_with_tag(name, 0, 9).await.unwrap();
    lines.into_iter().map(|line| line.post.title).collect()
}

#[tokio::test]
async fn a_tag_of_a_post_that_is_mine_alone_is_nobody_else_s() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    jieun.create_post(&tagged("비밀", "이직 회고", "#연봉 이야기"), Audience::OnlyMe).await.unwrap();
    jieun.create_post(&tagged("팀", "회고", ""), Audience::Team).await.unwrap();
    assert_eq!(names(&jieun).await, counted(&[("연봉", 1), ("이직", 1), ("회고", 2)]));
    assert_eq!(names(&haneul).await, counted(&[("회고", 1)]), "neither listed nor counted");
    assert_eq!(titles(&haneul, "회고").await, ["팀"]);
    assert!(titles(&haneul, "이직").await.is_empty());
    assert!(matches!(haneul.tag(&tag("이직")).await, Err(StoreError::NotFound)));
    let by = By::command_line();
    let probe = haneul.rename_tag(&tag("이직"), &tag("x"), true, &by).await;
    assert!(matches!(probe, Err(StoreError::NotFound)), "nor renamed");
    let taken = haneul.rename_tag(&tag("회고"), &tag("이직"), false, &by).await.unwrap();
    assert_eq!(taken, Renamed::Now("이직".into()), "nobody is told that the name is taken");
}

#[tokio::test]
async fn the_old_name_of_a_tag_of_mine_alone_is_told_to_nobody() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    jieun.create_post(&tagged("비밀", "이직", ""), Audience::OnlyMe).await.unwrap();
    haneul.create_post(&tagged("팀", "회고", ""), Audience::Team).await.unwrap();
    rename(&jieun, "이직", "회고").await;
    assert_eq!(jieun.tag(&tag("회고")).await.unwrap().was[0].tag, "이직");
    assert!(haneul.tag(&tag("회고")).await.unwrap().was.is_empty());
    assert!(matches!(haneul.tag(&tag("이직")).await, Err(StoreError::NotFound)));
    assert!(matches!(haneul.restore_tag(&tag("이직"), &By::command_line()).await, Err(StoreError::NotFound)));
    let log = house.store.audit(None, 9, 0).await.unwrap();
    assert_eq!((log[0].deed, log[0].detail.as_str()), (Deed::TagRenamed, ""));
}

#[tokio::test]
async fn a_renamed_tag_keeps_what_was_typed_and_shows_its_present_name() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let id = jieun.create_post(&tagged("글", "휴식 회고", "#쉼 이야기"), Audience::Team).await.unwrap();
    rename(&jieun, "휴식", "쉼").await;
    assert_eq!(names(&jieun).await, counted(&[("쉼", 1), ("회고", 1)]));
    assert_eq!(jieun.post(id).await.unwrap().tags, ["쉼", "회고"]);
    let stored = jieun.stored_post(id).await.unwrap();
    assert_eq!((stored.content.tags.joined().as_str(), stored.content.body.as_str()), ("쉼, 회고", "#쉼 이야기"));
    let same = jieun.revise_post(id, stored.post.revision_id, &stored.content, Audience::Team).await.unwrap();
    assert_eq!(same, store::Saved::Unchanged, "what the form shows is what is stored");
    assert_eq!(jieun.tag(&tag("휴식")).await.unwrap().name, "쉼");
    assert_eq!(jieun.restore_tag(&tag("휴식"), &By::command_line()).await.unwrap(), "쉼");
    assert_eq!(jieun.post(id).await.unwrap().tags, ["휴식", "회고"]);
}

#[tokio::test]
async fn chains_are_flat_and_cycles_impossible() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    for name in ["a", "b", "c"] {
        jieun.create_post(&tagged(name, name, ""), Audience::Team).await.unwrap();
    }
    rename(&jieun, "a", "b").await;
    rename(&jieun, "b", "c").await;
    assert_eq!(names(&jieun).await, counted(&[("c", 3)]));
    assert_eq!(titles(&jieun, "c").await, ["c", "b", "a"]);
    rename(&jieun, "c", "a").await;
    assert_eq!(names(&jieun).await, counted(&[("a", 3)]), "back, by the first name");
    let was = jieun.tag(&tag("a")).await.unwrap().was;
    assert_eq!(was.iter().map(|one| one.tag.as_str()).collect::<Vec<_>>(), ["b", "c"]);
    let by = By::command_line();
    let asked = jieun.rename_tag(&tag("b"), &tag("c"), true, &by).await;
    assert!(matches!(asked, Err(StoreError::NotFound)), "nothing is called so any more: {asked:?}");
    assert_eq!(jieun.rename_tag(&tag("a"), &tag("a"), true, &by).await.unwrap(), Renamed::Same);
    jieun.create_post(&tagged("d", "d", ""), Audience::Team).await.unwrap();
    let asks = jieun.rename_tag(&tag("d"), &tag("b"), false, &by).await.unwrap();
    assert_eq!(asks, Renamed::Asks { to: "a".into(), ones: 1, others: 3 }, "an old name stands for the present one");
    let after = jieun.posts_with_tag_after("a", None, None, 2).await.unwrap();
    assert_eq!(after.iter().map(|post| post.title.as_str()).collect::<Vec<_>>(), ["c", "b"]);
}

#[tokio::test]
async fn alumni_rename_nothing() {
    let house = House::founded().await;
    house.store.add_member(&member("Tomas", "tomas", Role::Member), &By::command_line()).await.unwrap();
    let tomas = house.viewer("tomas").await;
    let id: PostId = tomas.create_post(&tagged("글", "회고", ""), Audience::Team).await.unwrap();
    let email = domain::member::EmailAddress::parse("tomas@example.com").unwrap();
    let left = house.store.member_by_email(&email).await.unwrap().unwrap().member.id;
    house.store.leave(None, left, None, &By::command_line()).await.unwrap();
    let tomas = house.viewer("tomas").await;
    assert!(tomas.post(id).await.is_ok());
    let refused = tomas.rename_tag(&tag("회고"), &tag("x"), true, &By::command_line()).await;
    assert!(matches!(refused, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn a_tag_of_mine_alone_is_not_told_by_the_team_s_tag_that_it_becomes() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    haneul.create_post(&tagged("계획", "계획들", "모두"), Audience::Team).await.unwrap();
    rename(&haneul, "계획들", "계획").await;
    jieun.create_post(&tagged("비밀", "감원", "혼자"), Audience::OnlyMe).await.unwrap();
    rename(&jieun, "감원", "계획").await;
    let was: Vec<_> = haneul.tag(&tag("계획")).await.unwrap().was.into_iter().map(|one| one.tag).collect();
    assert_eq!(was, ["계획들"]);
    assert!(haneul.tag(&tag("감원")).await.is_err());
    let audit = house.store.audit(None, 9, 0).await.unwrap();
    assert!(audit.iter().all(|line| !line.detail.contains("감원")), "{audit:?}");
}

#[tokio::test]
async fn who_writes_is_offered_the_present_names_of_tags() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    jieun.create_post(&tagged("글", "휴식 회고", ""), Audience::Team).await.unwrap();
    jieun.create_post(&tagged("둘째 글", "쉼 휴식", ""), Audience::Team).await.unwrap();
    rename(&jieun, "휴식", "쉼").await;
    let names = |found: Vec<store::Completion>| found.into_iter().map(|one| one.name).collect::<Vec<_>>();
    assert_eq!(names(jieun.tags_named("").await.unwrap()), ["쉼", "회고"]);
    assert!(jieun.tags_named("휴").await.unwrap().is_empty());
}
