use std::fs::File;
use std::time::{Duration, SystemTime};

use domain::post::Audience;
use domain::upload::{FileName, NotKept, UploadName};
use jiff::{SignedDuration, Timestamp};
use store::{NewUpload, StoreError, Swept, UNUSED_FOR, Upload, Viewer};

use crate::house::{House, content};

fn picture(seed: u8) -> NewUpload {
    NewUpload {
        name: UploadName::new([seed; 10], Some((1000, 10)), "png"),
        file_name: FileName::parse("그림.png"),
        bytes: vec![seed; 100],
        narrower: vec![(480, vec![seed; 48])],
    }
}

async fn kept(viewer: &Viewer, seed: u8) -> Upload {
    viewer.keep_upload(picture(seed)).await.unwrap()
}

/// The Markdown that shows it.
fn shown(upload: &Upload) -> String {
    format!("![]({})", upload.name.address())
}

fn shelf(house: &House) -> Vec<String> {
    let folder = std::fs::read_dir(house.folder.path().join("uploads")).unwrap();
    let mut names: Vec<_> = folder.map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn later(house: &House, days: i64) {
    house.clock.set(house.store.now() + SignedDuration::from_hours(24 * days));
}

#[tokio::test]
async fn bytes_are_kept_whole_and_found_by_width() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let upload = kept(&jieun, 1).await;
    assert_eq!((upload.bytes, upload.file_name.as_str()), (100, "그림.png"));
    assert_eq!(jieun.upload(&upload.name).await.unwrap(), upload);
    assert_eq!(jieun.upload_bytes(&upload.name).await.unwrap(), [1; 100]);
    for (width, bytes) in [(None, 100), (Some(480), 48), (Some(960), 100)] {
        let (_, file) = jieun.upload_on_shelf(&upload.name, width).await.unwrap();
        assert_eq!(file.metadata().unwrap().len(), bytes, "{width:?}");
    }
    assert_eq!(shelf(&house), [upload.name.to_string(), format!("{}@480", upload.name)]);
    let again = jieun.keep_upload(picture(1)).await;
    assert!(again.is_err(), "a name is given once");
    assert_eq!(jieun.upload_bytes(&upload.name).await.unwrap(), [1; 100]);
}

#[tokio::test]
async fn what_cannot_be_put_on_the_shelf_leaves_no_row_and_no_bytes() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let in_the_way = house.folder.path().join("uploads");
    std::fs::create_dir(&in_the_way).unwrap();
    std::fs::create_dir(in_the_way.join(picture(1).name.as_str())).unwrap();
    std::fs::write(in_the_way.join(picture(1).name.as_str()).join("x"), "x").unwrap();
    assert!(matches!(jieun.keep_upload(picture(1)).await, Err(StoreError::Shelf(_))));
    assert!(matches!(jieun.upload(&picture(1).name).await, Err(StoreError::NotFound)));
    assert_eq!(shelf(&house), [picture(1).name.to_string()], "and that is no file of ours");
}

#[tokio::test]
async fn two_hundred_files_a_day_and_half_a_gigabyte() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    for seed in 0..200 {
        kept(&jieun, seed).await;
    }
    let full = jieun.keep_upload(picture(200)).await;
    assert!(matches!(full, Err(StoreError::NotKept(NotKept::DayIsFull))), "{full:?}");
    assert!(!shelf(&house).contains(&picture(200).name.to_string()));
    kept(&haneul, 201).await;
    later(&house, 1);
    kept(&jieun, 202).await;
}

#[tokio::test]
async fn a_revision_links_what_its_saver_sees_and_its_readers_see_it_then() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let upload = kept(&jieun, 1).await;
    let body = shown(&upload);
    let guess = haneul.create_post(&content("짐작", &body), Audience::Team).await.unwrap();
    assert!(haneul.upload(&upload.name).await.is_err());
    assert!(haneul.uploads_of_post(guess).await.unwrap().is_empty());
    let private = jieun.create_post(&content("나만", &body), Audience::OnlyMe).await.unwrap();
    assert!(haneul.upload(&upload.name).await.is_err());
    let base = jieun.stored_post(private).await.unwrap().post.revision_id;
    jieun.revise_post(private, base, &content("나만", &body), Audience::Team).await.unwrap();
    assert!(haneul.upload(&upload.name).await.is_ok());
    let list = haneul.uploads_of_post(private).await.unwrap();
    assert_eq!((list.len(), list[0].by.as_str(), list[0].now), (1, "지은", true));
    let mine = jieun.my_uploads(0, 10).await.unwrap();
    assert_eq!((mine[0].uses.len(), mine[0].uses[0].post, mine[0].unused), (1, private, false));
}

#[tokio::test]
async fn what_a_member_says_with_a_picture_shows_it_to_readers_of_the_post() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let upload = kept(&haneul, 1).await;
    let post = jieun.create_post(&content("회고", "글"), Audience::Team).await.unwrap();
    say(&house, "jieun", post.0, &upload.name.address()).await;
    assert!(jieun.upload(&upload.name).await.is_err(), "naming a stranger's shows nothing");
    say(&house, "haneul", post.0, &upload.name.address()).await;
    assert!(jieun.upload(&upload.name).await.is_ok());
}

/// As the comments' own file will write it.
async fn say(house: &House, who: &str, post: i64, body: &str) {
    sql(
        house,
        &format!(
            "insert into comment (post_id, member_id, body, revision_id, anchor, written_at)
             select {post}, member_id, '{body}', (select revision_id from post where post_id = {post}), 'post', 0
             from member where email = '{who}@example.com'"
        ),
    )
    .await;
}

async fn sql(house: &House, statement: &str) {
    use sqlx::{ConnectOptions, Executor};
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(house.folder.path().join(store::FILE));
    let mut database = options.connect().await.unwrap();
    database.execute(sqlx::AssertSqlSafe(statement)).await.unwrap();
}

#[tokio::test]
async fn thirty_days_unused_and_it_goes_with_its_bytes() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let (used, unused) = (kept(&jieun, 1).await, kept(&jieun, 2).await);
    jieun.create_post(&content("회고", &shown(&used)), Audience::Team).await.unwrap();
    later(&house, 29);
    assert_eq!(house.store.sweep_uploads().await.unwrap(), Swept::default());
    later(&house, 2);
    assert_eq!(house.store.sweep_uploads().await.unwrap().unused, 1);
    assert!(jieun.upload(&unused.name).await.is_err());
    assert_eq!(shelf(&house), [used.name.to_string(), format!("{}@480", used.name)]);
    assert_eq!(UNUSED_FOR.as_hours(), 720);
}

#[tokio::test]
async fn a_draft_a_comment_and_a_template_keep_what_they_mention() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let mut names = Vec::new();
    for seed in 1..=3 {
        names.push(kept(&jieun, seed).await.name);
    }
    let post = jieun.create_post(&content("회고", "글"), Audience::Team).await.unwrap();
    let form = format!(r#"{{"body":"![]({})\n"}}"#, names[0].address());
    sql(&house, &format!("insert into draft (member_id, form, saved_at) values (1, '{form}', 0)")).await;
    say(&house, "jieun", post.0, &names[1].address()).await;
    let template = "insert into template (kind, name, body, changed_by, changed_at)";
    sql(&house, &format!("{template} values ('write_up', 'x', '{}', 1, 0)", names[2].address())).await;
    later(&house, 31);
    assert_eq!(house.store.sweep_uploads().await.unwrap(), Swept::default());
    let upload = jieun.upload(&names[0]).await.unwrap();
    assert!(!jieun.remove_upload(&upload).await.unwrap(), "nor may it be removed by hand");
    sql(&house, "delete from draft").await;
    later(&house, 31);
    assert_eq!(house.store.sweep_uploads().await.unwrap().unused, 0, "unused since now");
    later(&house, 29);
    assert_eq!(house.store.sweep_uploads().await.unwrap().unused, 0);
    later(&house, 2);
    assert_eq!(house.store.sweep_uploads().await.unwrap().unused, 1);
    assert!(jieun.upload(&names[1]).await.is_ok() && jieun.upload(&names[2]).await.is_ok());
}

#[tokio::test]
async fn used_again_within_the_month_it_stays() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let upload = kept(&jieun, 1).await;
    later(&house, 29);
    jieun.create_post(&content("회고", &shown(&upload)), Audience::Team).await.unwrap();
    later(&house, 60);
    assert_eq!(house.store.sweep_uploads().await.unwrap(), Swept::default());
    assert!(jieun.upload(&upload.name).await.is_ok());
}

#[tokio::test]
async fn bytes_without_a_row_go_after_a_day() {
    let house = House::founded().await;
    let jieun = house.viewer("jieun").await;
    let upload = kept(&jieun, 1).await;
    let folder = house.folder.path().join("uploads");
    let at = |time: Timestamp| SystemTime::UNIX_EPOCH + Duration::from_secs(time.as_second().unsigned_abs());
    let old = at(house.store.now() - SignedDuration::from_hours(25));
    let stray = UploadName::new([9; 10], None, "txt");
    for name in [stray.as_str(), ".half-a-file", "notes.txt"] {
        std::fs::write(folder.join(name), "x").unwrap();
        File::options().write(true).open(folder.join(name)).unwrap().set_modified(old).unwrap();
    }
    let young = UploadName::new([8; 10], None, "txt");
    for name in [young.as_str(), upload.name.as_str()] {
        let time = if name == young.as_str() { at(house.store.now()) } else { old };
        std::fs::write(folder.join(name), "x").unwrap();
        File::options().write(true).open(folder.join(name)).unwrap().set_modified(time).unwrap();
    }
    let narrow = folder.join(format!("{}@480", upload.name));
    File::options().write(true).open(narrow).unwrap().set_modified(old).unwrap();
    assert_eq!(house.store.sweep_uploads().await.unwrap(), Swept { unused: 0, strays: 3 });
    let mut left = [upload.name.to_string(), format!("{}@480", upload.name), young.to_string()];
    left.sort();
    assert_eq!(shelf(&house), left);
}

#[tokio::test]
async fn a_picture_of_a_post_s_private_days_stays_private_when_it_is_opened() {
    let house = House::founded().await;
    let (jieun, haneul) = (house.viewer("jieun").await, house.viewer("haneul").await);
    let (private, open) = (kept(&jieun, 1).await, kept(&jieun, 2).await);
    let body = |one: &Upload| content("회고", &format!("![]({})", one.name.address()));
    let id = jieun.create_post(&body(&private), Audience::OnlyMe).await.unwrap();
    let base = jieun.stored_post(id).await.unwrap().post.revision_id;
    jieun.revise_post(id, base, &body(&open), Audience::Team).await.unwrap();
    assert!(matches!(haneul.upload(&private.name).await, Err(StoreError::NotFound)));
    assert!(haneul.upload(&open.name).await.is_ok());
    let names = |all: Vec<store::PostUpload>| all.into_iter().map(|one| one.upload.name).collect::<Vec<_>>();
    assert_eq!(names(haneul.uploads_of_post(id).await.unwrap()), std::slice::from_ref(&open.name));
    assert_eq!(names(jieun.uploads_of_post(id).await.unwrap()), [open.name, private.name]);
}
