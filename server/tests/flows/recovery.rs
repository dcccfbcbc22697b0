use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::browser::Browser;
use crate::house::{House, PASSWORD};

const NEW: &str = "세계를 다시 만나다";

async fn enter(browser: &mut Browser, email: &str, password: &str) -> StatusCode {
    browser.post("/sign-in", &[("email", email), ("password", password)]).await.status
}

#[tokio::test]
async fn a_forgotten_password_is_made_anew_by_mail_and_ends_every_sign_in() {
    let house = House::founded().await;
    let mut old = house.signed_in("haneul").await;
    let mut browser = house.browser();
    let page = browser.submit("/forgot", &[("email", "Haneul@example.com")]).await;
    assert!(page.words(".said-line").unwrap().contains("메일을 보냈어요"));
    let letter = house.letter().await;
    assert_eq!((letter.to.as_str(), letter.subject.as_str()), ("haneul@example.com", "새 비밀번호 정하기"));
    let link = letter.link("/reset/");
    assert!(browser.get(&link).await.text().contains("하늘님의 새 비밀번호"));
    assert_eq!(browser.submit(&link, &[("password", NEW)]).await.status, StatusCode::OK);
    assert!(browser.get("/").await.text().contains("하늘"), "signed in");
    assert_eq!(old.get("/").await.location(), "/sign-in", "elsewhere signed out within one request");
    assert_eq!(enter(&mut house.browser().from("192.0.2.7"), "haneul@example.com", PASSWORD).await, 422);
    assert_eq!(enter(&mut house.browser().from("192.0.2.8"), "haneul@example.com", NEW).await, 303);
    let notice = house.letter().await;
    assert_eq!(notice.subject, "비밀번호를 새로 정했어요");
    assert!(notice.text.contains("192.0.2.1"), "from where: {}", notice.text);
}

#[tokio::test]
async fn known_or_not_the_answer_is_the_same() {
    let house = House::founded().await;
    let known = house.browser().post("/forgot", &[("email", "ada@example.com")]).await;
    let unknown = house.browser().post("/forgot", &[("email", "nobody@example.com")]).await;
    assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
    assert_eq!(known.headers.get("set-cookie"), unknown.headers.get("set-cookie"));
    let letters = house.letters().await;
    assert_eq!(letters.iter().map(|one| one.to.as_str()).collect::<Vec<_>>(), ["ada@example.com"]);
    let log = house.signed_in("jieun").await.get("/mail").await;
    assert_eq!(log.count("tbody tr"), 1, "what was asked for nobody is nobody's business");
    let mut browser = house.browser();
    let known = browser.post("/sign-in", &[("email", "ada@example.com"), ("password", "wrong wrong")]).await;
    let unknown = browser.post("/sign-in", &[("email", "adb@example.com"), ("password", "wrong wrong")]).await;
    assert_eq!(known.status, unknown.status);
    assert_eq!(nonceless(&known.text()), nonceless(&unknown.text()).replace("adb@example.com", "ada@example.com"));
}

/// A page without what differs each time.
fn nonceless(page: &str) -> String {
    page.split("nonce=").map(|part| part.split_once(' ').map_or(part, |(_, rest)| rest)).collect()
}

#[tokio::test]
async fn a_reset_link_works_once_for_half_an_hour_and_a_race_has_one_winner() {
    let house = House::founded().await;
    house.browser().submit("/forgot", &[("email", "ada@example.com")]).await;
    let link = house.letter().await.link("/reset/");
    let (mut first, mut second) = (house.browser(), house.browser());
    let typed = [("password", NEW)];
    let (one, two) = tokio::join!(first.post(&link, &typed), second.post(&link, &typed));
    let mut answers = [one.status, two.status];
    answers.sort();
    assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::GONE]);
    assert_eq!(house.browser().post(&link, &typed).await.status, StatusCode::GONE);
    house.browser().submit("/forgot", &[("email", "haneul@example.com")]).await;
    let letters = house.letters().await;
    let link = letters.iter().find(|one| one.to.starts_with("haneul")).unwrap().link("/reset/");
    house.clock.set(house.store.now() + SignedDuration::from_mins(30));
    let page = house.browser().speaking("en").get(&link).await;
    assert_eq!((page.status, page.words("main .button").unwrap().as_str()), (StatusCode::GONE, "Ask for a new link"));
    assert_eq!(house.browser().get("/reset/forged").await.status, StatusCode::GONE);
}

#[tokio::test]
async fn a_letter_that_waited_too_long_is_not_sent_any_more() {
    let house = House::founded().await;
    house.browser().submit("/forgot", &[("email", "ada@example.com")]).await;
    let turn = house.turn_after(SignedDuration::from_hours(2)).await;
    assert_eq!((turn.sent, turn.skipped), (0, 1));
}

#[tokio::test]
async fn recovery_is_asked_for_three_times_an_hour() {
    let house = House::founded().await;
    for at in 0..3 {
        let mut browser = house.browser().from(&format!("192.0.2.{at}"));
        assert!(browser.post("/forgot", &[("email", "ada@example.com")]).await.status.is_redirection());
    }
    let mut english = house.browser().from("192.0.2.9").speaking("en");
    let page = english.post("/forgot", &[("email", "ada@example.com")]).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.problem("email").unwrap().contains("Please try again in 20 minutes"), "{:?}", page.problem("email"));
    assert_eq!(page.field("email").unwrap(), "ada@example.com");
}

#[tokio::test]
async fn ten_thousand_guesses_get_nowhere_and_the_owner_still_signs_in_from_elsewhere() {
    let house = House::founded().await;
    let mut guesser = house.browser().from("203.0.113.5");
    let mut tried = 0;
    for guess in 0..10_000 {
        let page =
            guesser.post("/sign-in", &[("email", "jieun@example.com"), ("password", &format!("guess {guess}"))]).await;
        match page.status {
            StatusCode::UNPROCESSABLE_ENTITY => tried += 1,
            StatusCode::TOO_MANY_REQUESTS => assert!(page.problem("password").unwrap().contains("너무 여러 번")),
            other => panic!("{other}"),
        }
    }
    assert_eq!(tried, 3, "the clock stands still");
    assert_eq!(enter(&mut house.browser().from("198.51.100.7"), "jieun@example.com", PASSWORD).await, 303);
    let colleague = enter(&mut house.browser().from("203.0.113.5"), "haneul@example.com", PASSWORD).await;
    assert_eq!(colleague, 303, "the same office is not shut out");
}

#[tokio::test]
async fn a_crowd_of_strangers_does_not_shut_a_member_out_where_they_are_signed_in() {
    let house = House::founded().await;
    let mut at_home = house.browser().from("198.51.100.7");
    assert_eq!(enter(&mut at_home, "jieun@example.com", PASSWORD).await, 303);
    at_home.get("/").await;
    for stranger in 0..40 {
        let mut stranger = house.browser().from(&format!("203.0.113.{stranger}"));
        enter(&mut stranger, "jieun@example.com", "guess guess").await;
    }
    assert_eq!(enter(&mut house.browser().from("203.0.113.99"), "jieun@example.com", PASSWORD).await, 429);
    assert_eq!(enter(&mut house.browser().from("198.51.100.7"), "jieun@example.com", PASSWORD).await, 303);
}

#[tokio::test]
async fn what_is_no_address_is_slowed_down_too_and_leaves_no_trace() {
    let house = House::founded().await;
    let mut stranger = house.browser();
    let mut answers = Vec::new();
    for _ in 0..40 {
        answers.push(stranger.post("/sign-in", &[("email", "x"), ("password", "guess guess")]).await.status);
    }
    assert_eq!(answers.iter().filter(|one| **one == StatusCode::UNPROCESSABLE_ENTITY).count(), 30);
    assert_eq!(answers[39], StatusCode::TOO_MANY_REQUESTS);
    let log = house.store.audit(None, 100, 0).await.unwrap();
    assert!(log.iter().all(|line| line.deed != domain::audit::Deed::SignInFailed));
}

#[tokio::test]
async fn what_a_squatter_set_up_goes_with_the_proof_of_who_reads_there() {
    let house = House::founded().await;
    let by = store::By::command_line();
    let mut new =
        crate::house::member("나리", "nari", domain::member::Role::Member, domain::language::Language::Korean, "");
    new.email_is_proven = false;
    let nari = house.store.add_member(&new, &by).await.unwrap();
    house.store.begin_second_factor(nari, &[1; 16]).await.unwrap();
    assert!(house.store.confirm_second_factor(nari, &[1; 16], 1, &[vec![1; 32]], &by).await.unwrap());
    house.letters().await;
    house.browser().submit("/forgot", &[("email", "nari@example.com")]).await;
    let link = house.letter().await.link("/reset/");
    let mut browser = house.browser();
    assert_eq!(browser.submit(&link, &[("password", NEW)]).await.status, StatusCode::OK);
    assert_eq!(browser.get("/posts").await.status, StatusCode::OK, "in whole");
    let told: Vec<_> = house.letters().await.into_iter().map(|letter| letter.subject).collect();
    assert_eq!(told, ["2단계 인증을 껐어요", "비밀번호를 새로 정했어요"], "and nothing of it in silence");
}
