use domain::id::MemberId;
use domain::sign_in::Way;
use jiff::SignedDuration;
use store::{Browser, By, HALF_WAY, StoreError};

use crate::house::House;

const JIEUN: MemberId = MemberId(1);

async fn confirmed() -> House {
    let house = House::founded().await;
    let by = By::command_line();
    house.store.begin_second_factor(JIEUN, b"salt").await.unwrap();
    assert!(house.store.confirm_second_factor(JIEUN, b"salt", 10, &[b"code".to_vec()], &by).await.unwrap());
    house
}

#[tokio::test]
async fn what_was_begun_anew_is_not_confirmed_by_what_was_begun_before() {
    let house = House::founded().await;
    let by = By::command_line();
    house.store.begin_second_factor(JIEUN, b"older").await.unwrap();
    assert_eq!(house.store.begin_second_factor(JIEUN, b"newer").await.unwrap().salt, b"newer");
    assert!(!house.store.confirm_second_factor(JIEUN, b"older", 10, &[], &by).await.unwrap());
    assert!(house.store.confirm_second_factor(JIEUN, b"newer", 10, &[], &by).await.unwrap());
    let kept = house.store.begin_second_factor(JIEUN, b"later").await.unwrap();
    assert!(kept.salt == b"newer" && kept.confirmed_at.is_some(), "what is on stays as it is");
    assert!(!house.store.confirm_second_factor(JIEUN, b"newer", 11, &[], &by).await.unwrap());
}

#[tokio::test]
async fn a_step_counts_once_and_none_before_it() {
    let house = confirmed().await;
    for (step, counts) in [(10, false), (11, true), (11, false), (9, false), (13, true), (12, false)] {
        assert_eq!(house.store.count_step(JIEUN, step).await.unwrap(), counts, "{step}");
    }
}

#[tokio::test]
async fn half_a_sign_in_is_finished_once_and_in_time_and_keeps_its_way() {
    let house = confirmed().await;
    let browser = Browser::default();
    let (half, is_half) = house.store.begin_sign_in(JIEUN, Way::Link, &browser).await.unwrap();
    assert!(is_half && house.store.signed_in(&half).await.unwrap().is_none());
    let whole = house.store.finish_sign_in(&half, JIEUN, &browser).await.unwrap();
    assert_eq!(house.store.signed_in(&whole).await.unwrap().unwrap().way, Way::Link);
    for over in [&half, &whole] {
        let again = house.store.finish_sign_in(over, JIEUN, &browser).await;
        assert!(matches!(again, Err(StoreError::NotFound)), "neither used up nor whole already");
    }

    let (half, _) = house.store.begin_sign_in(JIEUN, Way::Password, &browser).await.unwrap();
    house.clock.set(house.store.now() + HALF_WAY - SignedDuration::from_millis(1));
    assert!(house.store.half_signed_in(&half).await.unwrap().is_some());
    house.clock.set(house.store.now() + SignedDuration::from_millis(1));
    assert!(house.store.finish_sign_in(&half, JIEUN, &browser).await.is_err());
}

#[tokio::test]
async fn who_comes_by_the_provider_is_in_whole() {
    let house = confirmed().await;
    let (_, half) = house.store.begin_sign_in(JIEUN, Way::Provider, &Browser::default()).await.unwrap();
    assert!(!half);
}
