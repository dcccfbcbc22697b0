//! What an ID token says, and userinfo after it.

use serde_json::{Value, json};

use super::super::{Identity, ProviderError, WrongAnswer};
use super::script::{ACCESS, Play, Token, later};

async fn with(name: &str, value: Value) -> Result<Identity, ProviderError> {
    Play::new().sign_in(|token| token.claims[name] = value).await
}

fn without_address(token: &mut Token) {
    for claim in ["email", "email_verified"] {
        token.claims.as_object_mut().unwrap().remove(claim);
    }
}

#[tokio::test]
async fn a_token_for_somebody_else_is_refused() {
    for audience in [json!("another"), json!(["another"]), json!(["dasi", "another"]), json!([])] {
        assert_eq!(with("aud", audience.clone()).await, Err(WrongAnswer::Audience.into()), "{audience}");
    }
    assert_eq!(with("azp", json!("another")).await, Err(WrongAnswer::Audience.into()));
    assert!(with("azp", json!("dasi")).await.is_ok());
    assert!(with("aud", json!(["dasi"])).await.is_ok());
}

#[tokio::test]
async fn a_token_from_another_issuer_is_refused() {
    for issuer in ["https://id.example.com/", "https://evil.example"] {
        assert_eq!(with("iss", json!(issuer)).await, Err(WrongAnswer::Issuer.into()), "{issuer}");
    }
}

#[tokio::test]
async fn a_token_of_another_sign_in_is_refused() {
    assert_eq!(with("nonce", json!("another")).await, Err(WrongAnswer::Nonce.into()));
    assert_eq!(with("nonce", Value::Null).await, Err(WrongAnswer::Nonce.into()));
}

#[tokio::test]
async fn an_expired_token_is_refused_but_for_the_skew() {
    assert_eq!(with("exp", json!(later(-120).as_second())).await, Err(WrongAnswer::Expired.into()));
    assert!(with("exp", json!(later(-119).as_second())).await.is_ok());
}

#[tokio::test]
async fn a_token_issued_in_the_future_is_refused_but_for_the_skew() {
    assert_eq!(with("iat", json!(later(121).as_second())).await, Err(WrongAnswer::IssuedLater.into()));
    assert!(with("iat", json!(later(120).as_second())).await.is_ok());
}

#[tokio::test]
async fn a_subject_is_neither_empty_nor_endless() {
    for subject in [String::new(), "9".repeat(256)] {
        assert_eq!(with("sub", json!(subject)).await, Err(WrongAnswer::Subject.into()));
    }
    assert!(with("sub", json!("9".repeat(255))).await.is_ok());
}

#[tokio::test]
async fn an_address_that_the_token_leaves_out_is_asked_for() {
    let play = Play::new();
    play.script().user_info = json!({
        "sub": "248289761001", "email": "haneul@example.com", "email_verified": true, "name": "하늘", "locale": "en_GB",
    });
    let who = play.sign_in(without_address).await.unwrap();
    assert_eq!((who.email.as_str(), who.email_verified), ("haneul@example.com", true));
    assert_eq!(who.locale, Some(domain::language::Language::English));
    let asked = play.script().last.clone().unwrap();
    assert_eq!(asked.headers()["authorization"], format!("Bearer {ACCESS}"));
}

#[tokio::test]
async fn userinfo_of_another_account_is_refused() {
    let play = Play::new();
    play.script().user_info = json!({ "sub": "1", "email": "ada@example.com", "email_verified": true });
    assert_eq!(play.sign_in(without_address).await, Err(WrongAnswer::Subject.into()));
}

#[tokio::test]
async fn without_any_address_nobody_comes_in() {
    let play = Play::new();
    play.script().user_info = json!({ "sub": "248289761001" });
    assert_eq!(play.sign_in(without_address).await, Err(WrongAnswer::NoAddress.into()));
    play.script().user_info = json!("nothing");
    assert_eq!(play.sign_in(without_address).await, Err(WrongAnswer::UserInfo.into()));
    let play = Play::new();
    play.script().discovery["userinfo_endpoint"] = Value::Null;
    assert_eq!(play.sign_in(without_address).await, Err(WrongAnswer::NoAddress.into()));
}

#[tokio::test]
async fn an_address_nobody_vouches_for_is_marked_and_joins_nothing() {
    for claim in [json!(false), Value::Null] {
        let who = with("email_verified", claim).await.unwrap();
        assert_eq!(who.verified(), Err(ProviderError::NotVerified));
        assert!(!who.may_join(&["example.com".into()]));
    }
}

#[tokio::test]
async fn a_name_or_language_that_is_none_of_ours_is_left_out() {
    assert_eq!(with("name", json!("\u{0}")).await.unwrap().name, None);
    assert_eq!(with("locale", json!("fr-FR")).await.unwrap().locale, None);
}

#[tokio::test]
async fn whoever_may_join_has_an_address_in_a_domain_of_the_list() {
    let domains = ["example.com".to_owned(), "물결.kr".to_owned()];
    for (email, may) in [
        ("ada@example.com", true),
        ("Ada@EXAMPLE.com", true),
        ("하늘@물결.kr", true),
        ("ada@evilexample.com", false),
        ("ada@example.com.evil", false),
        ("ada@mail.example.com", false),
        ("ada@com", false),
        ("\"ada@example.com\"@evil.com", false),
    ] {
        assert_eq!(with("email", json!(email)).await.unwrap().may_join(&domains), may, "{email}");
    }
    for none in ["ada@example.com@evil", "ada", "@example.com", "ada@evil.com,ada@example.com", ""] {
        assert_eq!(with("email", json!(none)).await, Err(WrongAnswer::NoAddress.into()), "{none}");
    }
    let anybody = with("email", json!("ada@example.com")).await.unwrap();
    assert!(!anybody.may_join(&[]) && !anybody.may_join(&[String::new(), "com".into()]));
}
