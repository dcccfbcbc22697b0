//! With what an ID token is signed.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use openidconnect::PrivateSigningKey;
use openidconnect::core::{CoreHmacKey, CoreJwsSigningAlgorithm};
use serde_json::json;

use super::super::{ProviderError, WrongAnswer};
use super::script::{CODE, KEY, OTHER, Play, SECRET, Token, now, published};

const SIGNATURE: ProviderError = ProviderError::WrongAnswer(WrongAnswer::Signature);

#[tokio::test]
async fn a_bad_signature_is_refused() {
    let play = Play::new();
    let forged = play.sign_in(|token| token.key = &OTHER).await;
    assert_eq!(forged, Err(SIGNATURE));
    let (flow, state, mut token) = play.begin().await;
    let signed = token.signed();
    let (_, signature) = signed.rsplit_once('.').unwrap();
    token.claims["email"] = json!("ada@example.com");
    play.gives(&format!("{}.{signature}", token.unsigned()));
    assert_eq!(play.provider.finish(&flow, &state, CODE, now()).await, Err(SIGNATURE));
}

#[tokio::test]
async fn a_new_key_is_asked_for_once() {
    let play = Play::new();
    let (flow, state, mut token) = play.begin().await;
    sign_with_next_years_key(&mut token);
    play.gives(&token.signed());
    play.script().asked.clear();
    assert_eq!(play.provider.finish(&flow, &state, CODE, now()).await, Err(SIGNATURE), "not published yet");
    assert_eq!(play.script().asked, ["/tokens", "/.well-known/openid-configuration", "/keys"]);
    play.script().keys = published(&OTHER);
    assert!(play.provider.finish(&flow, &state, CODE, now()).await.is_ok());
    play.script().asked.clear();
    assert!(play.provider.finish(&flow, &state, CODE, now()).await.is_ok());
    assert_eq!(play.script().asked, ["/tokens"], "and then it is known");
}

fn sign_with_next_years_key(token: &mut Token) {
    token.header["kid"] = json!("next year's");
    token.key = &OTHER;
}

#[tokio::test]
async fn a_token_without_a_signature_is_refused() {
    let play = Play::new();
    let (flow, state, mut token) = play.begin().await;
    token.header = json!({ "alg": "none" });
    for unsigned in [format!("{}.", token.unsigned()), token.signed()] {
        play.gives(&unsigned);
        assert_eq!(play.provider.finish(&flow, &state, CODE, now()).await, Err(SIGNATURE));
    }
}

#[tokio::test]
async fn a_token_signed_with_what_everybody_knows_is_refused() {
    let play = Play::new();
    let (flow, state, mut token) = play.begin().await;
    token.header["alg"] = json!("HS256");
    let public = serde_json::to_string(&KEY.as_verification_key()).unwrap();
    for shared in [SECRET, public.as_str(), include_str!("key.pem")] {
        let signature = CoreHmacKey::new(shared.as_bytes().to_vec())
            .sign(&CoreJwsSigningAlgorithm::HmacSha256, token.unsigned().as_bytes())
            .unwrap();
        play.gives(&format!("{}.{}", token.unsigned(), BASE64_URL_SAFE_NO_PAD.encode(signature)));
        assert_eq!(play.provider.finish(&flow, &state, CODE, now()).await, Err(SIGNATURE));
    }
}

#[tokio::test]
async fn an_algorithm_the_provider_does_not_publish_is_refused() {
    let play = Play::new();
    play.script().discovery["id_token_signing_alg_values_supported"] = json!(["ES256", "XX999"]);
    assert_eq!(play.sign_in(|_| {}).await, Err(SIGNATURE));
}

#[tokio::test]
async fn a_token_that_asks_to_be_read_otherwise_is_refused() {
    for (name, value) in [("crit", json!(["exp"])), ("cty", json!("JWT")), ("typ", json!("at+jwt"))] {
        let came = Play::new().sign_in(|token| token.header[name] = value).await;
        assert_eq!(came, Err(WrongAnswer::Kind.into()), "{name}");
    }
}
