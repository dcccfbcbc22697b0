//! What may be wrong with a way back, each once: the status, the words, and that nobody is in.

use axum::http::{StatusCode, header};
use domain::audit::Deed;
use jiff::SignedDuration;
use serde_json::json;

use crate::browser::{Browser, Page};
use crate::provider_script::{ISSUER, NAME, Play, Token, back, state};

const BEGIN: &str = "/sign-in/provider";

/// What a page says that keeps somebody out.
struct Says {
    status: StatusCode,
    ko: &'static str,
    en: &'static str,
}

const WRONG: Says = Says {
    status: StatusCode::BAD_GATEWAY,
    ko: "물결 계정에서 온 답이 맞지 않아 받지 않았어요",
    en: "What 물결 계정 answered is not right",
};
const FORGED: Says = Says {
    status: StatusCode::BAD_REQUEST,
    ko: "이 브라우저에서 시작하지 않았거나 이미 끝난 일이에요",
    en: "This was not begun in this browser",
};

fn speaking(play: &Play) -> [Browser; 2] {
    ["ko", "en"].map(|language| play.house.browser().speaking(language))
}

/// Nobody is in, nobody is new, the way there is over, and it was written down.
async fn kept_out(play: &Play, browser: &mut Browser, page: &Page, says: &Says) {
    let words = page.text();
    assert_eq!(page.status, says.status, "{words}");
    assert!([says.ko, says.en].iter().any(|one| words.contains(one)), "{words}");
    assert_eq!(page.attribute("html", "lang").unwrap() == "ko", words.contains(says.ko));
    assert!(page.count("main a.button, main a.quiet") > 0, "a way on");
    for theirs in [ISSUER, "secret words", "sub-", "code-"] {
        assert!(!words.contains(theirs), "{theirs} in {words}");
    }
    assert!(page.headers.get_all(header::SET_COOKIE).iter().any(|cookie| {
        let cookie = cookie.to_str().unwrap();
        cookie.starts_with("dasi-provider=;") && cookie.contains("Max-Age=0")
    }));
    assert!(browser.cookie("dasi").is_none() && browser.cookie("dasi-provider").is_none());
    assert_eq!((play.members().await, play.known("nari").await), (3, None));
    assert_eq!(play.house.store.audit(None, 1, 0).await.unwrap()[0].deed, Deed::SignInFailed);
}

async fn wrong_token(says: &Says, change: impl Fn(&mut Token)) {
    let play = Play::new(&["example.com"]).await;
    for mut browser in speaking(&play) {
        let back = play.there_as(&mut browser, BEGIN, "nari", &change).await;
        let page = browser.get(&back).await;
        kept_out(&play, &mut browser, &page, says).await;
    }
}

#[tokio::test]
async fn the_link_back_works_in_no_other_browser() {
    let play = Play::new(&["example.com"]).await;
    for mut other in speaking(&play) {
        let link = play.there(&mut play.house.browser(), BEGIN, "nari").await;
        let page = other.get(&link).await;
        kept_out(&play, &mut other, &page, &FORGED).await;
    }
}

#[tokio::test]
async fn a_forged_state_or_cookie_is_refused() {
    let play = Play::new(&["example.com"]).await;
    for mut browser in speaking(&play) {
        let mine = play.there(&mut browser, BEGIN, "nari").await;
        let theirs = play.there(&mut play.house.browser(), BEGIN, "nari").await;
        let page = browser.get(&theirs).await;
        kept_out(&play, &mut browser, &page, &FORGED).await;
        for sealed in ["", ".", "e30.e30"] {
            let mut forger = browser.clone().with_cookie("dasi-provider", sealed);
            let page = forger.get(&mine).await;
            kept_out(&play, &mut forger, &page, &FORGED).await;
        }
    }
    for broken in ["/sign-in/provider/back", "/sign-in/provider/back?state=a&state=b&code=c"] {
        let mut browser = play.house.browser();
        play.there(&mut browser, BEGIN, "nari").await;
        let page = browser.get(broken).await;
        kept_out(&play, &mut browser, &page, &FORGED).await;
    }
}

#[tokio::test]
async fn the_link_back_works_once() {
    let play = Play::new(&[]).await;
    let mut haneul = play.house.browser();
    let link = play.there(&mut haneul, BEGIN, "haneul").await;
    let mut copy = haneul.clone();
    assert_eq!(haneul.get(&link).await.location(), "/");
    let page = haneul.get(&link).await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST, "the cookie is gone");
    let page = copy.get(&link).await;
    kept_out(&play, &mut copy, &page, &WRONG).await; // and the provider takes no code twice
}

#[tokio::test]
async fn a_sign_in_that_took_too_long_is_over() {
    let play = Play::new(&["example.com"]).await;
    let says = Says {
        status: StatusCode::BAD_REQUEST,
        ko: "시작한 지 10분이 지났어요",
        en: "More than 10 minutes have gone by",
    };
    for mut browser in speaking(&play) {
        let link = play.there(&mut browser, BEGIN, "nari").await;
        play.house.clock.set(play.house.store.now() + SignedDuration::from_secs(601));
        let page = browser.get(&link).await;
        kept_out(&play, &mut browser, &page, &says).await;
    }
}

#[tokio::test]
async fn a_token_of_another_sign_in_is_refused() {
    wrong_token(&WRONG, |token| token.claims["nonce"] = json!("another")).await;
}

#[tokio::test]
async fn a_token_with_a_bad_signature_is_refused() {
    wrong_token(&WRONG, |token| token.is_forged = true).await;
}

#[tokio::test]
async fn a_token_for_another_house_is_refused() {
    wrong_token(&WRONG, |token| token.claims["aud"] = json!("another")).await;
}

#[tokio::test]
async fn a_token_that_has_expired_is_refused() {
    wrong_token(&WRONG, |token| token.claims["exp"] = json!(0)).await;
}

#[tokio::test]
async fn an_address_that_is_not_verified_lets_nobody_in() {
    let says = Says {
        status: StatusCode::FORBIDDEN,
        ko: "물결 계정에서 아직 확인하지 않은 메일 주소예요",
        en: "물결 계정 has not verified your e-mail address",
    };
    wrong_token(&says, |token| token.claims["email_verified"] = json!(false)).await;
    // Nor is it taken as a member's.
    wrong_token(&says, |token| {
        token.claims["email_verified"] = json!(false);
        token.claims["email"] = json!("haneul@example.com");
    })
    .await;
}

#[tokio::test]
async fn whoever_turns_back_there_is_told_so_without_the_providers_words() {
    let play = Play::new(&["example.com"]).await;
    let cancelled = Says {
        status: StatusCode::FORBIDDEN,
        ko: "물결 계정에서 들어오기를 그만뒀어요",
        en: "You turned back at 물결 계정",
    };
    let refused = Says {
        status: StatusCode::FORBIDDEN,
        ko: "물결 계정에서 들여보내 주지 않았어요",
        en: "물결 계정 did not let you through",
    };
    for (error, says) in [("access_denied", cancelled), ("secret words", refused)] {
        for mut browser in speaking(&play) {
            let state = state(&play.there(&mut browser, BEGIN, "nari").await);
            let link = back(&[("error", error), ("error_description", "secret words"), ("state", &state)]);
            let page = browser.get(&link).await;
            kept_out(&play, &mut browser, &page, &says).await;
        }
    }
}

#[tokio::test]
async fn a_provider_that_does_not_answer_is_no_dead_end() {
    let play = Play::new(&["example.com"]).await;
    let says = Says {
        status: StatusCode::SERVICE_UNAVAILABLE,
        ko: "물결 계정에서 답이 없어요",
        en: "물결 계정 does not answer",
    };
    for mut browser in speaking(&play) {
        let link = play.there(&mut browser, BEGIN, "nari").await;
        play.script().is_down = true;
        let page = browser.get(&link).await;
        kept_out(&play, &mut browser, &page, &says).await;
        play.script().is_down = false;
    }
    let cold = Play::new(&[]).await;
    cold.script().is_down = true;
    let page = cold.house.browser().get("/sign-in/provider?next=/posts").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.text().contains(says.ko) && page.text().contains(NAME));
    assert_eq!(page.count("main a[href='/sign-in?next=/posts']"), 1);
}

#[tokio::test]
async fn a_crowd_of_ways_back_is_slowed_down() {
    let play = Play::new(&[]).await;
    let mut browser = play.house.browser();
    for number in 0..30 {
        let page = browser.get(&back(&[("state", &number.to_string()), ("code", "guessed")])).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST);
    }
    let link = play.there(&mut browser, BEGIN, "haneul").await;
    let page = browser.get(&link).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.headers.contains_key("retry-after") && page.text().contains("너무 여러 번"), "{}", page.text());
    assert!(browser.cookie("dasi-provider").is_none());
    let mut elsewhere = play.house.browser().from("198.51.100.7");
    let link = play.there(&mut elsewhere, BEGIN, "haneul").await;
    assert_eq!(elsewhere.get(&link).await.location(), "/");
}

#[tokio::test]
async fn a_failure_names_whom_it_would_have_let_in_and_nobody_else() {
    let play = Play::new(&[]).await;
    play.sign_in(&mut play.house.browser(), "haneul").await;
    let mut other = play.house.browser();
    let change = |token: &mut Token| token.claims["sub"] = json!("somebody new");
    let link = play.there_as(&mut other, BEGIN, "haneul", change).await;
    other.get(&link).await;
    let failure = play.house.store.audit(None, 1, 0).await.unwrap().remove(0);
    assert_eq!(
        (failure.deed, failure.subject.as_deref(), failure.address.as_str()),
        (Deed::SignInFailed, Some("하늘"), "192.0.2.1")
    );
}
