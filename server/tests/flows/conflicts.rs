//! Two people save the same post: what can be joined is, and what cannot is asked about with nothing lost.

use axum::http::StatusCode;
use domain::post::PostForm;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};

use crate::browser::{Browser, Page};
use crate::house::House;
use crate::writing::{begun, write};

const BASE: &str = "아침에 비가 왔다. 우산을 쓰고 걸었다.\n\n저녁에는 갰다.\n";

/// A post by 지은, with 하늘 as a second author, and both of them.
async fn two_authors(house: &House) -> (Browser, Browser, String) {
    let mut jieun = house.signed_in("jieun").await;
    let post = write(&mut jieun, "비 오는 날", BASE).await;
    let sql = "insert into post_author (post_id, member_id) select 1, member_id from member where name = '하늘'";
    sqlx::query(sql).execute(&mut database(house).await).await.unwrap();
    (jieun, house.signed_in("haneul").await, post)
}

async fn database(house: &House) -> SqliteConnection {
    let file = house.path().join("dasi.sqlite");
    SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(file)).await.unwrap()
}

fn fields<'a>(form: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    form.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// Both begin from the same text; 지은 saves first, and this is what 하늘 is answered.
async fn both_save(jieun: &mut Browser, haneul: &mut Browser, post: &str, first: &str, second: &str) -> Page {
    let mine = begun(haneul, post, "비 오는 날", second).await;
    let theirs = begun(jieun, post, "비 오는 날", first).await;
    assert_eq!(jieun.post(&format!("{post}/edit"), &fields(&theirs)).await.status, StatusCode::SEE_OTHER);
    haneul.post(&format!("{post}/edit"), &fields(&mine)).await
}

/// Sends the choices of a page, with all that it holds.
async fn choose(browser: &mut Browser, post: &str, page: &Page, choices: &[(&str, &str)]) -> Page {
    let mut sent = hidden(page, ".decisions");
    sent.extend(choices.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let sent: Vec<_> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(&format!("{post}/join"), &sent).await
}

fn hidden(page: &Page, form: &str) -> Vec<(String, String)> {
    let selector = scraper::Selector::parse(&format!("{form} input[type=hidden]")).unwrap();
    let attribute = |one: &scraper::ElementRef<'_>, name| one.attr(name).unwrap_or_default().to_owned();
    page.html().select(&selector).map(|one| (attribute(&one, "name"), attribute(&one, "value"))).collect()
}

async fn stored(browser: &mut Browser, post: &str) -> String {
    browser.get(&format!("{post}.md")).await.text()
}

#[tokio::test]
async fn two_who_changed_different_sentences_of_a_paragraph_are_joined_and_told_so() {
    let house = House::founded().await;
    let (mut jieun, mut haneul, post) = two_authors(&house).await;
    let first = BASE.replace("아침에", "새벽에");
    let second = BASE.replace("걸었다", "뛰었다").replace("갰다", "눈이 왔다");
    let answer = both_save(&mut jieun, &mut haneul, &post, &first, &second).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, format!("{post}/compare?from=1&to=3")));
    let joined = "새벽에 비가 왔다. 우산을 쓰고 뛰었다.\n\n저녁에는 눈이 왔다.\n";
    assert_eq!(stored(&mut haneul, &post).await, joined);
    let page = haneul.get(&answer.location()).await;
    assert!(page.words(".said-line").unwrap().contains("합쳤어요"));
    assert_eq!(page.count("del"), 3, "both see what became of both: {}", page.text());
    let history = jieun.get(&format!("{post}/revisions")).await;
    assert_eq!(history.count(".revisions > li"), 2, "one sitting each");
}

#[tokio::test]
async fn the_same_place_is_asked_about_and_every_choice_does_what_it_says() {
    for (choice, result) in
        [("mine", "낮에 비가 왔다. "), ("theirs", "새벽에 비가 왔다. "), ("both", "낮에 비가 왔다. 새벽에 비가 왔다. ")]
    {
        let house = House::founded().await;
        let (mut jieun, mut haneul, post) = two_authors(&house).await;
        let (first, second) =
            (BASE.replace("아침에", "새벽에"), BASE.replace("아침에", "낮에").replace("갰다", "맑았다"));
        let page = both_save(&mut jieun, &mut haneul, &post, &first, &second).await;
        assert_eq!(page.status, StatusCode::CONFLICT);
        assert_eq!(page.count(".decision"), 1, "the rest is joined already");
        assert_eq!(stored(&mut haneul, &post).await, first, "nothing was written");
        assert!(page.words(".notice").unwrap().contains("지은"));
        let incomplete = choose(&mut haneul, &post, &page, &[]).await;
        assert_eq!(incomplete.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(incomplete.words(".notice.bad").unwrap().contains("고르지 않은"));
        let answer = choose(&mut haneul, &post, &incomplete, &[("choice-body-1", choice)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let expected = format!("{result}우산을 쓰고 걸었다.\n\n저녁에는 맑았다.\n");
        assert_eq!(stored(&mut haneul, &post).await, expected, "{choice}");
    }
}

#[tokio::test]
async fn what_i_wrote_is_my_draft_while_it_is_asked_about() {
    let house = House::founded().await;
    let (mut jieun, mut haneul, post) = two_authors(&house).await;
    let (first, second) = (BASE.replace("아침에", "새벽에"), BASE.replace("아침에", "낮에"));
    let page = both_save(&mut jieun, &mut haneul, &post, &first, &second).await;
    let sql = "select d.form from draft d join member m using (member_id) where m.name = '하늘' and d.post_id = 1";
    let form: String = sqlx::query_scalar(sql).fetch_one(&mut database(&house).await).await.unwrap();
    let form: PostForm = serde_json::from_str(&form).unwrap();
    assert_eq!((form.body, form.base.as_str()), (second, "1"), "word for word, with what it was begun from");
    choose(&mut haneul, &post, &page, &[("choice-body-1", "mine")]).await;
    let left: i64 =
        sqlx::query_scalar("select count(*) from draft").fetch_one(&mut database(&house).await).await.unwrap();
    assert_eq!(left, 0, "once it is saved there is no draft");
}

#[tokio::test]
async fn edited_by_hand_a_mark_that_was_left_is_refused_and_without_marks_it_is_saved() {
    let house = House::founded().await;
    let (mut jieun, mut haneul, post) = two_authors(&house).await;
    let (first, second) = (BASE.replace("아침에", "새벽에"), BASE.replace("아침에", "낮에"));
    let page = both_save(&mut jieun, &mut haneul, &post, &first, &second).await;
    let marked = page.words(".by-hand textarea[name=body]").unwrap();
    for shown in ["⟪⟪⟪ 여기부터 내 글\n낮에 비가 왔다.", "지은님의 글\n새벽에 비가 왔다.", "⟫⟫⟫"]
    {
        assert!(marked.contains(shown), "{shown}: {marked}");
    }
    let mut sent = hidden(&page, ".by-hand");
    for (name, value) in [("title", "비 오는 날"), ("tags", "회고"), ("body", marked.as_str())] {
        sent.push((name.into(), value.into()));
    }
    let pairs = |sent: &[(String, String)]| sent.to_vec();
    let all = pairs(&sent);
    let all: Vec<_> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let refused = haneul.post(&format!("{post}/edit"), &all).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.problem("body").unwrap().contains("1번째 줄"), "{:?}", refused.problem("body"));
    assert!(refused.field("body").unwrap().contains("낮에"), "and nothing of it is lost");
    sent.last_mut().unwrap().1 = "한낮에 비가 왔다.".into();
    let all: Vec<_> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(haneul.post(&format!("{post}/edit"), &all).await.status, StatusCode::SEE_OTHER);
    assert_eq!(stored(&mut haneul, &post).await, "한낮에 비가 왔다.");
}

#[tokio::test]
async fn titles_and_other_fields_that_both_changed_are_asked_about_too() {
    let house = House::founded().await;
    let (mut jieun, mut haneul, post) = two_authors(&house).await;
    let mine = begun(&mut haneul, &post, "나의 비", BASE).await;
    let theirs = begun(&mut jieun, &post, "지은의 비", BASE).await;
    jieun.post(&format!("{post}/edit"), &fields(&theirs)).await;
    let page = haneul.post(&format!("{post}/edit"), &fields(&mine)).await;
    assert_eq!((page.status, page.count(".decision")), (StatusCode::CONFLICT, 1));
    assert_eq!(page.count("input[value=both]"), 0, "a title is one");
    let answer = choose(&mut haneul, &post, &page, &[("choice-title", "mine")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(haneul.get(&post).await.words("h1").unwrap(), "나의 비");
}

#[tokio::test]
async fn what_changed_again_while_one_decides_is_asked_about_anew() {
    let house = House::founded().await;
    let (mut jieun, mut haneul, post) = two_authors(&house).await;
    let (first, second) = (BASE.replace("아침에", "새벽에"), BASE.replace("아침에", "낮에"));
    let page = both_save(&mut jieun, &mut haneul, &post, &first, &second).await;
    let later = BASE.replace("아침에", "한밤에");
    let again = begun(&mut jieun, &post, "비 오는 날", &later).await;
    jieun.post(&format!("{post}/edit"), &fields(&again)).await;
    let asked = choose(&mut haneul, &post, &page, &[("choice-body-1", "mine")]).await;
    assert_eq!(asked.status, StatusCode::CONFLICT, "nobody decided about this text");
    assert!(asked.text().contains("한밤"));
    assert_eq!(stored(&mut haneul, &post).await, later);
}

#[tokio::test]
async fn a_base_that_is_missing_or_forged_shows_both_texts() {
    let house = House::founded().await;
    let (mut jieun, mut haneul, post) = two_authors(&house).await;
    let other = write(&mut jieun, "다른 글", "다른 글").await;
    assert_eq!(other, "/posts/2");
    for base in ["", "x", "999", "2", "-1"] {
        let mut form = begun(&mut haneul, &post, "비 오는 날", "다른 말").await;
        form.last_mut().unwrap().1 = base.into();
        let page = haneul.post(&format!("{post}/edit"), &fields(&form)).await;
        assert_eq!(page.status, StatusCode::CONFLICT, "{base}");
        assert_eq!(page.words(".theirs pre").unwrap(), BASE.trim_end(), "{base}");
        assert_eq!(page.field("body").unwrap().trim_start_matches('\n'), "다른 말");
        assert_eq!(page.count(".theirs dt"), 0, "the smaller fields are the same");
    }
    let mut private = begun(&mut haneul, &post, "비 오는 날", "다른 말").await;
    private.iter_mut().find(|(name, _)| *name == "audience").unwrap().1 = "only_me".into();
    private.last_mut().unwrap().1 = String::new();
    let page = haneul.post(&format!("{post}/edit"), &fields(&private)).await;
    assert_eq!(page.words(".theirs dd").unwrap(), "팀 모두", "what saving would change is seen");
    private.last_mut().unwrap().1 = page.field("base").unwrap();
    let saved = haneul.post(&format!("{post}/edit"), &fields(&private)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "compared: saving again is a decision");
}

#[tokio::test]
async fn words_come_back_when_the_sign_in_ended_while_one_decided() {
    let house = House::founded().await;
    let (mut jieun, mut haneul, post) = two_authors(&house).await;
    let (first, second) = (BASE.replace("아침에", "새벽에"), BASE.replace("아침에", "낮에"));
    let page = both_save(&mut jieun, &mut haneul, &post, &first, &second).await;
    let answer = choose(&mut house.browser(), &post, &page, &[("choice-body-1", "mine")]).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(answer.field("body").unwrap().trim_start_matches('\n'), second);
    let stranger = choose(&mut house.signed_in("ada").await, &post, &page, &[("choice-body-1", "mine")]).await;
    assert_eq!(stranger.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn hostile_words_in_a_conflict_never_run() {
    let house = House::founded().await;
    let (mut jieun, mut haneul, post) = two_authors(&house).await;
    let vector = |who: &str| format!("{who}</textarea><script>alert(1)</script><img src=x onerror=alert(1)>");
    let page = both_save(&mut jieun, &mut haneul, &post, &vector("하나"), &vector("둘")).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert_eq!(page.count("script:not([nonce]), img[onerror]"), 0);
    assert_eq!(page.count(".decision"), 1);
}
