use axum::http::{StatusCode, header};
use domain::language::Language;
use domain::member::Role;
use jiff::SignedDuration;
use mail_parser::MessageParser;
use store::By;
use totp_rs::{Algorithm, Secret, TOTP};

use crate::browser::{Browser, Page};
use crate::house::{House, PASSWORD, member};

pub(crate) const ROOM: &str = "/settings/second-factor";
pub(crate) const CONFIRM: &str = "/settings/second-factor/confirm";
const CODES: &str = "/settings/second-factor/codes";
const OFF: &str = "/settings/second-factor/off";

/// An authenticator app that has been told a key by hand.
pub(crate) struct Phone(TOTP);

impl Phone {
    pub(crate) fn told(page: &Page) -> Self {
        let key = page.words(".key").unwrap().replace(' ', "");
        let shared = Secret::Encoded(key).to_bytes().unwrap();
        Self(TOTP::new(Algorithm::SHA1, 6, 0, 30, shared, None, "dasi".into()).unwrap())
    }

    /// What it shows now.
    pub(crate) fn shows(&self, house: &House) -> String {
        self.0.generate(house.store.now().as_second().try_into().unwrap())
    }

    /// Six digits that no step around now has.
    pub(crate) fn never_shows(&self, house: &House) -> String {
        let now: u64 = house.store.now().as_second().try_into().unwrap();
        let near: Vec<_> = (0..=4).map(|step| self.0.generate(now - 60 + step * 30)).collect();
        (0..9).map(|one| format!("{one}00000")).find(|code| !near.contains(code)).unwrap()
    }
}

pub(crate) fn later(house: &House, seconds: i64) {
    house.clock.set(house.store.now() + SignedDuration::from_secs(seconds));
}

/// Turns it on, and waits until the app shows another code. The recovery codes come with the phone.
pub(crate) async fn set_up(house: &House, browser: &mut Browser) -> (Phone, Vec<String>) {
    let phone = Phone::told(&browser.post(ROOM, &[]).await);
    let page = browser.post(CONFIRM, &[("code", &phone.shows(house)), ("password", PASSWORD)]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    later(house, 30);
    (phone, codes(&page))
}

fn codes(page: &Page) -> Vec<String> {
    page.words("pre.codes").unwrap().lines().map(str::to_owned).collect()
}

/// A browser that has shown a member's password and no code.
pub(crate) async fn half_in(house: &House, who: &str) -> Browser {
    let mut browser = house.browser();
    let answer = browser.post("/sign-in", &[("email", &format!("{who}@example.com")), ("password", PASSWORD)]).await;
    assert_eq!(answer.location(), "/sign-in/code");
    browser
}

pub(crate) async fn try_code(browser: &mut Browser, code: &str) -> Page {
    browser.post("/sign-in/code", &[("code", code)]).await
}

pub(crate) async fn is_in(browser: &mut Browser) -> bool {
    browser.get("/").await.status == StatusCode::OK
}

fn subjects(house: &House) -> Vec<String> {
    let mails = house.mails.take();
    let subject = |bytes: &Vec<u8>| MessageParser::default().parse(bytes).unwrap().subject().unwrap().to_owned();
    mails.iter().map(|(_, bytes)| subject(bytes)).collect()
}

#[tokio::test]
async fn few_recovery_codes_are_a_warning() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let (_, codes) = set_up(&house, &mut browser).await;
    for code in &codes[..7] {
        assert_eq!(browser.get(ROOM).await.count(".notice"), 0);
        assert_eq!(try_code(&mut half_in(&house, "jieun").await, code).await.status, StatusCode::SEE_OTHER);
        later(&house, 60);
    }
    assert!(browser.get(ROOM).await.words(".notice").unwrap().contains("새로 받아"));
}

#[tokio::test]
async fn fresh_recovery_codes_end_the_older_ones() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let (_, older) = set_up(&house, &mut browser).await;
    let refused = browser.post(CODES, &[("codes_proof", "남의 비밀번호")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.problem("codes_proof").is_some() && refused.count("pre.codes") == 0);

    let page = browser.post(CODES, &[("codes_proof", PASSWORD)]).await;
    assert_eq!(page.status, StatusCode::OK);
    let fresh = codes(&page);
    assert!(fresh.len() == 10 && fresh.iter().all(|code| !older.contains(code)));
    let mut door = half_in(&house, "jieun").await;
    assert_eq!(try_code(&mut door, &older[0]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(try_code(&mut door, &fresh[0]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn recovery_codes_are_shown_once_and_kept_by_no_browser() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let key = browser.post(ROOM, &[]).await;
    let typed = [("code", &*Phone::told(&key).shows(&house)), ("password", PASSWORD)];
    let page = browser.post(CONFIRM, &typed).await;
    for shown in [&key, &page] {
        assert_eq!(shown.headers[header::CACHE_CONTROL], "no-store");
    }
    let shown = codes(&page);
    for path in [ROOM, "/", "/settings"] {
        let text = browser.get(path).await.text();
        assert!(shown.iter().all(|code| !text.contains(code.as_str())), "{path}");
    }
    assert_eq!(browser.post(ROOM, &[]).await.location(), ROOM, "nor is its key shown any more");
}

#[tokio::test]
async fn setting_it_up_takes_the_password_and_a_code_of_the_key_on_the_page() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let page = browser.get(ROOM).await;
    assert_eq!((page.count(".key"), page.count(".scanned")), (0, 0), "no key lies about before somebody begins");
    let seen = Phone::told(&browser.post(ROOM, &[]).await);
    let page = browser.post(ROOM, &[]).await;
    assert_eq!(page.count(".scanned svg[role=img]"), 1);
    let phone = Phone::told(&page);

    let wrong = browser.post(CONFIRM, &[("code", &seen.shows(&house)), ("password", PASSWORD)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "a key that somebody saw before is worth nothing");
    assert!(wrong.problem("code").unwrap().contains("시계"));
    assert_eq!(wrong.words(".key"), page.words(".key"), "the app need not learn another one");
    let wrong = browser.post(CONFIRM, &[("code", &phone.shows(&house)), ("password", "남의 비밀번호")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.problem("code").is_none() && wrong.problem("password").is_some());
    assert_eq!(wrong.field("password").unwrap(), "");
    let right = browser.post(CONFIRM, &[("code", &phone.shows(&house)), ("password", PASSWORD)]).await;
    assert_eq!(codes(&right).len(), 10);
}

#[tokio::test]
async fn who_has_no_password_is_asked_for_a_code_alone() {
    let house = House::founded().await;
    let mut nari = member("나리", "nari", Role::Member, Language::Korean, "");
    nari.password_hash = None;
    house.store.add_member(&nari, &By::command_line()).await.unwrap();
    let mut browser = house.signed_in("nari").await;
    let page = browser.post(ROOM, &[]).await;
    assert_eq!(page.count("#password"), 0);
    let phone = Phone::told(&page);
    let shown = codes(&browser.post(CONFIRM, &[("code", &phone.shows(&house))]).await);
    let refused = browser.post(OFF, &[("off_proof", PASSWORD)]).await;
    assert!(refused.problem("off_proof").unwrap().contains("코드가 맞지 않아요"));
    assert_eq!(browser.post(OFF, &[("off_proof", &shown[0])]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn turning_it_off_needs_the_password_or_a_code() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let (phone, _) = set_up(&house, &mut browser).await;
    for typed in ["", "남의 비밀번호", &phone.never_shows(&house)] {
        let refused = browser.post(OFF, &[("off_proof", typed)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(refused.problem("off_proof").is_some(), "{typed}");
    }
    let off = browser.submit(OFF, &[("off_proof", &phone.shows(&house))]).await;
    assert_eq!(off.words(".said-line").unwrap(), "2단계 인증을 껐어요.");
    assert_eq!(off.count(&format!("form[action='{ROOM}']")), 1, "it can be turned on again");
    browser.post("/sign-out", &[]).await;
    let typed = [("email", "jieun@example.com"), ("password", PASSWORD)];
    assert_eq!(browser.post("/sign-in", &typed).await.location(), "/");
    set_up(&house, &mut browser).await;
    assert_eq!(browser.post(OFF, &[("off_proof", PASSWORD)]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_team_that_requires_one_closes_the_house_until_it_is_set_up() {
    let house = House::founded().await;
    house.store.require_second_factor(true, &By::command_line()).await.unwrap();
    let mut browser = house.signed_in("ada").await;
    for closed in ["/", "/posts", "/settings", "/posts/new"] {
        let answer = browser.get(closed).await;
        assert_eq!((answer.status, answer.location().as_str()), (StatusCode::SEE_OTHER, ROOM), "{closed}");
    }
    let page = browser.get(ROOM).await;
    assert!(page.words(".notice").unwrap().contains("asks everybody for a second factor"));
    assert_eq!(page.count("nav.tabs"), 0, "no way leads nowhere");
    let phone = Phone::told(&browser.post(ROOM, &[]).await);
    let page = browser.post(CONFIRM, &[("code", &phone.shows(&house)), ("password", PASSWORD)]).await;
    assert_eq!(page.attribute("a.button.primary", "href").unwrap(), "/");
    assert!(is_in(&mut browser).await);

    assert_eq!(browser.get(ROOM).await.count(&format!("form[action='{OFF}']")), 0);
    let refused = browser.post(OFF, &[("off_proof", PASSWORD)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.words(".notice").unwrap().contains("cannot be turned off"));
    assert!(half_in(&house, "ada").await.cookie("dasi").is_some(), "it is on still");
}

#[tokio::test]
async fn the_member_is_told_by_mail_when_it_goes_on_or_off_and_when_a_recovery_code_is_used() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let (_, codes) = set_up(&house, &mut browser).await;
    house.turn_after(SignedDuration::from_secs(1)).await;
    assert_eq!(subjects(&house), ["2단계 인증을 켰어요"]);
    try_code(&mut half_in(&house, "jieun").await, &codes[0]).await;
    house.turn_after(SignedDuration::from_secs(1)).await;
    assert_eq!(subjects(&house), ["복구 코드를 썼어요"]);
    browser.post(OFF, &[("off_proof", PASSWORD)]).await;
    house.turn_after(SignedDuration::from_secs(1)).await;
    assert_eq!(subjects(&house), ["2단계 인증을 껐어요"]);
}

#[tokio::test]
async fn a_copy_of_the_database_holds_neither_the_key_nor_a_recovery_code() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let page = browser.post(ROOM, &[]).await;
    let phone = Phone::told(&page);
    let shown = codes(&browser.post(CONFIRM, &[("code", &phone.shows(&house)), ("password", PASSWORD)]).await);
    try_code(&mut half_in(&house, "jieun").await, &shown[0]).await;
    house.turn_after(SignedDuration::from_secs(1)).await;

    let spaced = page.words(".key").unwrap();
    let key = spaced.replace(' ', "");
    let mut secrets = vec![spaced.into_bytes(), key.to_lowercase().into_bytes(), key.into_bytes(), phone.0.secret];
    secrets.extend(shown.iter().flat_map(|code| [code.clone(), code.replace('-', "")]).map(String::into_bytes));
    let copied = database(&house);
    assert!(holds(&copied, b"jieun@example.com") && holds(&copied, b"second_factor_on"), "what is in it is found");
    for secret in secrets {
        assert!(!holds(&copied, &secret), "{}", String::from_utf8_lossy(&secret));
    }
}

/// Every byte of the database: each column of each table, what was deleted, and what waits in the log to be written.
fn database(house: &House) -> Vec<u8> {
    let files = std::fs::read_dir(house.path()).unwrap().map(|file| file.unwrap());
    let ours = files.filter(|file| file.file_name().to_string_lossy().starts_with(store::FILE));
    ours.flat_map(|file| std::fs::read(file.path()).unwrap()).collect()
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|some| some == wanted)
}

#[tokio::test]
async fn words_written_while_the_team_began_to_require_one_come_back() {
    let house = House::founded().await;
    let mut writer = house.signed_in("haneul").await;
    house.store.require_second_factor(true, &store::By::command_line()).await.unwrap();
    house.clock.set(house.store.now() + jiff::SignedDuration::from_secs(10)); // the team is read again
    let form = crate::writing::retrospective("회고", "지우면 안 되는 글");
    let page = writer.post("/posts/new?kind=retrospective", &form).await;
    assert_eq!(page.status, 401);
    assert!(page.field("body").unwrap().contains("지우면 안 되는 글"));
    assert_eq!(page.attribute(".notice a", "href").unwrap(), "/settings/second-factor");
    assert_eq!(house.signed_in("jieun").await.get("/posts").await.location(), "/settings/second-factor");
}
