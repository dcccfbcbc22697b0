//! Faces: a picture is drawn anew, shown to the team alone, and replaced under another address.

use std::io::Cursor;

use axum::http::StatusCode;
use domain::member::EmailAddress;
use image::{ImageFormat, Rgb, RgbImage};
use jiff::SignedDuration;
use store::By;

use crate::browser::{Browser, Page};
use crate::house::House;
use crate::writing::write;

const SCRIPT: &[u8] = b"<script>alert(1)</script>";

fn png(colour: [u8; 3]) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_pixel(48, 32, Rgb(colour)).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// Uploads a picture and goes where that leads.
async fn uploaded(browser: &mut Browser, file: &[u8]) -> Page {
    let answer = browser.upload("/settings/picture", "picture", "나.png", file).await;
    assert!(answer.status.is_redirection(), "{}: {}", answer.status, answer.text());
    let to = answer.location();
    browser.get(&to).await
}

/// Uploads what is no picture for us, in Korean and in English.
async fn refused(file: &[u8], korean: &str, english: &str) {
    let house = House::founded().await;
    for (who, message) in [("jieun", korean), ("ada", english)] {
        let mut browser = house.signed_in(who).await;
        let page = browser.upload("/settings/picture", "picture", "me.png", file).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{message}");
        let said = page.problem("picture").unwrap_or_default();
        assert!(said.contains(message), "{said:?} does not say {message:?}");
        assert_eq!(page.attribute("#picture", "aria-invalid").as_deref(), Some("true"));
        assert_eq!(browser.get("/settings").await.count("img.face"), 0, "nothing was stored");
    }
}

#[tokio::test]
async fn a_picture_is_shown_wherever_its_member_is() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    let post = write(&mut jieun, "상반기 회고", "글").await;
    assert_eq!(jieun.get("/settings").await.words(".portrait .face.large").unwrap(), "지은", "initials first");
    let page = uploaded(&mut jieun, &png([220, 20, 20])).await;
    assert_eq!(page.words(".said-line").unwrap(), "사진을 바꿨어요.");
    let address = page.attribute(".portrait img.face.large", "src").unwrap();
    assert_eq!(page.attribute(".portrait img", "alt").unwrap(), "지은님의 사진");
    assert_eq!(page.attribute(".bar img.face", "src").unwrap(), address);
    let mut ada = house.signed_in("ada").await;
    assert_eq!(ada.get(&post).await.attribute(".by img.face", "src").unwrap(), address);
    let picture = image::load_from_memory(&ada.get(&address).await.bytes).unwrap().into_rgb8();
    assert_eq!(picture.dimensions(), (256, 256));
    assert!(picture.get_pixel(128, 128).0[0] > 180);
}

#[tokio::test]
async fn a_picture_is_served_confined_and_kept_by_its_reader_alone() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let address = uploaded(&mut browser, &png([20, 20, 220])).await.attribute(".portrait img", "src").unwrap();
    let picture = browser.get(&address).await;
    for (name, value) in [
        ("content-type", "image/jpeg"),
        ("content-security-policy", "sandbox; default-src 'none'"),
        ("cache-control", "private, max-age=31536000, immutable"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(picture.headers[name], value, "{name}");
    }
    let stranger = house.browser().get(&address).await;
    assert!(stranger.status.is_redirection() && stranger.location().starts_with("/sign-in"));
    for nowhere in ["/members/2/picture", "/members/99/picture", "/members/x/picture"] {
        assert_eq!(browser.get(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
    }
}

#[tokio::test]
async fn another_picture_has_another_address_and_none_leaves_initials() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let first = uploaded(&mut browser, &png([220, 20, 20])).await.attribute(".bar img", "src").unwrap();
    house.clock.set(house.store.now() + SignedDuration::from_secs(1));
    let second = uploaded(&mut browser, &png([20, 20, 220])).await.attribute(".bar img", "src").unwrap();
    assert_ne!(first, second);
    let picture = image::load_from_memory(&browser.get(&second).await.bytes).unwrap().into_rgb8();
    assert!(picture.get_pixel(128, 128).0[2] > 180);
    let page = browser.submit("/settings/picture/remove", &[]).await;
    assert_eq!(page.words(".said-line").unwrap(), "사진을 지웠어요.");
    assert_eq!((page.count("img"), page.words(".bar .face").unwrap()), (0, "지은".into()));
    assert_eq!(browser.get(&second).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_left_keeps_their_face_for_the_team() {
    let house = House::founded().await;
    let mut haneul = house.signed_in("haneul").await;
    let address = uploaded(&mut haneul, &png([220, 20, 20])).await.attribute(".bar img", "src").unwrap();
    let email = EmailAddress::parse("haneul@example.com").unwrap();
    let member = house.store.member_by_email(&email).await.unwrap().unwrap().member.id;
    house.store.leave(None, member, None, &By::command_line()).await.unwrap();
    assert_eq!(house.signed_in("jieun").await.get(&address).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_file_of_twelve_megabytes() {
    refused(&vec![0; 12 << 20], "10MB까지 담을 수 있어요. 지금 12MB", "At most 10 MB; this is 12 MB").await;
}

#[tokio::test]
async fn more_than_is_even_counted() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let page = browser.upload("/settings/picture", "picture", "me.png", &vec![0; 65 << 20]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn what_is_no_picture() {
    refused(b"me", "읽을 수 없는 사진", "cannot read this picture").await;
    refused(b"", "비어 있어요", "This is empty").await;
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    refused(svg, "읽을 수 없는 사진", "cannot read this picture").await;
    let polyglot = [b"\x89PNG\r\n\x1a\n", SCRIPT].concat();
    refused(&polyglot, "읽을 수 없는 사진", "cannot read this picture").await;
}

#[tokio::test]
async fn a_pixel_bomb() {
    let side = 60_000_u16.to_le_bytes();
    let bomb = [&b"GIF89a"[..], &side, &side, b"\0\0\0,\0\0\0\0\x01\0\x01\0\0"].concat();
    let script = [b"GIF89a=1;", SCRIPT].concat(); // whose letters are its width and height
    refused(&script, "5000만 화소까지", "At most 50 million pixels").await;
    refused(&bomb, "5000만 화소까지", "At most 50 million pixels").await;
}

#[tokio::test]
async fn a_script_behind_a_picture_does_not_come_out() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    let page = uploaded(&mut browser, &[&png([220, 20, 20])[..], SCRIPT].concat()).await;
    let picture = browser.get(&page.attribute(".portrait img", "src").unwrap()).await;
    assert!(!picture.text().contains("script"));
}

#[tokio::test]
async fn a_form_that_is_no_form_of_ours() {
    let house = House::founded().await;
    let mut browser = house.signed_in("jieun").await;
    assert_eq!(browser.post("/settings/picture", &[("picture", "x")]).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(browser.get("/settings/picture").await.status, StatusCode::OK, "where a refused one is shown");
    let page = browser.upload("/settings/picture", "other", "me.png", &png([0; 3])).await;
    assert!(page.problem("picture").unwrap().contains("비어 있어요"));
}
