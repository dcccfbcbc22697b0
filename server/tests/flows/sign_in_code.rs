use axum::http::{StatusCode, header};
use domain::audit::Deed;

use crate::house::{House, PASSWORD};
use crate::second_factor::{CONFIRM, Phone, ROOM, half_in, is_in, later, set_up, try_code};

#[tokio::test]
async fn who_has_a_second_factor_signs_in_by_password_and_then_by_code() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let (phone, _) = set_up(&house, &mut browser).await;
    assert!(is_in(&mut browser).await, "where it was set up nothing ends");
    browser.post("/sign-out", &[]).await;

    let typed = [("email", "jieun@example.com"), ("password", PASSWORD)];
    let answer = browser.post("/sign-in?next=/posts", &typed).await;
    assert_eq!(answer.location(), "/sign-in/code?next=/posts");
    let half = browser.cookie("dasi").unwrap().to_owned();
    for closed in ["/", "/settings", ROOM] {
        let answer = browser.get(closed).await;
        assert!(answer.location().starts_with("/sign-in"), "{closed} is closed to who is half way in");
    }
    let page = browser.get("/sign-in/code?next=/posts").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.attribute("#code", "autocomplete").unwrap(), "one-time-code");
    let action = page.attribute("form:has(#code)", "action").unwrap();

    let answer = browser.post(&action, &[("code", &phone.shows(&house))]).await;
    assert_eq!(answer.location(), "/posts");
    assert!(is_in(&mut browser).await);
    assert_ne!(browser.cookie("dasi").unwrap(), half, "another token");
    let mut old = house.browser().with_cookie("dasi", &half);
    assert!(!is_in(&mut old).await);
    assert!(old.get("/sign-in/code").await.location().starts_with("/sign-in"), "and the half opens nothing more");
}

#[tokio::test]
async fn a_code_counts_once_for_everybody_who_types_it() {
    let house = House::founded().await;
    let (phone, _) = set_up(&house, &mut house.signed_in("jieun").await).await;
    let code = phone.shows(&house);
    let (mut one, mut other) = (half_in(&house, "jieun").await, half_in(&house, "jieun").await);
    let (one, two) = tokio::join!(try_code(&mut one, &code), try_code(&mut other, &code));
    let mut answers = [one.status, two.status];
    answers.sort_unstable();
    assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
    let late = try_code(&mut half_in(&house, "jieun").await, &code).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_code_that_turned_it_on_signs_nobody_in() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let phone = Phone::told(&browser.post(ROOM, &[]).await);
    let code = phone.shows(&house);
    browser.post(CONFIRM, &[("code", &code), ("password", PASSWORD)]).await;
    let answer = try_code(&mut half_in(&house, "jieun").await, &code).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_code_of_the_step_before_is_still_taken_and_none_older() {
    let house = House::founded().await;
    let (phone, _) = set_up(&house, &mut house.signed_in("jieun").await).await;
    later(&house, 60);
    let code = phone.shows(&house);
    later(&house, 60);
    let mut browser = half_in(&house, "jieun").await;
    assert_eq!(try_code(&mut browser, &code).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let code = phone.shows(&house);
    later(&house, 30);
    let spaced = format!(" {} {}", &code[..3], &code[3..]);
    assert_eq!(try_code(&mut browser, &spaced).await.location(), "/");
}

#[tokio::test]
async fn a_wrong_code_is_said_beside_its_field_in_the_member_s_language() {
    let house = House::founded().await;
    for (who, words) in [("jieun", "코드가 맞지 않아요."), ("ada", "That code does not fit.")] {
        let (phone, _) = set_up(&house, &mut house.signed_in(who).await).await;
        let mut browser = half_in(&house, who).await;
        let wrong = phone.never_shows(&house);
        let page = try_code(&mut browser, &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.problem("code").unwrap().starts_with(words), "{:?}", page.problem("code"));
        assert_eq!(page.field("code").unwrap(), "", "a code is not shown again");
        assert!(try_code(&mut browser, " ").await.problem("code").is_some());
        assert!(!is_in(&mut browser).await);
    }
    let audit = house.store.audit(None, 50, 0).await.unwrap();
    let failed = audit.iter().filter(|line| line.deed == Deed::SignInFailed);
    assert_eq!(failed.count(), 2, "written down, each with whom it was tried for");
}

#[tokio::test]
async fn a_recovery_code_works_once() {
    let house = House::founded().await;
    let (_, codes) = set_up(&house, &mut house.signed_in("jieun").await).await;
    assert_eq!(codes.len(), 10);
    let typed = codes[3].to_uppercase().replace('-', " ");
    let mut browser = half_in(&house, "jieun").await;
    let home = browser.submit("/sign-in/code", &[("code", &typed)]).await;
    assert!(home.words(".said-line").unwrap().contains("복구 코드"), "{:?}", home.words(".said-line"));
    assert!(browser.get(ROOM).await.text().contains("복구 코드가 9개 남았어요."));

    let mut again = half_in(&house, "jieun").await;
    assert_eq!(try_code(&mut again, &codes[3]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    set_up(&house, &mut house.signed_in("ada").await).await;
    let mut ada = half_in(&house, "ada").await;
    assert_eq!(try_code(&mut ada, &codes[4]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "nor for anybody else");
}

#[tokio::test]
async fn a_hundred_wrong_codes_are_told_to_wait() {
    let house = House::founded().await;
    let (phone, codes) = set_up(&house, &mut house.signed_in("jieun").await).await;
    let mut browser = half_in(&house, "jieun").await;
    let wrong = phone.never_shows(&house);
    let mut tried = 0;
    for _ in 0..100 {
        let page = try_code(&mut browser, &wrong).await;
        match page.status {
            StatusCode::UNPROCESSABLE_ENTITY => tried += 1,
            status => {
                assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
                let wait: i64 = page.headers[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
                assert!((1..=60).contains(&wait), "{wait}");
                assert!(page.problem("code").unwrap().starts_with("너무 여러 번 시도했어요."));
            }
        }
    }
    assert!(tried <= 5, "{tried}");
    let right = try_code(&mut browser, &phone.shows(&house)).await;
    assert_eq!(right.status, StatusCode::TOO_MANY_REQUESTS, "a right one waits too");
    assert_eq!(try_code(&mut browser, &codes[0]).await.status, StatusCode::TOO_MANY_REQUESTS);
    later(&house, 60);
    assert_eq!(try_code(&mut browser, &phone.shows(&house)).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn who_is_half_way_in_has_ten_minutes() {
    let house = House::founded().await;
    let (phone, _) = set_up(&house, &mut house.signed_in("jieun").await).await;
    let mut browser = half_in(&house, "jieun").await;
    later(&house, 599);
    assert_eq!(browser.get("/sign-in/code").await.status, StatusCode::OK);
    later(&house, 1);
    assert_eq!(browser.get("/sign-in/code").await.location(), "/sign-in");
    let answer = try_code(&mut browser, &phone.shows(&house)).await;
    assert_eq!(answer.location(), "/sign-in");
    assert!(!is_in(&mut browser).await);
}

#[tokio::test]
async fn starting_over_ends_the_half() {
    let house = House::founded().await;
    let (phone, _) = set_up(&house, &mut house.signed_in("jieun").await).await;
    let mut browser = half_in(&house, "jieun").await;
    let mut same = browser.clone();
    let over = browser.get("/sign-in/code").await.attribute("form:not(:has(#code))", "action").unwrap();
    assert_eq!(browser.post(&over, &[]).await.location(), "/sign-in");
    assert_eq!(try_code(&mut same, &phone.shows(&house)).await.location(), "/sign-in");
}

#[tokio::test]
async fn the_second_half_leads_to_the_door_who_has_not_been_at_the_first_and_never_out_of_the_house() {
    let house = House::founded().await;
    let mut browser = house.browser();
    assert_eq!(browser.get("/sign-in/code?next=/posts").await.location(), "/sign-in?next=/posts");
    assert_eq!(try_code(&mut browser, "123456").await.location(), "/sign-in");
    let mut inside = house.signed_in("jieun").await;
    let door = inside.get("/sign-in/code?next=/posts").await.location();
    assert_eq!(inside.get(&door).await.location(), "/posts", "who is in goes on");
    let (phone, _) = set_up(&house, &mut inside).await;
    let mut browser = half_in(&house, "jieun").await;
    let answer = browser.post("/sign-in/code?next=//evil.example", &[("code", &phone.shows(&house))]).await;
    assert_eq!(answer.location(), "/");
}
