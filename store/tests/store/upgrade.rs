//! A house of an older version opens with everything that was in it.

use std::borrow::Cow;

use domain::mail::{LetterKind, MailState, Phase};
use domain::member::EmailAddress;
use sqlx::SqlitePool;
use sqlx::sqlite::SqliteConnectOptions;
use store::{Clock, Store};

const OLD: &str = "
insert into team values (1, '물결 데이터', 'ko', 'Asia/Seoul', 1);
insert into member values (1, '김지은', 'jieun@example.com', 'hash', 'owner', 'ko', 'Asia/Seoul', 'dark', 1);
insert into member values (2, '김지은', 'other@example.com', 'hash', 'member', 'ko', 'Asia/Seoul', 'system', 2);
insert into member values (3, 'Ada', 'ada@example.com', 'hash', 'alumni', 'en', 'Europe/London', 'system', 3);
insert into sign_in values (1, x'00', 1, 1, 99);
begin;
insert into post values (1, 'write_up', 'team', 1, 1, 1);
insert into revision values (1, 1, 1, 1, 1, '글', 'ko', '', null, null, null, null, '글');
commit;
insert into post_author values (1, 1);
insert into schedule values (1, 1, 'read_again', 1, 'weekly', 'Asia/Seoul', '2026-12-01T09:00:00', 1, null, 1, null);
insert into occurrence values (1, '2026-12-01T09:00:00', 1, 1, 1);
insert into outbox values (1, 'one', '<one@x>', 1, 1, 'jieun@example.com', '다시: 글', 1, null, 'sent', 2, 1, null, 250, null, 1, 1);
insert into outbox values (2, 'two', '<two@x>', 1, 1, 'jieun@example.com', '다시: 글', 1, x'6D', 'retry', 1, 1, null, 450, 'later', 1, null);
insert into attempt values (1, 1, 'rcpt_to', 450, 'later', 1), (1, 2, 'done', null, 'ok', 1), (2, 1, 'data', 450, 'later', 1);
";

async fn old_house(folder: &std::path::Path) {
    let file =
        SqliteConnectOptions::new().filename(folder.join(store::FILE)).create_if_missing(true).foreign_keys(true);
    let pool = SqlitePool::connect_with(file).await.unwrap();
    let mut first = sqlx::migrate!("../migrations");
    first.migrations = Cow::Owned(first.migrations.iter().filter(|one| one.version == 1).cloned().collect());
    first.run(&pool).await.unwrap();
    sqlx::raw_sql(OLD).execute(&pool).await.unwrap();
    pool.close().await;
}

#[tokio::test]
async fn a_house_from_before_people_could_join_keeps_everything() {
    let folder = tempfile::tempdir().unwrap();
    old_house(folder.path()).await;
    let store = Store::open(folder.path(), Clock::fixed("2026-12-02T00:00:00Z".parse().unwrap())).await.unwrap();
    let handles: Vec<_> =
        store.members().await.unwrap().iter().map(|one| one.member.handle.as_str().to_owned()).collect();
    assert_eq!(handles, ["김지은", "김지은-2", "ada"], "two of one name are told apart");
    let email = EmailAddress::parse("jieun@example.com").unwrap();
    let jieun = store.member_by_email(&email).await.unwrap().unwrap();
    assert!(jieun.email_is_proven && jieun.password_hash.as_deref() == Some("hash"));
    assert_eq!(store.viewer(jieun.member).posts(None, 0, 9).await.unwrap().len(), 1);
    let log = store.mail_log(9, 0).await.unwrap();
    let told: Vec<_> = log.iter().map(|line| (line.letter, line.state, line.attempts, line.last_phase)).collect();
    assert_eq!(
        told,
        [
            (LetterKind::ReadAgain, MailState::Retry, 1, Some(Phase::Data)),
            (LetterKind::ReadAgain, MailState::Sent, 2, Some(Phase::Done)),
        ]
    );
    let (claimed, _) = store.claim_mail(9).await.unwrap();
    assert_eq!(claimed[0].mime.as_deref(), Some(&b"m"[..]), "what was frozen goes out as it was");
    store.close().await;
    let file = SqliteConnectOptions::new().filename(folder.path().join(store::FILE));
    let pool = SqlitePool::connect_with(file).await.unwrap();
    let broken: Vec<(String,)> =
        sqlx::query_as("select \"table\" from pragma_foreign_key_check").fetch_all(&pool).await.unwrap();
    assert!(broken.is_empty(), "{broken:?}");
}
