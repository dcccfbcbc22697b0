use std::io::{Cursor, Write};

use axum::body::Body;
use axum::http::{Method, StatusCode};
use domain::api_token::Scope;
use image::{ImageFormat, Rgb, RgbImage};
use jiff::SignedDuration;
use serde_json::json;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::browser::{Browser, Page};
use crate::house::House;
use crate::program::Program;

pub(crate) fn zipped_bytes(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    zipped_bytes(&files)
}

pub(crate) fn png() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_fn(64, 48, |x, _| Rgb([u8::try_from(x).unwrap(), 9, 9]))
        .write_to(&mut bytes, ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// Sends a file and says where it is looked at.
async fn sent(browser: &mut Browser, name: &str, bytes: &[u8]) -> String {
    let answer = browser.upload("/import", "file", name, bytes).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location()
}

/// The form of a preview, all of it taken as offered.
fn offered(page: &Page, audience: &str) -> Vec<(String, String)> {
    let mut form = vec![("audience".to_owned(), audience.to_owned())];
    for at in 0..page.count("select[name^=kind-]") {
        form.push((format!("kind-{at}"), page.field(&format!("kind-{at}")).unwrap()));
        if page.count(&format!("input[name=take-{at}][checked]")) == 1 {
            form.push((format!("take-{at}"), "yes".to_owned()));
        }
    }
    form
}

async fn committed(browser: &mut Browser, import: &str, audience: &str) -> Page {
    let form = offered(&browser.get(import).await, audience);
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.submit(import, &form).await
}

/// Sends a file and makes posts of all that is in it.
pub(crate) async fn brought(browser: &mut Browser, name: &str, bytes: &[u8], audience: &str) -> Page {
    let import = sent(browser, name, bytes).await;
    committed(browser, &import, audience).await
}

async fn posts(browser: &mut Browser) -> usize {
    browser.get("/posts").await.count(".lines > li")
}

#[tokio::test]
async fn a_vault_is_looked_at_first_and_made_only_when_somebody_says_so() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let vault = zipped_bytes(&[
        (".obsidian/app.json", b"{}"),
        ("봄 회고.md", "---\ntags: [팀]\n---\n[[메모]] [[없는 글]] ![[그림.png]]\n".as_bytes()),
        ("메모.md", "==표시==\n".as_bytes()),
        ("그림.png", &png()),
        ("../나가기.md", b"x"),
        ("남은.png", &png()),
    ]);
    let import = sent(&mut browser, "vault.zip", &vault).await;
    let page = browser.get(&import).await;
    assert_eq!(page.words("h1").unwrap(), "글 2개를 찾았어요");
    let text = page.text();
    for words in ["Obsidian", "#팀", "아직 없는 글로 가는 링크: 없는 글", "그림과 파일 1개", "../나가기.md", "남은.png"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(page.field("audience").unwrap(), "only_me");
    assert_eq!(posts(&mut browser).await, 0, "nothing is made yet");
    let came = committed(&mut browser, &import, "only_me").await;
    assert_eq!(came.words("h1").unwrap(), "글 2개를 가져왔어요");
    assert_eq!(posts(&mut browser).await, 2);
    assert_eq!(house.signed_in("haneul").await.get("/posts").await.count(".lines > li"), 0, "for me alone");
    let post = came.attribute("ul.links a", "href").unwrap();
    let body = browser.get(&format!("{post}.md")).await.text();
    assert!(body == "<mark>표시</mark>\n" || body.starts_with("[[메모]] [[없는 글]] ![그림](/uploads/"), "{body}");
    // The same form, sent twice.
    assert!(browser.post(&import, &[("audience", "team")]).await.status.is_redirection());
    assert_eq!(posts(&mut browser).await, 2);
}

#[tokio::test]
async fn nothing_chosen_comes_back_with_its_problem_and_what_was_typed() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let import = sent(&mut browser, "a.md", "# 하나\n\n글".as_bytes()).await;
    let page = browser.post(&import, &[("audience", "team"), ("kind-0", "book_note")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.problem("posts").is_some());
    assert_eq!((page.field("audience").unwrap(), page.field("kind-0").unwrap()), ("team".into(), "book_note".into()));
}

#[tokio::test]
async fn the_same_file_is_not_brought_twice_unseen_and_goes_into_the_trash_as_one() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let file = zipped(&[("a.md", "# 하나\n\n글"), ("b.md", "# 둘\n\n글")]);
    let came = brought(&mut browser, "a.zip", &file, "team").await;
    let undo = came.attribute("form[action$=undo]", "action").unwrap();
    let import = sent(&mut browser, "a.zip", &file).await;
    let again = browser.get(&import).await;
    assert_eq!((again.count("input[type=checkbox]"), again.count("input[type=checkbox][checked]")), (2, 0));
    assert!(again.text().contains("이미 가져온 글이에요"));
    let gone = browser.submit(&undo, &[]).await;
    assert_eq!(gone.words("h1").unwrap(), "가져온 글이 남아 있지 않아요.");
    assert_eq!(posts(&mut browser).await, 0);
    assert_eq!(browser.get(&import).await.count("input[type=checkbox][checked]"), 2, "in the trash is not here");
}

#[tokio::test]
async fn what_cannot_be_read_is_said_in_a_sentence() {
    let house = House::founded().await;
    let mut browser = house.signed_in("ada").await;
    let half = zipped(&[("a.md", "words words words")]);
    let zeros = vec![0_u8; 5 << 20];
    let names: Vec<String> = (0..8).map(|at| format!("{at}.png")).collect();
    let bomb: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), zeros.as_slice())).collect();
    for (bytes, words) in [
        (b"no zip at all".to_vec(), "This is no zip, or not all of one."),
        (half[..half.len() / 2].to_vec(), "This is no zip, or not all of one."),
        (zipped_bytes(&bomb), "far too large"),
    ] {
        let page = browser.upload("/import", "file", "a.zip", &bytes).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.words(".notice").unwrap().contains(words), "{words}");
    }
    let page = browser.upload("/import", "file", "", b"").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.problem("file").is_some());
    let page = browser.upload("/import", "file", "big.zip", &vec![1; (50 << 20) + 1]).await;
    assert!(page.problem("file").unwrap().contains("50"), "{}", page.problem("file").unwrap());
}

#[tokio::test]
async fn a_file_that_nobody_decides_about_is_gone_after_a_day() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let waits = sent(&mut browser, "a.md", b"# a").await;
    let given_up = sent(&mut browser, "b.md", b"# b").await;
    let list = browser.submit(&format!("{given_up}/give-up"), &[]).await;
    assert!(list.text().contains("a.md") && !list.text().contains("b.md"));
    assert_eq!(browser.get(&given_up).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.signed_in("haneul").await.get(&waits).await.status, StatusCode::NOT_FOUND, "not theirs");
    house.turn_after(SignedDuration::from_hours(23)).await;
    assert_eq!(browser.get(&waits).await.status, StatusCode::OK);
    house.turn_after(SignedDuration::from_hours(2)).await;
    assert_eq!(browser.get(&waits).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_writes_in_another_s_name() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let file = "---\ndasi: 1\nkind: write_up\ntitle: 남의 글\naudience: team\nauthors:\n- handle: ada\n  name: Ada\ncreated: 2025-01-02T03:04:05.678Z\nchanged: 2025-01-03T03:04:05.678Z\n---\n\n글";
    let came = brought(&mut browser, "a.md", file.as_bytes(), "team").await;
    assert!(came.text().contains("원래 쓴 사람: Ada"), "{}", came.text());
    let post = came.attribute("ul.links a", "href").unwrap();
    let page = browser.get(&post).await;
    assert!(page.words(".by").unwrap().contains("지은"));
    assert_eq!(page.attribute(".by time", "datetime").unwrap(), "2025-01-03T03:04:05.678Z");
}

#[tokio::test]
async fn a_program_looks_and_commits() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "jieun", Scope::Write).await;
    let zip = zipped(&[("책/a.md", "# 시스템 사고\n\n글"), ("b.html", "<p>")]);
    let looked = program.ask(Method::POST, "/imports", Some("application/zip"), Body::from(zip)).await;
    assert_eq!(looked.status, StatusCode::CREATED, "{}", looked.text());
    let preview = looked.json();
    assert_eq!(
        (&preview["posts"][0]["kind"], &preview["left_out"][0]["why"]),
        (&json!("book_note"), &json!("unknown"))
    );
    let commit = format!("/imports/{}/commit", preview["id"]);
    let wrong = program.post(&commit, &json!({ "audience": "world", "x": 1 })).await;
    assert_eq!(wrong.flaws(), [("audience".into(), "unknown_choice".into()), ("x".into(), "unknown_field".into())]);
    let made = program.post(&commit, &json!({ "audience": "team", "posts": [{ "path": "책/a.md" }] })).await;
    let id = made.json()["posts"][0]["id"].clone();
    let post = program.get(&format!("/posts/{id}")).await.json();
    assert_eq!(
        (&post["title"], &post["audience"], &post["book"]),
        (&json!("시스템 사고"), &json!("team"), &json!("시스템 사고"))
    );
    assert_eq!(program.post(&commit, &json!({})).await.fault(), "not-found", "once");
    let broken = program.ask(Method::POST, "/imports", Some("application/zip"), Body::from("no zip")).await;
    assert_eq!(broken.status, StatusCode::BAD_REQUEST);
    let mut reader = Program::of(&house, "jieun", Scope::Read).await;
    let refused = reader.ask(Method::POST, "/imports", Some("application/zip"), Body::from("x")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}
