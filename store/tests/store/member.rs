//! Members: what they are called.

use store::Store;

use crate::house::{House, member};

#[tokio::test]
async fn members_from_before_there_were_handles_get_one_of_their_name() {
    let house = House::founded().await;
    let twin = member("하늘", "another", domain::member::Role::Member);
    house.store.add_member(&twin, &store::By::command_line()).await.unwrap();
    let file = house.folder.path().join("dasi.sqlite");
    let pool = sqlx::SqlitePool::connect_with(sqlx::sqlite::SqliteConnectOptions::new().filename(file)).await.unwrap();
    sqlx::query("update member set handle = null, handle_skeleton = null").execute(&pool).await.unwrap();
    house.store.close().await;
    Store::open(house.folder.path(), house.clock.clone()).await.unwrap();
    let handles: Vec<String> =
        sqlx::query_scalar("select handle from member order by member_id").fetch_all(&pool).await.unwrap();
    assert_eq!(handles, ["지은", "하늘", "하늘-2"]);
}
