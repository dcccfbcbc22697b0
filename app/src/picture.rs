//! Pictures, drawn anew: what leaves here was written by us, pixel by pixel. Nothing of the file that was
//! sent survives but what it shows: no place and time (EXIF), no colour profile, no text behind the picture's end.
//! A member's picture becomes a square; one that comes with somebody's words stays as it is, but for its size.

mod drawn; // a picture that comes with somebody's words
mod moving; // one that moves
mod studio; // off the threads that answer, one at a time

use std::io::Cursor;

use domain::problem::Why;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{
    DynamicImage, GenericImageView, ImageDecoder, ImageError, ImageFormat, ImageReader, ImageResult, Limits, Rgb,
    RgbImage, Rgba,
};

pub(crate) use drawn::Drawn;
pub(crate) use studio::Studio;

/// Width and height of a picture that is kept, in pixels.
const SIDE: u32 = 256;

/// The largest file taken, in bytes.
pub(crate) const MOST_BYTES: usize = domain::upload::MOST_BYTES;

/// The most pixels, in millions: a phone's largest photograph.
const MOST_MEGAPIXELS: u32 = 50;

/// What decoding may hold at once, in bytes: the most pixels at four bytes each, and some.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// Of 100.
const JPEG_QUALITY: u8 = 85;

/// A square JPEG of [`SIDE`] pixels from a PNG, JPEG, WebP or GIF: its middle, upright, on white; the first frame if it
/// moves. Up to a few seconds of work and 500 MB: call it on a blocking thread, one at a time.
///
/// # Errors
/// [`Why::Empty`], [`Why::TooBig`], [`Why::NotAPicture`] (by content, whatever its name says) or
/// [`Why::TooManyPixels`], which is known before anything is decoded.
fn redraw(bytes: &[u8]) -> Result<Vec<u8>, Why> {
    let mut decoder = checked(bytes)?;
    let upright = decoder.orientation().map_err(|error| refusal(&error))?;
    let mut picture = DynamicImage::from(square(&decoded(decoder).map_err(|error| refusal(&error))?));
    picture.apply_orientation(upright);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, JPEG_QUALITY).encode_image(&picture).map_err(|error| refusal(&error))?;
    Ok(jpeg)
}

/// What reads a file, when it is a picture of a size that we take. Nothing is decoded yet.
fn checked(bytes: &[u8]) -> Result<impl ImageDecoder, Why> {
    match bytes.len() {
        0 => return Err(Why::Empty),
        length if length > MOST_BYTES => return Err(Why::TooBig { limit: MOST_BYTES, bytes: length }),
        _ => {}
    }
    let decoder = header(bytes)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > u64::from(MOST_MEGAPIXELS) * 1_000_000 {
        return Err(too_many_pixels());
    }
    Ok(decoder)
}

/// Whether a file begins as a picture that we read does, whatever its name says.
pub(crate) fn is_picture(bytes: &[u8]) -> bool {
    image::guess_format(bytes).is_ok_and(is_ours)
}

fn is_ours(format: ImageFormat) -> bool {
    matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP | ImageFormat::Gif)
}

fn header(bytes: &[u8]) -> Result<impl ImageDecoder, Why> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Why::NotAPicture)?;
    if !reader.format().is_some_and(is_ours) {
        return Err(Why::NotAPicture);
    }
    reader.limits(limits());
    reader.into_decoder().map_err(|error| refusal(&error))
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    limits
}

fn decoded(mut decoder: impl ImageDecoder) -> ImageResult<DynamicImage> {
    let mut limits = limits();
    limits.reserve(decoder.total_bytes())?; // the pixels themselves, which not every decoder counts
    decoder.set_limits(limits)?;
    DynamicImage::from_decoder(decoder)
}

/// The middle on white; white first, or the colours of what is transparent would bleed into the edges.
fn square(picture: &DynamicImage) -> RgbImage {
    let (width, height) = picture.dimensions();
    let side = width.min(height);
    let (left, top) = ((width - side) / 2, (height - side) / 2);
    let middle = RgbImage::from_fn(side, side, |x, y| on_white(picture.get_pixel(left + x, top + y)));
    imageops::resize(&middle, SIDE, SIDE, FilterType::CatmullRom)
}

fn on_white(Rgba([red, green, blue, alpha]): Rgba<u8>) -> Rgb<u8> {
    let over = |colour: u8| {
        let (colour, alpha) = (u16::from(colour), u16::from(alpha));
        u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
    };
    Rgb([over(red), over(green), over(blue)])
}

fn too_many_pixels() -> Why {
    Why::TooManyPixels { megapixels: MOST_MEGAPIXELS }
}

fn refusal(error: &ImageError) -> Why {
    match error {
        ImageError::Limits(_) => too_many_pixels(),
        _ => Why::NotAPicture,
    }
}

#[cfg(test)]
mod tests;
