//! What a member says of themselves: kept and shown again, or back with its reason and what was typed.

use axum::http::StatusCode;

use crate::house::House;

/// The profile form, with some fields other than usual.
pub(crate) fn profile<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form = vec![
        ("name", "바다"),
        ("handle", "바다"),
        ("outside_name", ""),
        ("language", "ko"),
        ("zone", "Asia/Seoul"),
        ("theme", "system"),
        ("digest_hour", "9"),
    ];
    for field in &mut form {
        if let Some((_, typed)) = changes.iter().find(|(name, _)| *name == field.0) {
            field.1 = typed;
        }
    }
    form
}

/// Types a handle, in Korean and in English, while 하늘 has another: it comes back with its reason, and all else too.
async fn refused(theirs: &str, typed: &str, korean: &str, english: &str) {
    let house = House::founded().await;
    let other = profile(&[("handle", theirs)]);
    house.signed_in("haneul").await.submit("/settings", &other).await;
    for (who, language, message) in [("jieun", "ko", korean), ("ada", "en", english)] {
        let mut browser = house.signed_in(who).await;
        let before = browser.get("/settings").await.field("handle");
        let form = profile(&[("handle", typed), ("name", "다른 이름"), ("outside_name", "J"), ("language", language)]);
        let page = browser.post("/settings", &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        let said = page.problem("handle").unwrap_or_default();
        assert!(said.contains(message), "{typed}: {said:?} does not say {message:?}");
        for (name, value) in form {
            assert_eq!(page.field(name).unwrap(), value, "{name} is kept");
        }
        assert_eq!(browser.get("/settings").await.field("handle"), before, "nothing was stored");
    }
}

#[tokio::test]
async fn a_profile_is_kept_and_shown_again() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let form = profile(&[
        ("name", "김지은"),
        ("handle", "jieun_k"),
        ("outside_name", "Jieun Kim"),
        ("zone", "Europe/London"),
        ("theme", "dark"),
        ("digest_hour", "18"),
    ]);
    let page = browser.submit("/settings", &form).await;
    assert_eq!(page.words(".said-line").unwrap(), "설정을 저장했어요.");
    for (name, value) in form {
        assert_eq!(page.field(name).unwrap(), value, "{name}");
    }
    assert_eq!(page.words("#digest_hour option[selected]").unwrap(), "오후 6시");
    let page = browser.submit("/settings", &profile(&[("language", "en"), ("digest_hour", "18")])).await;
    assert_eq!(page.words("#digest_hour option[selected]").unwrap(), "18:00");
    assert_eq!(page.field("outside_name").unwrap(), "", "it may go again");
}

#[tokio::test]
async fn a_handle_is_taken_with_its_at_and_kept_without() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let page = browser.submit("/settings", &profile(&[("handle", " @JiEun ")])).await;
    assert_eq!(page.field("handle").unwrap(), "jieun");
    let page = browser.submit("/settings", &profile(&[("handle", "jieun")])).await;
    assert_eq!(page.field("handle").unwrap(), "jieun", "my own is not taken");
}

#[tokio::test]
async fn whoever_joins_has_a_handle_of_their_name() {
    let house = House::founded().await;
    for (who, handle) in [("jieun", "지은"), ("haneul", "하늘"), ("ada", "ada")] {
        assert_eq!(house.signed_in(who).await.get("/settings").await.field("handle").unwrap(), handle);
    }
}

#[tokio::test]
async fn a_handle_that_somebody_has() {
    refused("paul", "Paul", "다른 멤버가 쓰고", "Another member has this handle").await;
}

#[tokio::test]
async fn a_handle_that_looks_like_somebody_s() {
    refused("paul", "pau1", "다른 멤버가 쓰고", "Another member has this handle").await;
    refused("pay", "\u{440}\u{430}\u{443}", "다른 멤버가 쓰고", "Another member has this handle").await; // all Cyrillic
}

#[tokio::test]
async fn a_handle_of_mixed_scripts() {
    refused("paul", "p\u{430}ul", "함께 쓰지 않는 문자", "scripts").await; // a Cyrillic а
}

#[tokio::test]
async fn a_handle_that_means_everybody() {
    for typed in ["모두", "everyone", "аll", "@here"] {
        refused("paul", typed, "모두를 부르는 이름", "means everybody").await;
    }
}

#[tokio::test]
async fn a_handle_that_is_none() {
    refused("paul", "지 은", "글자로 시작", "a letter first").await;
    refused("paul", "", "비어 있어요", "This is empty").await;
}

#[tokio::test]
async fn an_hour_that_no_clock_has() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let page = browser.post("/settings", &profile(&[("digest_hour", "24")])).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.problem("digest_hour").unwrap().contains("보기에 없는"));
}
