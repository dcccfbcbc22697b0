//! Whether a picture was drawn by us before: then drawing it again could only blur it.

/// A marker's first byte (ITU-T T.81 §B.1.1.2).
const MARK: u8 = 0xFF;
/// Where the picture's own bits begin.
const SCAN: u8 = 0xDA;
/// The last marker.
const END: u8 = 0xD9;

/// Whether `file` is what our own encoder writes: byte for byte what it wrote just now; or a JPEG whose headers are
/// those, with nothing but a picture's own bits behind them: no place and time, no profile, no words, no second file.
pub(super) fn drawn_by_us(file: &[u8], again: &[u8]) -> bool {
    file == again || matches!((parts(file), parts(again)), (Some(one), Some(other)) if one == other)
}

/// The headers of a JPEG with one scan and nothing behind it.
fn parts(jpeg: &[u8]) -> Option<&[u8]> {
    let mut at = jpeg.starts_with(&[MARK, 0xD8]).then_some(2)?;
    loop {
        let (mark, kind) = (*jpeg.get(at)?, *jpeg.get(at + 1)?);
        let length = usize::from(u16::from_be_bytes([*jpeg.get(at + 2)?, *jpeg.get(at + 3)?]));
        if mark != MARK || length < 2 {
            return None;
        }
        at += 2 + length;
        if kind == SCAN {
            return is_one_scan(jpeg.get(at..)?).then(|| &jpeg[..at]);
        }
    }
}

/// Only bits until the end: after `FF` stands 0, or the end (ITU-T T.81 §B.1.1.5). We write no restarts.
fn is_one_scan(bits: &[u8]) -> bool {
    let Some((end, bits)) = bits.split_last_chunk::<2>().map(|(bits, end)| (end, bits)) else { return false };
    *end == [MARK, END] && bits.last() != Some(&MARK) && bits.windows(2).all(|pair| pair[0] != MARK || pair[1] == 0)
}

#[cfg(test)]
mod tests {
    use image::codecs::jpeg::JpegEncoder;
    use image::{Rgb, RgbImage};

    use super::*;

    fn jpeg(shade: u8, quality: u8) -> Vec<u8> {
        let picture =
            RgbImage::from_fn(40, 30, |x, y| Rgb([u8::try_from(x * 6).unwrap(), u8::try_from(y * 8).unwrap(), shade]));
        let mut out = Vec::new();
        JpegEncoder::new_with_quality(&mut out, quality).encode_image(&picture).unwrap();
        out
    }

    #[test]
    fn a_picture_of_ours_is_known_and_one_with_anything_else_in_it_is_not() {
        let (ours, again) = (jpeg(1, 85), jpeg(2, 85));
        assert_ne!(ours, again);
        assert!(drawn_by_us(&ours, &again));
        assert!(!drawn_by_us(&jpeg(1, 60), &again), "of another encoder");
        let behind = [&ours[..], b"words"].concat();
        assert!(!drawn_by_us(&behind, &again));
        let twice = [&ours[..], &again].concat();
        assert!(!drawn_by_us(&twice, &again));
        let mut comment = ours.clone();
        comment.splice(2..2, [0xFF, 0xFE, 0, 4, b'h', b'i']);
        assert!(!drawn_by_us(&comment, &again));
        assert!(!drawn_by_us(&ours[..ours.len() - 1], &again) && !drawn_by_us(b"", &again));
    }
}
