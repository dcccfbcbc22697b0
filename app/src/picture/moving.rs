//! A GIF that moves is drawn anew frame by frame, while that is no more work than one large picture.

use std::io::Cursor;

use image::codecs::gif::{GifDecoder, GifEncoder, Repeat};
use image::metadata::LoopCount;
use image::{AnimationDecoder, Frames, ImageDecoder, ImageResult};

use super::drawn::Drawn;
use super::{MOST_BYTES, limits};

/// The most frames.
const MOST_FRAMES: u64 = 600;

/// The most pixels of all frames together, in millions.
const MOST_MEGAPIXELS: u64 = 60;

/// How exactly colours are chosen, from 1 (best) to 30.
const SPEED: i32 = 10;

/// Whether there is more than one frame. A canvas of which two are too much is not looked at: it would not move anyway.
pub(super) fn has_frames(file: &[u8], dimensions: (u32, u32)) -> bool {
    most_frames(dimensions) > 1
        && frames(file).is_ok_and(|(frames, _)| frames.take(2).filter(Result::is_ok).count() == 2)
}

/// The same, written by us; none when it is too much of it, or a frame cannot be read. Its canvas has `dimensions`.
pub(super) fn draw(file: &[u8], dimensions: (u32, u32)) -> Option<Drawn> {
    let most = most_frames(dimensions);
    let count = frames(file).ok()?.0.take(usize::try_from(most + 1).ok()?).filter(Result::is_ok).count();
    if u64::try_from(count).ok()? > most {
        return None;
    }
    let bytes = redrawn(file).ok().filter(|bytes| bytes.len() <= MOST_BYTES)?;
    Some(Drawn { dimensions, ending: "gif", bytes, narrower: Vec::new(), stilled: false })
}

fn most_frames((width, height): (u32, u32)) -> u64 {
    let pixels = u64::from(width) * u64::from(height);
    (MOST_MEGAPIXELS * 1_000_000 / pixels.max(1)).min(MOST_FRAMES)
}

fn redrawn(file: &[u8]) -> ImageResult<Vec<u8>> {
    let (frames, repeat) = frames(file)?;
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new_with_speed(&mut bytes, SPEED);
    encoder.set_repeat(repeat)?;
    encoder.try_encode_frames(frames)?;
    drop(encoder);
    Ok(bytes)
}

fn frames(file: &[u8]) -> ImageResult<(Frames<'_>, Repeat)> {
    let mut decoder = GifDecoder::new(Cursor::new(file))?;
    decoder.set_limits(limits())?;
    let repeat = match decoder.loop_count() {
        LoopCount::Infinite => Repeat::Infinite,
        LoopCount::Finite(times) => Repeat::Finite(u16::try_from(times.get()).unwrap_or(u16::MAX)),
    };
    Ok((decoder.into_frames(), repeat))
}
