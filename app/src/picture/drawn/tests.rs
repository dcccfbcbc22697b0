use image::codecs::gif::{GifDecoder, GifEncoder};
use image::{AnimationDecoder, Delay, Frame, ImageBuffer, Luma, Rgb, RgbImage, Rgba, RgbaImage};

use super::*;

fn file(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn noise(width: u32, height: u32) -> RgbImage {
    let mut state = 7_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    RgbImage::from_fn(width, height, |_, _| Rgb([next(), next(), next()]))
}

fn moving(frames: u16, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for number in 0..frames {
        let picture = RgbaImage::from_pixel(width, height, Rgba([number.to_be_bytes()[1], 200, 20, 255]));
        encoder.encode_frame(Frame::from_parts(picture, 0, 0, Delay::from_numer_denom_ms(50, 1))).unwrap();
    }
    drop(encoder);
    bytes
}

#[test]
fn each_is_kept_in_the_format_that_shows_it_best() {
    let drawing = RgbImage::from_fn(200, 100, |x, _| if x % 20 < 2 { Rgb([0; 3]) } else { Rgb([255; 3]) });
    let hole = RgbaImage::from_fn(64, 64, |x, y| Rgba([200, 20, 20, u8::try_from((x * y) % 256).unwrap()]));
    let solid = RgbaImage::from_pixel(64, 64, Rgba([200, 20, 20, 255]));
    for (what, bytes, endings) in [
        ("a photograph stays one", file(noise(90, 90), ImageFormat::Jpeg), &["jpg"][..]),
        ("one that came without loss becomes one", file(noise(90, 90), ImageFormat::Png), &["jpg"]),
        ("a drawing keeps its edges", file(drawing, ImageFormat::Png), &["png", "webp"]),
        ("what is transparent stays so", file(hole, ImageFormat::Png), &["png", "webp"]),
        ("what could be transparent and is not", file(solid, ImageFormat::WebP), &["png", "webp"]),
        ("one frame is no film", moving(1, 20, 20), &["png", "webp"]),
    ] {
        let drawn = draw(&bytes).unwrap();
        assert!(endings.contains(&drawn.ending), "{what}: {}", drawn.ending);
        assert!(!drawn.stilled, "{what}");
        let read = image::load_from_memory(&drawn.bytes).unwrap();
        assert_eq!(read.dimensions(), drawn.dimensions, "{what}");
    }
}

#[test]
fn nothing_is_wider_or_higher_than_2400_pixels_or_vanishes() {
    for ((width, height), kept) in
        [((2401, 1), (2400, 1)), ((1, 5000), (1, 2400)), ((6000, 30), (2400, 12)), ((2400, 2), (2400, 2))]
    {
        let drawn = draw(&file(noise(width, height), ImageFormat::Png)).unwrap();
        assert_eq!(drawn.dimensions, kept, "{width}x{height}");
        for (narrow, bytes) in drawn.narrower {
            assert_eq!(image::load_from_memory(&bytes).unwrap().width(), narrow);
        }
    }
}

#[test]
fn narrower_ones_are_made_of_what_is_wider_and_only_if_they_are_smaller() {
    let widths = |width| -> Vec<_> {
        let drawn = draw(&file(noise(width, 40), ImageFormat::Jpeg)).unwrap();
        drawn.narrower.iter().map(|(width, _)| *width).collect()
    };
    assert_eq!((widths(480), widths(481), widths(1601)), (vec![], vec![480], vec![480, 960, 1600]));
    let plain = draw(&file(RgbImage::new(1000, 1), ImageFormat::Png)).unwrap();
    assert!(plain.narrower.iter().all(|(_, bytes)| bytes.len() < plain.bytes.len()));
}

#[test]
fn sixteen_bits_and_grey_are_read_too() {
    let grey: ImageBuffer<Luma<u16>, Vec<u16>> =
        ImageBuffer::from_fn(40, 40, |x, _| Luma([u16::try_from(x * 1600).unwrap()]));
    let drawn = draw(&file(DynamicImage::ImageLuma16(grey), ImageFormat::Png)).unwrap();
    let read = image::load_from_memory(&drawn.bytes).unwrap().into_rgb8();
    assert!(read.get_pixel(39, 5).0[0] > 230 && read.get_pixel(0, 5).0[0] < 5);
}

#[test]
fn what_moves_keeps_moving_while_it_is_no_more_work_than_one_large_picture() {
    let drawn = draw(&moving(5, 30, 20)).unwrap();
    assert_eq!((drawn.ending, drawn.dimensions, drawn.stilled), ("gif", (30, 20), false));
    let frames = GifDecoder::new(Cursor::new(&drawn.bytes)).unwrap().into_frames().collect_frames().unwrap();
    assert_eq!(frames.len(), 5);
    assert_eq!(frames[4].delay().numer_denom_ms(), (50, 1));
    let long = draw(&moving(601, 4, 3)).unwrap();
    assert_eq!((long.ending == "gif", long.stilled, long.dimensions), (false, true, (4, 3)));
}

#[test]
fn a_film_that_breaks_off_is_stilled_or_refused_and_never_a_panic() {
    let whole = moving(4, 16, 16);
    for end in (1..whole.len()).step_by(7) {
        if let Ok(drawn) = draw(&whole[..end]) {
            assert_eq!(image::load_from_memory(&drawn.bytes).unwrap().dimensions(), (16, 16), "{end}");
        }
    }
}

#[test]
fn a_webp_says_in_its_flags_that_it_moves() {
    let mut header = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0".to_vec();
    header.extend([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert!(moves(&header, (1, 1)));
    header[20] = 0;
    assert!(!moves(&header, (1, 1)));
}
