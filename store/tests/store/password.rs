//! What a password opens, while somebody changes it.

use domain::api_token::{Lifetime, Scope, TokenName};
use store::{By, NewApiToken, StoreError};

use domain::id::MemberId;

use crate::house::House;

const JIEUN: MemberId = MemberId(1);

#[tokio::test]
async fn a_password_changed_while_it_was_checked_opens_nothing() {
    let house = House::founded().await;
    let (store, by) = (&house.store, By::command_line());
    store.change_password(JIEUN, None, "first", None, &by).await.unwrap();
    store.change_password(JIEUN, Some("first"), "second", None, &by).await.unwrap();
    let late = store.change_password(JIEUN, Some("first"), "third", None, &by).await;
    assert!(matches!(late, Err(StoreError::NotFound)));
    let new = NewApiToken {
        name: TokenName::parse("notes").unwrap(),
        scope: Scope::Read,
        lifetime: Lifetime::Month.duration(),
    };
    assert!(matches!(store.make_api_token(JIEUN, Some("first"), &new, &by).await, Err(StoreError::NotFound)));
    assert!(store.make_api_token(JIEUN, Some("second"), &new, &by).await.is_ok());
}
