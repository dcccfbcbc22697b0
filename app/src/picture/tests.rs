use image::RgbaImage;

use super::*;

const RED: Rgb<u8> = Rgb([220, 20, 20]);
const BLUE: Rgb<u8> = Rgb([20, 20, 220]);

fn file(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Red in its upper half, blue in its lower.
fn red_over_blue(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |_, y| if y < height / 2 { RED } else { BLUE })
}

fn drawn(bytes: &[u8]) -> RgbImage {
    let jpeg = redraw(bytes).unwrap();
    assert_eq!(image::guess_format(&jpeg).unwrap(), ImageFormat::Jpeg);
    let picture = image::load_from_memory(&jpeg).unwrap().into_rgb8();
    assert_eq!(picture.dimensions(), (SIDE, SIDE));
    picture
}

fn is_like(one: Rgb<u8>, other: Rgb<u8>) -> bool {
    one.0.iter().zip(other.0).all(|(one, other)| one.abs_diff(other) < 25)
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// A JPEG with an APP1 segment behind its first marker: little-endian EXIF 2.32 with an orientation, and a GPS directory
/// that says north and, as a canary, a date stamp.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]); // Orientation, SHORT
    tiff.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]); // GPSInfo, LONG: where it begins
    tiff.extend([0; 4]); // no next directory
    tiff.extend([2, 0]);
    tiff.extend([1, 0, 2, 0, 2, 0, 0, 0, b'N', 0, 0, 0]); // GPSLatitudeRef
    tiff.extend([0x1d, 0, 2, 0, 11, 0, 0, 0, 68, 0, 0, 0]); // GPSDateStamp
    tiff.extend([0; 4]);
    tiff.extend(b"2026:07:01\0");
    let length = u16::try_from(2 + 6 + tiff.len()).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, b"Exif\0\0", &tiff, &jpeg[2..]].concat()
}

/// A PNG of one header (PNG 3rd ed. §11.2.1) that claims a size, and an empty picture.
fn claiming(width: u32, height: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    for (kind, data) in [(b"IHDR", &header[..]), (b"IDAT", &[]), (b"IEND", &[])] {
        let chunk = [&kind[..], data].concat();
        png.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        png.extend(&chunk);
        png.extend(crc(&chunk).to_be_bytes());
    }
    png
}

/// CRC-32 as PNG has it (Annex D).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 })
    })
}

#[test]
fn each_kind_becomes_a_square_jpeg() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif] {
        let picture = drawn(&file(red_over_blue(300, 200), format));
        assert!(is_like(*picture.get_pixel(128, 20), RED), "{format:?}");
        assert!(is_like(*picture.get_pixel(128, 235), BLUE), "{format:?}");
    }
}

#[test]
fn other_kinds_of_picture_are_no_pictures_here() {
    // BMP, TIFF, AVIF and PPM, as they begin.
    for start in [&b"BM\x36\0\0\0"[..], b"II*\0\x08\0\0\0", b"\0\0\0\x20ftypavif\0\0\0\0", b"P6 1 1 255 abc"] {
        assert_eq!(redraw(start), Err(Why::NotAPicture));
    }
}

#[test]
fn what_is_transparent_becomes_white() {
    let hole = RgbaImage::from_fn(64, 64, |x, _| Rgba([220, 20, 20, if x < 32 { 0 } else { 255 }]));
    let picture = drawn(&file(hole, ImageFormat::Png));
    assert!(is_like(*picture.get_pixel(40, 128), Rgb([255; 3])));
    assert!(is_like(*picture.get_pixel(216, 128), RED));
}

#[test]
fn the_middle_is_kept() {
    let wide = RgbImage::from_fn(300, 100, |x, _| if (100..200).contains(&x) { RED } else { BLUE });
    let picture = drawn(&file(wide, ImageFormat::Png));
    for x in [3, 128, 252] {
        assert!(is_like(*picture.get_pixel(x, 128), RED), "{x}");
    }
}

#[test]
fn a_photograph_is_turned_upright_and_forgets_where_it_was_taken() {
    let photograph = with_exif(&file(red_over_blue(120, 120), ImageFormat::Jpeg), 6); // turned right, to stand upright
    assert!(holds(&photograph, b"Exif") && holds(&photograph, b"2026:07:01"));
    let jpeg = redraw(&photograph).unwrap();
    for metadata in [&b"Exif"[..], b"2026:07:01", b"\xff\xe1", b"http://ns.adobe.com"] {
        assert!(!holds(&jpeg, metadata), "{metadata:?}");
    }
    let picture = drawn(&photograph);
    assert!(is_like(*picture.get_pixel(235, 128), RED), "what was above is on the right");
    assert!(is_like(*picture.get_pixel(20, 128), BLUE));
}

#[test]
fn a_header_that_claims_too_many_pixels_is_refused_unread() {
    for (width, height) in [(60_000, 60_000), (u32::MAX >> 1, 1), (7_072, 7_072), (50_000_001, 1)] {
        assert_eq!(redraw(&claiming(width, height)), Err(Why::TooManyPixels { megapixels: 50 }), "{width}x{height}");
    }
    assert_eq!(redraw(&claiming(8, 8)), Err(Why::NotAPicture), "small, and without a pixel");
    let gif = [&b"GIF89a"[..], &60_000_u16.to_le_bytes(), &60_000_u16.to_le_bytes(), b"\0\0\0,\0\0\0\0\x01\0\x01\0\0"]
        .concat();
    assert_eq!(redraw(&gif), Err(Why::TooManyPixels { megapixels: 50 }));
}

#[test]
fn a_script_in_a_picture_does_not_come_out() {
    let script = b"<script>alert(1)</script>";
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif] {
        let polyglot = [&file(red_over_blue(32, 32), format)[..], script].concat();
        if let Ok(jpeg) = redraw(&polyglot) {
            assert!(!holds(&jpeg, b"<script"), "{format:?}");
        }
    }
    for start in [&b"GIF89a=1;"[..], b"GIF89a", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\x20\0\0\0WEBP"] {
        assert!(redraw(&[start, script].concat()).is_err(), "{start:?}");
    }
}

#[test]
fn a_cut_file_is_refused_or_drawn_and_never_a_panic() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif] {
        let whole = file(red_over_blue(24, 24), format);
        for end in (1..whole.len()).step_by(5) {
            match redraw(&whole[..end]) {
                Ok(jpeg) => assert!(jpeg.starts_with(b"\xff\xd8")),
                Err(why) => assert_eq!(why, Why::NotAPicture, "{format:?} {end}"),
            }
        }
        assert_eq!(redraw(&whole[..20]), Err(Why::NotAPicture), "{format:?}");
    }
}

#[test]
fn what_is_no_picture_is_refused() {
    for text in ["<svg xmlns='http://www.w3.org/2000/svg'/>", "<!doctype html><p>picture.png", "지은", "%PDF-1.7", "\0"]
    {
        assert_eq!(redraw(text.as_bytes()), Err(Why::NotAPicture), "{text}");
    }
    assert_eq!(redraw(b""), Err(Why::Empty));
    let long = vec![0; MOST_BYTES + 1];
    assert_eq!(redraw(&long), Err(Why::TooBig { limit: MOST_BYTES, bytes: MOST_BYTES + 1 }));
}

#[test]
fn the_smallest_picture_is_one_too() {
    assert!(is_like(*drawn(&file(RgbImage::from_pixel(1, 1, RED), ImageFormat::Png)).get_pixel(9, 9), RED));
    assert!(is_like(*drawn(&file(RgbImage::from_pixel(900, 1, RED), ImageFormat::Png)).get_pixel(9, 9), RED));
}
