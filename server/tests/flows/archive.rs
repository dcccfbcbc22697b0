use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use axum::http::{StatusCode, header};
use domain::api_token::Scope;
use image::{ImageFormat, Rgb, RgbImage};

use crate::browser::Browser;
use crate::house::House;
use crate::import::{brought, zipped_bytes};
use crate::program::Program;
use crate::writing::write;

/// What is in a zip, by name.
pub(crate) fn unzipped(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let files = (0..zip.len()).map(|at| {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    });
    files.collect()
}

/// A photograph with a place in it, as a phone writes one.
fn photograph() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = RgbImage::from_fn(300, 200, |x, y| Rgb([(x % 251) as u8, (y % 241) as u8, ((x * y) % 239) as u8]));
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    let mut bytes = bytes.into_inner();
    bytes.splice(2..2, *b"\xFF\xE1\x00\x0CExif\0\0here");
    bytes
}

async fn taken(browser: &mut Browser) -> Vec<u8> {
    let page = browser.get("/archive.zip").await;
    assert_eq!(
        (page.status, &page.headers[header::CONTENT_TYPE]),
        (StatusCode::OK, &"application/zip".parse().unwrap())
    );
    page.bytes
}

#[tokio::test]
async fn what_leaves_one_house_leaves_the_next_byte_for_byte() {
    let (first, second) = (House::founded().await, House::founded().await);
    let mut browser = first.signed_in("jieun").await;
    let vault = zipped_bytes(&[
        (".obsidian/app.json", b"{}"),
        ("봄.md", "---\ntags: [회고]\ncreated: 2025-03-01\n---\n\n---\n![[사진.jpg]] ![[그림.png]] [[여름]]\n\n:::internal\n안\n:::".as_bytes()),
        ("여름.md", "![[문서.pdf]]\r\n\r\n`[[봄]]`".as_bytes()),
        ("사진.jpg", &photograph()),
        ("그림.png", &crate::import::png()),
        ("문서.pdf", b"%PDF-1.7 words"),
    ]);
    brought(&mut browser, "vault.zip", &vault, "team").await;
    write(&mut browser, "직접 쓴 회고", "# 시작\n\n끝에 줄바꿈이 없다").await;
    let archive = taken(&mut browser).await;
    assert_eq!(taken(&mut browser).await, archive, "the same house gives the same bytes");
    let files = unzipped(&archive);
    assert_eq!(files.keys().filter(|name| name.starts_with("uploads/")).count(), 3, "{:?}", files.keys());
    assert!(files.keys().any(|name| name.starts_with("posts/직접-쓴-회고-")), "{:?}", files.keys());
    assert!(!files.values().any(|bytes| bytes.windows(4).any(|four| four == b"here")), "no place leaves");

    let mut other = second.signed_in("jieun").await;
    brought(&mut other, "dasi.zip", &archive, "archive").await;
    let again = unzipped(&taken(&mut other).await);
    assert_eq!(again.keys().collect::<Vec<_>>(), files.keys().collect::<Vec<_>>());
    for (name, bytes) in &files {
        assert!(
            again[name] == *bytes,
            "{name}:\n{}\n\n{}",
            String::from_utf8_lossy(bytes),
            String::from_utf8_lossy(&again[name])
        );
    }
}

#[tokio::test]
async fn an_archive_holds_what_its_taker_may_read_and_nothing_else() {
    let house = House::founded().await;
    let mut ada = house.signed_in("ada").await;
    brought(&mut ada, "비밀.md", b"# secret\n\nmine alone", "only_me").await;
    brought(&mut ada, "모두.md", b"# shared\n\nfor the team", "team").await;
    let names = |bytes: &[u8]| unzipped(bytes).into_keys().collect::<Vec<_>>().join(" ");
    let theirs = names(&taken(&mut house.signed_in("haneul").await).await);
    assert!(theirs.contains("shared") && !theirs.contains("secret"), "{theirs}");
    let own = names(&taken(&mut ada).await);
    assert!(own.contains("shared") && own.contains("secret"), "{own}");
    let mut stranger = house.browser();
    assert!(stranger.get("/archive.zip").await.status.is_redirection());
}

#[tokio::test]
async fn one_post_is_taken_alone_and_by_programs_too() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "하나", "본문").await;
    write(&mut browser, "둘", "본문").await;
    let page = browser.get(&format!("{post}/archive.zip")).await;
    let files = unzipped(&page.bytes);
    assert_eq!(files.len(), 2, "{:?}", files.keys());
    let (_, text) = files.iter().find(|(name, _)| name.starts_with("posts/")).unwrap();
    let text = String::from_utf8(text.clone()).unwrap();
    assert!(
        text.starts_with("---\ndasi: 1\nkind: retrospective\ntitle: 하나\n") && text.ends_with("---\n\n본문"),
        "{text}"
    );
    let mut program = Program::of(&house, "jieun", Scope::Read).await;
    assert_eq!(program.get(&format!("{post}/archive")).await.bytes, page.bytes);
    assert_eq!(unzipped(&program.get("/archive").await.bytes).len(), 3);
    assert_eq!(program.get("/posts/999/archive").await.fault(), "not-found");
}

#[tokio::test]
async fn one_lost_picture_keeps_nobody_from_the_rest() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let (png, words) = (crate::import::png(), "![[그림.png]] ![[문서.pdf]]");
    let vault = zipped_bytes(&[
        (".obsidian/app.json", b"{}"),
        ("봄.md", words.as_bytes()),
        ("그림.png", &png),
        ("문서.pdf", b"%PDF-1.7 words"),
    ]);
    brought(&mut browser, "vault.zip", &vault, "team").await;
    let whole = unzipped(&taken(&mut browser).await);
    let lost =
        whole.keys().find_map(|name| name.strip_prefix("uploads/").filter(|name| !name.ends_with("pdf"))).unwrap();
    std::fs::remove_file(house.path().join("uploads").join(lost)).unwrap();
    let rest = unzipped(&taken(&mut browser).await);
    assert_eq!(rest.len(), whole.len() - 1);
    assert!(rest.iter().all(|(name, bytes)| !name.ends_with(lost) && whole[name] == *bytes));
}
