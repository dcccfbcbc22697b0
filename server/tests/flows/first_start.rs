use axum::http::{StatusCode, header};

use crate::house::{House, PASSWORD};
use crate::profile::profile;

const FOUNDING: [(&str, &str); 6] = [
    ("team", "물결 데이터"),
    ("language", "ko"),
    ("zone", "Asia/Seoul"),
    ("name", "지은"),
    ("email", "Jieun@Example.com"),
    ("password", PASSWORD),
];

#[tokio::test]
async fn every_page_leads_to_welcome_while_nobody_is_here() {
    let house = House::empty().await;
    let mut browser = house.browser();
    for path in ["/", "/posts", "/posts/1", "/posts/new?kind=write_up", "/reminders", "/sign-in", "/settings", "/none"]
    {
        let answer = browser.get(path).await;
        assert_eq!((answer.status, answer.location().as_str()), (StatusCode::SEE_OTHER, "/welcome"), "{path}");
    }
    assert_eq!(browser.get("/welcome").await.status, StatusCode::OK);
    for path in ["/health", "/ready"] {
        assert_eq!(browser.get(path).await.text(), "ok\n", "{path}");
    }
}

#[tokio::test]
async fn welcome_speaks_the_browser_s_language() {
    let house = House::empty().await;
    let korean = house.browser().get("/welcome").await;
    assert_eq!(korean.attribute("html", "lang").unwrap(), "ko");
    assert_eq!(korean.field("zone").unwrap(), "Asia/Seoul");
    let english = house.browser().speaking("en-GB").get("/welcome").await;
    assert_eq!(english.attribute("html", "lang").unwrap(), "en");
    assert_eq!(english.words("h1").unwrap(), "Welcome to Dasi");
}

#[tokio::test]
async fn founding_signs_the_owner_in_and_happens_once() {
    let house = House::empty().await;
    let mut browser = house.browser();
    let home = browser.submit("/welcome", &FOUNDING).await;
    assert_eq!(home.status, StatusCode::OK);
    assert!(home.words(".mark").unwrap().contains("물결 데이터"));
    let mut other = house.browser();
    let late = other.post("/welcome", &FOUNDING).await;
    assert_eq!((late.status, late.location().as_str()), (StatusCode::SEE_OTHER, "/"));
    assert!(other.cookie("dasi").is_none());
}

#[tokio::test]
async fn a_wrong_founding_keeps_what_was_typed_but_the_password() {
    let house = House::empty().await;
    let mut wrong = FOUNDING;
    wrong[2].1 = "Asia/Nowhere";
    wrong[4].1 = "지은";
    wrong[5].1 = "짧아요";
    let page = house.browser().post("/welcome", &wrong).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.field("team").unwrap(), "물결 데이터");
    assert_eq!(page.field("email").unwrap(), "지은");
    assert_eq!(page.field("password").unwrap_or_default(), "");
    for field in ["zone", "email", "password"] {
        assert!(page.problem(field).is_some(), "{field}");
    }
    assert!(!page.text().contains("짧아요\""));
}

#[tokio::test]
async fn signing_in_leads_back_to_where_one_wanted_to_go() {
    let house = House::founded().await;
    let mut browser = house.browser();
    let door = browser.get("/posts?kind=write_up").await;
    assert_eq!(door.location(), "/sign-in?next=/posts%3Fkind%3Dwrite_up");
    let form = browser.get(&door.location()).await;
    let action = form.attribute("form[action^='/sign-in']", "action").unwrap();
    let typed = [("email", "jieun@example.com"), ("password", PASSWORD)];
    let answer = browser.post(&action, &typed).await;
    assert_eq!(answer.location(), "/posts?kind=write_up");
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
    for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert_eq!(browser.get("/posts?kind=write_up").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_door_leads_nowhere_else() {
    let house = House::founded().await;
    let typed = [("email", "jieun@example.com"), ("password", PASSWORD)];
    for next in ["//evil.example", "https://evil.example/", "/%5Cevil.example"] {
        let answer = house.browser().post(&format!("/sign-in?next={next}"), &typed).await;
        assert_eq!(answer.location(), "/", "{next}");
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let house = House::founded().await;
    let mut answers = Vec::new();
    for (email, password) in
        [("jieun@example.com", "아닌 비밀번호예요"), ("nobody@example.com", PASSWORD), ("지은", "x")]
    {
        let answer = house.browser().post("/sign-in", &[("email", email), ("password", password)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.field("email").unwrap(), email);
        answers.push(answer.problem("password").unwrap());
    }
    assert_eq!(answers[0], "메일 주소와 비밀번호가 맞지 않아요.");
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
}

#[tokio::test]
async fn signing_out_ends_the_sign_in_for_every_copy_of_its_cookie() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let mut copy = browser.clone();
    assert_eq!(browser.get("/").await.status, StatusCode::OK);
    assert_eq!(browser.post("/sign-out", &[]).await.location(), "/sign-in");
    assert!(browser.cookie("dasi").is_none());
    assert_eq!(copy.get("/").await.location(), "/sign-in");
}

#[tokio::test]
async fn a_sign_in_ends_after_thirty_days() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    house.clock.set("2026-12-24T02:59:59Z".parse().unwrap());
    assert_eq!(browser.get("/").await.status, StatusCode::OK);
    house.clock.set("2026-12-24T03:00:00Z".parse().unwrap());
    assert_eq!(browser.get("/").await.location(), "/sign-in");
}

#[tokio::test]
async fn the_database_holds_no_usable_token() {
    let house = House::founded().await;
    let browser = house.signed_in("jieun").await;
    let token = browser.cookie("dasi").unwrap().to_owned();
    for file in std::fs::read_dir(house.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(token.len()).any(|window| window == token.as_bytes()));
    }
}

#[tokio::test]
async fn settings_change_language_and_colours_at_once() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let typed = [("name", "김지은"), ("language", "en"), ("zone", "Europe/London"), ("theme", "dark")];
    let page = browser.submit("/settings", &profile(&typed)).await;
    assert_eq!(page.attribute("html", "lang").unwrap(), "en");
    assert_eq!(page.attribute("html", "data-theme").unwrap(), "dark");
    assert_eq!(page.words(".said-line").unwrap(), "Settings saved.");
    assert!(browser.get("/settings").await.words(".said-line").is_none(), "said once");
    let wrong = browser.post("/settings", &[("name", ""), ("language", "fr"), ("zone", "x"), ("theme", "")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["name", "language", "zone", "theme"] {
        assert!(wrong.problem(field).is_some(), "{field}");
    }
}
