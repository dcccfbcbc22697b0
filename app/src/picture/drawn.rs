//! A picture that comes with somebody's words: upright, of a sensible size, and in the format that shows it best.

use std::collections::HashSet;
use std::io::Cursor;

use domain::problem::Why;
use domain::upload::WIDTHS;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as Filter, PngDecoder, PngEncoder};
use image::codecs::webp::WebPEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, GenericImageView, ImageDecoder, ImageEncoder, ImageFormat, ImageResult};

use super::{JPEG_QUALITY, checked, decoded, moving, refusal};

/// The longest side of what is kept, in pixels.
const LONGEST: u32 = 2400;

/// What has fewer colours was drawn, and not photographed: JPEG would blur it.
const FEW_COLOURS: usize = 4096;

/// A picture as it is kept, and the same in the narrower widths of [`WIDTHS`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Drawn {
    /// Width and height in pixels.
    pub(crate) dimensions: (u32, u32),
    /// `jpg`, `png`, `webp` or `gif`.
    pub(crate) ending: &'static str,
    pub(crate) bytes: Vec<u8>,
    /// By their widths in pixels, in the same format; only what is smaller in bytes too.
    pub(crate) narrower: Vec<(u32, Vec<u8>)>,
    /// It moved, and only its first frame is kept.
    pub(crate) stilled: bool,
}

/// How a picture is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Jpeg,
    Png,
    WebP,
}

/// The picture to keep, from a file as it was sent. Up to some seconds of work and 500 MB: call it on a blocking
/// thread, one at a time.
///
/// # Errors
/// As of [`super::redraw`].
pub(super) fn draw(file: &[u8]) -> Result<Drawn, Why> {
    let decoder = checked(file)?;
    let dimensions = decoder.dimensions();
    let moves = moves(file, dimensions);
    if moves && let Some(moving) = moving::draw(file, dimensions) {
        return Ok(moving);
    }
    let picture = upright(decoder).map_err(|error| refusal(&error))?;
    let was_jpeg = image::guess_format(file).is_ok_and(|format| format == ImageFormat::Jpeg);
    let (format, bytes) = best(&picture, was_jpeg).map_err(|error| refusal(&error))?;
    let narrower = narrower(&picture, format, bytes.len()).map_err(|error| refusal(&error))?;
    Ok(Drawn { dimensions: picture.dimensions(), ending: format.ending(), bytes, narrower, stilled: moves })
}

/// Whether there is more than one frame in it.
fn moves(file: &[u8], dimensions: (u32, u32)) -> bool {
    match image::guess_format(file) {
        Ok(ImageFormat::Gif) => moving::has_frames(file, dimensions),
        Ok(ImageFormat::Png) => {
            PngDecoder::new(Cursor::new(file)).and_then(|decoder| decoder.is_apng()).unwrap_or_default()
        }
        // The flags of an extended file (RFC 9649 §2.7): one says that it moves.
        Ok(ImageFormat::WebP) => file.get(12..16) == Some(b"VP8X") && file.get(20).is_some_and(|flags| flags & 2 != 0),
        _ => false,
    }
}

/// Shrunk before it is turned: there is less to turn.
fn upright(mut decoder: impl ImageDecoder) -> ImageResult<DynamicImage> {
    let upright = decoder.orientation()?;
    let mut picture = plain(decoded(decoder)?);
    let (width, height) = picture.dimensions();
    let longest = width.max(height);
    if longest > LONGEST {
        picture = scaled(&picture, part(width, LONGEST, longest), part(height, LONGEST, longest));
    }
    picture.apply_orientation(upright);
    Ok(picture)
}

/// Eight bits a colour, and no transparency where nothing is transparent.
fn plain(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8().into();
    }
    let picture = picture.into_rgba8();
    let is_opaque = picture.pixels().all(|pixel| pixel.0[3] == u8::MAX);
    let picture = DynamicImage::from(picture);
    if is_opaque { picture.into_rgb8().into() } else { picture }
}

/// `side` times `to` by `from`, and never nothing.
fn part(side: u32, to: u32, from: u32) -> u32 {
    let product = u64::from(side) * u64::from(to) + u64::from(from) / 2;
    u32::try_from(product / u64::from(from.max(1))).unwrap_or(u32::MAX).max(1)
}

/// What is much larger is first averaged down, which needs no memory to speak of.
fn scaled(picture: &DynamicImage, width: u32, height: u32) -> DynamicImage {
    if picture.width() > 2 * width && picture.height() > 2 * height {
        let rough = picture.thumbnail_exact(2 * width, 2 * height);
        return rough.resize_exact(width, height, FilterType::CatmullRom);
    }
    picture.resize_exact(width, height, FilterType::CatmullRom)
}

/// A photograph stays a JPEG. What is transparent or has few colours is kept without loss, in the smaller of two
/// formats; so is what would not be much smaller as a JPEG.
fn best(picture: &DynamicImage, was_jpeg: bool) -> ImageResult<(Format, Vec<u8>)> {
    if was_jpeg {
        return Ok((Format::Jpeg, Format::Jpeg.written(picture)?));
    }
    let (png, webp) = (Format::Png.written(picture)?, Format::WebP.written(picture)?);
    let exact = if webp.len() < png.len() { (Format::WebP, webp) } else { (Format::Png, png) };
    if picture.color().has_alpha() || has_few_colours(picture) {
        return Ok(exact);
    }
    let jpeg = Format::Jpeg.written(picture)?;
    Ok(if exact.1.len() <= jpeg.len() * 3 / 2 { exact } else { (Format::Jpeg, jpeg) })
}

fn has_few_colours(picture: &DynamicImage) -> bool {
    let mut seen = HashSet::new();
    picture.as_rgb8().is_some_and(|picture| {
        picture.pixels().all(|pixel| {
            seen.insert(pixel.0);
            seen.len() <= FEW_COLOURS
        })
    })
}

fn narrower(picture: &DynamicImage, format: Format, bytes: usize) -> ImageResult<Vec<(u32, Vec<u8>)>> {
    let mut all = Vec::new();
    for width in WIDTHS.into_iter().filter(|width| *width < picture.width()) {
        let height = part(picture.height(), width, picture.width());
        let one = format.written(&scaled(picture, width, height))?;
        if one.len() < bytes {
            all.push((width, one));
        }
    }
    Ok(all)
}

impl Format {
    fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
        }
    }

    fn written(self, picture: &DynamicImage) -> ImageResult<Vec<u8>> {
        let mut out = Vec::new();
        let (pixels, width, height) = (picture.as_bytes(), picture.width(), picture.height());
        let colour = picture.color().into();
        match self {
            Self::Jpeg => JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY).encode_image(picture)?,
            Self::Png => PngEncoder::new_with_quality(&mut out, CompressionType::Default, Filter::Adaptive)
                .write_image(pixels, width, height, colour)?,
            Self::WebP => WebPEncoder::new_lossless(&mut out).write_image(pixels, width, height, colour)?,
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests;
