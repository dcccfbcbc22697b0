//! Files of the demo: pictures that are drawn here, and the numbers of one of them.

use std::io::Cursor;

use domain::upload::{FileName, UploadName, WIDTHS};
use image::{ImageFormat, Rgb, RgbImage};
use store::NewUpload;

use super::cast::{JIEUN, MINSU};
use super::story::Team;

/// A bar chart without words: those stand around it in the post.
struct Chart {
    /// What posts call it, before it is letters and digits.
    name: [u8; 10],
    /// What it was called where it came from.
    file_name: &'static str,
    /// Its height in pixels.
    height: u32,
    /// Pixels between two lines of the scale.
    step: u32,
    /// Each bar: how many pixels down it begins, how many it is long, its colour.
    bars: &'static [(u32, u32, Rgb<u8>)],
}

/// What posts call the numbers.
const NUMBERS: [u8; 10] = *b"demo hours";

/// How wide a chart is, in pixels.
const WIDTH: u32 = 1200;
const MARGIN: u32 = 40;
const BAR: u32 = 60;

const PAPER: Rgb<u8> = Rgb([250, 250, 247]);
const SCALE: Rgb<u8> = Rgb([226, 226, 220]);
const DARK: Rgb<u8> = Rgb([72, 84, 92]);
const LIGHT: Rgb<u8> = Rgb([98, 176, 160]);

/// Three batches before and after, three pixels a minute.
const HOURS: Chart = Chart {
    name: *b"demo chart",
    file_name: "batch-hours.png",
    height: 520,
    step: 180,
    bars: &[
        (40, 756, DARK),
        (104, 114, LIGHT),
        (196, 300, DARK),
        (260, 66, LIGHT),
        (352, 1089, DARK),
        (416, 513, LIGHT),
    ],
};

/// What was done at night, fifty pixels each time; the last alone was needed.
const NIGHTS: Chart = Chart {
    name: *b"demo night",
    file_name: "41-nights.png",
    height: 400,
    step: 250,
    bars: &[(40, 950, DARK), (124, 450, DARK), (208, 400, DARK), (292, 250, LIGHT)],
};

/// Brings them, each the day before a post first shows it.
pub(super) async fn bring(team: &Team) -> anyhow::Result<()> {
    team.then(JIEUN, 376, 3)?.keep_upload(NIGHTS.drawn()?).await?;
    let by = team.then(MINSU, 35, 3)?;
    by.keep_upload(HOURS.drawn()?).await?;
    by.keep_upload(numbers()).await?;
    Ok(())
}

fn numbers() -> NewUpload {
    NewUpload {
        name: UploadName::new(NUMBERS, None, "csv"),
        file_name: FileName::parse("batch-hours.csv"),
        bytes: include_bytes!("uploads/batch-hours.csv").to_vec(),
        narrower: Vec::new(),
    }
}

impl Chart {
    fn drawn(&self) -> anyhow::Result<NewUpload> {
        let narrower = WIDTHS.into_iter().filter(|width| *width < WIDTH);
        Ok(NewUpload {
            name: UploadName::new(self.name, Some((WIDTH, self.height)), "png"),
            file_name: FileName::parse(self.file_name),
            bytes: self.png(WIDTH)?,
            narrower: narrower.map(|width| Ok((width, self.png(width)?))).collect::<anyhow::Result<_>>()?,
        })
    }

    /// The chart in a width in pixels.
    fn png(&self, width: u32) -> anyhow::Result<Vec<u8>> {
        let whole = |part: u32| part * WIDTH / width;
        let picture = RgbImage::from_fn(width, self.height * width / WIDTH, |x, y| self.colour(whole(x), whole(y)));
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png)?;
        Ok(bytes.into_inner())
    }

    fn colour(&self, x: u32, y: u32) -> Rgb<u8> {
        let is_in = |top: u32, length: u32| (top..top + BAR).contains(&y) && (MARGIN..MARGIN + length).contains(&x);
        let bar = self.bars.iter().find(|(top, length, _)| is_in(*top, *length));
        let is_scale = x >= MARGIN && (x - MARGIN) % self.step < 2;
        bar.map_or(if is_scale { SCALE } else { PAPER }, |(_, _, colour)| *colour)
    }
}
