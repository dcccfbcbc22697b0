//! What may go wrong between a house and its provider, one lie at a time.

mod claims; // what an ID token says
mod keys; // with what it is signed
mod script; // a provider that says what a test tells it to

use domain::language::Language;
use serde_json::json;

use self::script::{ACCESS, CODE, ISSUER, Play, SECRET, later, now, query, settings};
use super::{BACK, Fetch, FetchError, Flow, Provider, ProviderError, WrongAnswer, is_secure};
use crate::Secret;

#[tokio::test]
async fn a_good_answer_says_who_it_is() {
    let play = Play::new();
    let who = play.sign_in(|_| {}).await.unwrap();
    assert_eq!((who.issuer.as_str(), who.subject.as_str()), (ISSUER, "248289761001"));
    assert_eq!((who.email.as_str(), who.email_verified), ("haneul@example.com", true));
    assert_eq!((who.name.as_ref().unwrap().as_str(), who.locale), ("이하늘", Some(Language::Korean)));
    assert_eq!(play.script().asked, ["/.well-known/openid-configuration", "/keys", "/tokens"]);
}

#[tokio::test]
async fn the_way_there_carries_what_has_to_come_back_and_no_secret() {
    let play = Play::new();
    let (url, flow) = play.provider.begin(now()).await.unwrap();
    assert!(url.as_str().starts_with("https://id.example.com/begin?"));
    assert_eq!(query(&url, "response_type"), "code");
    assert_eq!(query(&url, "client_id"), "dasi");
    assert_eq!(query(&url, "redirect_uri"), format!("https://dasi.example.com{BACK}"));
    assert_eq!(query(&url, "scope"), "openid email profile");
    assert_eq!(query(&url, "code_challenge_method"), "S256");
    assert_ne!(query(&url, "code_challenge"), flow.verifier().secret().as_str());
    assert!(!url.as_str().contains(SECRET));
    let (second, _) = play.provider.begin(now()).await.unwrap();
    for fresh in ["state", "nonce", "code_challenge"] {
        assert_ne!(query(&url, fresh), query(&second, fresh), "{fresh}");
    }
}

#[tokio::test]
async fn a_code_is_given_with_its_verifier_and_the_secret_by_header() {
    let play = Play::new();
    let (flow, state, token) = play.begin().await;
    play.gives(&token.signed());
    play.provider.finish(&flow, &state, CODE, now()).await.unwrap();
    let asked = play.script().last.clone().unwrap();
    let body = String::from_utf8(asked.body().clone()).unwrap();
    assert!(body.contains("grant_type=authorization_code") && body.contains(&format!("code={CODE}")));
    assert!(body.contains(&format!("code_verifier={}", flow.verifier().secret())));
    assert!(asked.headers()["authorization"].to_str().unwrap().starts_with("Basic ") && !body.contains(SECRET));
}

#[tokio::test]
async fn a_provider_that_only_reads_forms_gets_the_secret_in_one() {
    let play = Play::new();
    play.script().discovery["token_endpoint_auth_methods_supported"] = json!(["client_secret_post"]);
    play.sign_in(|_| {}).await.unwrap();
    let asked = play.script().last.clone().unwrap();
    assert!(String::from_utf8(asked.body().clone()).unwrap().contains(&format!("client_secret={SECRET}")));
    assert!(!asked.headers().contains_key("authorization"));
}

#[tokio::test]
async fn a_forged_state_is_refused_before_anything_is_asked() {
    let play = Play::new();
    let (flow, state, _) = play.begin().await;
    play.script().asked.clear();
    for forged in ["", "x", &state[1..], &format!("{state} ")] {
        assert_eq!(play.provider.finish(&flow, forged, CODE, now()).await, Err(ProviderError::Forged));
        assert_eq!(play.provider.refused(&flow, forged, "access_denied", now()), ProviderError::Forged);
    }
    assert!(play.script().asked.is_empty());
}

#[tokio::test]
async fn a_flow_is_good_for_ten_minutes() {
    let play = Play::new();
    let (flow, state, token) = play.begin().await;
    play.gives(&token.signed());
    assert!(play.provider.finish(&flow, &state, CODE, later(Flow::LIFETIME)).await.is_ok());
    for late in [Flow::LIFETIME + 1, 86_400, -3600] {
        let came = play.provider.finish(&flow, &state, CODE, later(late)).await;
        assert_eq!(came, Err(ProviderError::Expired), "{late}");
    }
}

#[tokio::test]
async fn a_refusal_is_named_only_by_a_word_of_the_standard() {
    let play = Play::new();
    let (flow, state, _) = play.begin().await;
    let refused = |error| play.provider.refused(&flow, &state, error, now());
    assert_eq!(refused("access_denied"), ProviderError::Refused { code: "access_denied" });
    assert_eq!(refused("haneul@example.com\n"), ProviderError::Refused { code: "other" });
}

#[tokio::test]
async fn a_code_that_is_not_taken_is_a_wrong_answer() {
    let play = Play::new();
    let (flow, state, _) = play.begin().await;
    let told = [
        (json!({ "error": "invalid_grant", "error_description": CODE }), WrongAnswer::Code("invalid_grant")),
        (json!({ "error": CODE }), WrongAnswer::Code("other")),
        (json!([]), WrongAnswer::Unreadable),
    ];
    for (body, wrong) in told {
        play.script().tokens = (400, body);
        let came = play.provider.finish(&flow, &state, CODE, now()).await.unwrap_err();
        assert_eq!(came, ProviderError::WrongAnswer(wrong));
        assert!(!format!("{came} {came:?}").contains(CODE));
    }
    play.script().tokens = (200, json!({ "access_token": ACCESS, "token_type": "Bearer" }));
    let came = play.provider.finish(&flow, &state, CODE, now()).await;
    assert_eq!(came, Err(WrongAnswer::NoIdToken.into()));
}

#[tokio::test]
async fn a_provider_that_cannot_be_reached_is_left_alone_for_a_while() {
    let play = Play::new();
    play.script().failure = Some(FetchError::Unreachable);
    for (after, times) in [(0, 1), (1, 1), (-1, 1), (29, 1), (30, 2), (31, 2)] {
        assert!(matches!(play.provider.begin(later(after)).await, Err(ProviderError::Unreachable(_))));
        assert_eq!(play.script().asked.len(), times, "{after}");
    }
    play.script().failure = None;
    assert!(play.provider.begin(later(60)).await.is_ok());
    assert!(play.provider.begin(later(61)).await.is_ok());
}

#[tokio::test]
async fn a_provider_that_hangs_up_on_a_code_may_be_tried_again() {
    let play = Play::new();
    let (flow, state, token) = play.begin().await;
    play.script().failure = Some(FetchError::TooLong);
    let came = play.provider.finish(&flow, &state, CODE, now()).await;
    assert!(matches!(came, Err(ProviderError::Unreachable(_))));
    play.script().failure = None;
    play.gives(&token.signed());
    assert!(play.provider.finish(&flow, &state, CODE, now()).await.is_ok());
}

#[tokio::test]
async fn a_provider_that_names_itself_otherwise_is_not_the_one() {
    for other in ["https://id.example.com/", "https://id.example.com.evil", "http://id.example.com"] {
        let play = Play::new();
        play.script().discovery["issuer"] = json!(other);
        assert_eq!(play.provider.begin(now()).await.unwrap_err(), WrongAnswer::OtherIssuer.into(), "{other}");
    }
}

#[tokio::test]
async fn people_and_codes_are_sent_to_safe_endpoints_only() {
    for endpoint in ["authorization_endpoint", "token_endpoint"] {
        for unsafe_ in ["http://id.example.com/x", "javascript:alert(1)", "http://localhost.evil/"] {
            let play = Play::new();
            play.script().discovery[endpoint] = json!(unsafe_);
            assert_eq!(play.provider.begin(now()).await.unwrap_err(), WrongAnswer::Endpoint.into(), "{unsafe_}");
        }
    }
    for safe in ["https://id.example.com", "http://localhost:9000", "http://127.0.0.1:9000/a"] {
        assert!(is_secure(&safe.parse().unwrap()), "{safe}");
    }
}

#[tokio::test]
async fn what_is_published_is_asked_for_once_an_hour() {
    let play = Play::new();
    for (after, times) in [(0, 2), (3599, 2), (3600, 4), (3601, 4), (0, 6)] {
        play.provider.begin(later(after)).await.unwrap();
        assert_eq!(play.script().asked.len(), times, "{after}");
    }
}

#[tokio::test]
async fn a_sealed_flow_opens_in_the_house_that_sealed_it_and_unchanged() {
    let play = Play::new();
    let (flow, state, token) = play.begin().await;
    let secret = Secret::new([7; 32]);
    let sealed = flow.seal(&secret, Some("/posts/1"), None);
    assert!(sealed.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)), "fit for a cookie");
    let opened = Flow::open(&sealed, &secret).unwrap();
    assert_eq!((opened.next.as_deref(), opened.invitation), (Some("/posts/1"), None));
    play.gives(&token.signed());
    assert!(play.provider.finish(&opened.flow, &state, CODE, now()).await.is_ok());
    assert!(Flow::open(&sealed, &Secret::new([8; 32])).is_none());
    let other = flow.seal(&secret, Some("/posts/2"), None);
    let (body, _) = sealed.split_once('.').unwrap();
    let (_, signature) = other.split_once('.').unwrap();
    for tampered in
        ["", ".", body, &format!("{body}."), &format!("{body}.{signature}"), &sealed[1..], &secret.sign(body)]
    {
        assert!(Flow::open(tampered, &secret).is_none(), "{tampered}");
    }
    assert!(Flow::open(&format!("{body}.{}", secret.sign(body)), &secret).is_none(), "signed as something else");
}

#[tokio::test]
async fn nothing_that_is_secret_is_shown() {
    let play = Play::new();
    let (flow, state, _) = play.begin().await;
    let secret = Secret::new([7; 32]);
    let opened = Flow::open(&flow.seal(&secret, None, Some("invited")), &secret).unwrap();
    let shown = format!("{flow:?} {opened:?} {:?} {:?}", play.provider, settings());
    for hidden in [state.as_str(), flow.nonce().secret(), flow.verifier().secret(), SECRET, "invited"] {
        assert!(!shown.contains(hidden), "{shown}");
    }
}

#[test]
fn a_sign_in_can_be_waited_for_by_any_thread() {
    fn can_move(_: impl Send) {}
    let fetch = Fetch::new(|_| Box::pin(async { Err(FetchError::Unreachable) }));
    let provider = Provider::new(settings(), "https://dasi.example.com", fetch).unwrap();
    can_move(provider.begin(now()));
    can_move(async {
        let (_, flow) = provider.begin(now()).await?;
        provider.finish(&flow, "", "", now()).await
    });
}
