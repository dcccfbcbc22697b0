//! Pictures and files: what is taken and as what, who sees it, and when it goes.

use std::io::Cursor;
use std::os::unix::fs::PermissionsExt;

use axum::body::Body;
use axum::http::{Method, StatusCode};
use domain::api_token::Scope;
use domain::language::Language;
use domain::member::{EmailAddress, Role};
use image::codecs::gif::GifEncoder;
use image::{Delay, DynamicImage, Frame, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use jiff::SignedDuration;
use serde_json::Value;
use store::By;

use crate::browser::{Browser, Page};
use crate::house::{House, member};
use crate::program::Program;
use crate::writing::{begun, write};

const SCRIPT: &[u8] = b"<script>alert(1)</script>";
const SVG: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>";

fn file(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn png() -> Vec<u8> {
    file(RgbImage::from_pixel(48, 32, Rgb([220, 20, 20])), ImageFormat::Png)
}

/// No two pixels alike, as in a photograph.
fn photograph(width: u32, height: u32) -> RgbImage {
    let part = |number: u32| u8::try_from(number % 256).unwrap();
    RgbImage::from_fn(width, height, |x, y| Rgb([part(x * 7 + y * 3), part(x * y / 5), part(x * 13 + y * 11)]))
}

/// A JPEG with an APP1 segment: EXIF that says it was turned right, and where it was taken (EXIF 2.32).
fn with_exif(jpeg: &[u8]) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]); // Orientation
    tiff.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]); // GPSInfo: where it begins
    tiff.extend([0; 4]);
    tiff.extend([2, 0]);
    tiff.extend([1, 0, 2, 0, 2, 0, 0, 0, b'N', 0, 0, 0]); // GPSLatitudeRef
    tiff.extend([0x1d, 0, 2, 0, 11, 0, 0, 0, 68, 0, 0, 0]); // GPSDateStamp
    tiff.extend([0; 4]);
    tiff.extend(b"2026:07:01\0");
    let length = u16::try_from(2 + 6 + tiff.len()).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, b"Exif\0\0", &tiff, &jpeg[2..]].concat()
}

/// A PNG of one header (PNG 3rd ed. §11.2.1) that claims a size; its CRC (Annex D) is right.
fn claiming(width: u32, height: u32) -> Vec<u8> {
    let crc = |bytes: &[u8]| {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 })
        })
    };
    let header = [&b"IHDR"[..], &width.to_be_bytes(), &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    png.extend(&header);
    png.extend(crc(&header).to_be_bytes());
    png.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
    png.extend(b"\0\0\0\0IEND\xae\x42\x60\x82");
    png
}

fn moving(frames: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for number in 0..frames {
        let colour = Rgba([u8::try_from(number * 60).unwrap(), 20, 200, 255]);
        let delay = Delay::from_numer_denom_ms(100, 1);
        encoder.encode_frame(Frame::from_parts(RgbaImage::from_pixel(20, 10, colour), 0, 0, delay)).unwrap();
    }
    drop(encoder);
    bytes
}

/// Sends a file as a script does, and what it is told.
async fn sent(browser: &mut Browser, name: &str, file: &[u8]) -> (StatusCode, Value) {
    let head = format!("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
    let form = [head.as_bytes(), file, b"\r\n--edge--\r\n"].concat();
    let page = post_form(browser, form).await;
    (page.status, page.json())
}

async fn post_form(browser: &mut Browser, form: Vec<u8>) -> Page {
    let headers = [
        ("content-type", "multipart/form-data; boundary=edge"),
        ("sec-fetch-site", "same-origin"),
        ("accept", "application/json"),
    ];
    browser.ask(Method::POST, "/uploads", &headers, Body::from(form)).await
}

/// The address of a file that was kept.
async fn kept(browser: &mut Browser, name: &str, file: &[u8]) -> String {
    let (status, told) = sent(browser, name, file).await;
    assert_eq!(status, StatusCode::CREATED, "{told}");
    told["address"].as_str().unwrap().to_owned()
}

/// What a file that was not kept is told.
async fn refused(browser: &mut Browser, file: &[u8]) -> (StatusCode, String) {
    let (status, told) = sent(browser, "x.png", file).await;
    (status, told["problem"].as_str().unwrap_or_else(|| panic!("{status} {told}")).to_owned())
}

fn on_the_shelf(house: &House) -> Vec<String> {
    let Ok(folder) = std::fs::read_dir(house.path().join("uploads")) else { return Vec::new() };
    let mut names: Vec<_> = folder.map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

#[tokio::test]
async fn a_script_is_told_where_its_picture_is_and_how_to_write_it() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    let (status, told) = sent(&mut jieun, "화이트보드.png", &png()).await;
    assert_eq!(status, StatusCode::CREATED, "{told}");
    let name = told["name"].as_str().unwrap();
    assert_eq!(told["address"], format!("/uploads/{name}"));
    assert_eq!(told["markdown"], format!("![](/uploads/{name})"));
    assert_eq!((&told["kind"], &told["file_name"]), (&"picture".into(), &"화이트보드.png".into()));
    assert_eq!((told["width"].as_u64(), told["height"].as_u64()), (Some(48), Some(32)));
    let picture = jieun.get(told["address"].as_str().unwrap()).await;
    for (header, value) in [
        ("content-security-policy", "sandbox; default-src 'none'"),
        ("cache-control", "private, max-age=31536000, immutable"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(picture.headers[header], value, "{header}");
    }
    assert!(picture.headers["content-type"].to_str().unwrap().starts_with("image/"));
    assert_eq!(image::load_from_memory(&picture.bytes).unwrap().into_rgb8().dimensions(), (48, 32));
    let mode = |path: &str| house.path().join(path).metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("uploads"), mode(&format!("uploads/{name}"))), (0o700, 0o600));
}

#[tokio::test]
async fn a_plain_form_takes_several_and_leads_to_their_markdown() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    let page = jieun.get("/uploads").await;
    assert!(page.words(".empty-title").unwrap().contains("아직"), "{}", page.text());
    let part = |name: &str, file: &[u8]| {
        let head = format!("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        [head.as_bytes(), file, b"\r\n"].concat()
    };
    let form = [part("가.png", &png()), part("나.txt", b"words"), b"--edge--\r\n".to_vec()].concat();
    let headers = [("content-type", "multipart/form-data; boundary=edge"), ("sec-fetch-site", "same-origin")];
    let answer = jieun.ask(Method::POST, "/uploads", &headers, Body::from(form)).await;
    assert_eq!((answer.status, answer.location().as_str()), (StatusCode::SEE_OTHER, "/uploads"));
    let page = jieun.get("/uploads").await;
    assert!(page.words(".said-line").unwrap().starts_with("올렸어요"));
    assert_eq!(page.count(".uploads > li"), 2);
    let markdown = page.attribute(".uploads > li input", "value").unwrap();
    assert!(markdown.starts_with("[나.txt](/uploads/"), "the newest is first: {markdown}");
    assert_eq!(page.attribute(".uploads img", "alt").as_deref(), Some(""));

    let form = [part("다.png", b"\x89PNG\r\n\x1a\nno"), part("라.txt", b"more"), b"--edge--\r\n".to_vec()].concat();
    let answer = jieun.ask(Method::POST, "/uploads", &headers, Body::from(form)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.problem("file").unwrap().contains("다.png"), "what is wrong with which");
    assert_eq!(answer.count(".uploads > li"), 3, "and the other one is here");
    let answer = jieun.upload("/uploads", "file", "", b"").await;
    assert_eq!((answer.status, answer.problem("file").is_some()), (StatusCode::UNPROCESSABLE_ENTITY, true));
}

#[tokio::test]
async fn a_photograph_stands_upright_and_forgets_where_it_was_taken() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    let sent_file = with_exif(&file(photograph(600, 300), ImageFormat::Jpeg));
    assert!(holds(&sent_file, b"2026:07:01"));
    let address = kept(&mut jieun, "IMG_1.JPG", &sent_file).await;
    assert!(address.ends_with("-300x600.jpg"), "{address}");
    for address in [address.clone(), format!("{address}?w=480")] {
        let picture = jieun.get(&address).await;
        assert_eq!(picture.headers["content-type"], "image/jpeg");
        for metadata in [&b"Exif"[..], b"2026:07:01", b"\xff\xe1"] {
            assert!(!holds(&picture.bytes, metadata), "{metadata:?}");
        }
    }
}

#[tokio::test]
async fn a_wide_picture_is_kept_at_a_sensible_size_and_in_narrower_ones() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    let address = kept(&mut jieun, "a.jpg", &file(photograph(2600, 130), ImageFormat::Jpeg)).await;
    assert!(address.ends_with("-2400x120.jpg"), "{address}");
    for (query, width) in [("", 2400), ("?w=480", 480), ("?w=960", 960), ("?w=1600", 1600)] {
        let picture = jieun.get(&format!("{address}{query}")).await;
        assert_eq!(image::load_from_memory(&picture.bytes).unwrap().width(), width, "{query}");
    }
    assert_eq!(jieun.get(&format!("{address}?w=481")).await.status, StatusCode::NOT_FOUND);
    let small = kept(&mut jieun, "a.png", &png()).await;
    assert_eq!(jieun.get(&format!("{small}?w=960")).await.bytes, jieun.get(&small).await.bytes);
}

#[tokio::test]
async fn what_a_picture_is_its_content_says() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    let wrong_ending = kept(&mut jieun, "notes.txt", &png()).await;
    assert!(wrong_ending.contains("-48x32."), "{wrong_ending}");
    let hole = RgbaImage::from_fn(64, 64, |x, _| Rgba([220, 20, 20, if x < 32 { 0 } else { 255 }]));
    let address = kept(&mut jieun, "hole.png", &file(hole, ImageFormat::Png)).await;
    let picture = image::load_from_memory(&jieun.get(&address).await.bytes).unwrap();
    assert_eq!(picture.into_rgba8().get_pixel(3, 3).0[3], 0, "what is transparent stays so");
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif] {
        let polyglot = [&file(photograph(32, 32), format)[..], SCRIPT].concat();
        let (status, told) = sent(&mut jieun, "x.html", &polyglot).await;
        if status == StatusCode::CREATED {
            let page = jieun.get(told["address"].as_str().unwrap()).await;
            assert!(!holds(&page.bytes, b"<script"), "{format:?}");
            assert!(page.headers["content-type"].to_str().unwrap().starts_with("image/"));
        }
    }
}

#[tokio::test]
async fn a_moving_picture_keeps_moving() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    let address = kept(&mut jieun, "a.gif", &moving(3)).await;
    assert!(address.ends_with("-20x10.gif"), "{address}");
    let bytes = jieun.get(&format!("{address}?w=480")).await.bytes;
    let decoder = image::codecs::gif::GifDecoder::new(Cursor::new(bytes)).unwrap();
    assert_eq!(image::AnimationDecoder::into_frames(decoder).count(), 3);
    let still = kept(&mut jieun, "b.gif", &moving(1)).await;
    assert!(std::path::Path::new(&still).extension() != Some("gif".as_ref()), "{still}");
    let (_, told) = sent(&mut jieun, "c.gif", &moving(4)[..]).await;
    assert_eq!(told.get("note"), None, "nothing was lost");
}

#[tokio::test]
async fn a_drawing_with_a_script_is_only_ever_a_download() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    for (name, file, ending) in [
        ("그림.svg", SVG, "svg"),
        ("x.png", SVG, "bin"),
        ("x.html", b"<!doctype html><script>alert(1)</script>", "bin"),
        ("x.xhtml", b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "bin"),
        ("x.js", b"alert(1)", "bin"),
    ] {
        let (status, told) = sent(&mut jieun, name, file).await;
        assert_eq!((status, &told["kind"]), (StatusCode::CREATED, &"file".into()), "{name}");
        let address = told["address"].as_str().unwrap();
        assert!(address.ends_with(&format!(".{ending}")), "{address}");
        let page = jieun.get(address).await;
        assert_eq!(page.bytes, file, "as it came");
        assert_eq!(page.headers["content-type"], "application/octet-stream", "{name}");
        assert_eq!(page.headers["x-content-type-options"], "nosniff");
        assert_eq!(page.headers["content-security-policy"], "sandbox; default-src 'none'");
        let disposition = page.headers["content-disposition"].to_str().unwrap();
        assert!(disposition.starts_with("attachment; filename=\""), "{disposition}");
    }
    let (_, told) = sent(&mut jieun, "회고 \u{202e}.pdf", b"%PDF-1.7").await;
    let page = jieun.get(told["address"].as_str().unwrap()).await;
    assert_eq!(page.headers["content-type"], "application/pdf");
    let disposition = page.headers["content-disposition"].to_str().unwrap();
    assert!(disposition.ends_with("filename*=UTF-8''%ED%9A%8C%EA%B3%A0%20.pdf"), "{disposition}");
}

#[tokio::test]
async fn what_is_wrong_is_said_in_the_readers_language_and_nothing_is_left() {
    let house = House::founded().await;
    let (mut jieun, mut ada) = (house.signed_in("jieun").await, house.signed_in("ada").await);
    let large = vec![b'x'; (10 << 20) + 1];
    let broken = [&b"\x89PNG\r\n\x1a\n"[..], SCRIPT].concat();
    for (file, status, korean, english) in [
        (&claiming(60_000, 60_000)[..], StatusCode::UNPROCESSABLE_ENTITY, "5000만 화소", "50 million pixels"),
        (&broken, StatusCode::UNPROCESSABLE_ENTITY, "읽을 수 없는 사진", "cannot read this picture"),
        (b"", StatusCode::UNPROCESSABLE_ENTITY, "비어 있어요", "This is empty"),
        (&large, StatusCode::PAYLOAD_TOO_LARGE, "10MB까지", "At most 10 MB"),
    ] {
        for (browser, said) in [(&mut jieun, korean), (&mut ada, english)] {
            let (found, problem) = refused(browser, file).await;
            assert_eq!(found, status, "{problem}");
            assert!(problem.contains(said), "{problem:?} does not say {said:?}");
        }
    }
    let fits = kept(&mut jieun, "x.bin", &large[1..]).await;
    assert_eq!(jieun.get(&fits).await.bytes.len(), 10 << 20);
    assert_eq!(on_the_shelf(&house).len(), 1, "the one that fits");
}

#[tokio::test]
async fn a_form_that_breaks_off_leaves_nothing_behind() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    let head = b"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nwords";
    for form in [
        head.to_vec(),
        [&head[..], b"\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.txt\"\r\n\r\nmo"]
            .concat(),
        b"--edge\r\nContent-Disp".to_vec(),
        Vec::new(),
        b"words".to_vec(),
    ] {
        let page = post_form(&mut jieun, form).await;
        assert!(page.status.is_client_error(), "{} {}", page.status, page.text());
        assert!(page.json()["problem"].is_string());
    }
    let far = vec![b'x'; 62 << 20];
    let (status, _) = sent(&mut jieun, "x", &far).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(on_the_shelf(&house), Vec::<String>::new());
    assert_eq!(jieun.get("/uploads").await.count(".uploads > li"), 0);
}

#[tokio::test]
async fn no_name_leads_anywhere_but_to_an_upload() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    kept(&mut jieun, "x.txt", b"words").await;
    for name in [
        "..%2Fsecret",
        "%2e%2e%2fdasi.sqlite",
        "..",
        ".",
        "secret",
        "k3v9x0c8r2m5w7q1.txt",
        "k3v9x0c8r2m5w7q1.txt%00",
        "%2Fetc%2Fpasswd",
        "..%5C..%5Csecret",
    ] {
        let page = jieun.get(&format!("/uploads/{name}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{name}");
    }
    let narrow = &on_the_shelf(&house)[0];
    assert_eq!(jieun.get(&format!("/uploads/{narrow}@480")).await.status, StatusCode::NOT_FOUND);
    let address = kept(&mut jieun, "../../../../x/../evil.txt", b"words").await;
    assert_eq!(jieun.get(&address).await.text(), "words");
    assert_eq!(on_the_shelf(&house).len(), 2);
}

#[tokio::test]
async fn a_part_is_served_and_what_is_known_is_not_sent_again() {
    let house = House::founded().await;
    let mut jieun = house.signed_in("jieun").await;
    let address = kept(&mut jieun, "x.zip", &vec![7; 4096]).await;
    let part = jieun.ask(Method::GET, &address, &[("range", "bytes=10-19")], Body::empty()).await;
    assert_eq!((part.status, part.bytes.len()), (StatusCode::PARTIAL_CONTENT, 10));
    let tag = jieun.get(&address).await.headers["etag"].to_str().unwrap().to_owned();
    let known = jieun.ask(Method::GET, &address, &[("if-none-match", &tag)], Body::empty()).await;
    assert_eq!((known.status, known.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    let beyond = jieun.ask(Method::GET, &address, &[("range", "bytes=9000-")], Body::empty()).await;
    assert_eq!(beyond.status, StatusCode::RANGE_NOT_SATISFIABLE);
}

#[tokio::test]
async fn a_picture_is_seen_by_whoever_reads_a_post_that_uses_it() {
    let house = House::founded().await;
    for (name, who, role) in [("나리", "nari", Role::Admin), ("Tomas", "tomas", Role::Member)] {
        house.store.add_member(&member(name, who, role, Language::Korean, ""), &By::command_line()).await.unwrap();
    }
    let tomas = EmailAddress::parse("tomas@example.com").unwrap();
    let tomas = house.store.member_by_email(&tomas).await.unwrap().unwrap().member.id;
    house.store.leave(None, tomas, None, &By::command_line()).await.unwrap();
    let mut haneul = house.signed_in("haneul").await;
    let address = kept(&mut haneul, "a.png", &png()).await;
    let everybody = ["jieun", "nari", "ada", "tomas"];
    for who in everybody {
        let page = house.signed_in(who).await.get(&address).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{who}: nobody's yet but their own");
    }
    let stranger = house.browser().get(&address).await;
    assert!(stranger.status.is_redirection() && stranger.location().starts_with("/sign-in"));

    let post = write(&mut haneul, "그림이 있는 글", &format!("![]({address})")).await;
    for (who, status) in everybody.into_iter().zip([200, 200, 200, 404]) {
        assert_eq!(house.signed_in(who).await.get(&address).await.status, status, "{who}");
    }
    let form = begun(&mut haneul, &post, "그림이 있는 글", "그림을 지운 글").await;
    let fields: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    haneul.submit(&format!("{post}/edit"), &fields).await;
    let mut ada = house.signed_in("ada").await;
    assert_eq!(ada.get(&address).await.status, StatusCode::OK, "history keeps it");
    let page = ada.get(&format!("{post}/uploads")).await;
    assert_eq!(page.count(".uploads > li"), 1);
    assert!(page.text().contains("In an earlier text alone"), "{}", page.text());
    let mine = haneul.get("/uploads").await;
    assert!(mine.words(".upload-uses").unwrap().contains("(예전 글에서)"));
}

#[tokio::test]
async fn naming_a_strangers_picture_does_not_make_it_mine() {
    let house = House::founded().await;
    let mut haneul = house.signed_in("haneul").await;
    let address = kept(&mut haneul, "a.png", &png()).await;
    let mut ada = house.signed_in("ada").await;
    let post = write(&mut ada, "Guessing", &format!("![]({address})")).await;
    assert_eq!(ada.get(&address).await.status, StatusCode::NOT_FOUND);
    assert_eq!(ada.get(&format!("{post}/uploads")).await.count(".uploads > li"), 0);
    assert_eq!(ada.post(&format!("{address}/remove"), &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_unused_may_be_removed_and_what_is_used_stays() {
    let house = House::founded().await;
    let mut haneul = house.signed_in("haneul").await;
    let (used, unused) = (kept(&mut haneul, "a.png", &png()).await, kept(&mut haneul, "b.txt", b"b").await);
    write(&mut haneul, "글", &format!("![]({used})")).await;
    let page = haneul.submit(&format!("{used}/remove"), &[]).await;
    assert!(page.words(".said-line").unwrap().contains("지우지 않았어요"));
    assert_eq!(page.count(".uploads > li .dialog"), 1, "only what is unused offers it");
    let page = haneul.submit(&format!("{unused}/remove"), &[]).await;
    assert_eq!(page.words(".said-line").unwrap(), "파일을 지웠어요.");
    assert_eq!((page.count(".uploads > li"), on_the_shelf(&house).len()), (1, 1));
    assert_eq!(haneul.get(&unused).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_nobody_uses_goes_after_thirty_days_and_history_keeps_the_rest() {
    let house = House::founded().await;
    let mut haneul = house.signed_in("haneul").await;
    let (used, unused) = (kept(&mut haneul, "a.png", &png()).await, kept(&mut haneul, "b.png", &png()).await);
    let post = write(&mut haneul, "글", &format!("![]({used})")).await;
    let form = begun(&mut haneul, &post, "글", "그림 없이").await;
    let fields: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    haneul.submit(&format!("{post}/edit"), &fields).await;
    let day = SignedDuration::from_hours(24);
    assert_eq!(house.turn_after(day * 29).await.uploads_removed, 0);
    assert_eq!(house.signed_in("haneul").await.get(&unused).await.status, StatusCode::OK);
    assert_eq!(house.turn_after(day * 2).await.uploads_removed, 1);
    assert_eq!(house.signed_in("haneul").await.get(&unused).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.signed_in("haneul").await.get(&used).await.status, StatusCode::OK);
    assert_eq!(house.turn_after(day * 90).await.uploads_removed, 0);
    assert_eq!(on_the_shelf(&house).len(), 1);
}

#[tokio::test]
async fn a_member_brings_so_much_at_once_and_no_more() {
    let house = House::founded().await;
    let mut haneul = house.signed_in("haneul").await;
    for _ in 0..60 {
        kept(&mut haneul, "a.txt", b"words").await;
    }
    let (status, problem) = refused(&mut haneul, b"words").await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS, "{problem}");
    kept(&mut house.signed_in("ada").await, "a.txt", b"words").await;
}

#[tokio::test]
async fn programs_bring_read_and_list_them() {
    let house = House::founded().await;
    let mut program = Program::of(&house, "ada", Scope::Write).await;
    let form = |name: &str, file: &[u8]| {
        let head = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"a.png\"\r\n\r\n");
        Body::from([head.as_bytes(), file, b"\r\n--edge--\r\n"].concat())
    };
    let kind = Some("multipart/form-data; boundary=edge");
    let made = program.ask(Method::POST, "/uploads", kind, form("file", &png())).await;
    assert_eq!(made.status, StatusCode::CREATED);
    let told = made.json();
    let name = told["name"].as_str().unwrap();
    assert_eq!(made.location(), format!("/api/v1/uploads/{name}"));
    let picture = program.get(&format!("/uploads/{name}")).await;
    assert_eq!(image::load_from_memory(&picture.bytes).unwrap().width(), 48);

    let mut post = crate::program::write_up("With a picture", told["markdown"].as_str().unwrap());
    post["summary"] = "x".into();
    let id = program.post("/posts", &post).await.json()["id"].clone();
    let list = program.get(&format!("/posts/{id}/uploads")).await.json();
    assert_eq!(list["uploads"][0]["name"], name);
    assert_eq!((&list["uploads"][0]["current"], &list["uploads"][0]["by"]["name"]), (&true.into(), &"Ada".into()));

    let mut reader = Program::of(&house, "haneul", Scope::Read).await;
    assert_eq!(reader.get(&format!("/uploads/{name}")).await.status, StatusCode::OK);
    assert_eq!(reader.get("/uploads/k3v9x0c8r2m5w7q1.txt").await.status, StatusCode::NOT_FOUND);
    let refused = reader.ask(Method::POST, "/uploads", kind, form("file", &png())).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let bomb = program.ask(Method::POST, "/uploads", kind, form("file", &claiming(60_000, 60_000))).await;
    assert_eq!(bomb.flaws(), [("file".to_owned(), "too_many_pixels".to_owned())]);
    let none = program.ask(Method::POST, "/uploads", kind, form("picture", &png())).await;
    assert_eq!(none.flaws(), [("file".to_owned(), "empty".to_owned())]);
    let large = vec![b'x'; (10 << 20) + 1];
    let large = program.ask(Method::POST, "/uploads", kind, form("file", &large)).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    let json = program.post("/uploads", &serde_json::json!({})).await;
    assert_eq!(json.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_post_for_the_blog_takes_its_pictures_along() {
    let house = House::founded().await;
    let mut haneul = house.signed_in("haneul").await;
    let address = kept(&mut haneul, "a.png", &png()).await;
    let name = address.strip_prefix("/uploads/").unwrap();
    let post = write(&mut haneul, "With a picture", &format!("![칠판]({address})\n\n글")).await;
    let page = haneul.get(&format!("{post}/blog")).await;
    assert_eq!(page.attribute(".file img", "src").unwrap(), address);
    let zip = haneul.get(&format!("{post}/blog.zip?slug=x")).await;
    let mut archive = zip::ZipArchive::new(Cursor::new(zip.bytes)).unwrap();
    let mut read = |path: &str| {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut archive.by_name(path).unwrap(), &mut bytes).unwrap();
        bytes
    };
    let text = String::from_utf8(read("content/posts/x/index.md")).unwrap();
    assert!(text.contains(&format!("![칠판]({name})")), "{text}");
    assert_eq!(read(&format!("content/posts/x/{name}")), haneul.get(&address).await.bytes);

    let mut ada = house.signed_in("ada").await;
    let strangers = kept(&mut haneul, "b.png", &png()).await;
    let post = write(&mut ada, "Guessing", &format!("![]({strangers})")).await;
    let page = ada.get(&format!("{post}/blog")).await;
    assert!(page.words(".notice").unwrap().contains("not there"), "{}", page.text());
    assert_eq!(ada.get(&format!("{post}/blog.zip?slug=x")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}
