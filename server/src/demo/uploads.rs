//! Files of the demo: a picture that is drawn here, and the numbers it was drawn from.

use std::io::Cursor;

use domain::upload::{FileName, UploadName, WIDTHS};
use image::{ImageFormat, Rgb, RgbImage};
use store::NewUpload;

use super::cast::MINSU;
use super::story::Team;

/// What the posts call the picture, and how large it is in pixels.
const PICTURE: ([u8; 10], (u32, u32)) = (*b"demo chart", (1200, 520));
/// What the posts call the numbers.
const NUMBERS: [u8; 10] = *b"demo hours";

const MARGIN: u32 = 40;
const BAR: u32 = 60;
/// Pixels of a minute.
const MINUTE: u32 = 3;

const PAPER: Rgb<u8> = Rgb([250, 250, 247]);
const HOUR: Rgb<u8> = Rgb([226, 226, 220]);
const BEFORE: Rgb<u8> = Rgb([72, 84, 92]);
const AFTER: Rgb<u8> = Rgb([98, 176, 160]);

/// Each bar: how far down it begins in pixels, its minutes, its colour.
const BARS: [(u32, u32, Rgb<u8>); 6] =
    [(40, 252, BEFORE), (104, 38, AFTER), (196, 100, BEFORE), (260, 22, AFTER), (352, 363, BEFORE), (416, 171, AFTER)];

/// Brings both, the day before a post first shows them.
pub(super) async fn bring(team: &Team) -> anyhow::Result<()> {
    let by = team.then(MINSU, 35, 3)?;
    for new in [picture()?, numbers()] {
        by.keep_upload(new).await?;
    }
    Ok(())
}

fn picture() -> anyhow::Result<NewUpload> {
    let (name, size) = PICTURE;
    let narrower = WIDTHS.into_iter().filter(|width| *width < size.0);
    Ok(NewUpload {
        name: UploadName::new(name, Some(size), "png"),
        file_name: FileName::parse("batch-hours.png"),
        bytes: drawn(size.0)?,
        narrower: narrower.map(|width| Ok((width, drawn(width)?))).collect::<anyhow::Result<_>>()?,
    })
}

fn numbers() -> NewUpload {
    NewUpload {
        name: UploadName::new(NUMBERS, None, "csv"),
        file_name: FileName::parse("batch-hours.csv"),
        bytes: include_bytes!("uploads/batch-hours.csv").to_vec(),
        narrower: Vec::new(),
    }
}

/// The picture in a width in pixels, as a PNG.
fn drawn(width: u32) -> anyhow::Result<Vec<u8>> {
    let (whole, height) = PICTURE.1;
    let picture = RgbImage::from_fn(width, height * width / whole, |x, y| colour(x * whole / width, y * whole / width));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png)?;
    Ok(bytes.into_inner())
}

fn colour(x: u32, y: u32) -> Rgb<u8> {
    let is_in =
        |top: u32, minutes: u32| (top..top + BAR).contains(&y) && (MARGIN..MARGIN + minutes * MINUTE).contains(&x);
    let bar = BARS.iter().find(|(top, minutes, _)| is_in(*top, *minutes));
    let is_hour = x >= MARGIN && (x - MARGIN) % (60 * MINUTE) < 2;
    bar.map_or(if is_hour { HOUR } else { PAPER }, |(_, _, colour)| *colour)
}
