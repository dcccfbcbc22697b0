//! The built files: kept for ever by their hash, as compressed when built; pages are compressed on their way.

use std::path::Path;

use app::{AppState, Assets, Settings};
use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use server::data::DataFolder;
use server::http;
use store::Clock;

use crate::browser::{Browser, Page};
use crate::house::House;

const CSS: &str = "/pkg/dasi.abc.css";

/// A house with a built style sheet beside it, in plain and in Brotli.
async fn built(folder: &Path) -> Browser {
    let site = folder.join("site");
    std::fs::create_dir_all(site.join("pkg")).unwrap();
    std::fs::write(site.join("pkg/dasi.abc.css"), "body{}").unwrap();
    std::fs::write(site.join("pkg/dasi.abc.css.br"), "brotli").unwrap();
    std::fs::write(site.join("robots.txt"), "User-agent: *").unwrap();
    let data = DataFolder::open(&folder.join("data")).unwrap();
    let store = data.store(Clock::System).await.unwrap();
    let settings = Settings {
        url: "http://dasi.test".into(),
        secure: false,
        smtp: false,
        assets: Assets { css: CSS.into(), ..Assets::default() },
        secret: data.secret().unwrap(),
        provider: None,
    };
    Browser::new(http::router(AppState::new(store, settings), Some(&site), Vec::new()))
}

async fn get(browser: &mut Browser, path: &str, encoding: &str) -> Page {
    browser.ask(Method::GET, path, &[("accept-encoding", encoding)], Body::empty()).await
}

#[tokio::test]
async fn a_file_with_a_hash_is_kept_for_ever_and_a_missing_one_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut browser = built(folder.path()).await;
    let css = get(&mut browser, CSS, "br").await;
    assert_eq!(css.headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert_eq!((css.headers[header::CONTENT_ENCODING].as_bytes(), css.bytes.as_slice()), (&b"br"[..], &b"brotli"[..]));
    assert_eq!(get(&mut browser, CSS, "identity").await.text(), "body{}");
    let missing = get(&mut browser, "/pkg/dasi.old.css", "br").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert!(!missing.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
    assert_eq!(
        get(&mut browser, "/robots.txt", "identity").await.headers[header::CACHE_CONTROL],
        "public, max-age=86400"
    );
}

#[tokio::test]
async fn pages_are_compressed_and_nobody_s_to_keep() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    for encoding in ["br", "gzip"] {
        let page = get(&mut browser, "/", encoding).await;
        assert_eq!(page.headers[header::CONTENT_ENCODING], encoding);
        assert_eq!(page.headers[header::CACHE_CONTROL], "private, no-cache");
    }
    assert!(get(&mut browser, "/", "identity").await.headers.get(header::CONTENT_ENCODING).is_none());
}
