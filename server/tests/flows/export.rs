use std::io::{Cursor, Read};

use axum::http::{StatusCode, header};

use crate::house::House;
use crate::writing::write;

const BODY: &str = "## 스케줄러\n\n사람이 `거의` 신경 쓰지 않는다.\n\n:::internal\n고객사 이름은 파도상사\n:::\n\n{{< youtube id >}}\n";

#[tokio::test]
async fn the_page_shows_every_file_and_the_zip_holds_just_those() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "Airflow 스케줄러 이야기", BODY).await;
    let page = browser.get(&format!("{post}/blog")).await;
    assert_eq!(page.field("slug").unwrap(), "airflow");
    let shown = page.words(".file pre").unwrap();
    assert!(shown.contains("사람이 `거의` 신경 쓰지 않는다.") && !shown.contains("파도상사"), "{shown}");
    let zip = browser.get(&format!("{post}/blog.zip?slug=no-one-watches")).await;
    assert_eq!(zip.headers[header::CONTENT_TYPE], "application/zip");
    assert!(zip.headers[header::CONTENT_DISPOSITION].to_str().unwrap().contains("no-one-watches.zip"));
    let mut archive = zip::ZipArchive::new(Cursor::new(zip.bytes.clone())).unwrap();
    assert_eq!(archive.len(), 1);
    let mut file = archive.by_index(0).unwrap();
    assert_eq!(file.name().unwrap(), "content/posts/no-one-watches/index.md");
    let mut text = String::new();
    file.read_to_string(&mut text).unwrap();
    assert!(text.starts_with("---\n") && text.contains("isCJKLanguage: true") && text.contains("+09:00"), "{text}");
    assert!(!text.contains("파도상사") && !text.contains(":::"), "{text}");
    let body = text.splitn(3, "---\n").nth(2).unwrap(); // Hugo runs nothing in front matter
    assert!(!body.contains("{{<") && body.contains("youtube id"), "{body}");
    let again = browser.get(&format!("{post}/blog.zip?slug=no-one-watches")).await;
    assert_eq!(again.bytes, zip.bytes, "byte-identical");
}

#[tokio::test]
async fn an_open_internal_block_stops_the_export_and_says_where() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let post = write(&mut browser, "열린 블록", "밖\n\n:::internal\n안").await;
    let page = browser.get(&format!("{post}/blog")).await;
    assert!(page.words(".notice").unwrap().contains("3번째 줄"), "{}", page.text());
    assert_eq!(page.count(".file"), 0);
    assert_eq!(browser.get(&format!("{post}/blog.zip?slug=open")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn only_its_author_takes_a_post_out_of_the_house() {
    let house = House::founded().await;
    let post = write(&mut house.signed_in("jieun").await, "회고", "글").await;
    let mut other = house.signed_in("haneul").await;
    for path in [format!("{post}/blog"), format!("{post}/blog.zip?slug=x")] {
        assert_eq!(other.get(&path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(other.get(&post).await.count(&format!("a[href='{post}/blog']")), 0);
}
