use domain::member::Role;
use store::{By, Clock, Store, StoreError, Token};

use crate::house::{House, member, team};

#[tokio::test]
async fn a_file_opened_again_holds_what_it_held() {
    let house = House::founded().await;
    house.store.close().await;
    let again = Store::open(house.folder.path(), Clock::System).await.unwrap();
    assert!(again.is_founded().await.unwrap());
    assert_eq!(again.team().await.unwrap().unwrap().name.as_str(), "물결 데이터");
}

#[tokio::test]
async fn a_team_is_founded_once_and_an_address_is_taken_once() {
    let house = House::founded().await;
    let again = house.store.found_team(&team(), &member("누구", "other", Role::Owner), &By::command_line()).await;
    assert!(matches!(again, Err(StoreError::AlreadyFounded)));
    let twice = house.store.add_member(&member("누구", "haneul", Role::Member), &By::command_line()).await;
    assert!(matches!(twice, Err(StoreError::AddressTaken)));
}

#[tokio::test]
async fn a_failed_founding_leaves_no_team_behind() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Clock::System).await.unwrap();
    assert!(!store.is_founded().await.unwrap());
    assert!(store.team().await.unwrap().is_none());
    store.found_team(&team(), &member("지은", "jieun", Role::Owner), &By::command_line()).await.unwrap();
    assert!(store.signed_in(&Token::random()).await.unwrap().is_none());
}

#[tokio::test]
async fn a_token_is_read_back_from_its_text_alone() {
    let token = Token::random();
    assert_eq!(Token::parse(&token.to_text()), Some(token));
    for text in ["", "AAAA", "not base64 at all!", &"A".repeat(44)] {
        assert_eq!(Token::parse(text), None, "{text}");
    }
}

/// Without it SQLite parses and plans every statement with a bound `limit` anew each time (`.cargo/config.toml`).
#[tokio::test]
async fn sqlite_keeps_its_plans() {
    let house = House::founded().await;
    let kept: bool = sqlx::query_scalar("select sqlite_compileoption_used('ENABLE_QPSG')")
        .fetch_one(&house.file().await)
        .await
        .unwrap();
    assert!(kept);
}
