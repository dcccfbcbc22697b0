//! A file that came with somebody's words: what it is called in the house, and what it was called where it came from.

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::word::word;

/// The largest file taken, in bytes.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// Widths in pixels that a wider picture is kept in as well.
pub const WIDTHS: [u32; 3] = [480, 960, 1600];

/// Where uploads are, as Markdown says it.
pub const FOLDER: &str = "/uploads/";

/// Letters of a name that nobody guesses.
const LETTERS: usize = 16;

/// The most characters of a file's own name.
const MOST_CHARACTERS: usize = 200;

/// Endings that a file may keep. None of them is one that a browser would run, and none is a picture's.
const ENDINGS: &[&str] = &[
    "7z", "avif", "bmp", "csv", "doc", "docx", "epub", "gz", "heic", "hwp", "hwpx", "ics", "ipynb", "json", "key",
    "log", "m4a", "md", "mov", "mp3", "mp4", "numbers", "odp", "ods", "odt", "pages", "parquet", "pdf", "ppt", "pptx",
    "rtf", "sql", "svg", "tar", "tif", "tiff", "toml", "tsv", "txt", "wav", "webm", "xls", "xlsx", "yaml", "yml",
    "zip",
];

word! {
    /// What an upload is.
    UploadKind {
        /// Drawn anew by us, and shown.
        Picture = "picture",
        /// Kept as it came, and only ever a download.
        File = "file",
    }
}

/// Why a file is not kept that is good in itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKept {
    /// So many pictures wait to be drawn that no more can.
    Busy,
    /// Its bringer brought as much as they may in a day.
    DayIsFull,
    /// The disk is full.
    NoRoom,
}

/// What an upload is called in the house: 16 letters and digits that nobody guesses, a picture's size, and an ending:
/// `k3v9x0c8r2m5w7q1-1600x1200.jpg`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UploadName {
    name: String,
    dimensions: Option<(u32, u32)>,
}

impl UploadName {
    /// A name from 80 random bits. `dimensions` are a picture's width and height in pixels; `ending` is one that
    /// [`FileName::ending`] gives or a picture's, else `bin` is taken.
    pub fn new(random: [u8; 10], dimensions: Option<(u32, u32)>, ending: &str) -> Self {
        let mut number = random.iter().fold(0_u128, |number, byte| (number << 8) | u128::from(*byte));
        let mut name: String = std::iter::repeat_with(|| {
            let digit = u32::try_from(number % 36).unwrap_or_default();
            number /= 36;
            char::from_digit(digit, 36).unwrap_or('0')
        })
        .take(LETTERS)
        .collect();
        let dimensions = dimensions.filter(|(width, height)| is_size(*width) && is_size(*height));
        if let Some((width, height)) = dimensions {
            name.push_str(&format!("-{width}x{height}"));
        }
        name.push('.');
        name.push_str(if is_ending(ending) { ending } else { "bin" });
        Self { name, dimensions }
    }

    /// A name as it stands in an address. Nothing else is one: no path, no dots but the one before its ending.
    pub fn parse(text: &str) -> Option<Self> {
        let (stem, ending) = text.split_once('.')?;
        let (letters, size) = match stem.split_once('-') {
            Some((letters, size)) => (letters, Some(size)),
            None => (stem, None),
        };
        let is_name = letters.len() == LETTERS && letters.bytes().all(is_letter) && is_ending(ending);
        let dimensions = match size {
            Some(size) => Some(parsed_size(size)?),
            None => None,
        };
        is_name.then(|| Self { name: text.to_owned(), dimensions })
    }

    /// Each name that a text mentions, in order, whatever the text is.
    pub fn all_in(text: &str) -> impl Iterator<Item = Self> {
        text.split(FOLDER).skip(1).filter_map(|rest| {
            let end = rest.find(|one: char| !one.is_ascii_alphanumeric() && one != '-' && one != '.');
            // A full stop after a name ends a sentence.
            Self::parse(rest[..end.unwrap_or(rest.len())].trim_end_matches('.'))
        })
    }

    /// As it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// A picture's width and height, in pixels; none of a file.
    pub fn dimensions(&self) -> Option<(u32, u32)> {
        self.dimensions
    }

    /// What stands after the dot.
    pub fn ending(&self) -> &str {
        self.name.rsplit('.').next().unwrap_or_default()
    }

    /// What it is served as (IANA media types): what a browser would show of a file is never said of it.
    pub fn media_type(&self) -> &'static str {
        match (self.dimensions, self.ending()) {
            (Some(_), "jpg") => "image/jpeg",
            (Some(_), "png") => "image/png",
            (Some(_), "webp") => "image/webp",
            (Some(_), "gif") => "image/gif",
            (None, "pdf") => "application/pdf",
            (None, "zip") => "application/zip",
            _ => "application/octet-stream",
        }
    }

    /// Its address in the house.
    pub fn address(&self) -> String {
        format!("{FOLDER}{}", self.name)
    }

    /// The Markdown that shows a picture, or leads to a file by what it was called.
    pub fn markdown(&self, called: &FileName) -> String {
        match self.dimensions {
            Some(_) => format!("![]({})", self.address()),
            None => format!("[{}]({})", escaped(called.as_str()), self.address()),
        }
    }
}

impl fmt::Display for UploadName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.name)
    }
}

impl TryFrom<String> for UploadName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("no name of an upload")
    }
}

impl From<UploadName> for String {
    fn from(name: UploadName) -> Self {
        name.name
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

fn is_ending(ending: &str) -> bool {
    (1..=7).contains(&ending.len()) && ending.bytes().all(is_letter)
}

fn is_size(pixels: u32) -> bool {
    (1..=99_999).contains(&pixels)
}

/// `1600x1200`, written in one way alone.
fn parsed_size(text: &str) -> Option<(u32, u32)> {
    let (width, height) = text.split_once('x')?;
    let side = |digits: &str| {
        let is_plain = !digits.starts_with(['0', '+']);
        digits.parse().ok().filter(|side| is_plain && is_size(*side))
    };
    Some((side(width)?, side(height)?))
}

/// What could end or begin something in the text of a link (CommonMark §6.3).
fn escaped(text: &str) -> String {
    let is_marked = |one: char| matches!(one, '\\' | '[' | ']' | '*' | '_' | '`' | '<' | '>' | '!' | '~' | '&' | '$');
    text.chars().flat_map(|one| is_marked(one).then_some('\\').into_iter().chain([one])).collect()
}

/// What a file was called where it came from: in NFC, without its path, with nothing in it that is not seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName(String);

impl FileName {
    /// The name that can be kept of what was sent; `file` if nothing can.
    pub fn parse(sent: &str) -> Self {
        let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
        let seen: String = last.nfc().filter(|one| !one.is_control() && !is_unseen(*one)).collect();
        let seen = seen.trim().trim_start_matches('.');
        Self(if seen.is_empty() { "file".into() } else { shortened(seen) })
    }

    /// As it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The ending it may keep as a file: one that is known and harmless, else `bin`.
    pub fn ending(&self) -> &'static str {
        let ending = self.0.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
        ENDINGS.iter().find(|one| **one == ending).copied().unwrap_or("bin")
    }
}

/// Its ending is kept, if it has one that is worth it.
fn shortened(name: &str) -> String {
    if name.chars().count() <= MOST_CHARACTERS {
        return name.to_owned();
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| ending.chars().count() <= 10);
    let rest = ending.map_or(0, |ending| ending.chars().count() + 1);
    let start: String = name.chars().take(MOST_CHARACTERS - rest).collect();
    ending.map_or(start.clone(), |ending| format!("{start}.{ending}"))
}

/// Marks of direction and joining, which could make `gpj.exe` look like `exe.jpg` (Unicode TR36 §2.6), and line
/// separators.
fn is_unseen(one: char) -> bool {
    matches!(one, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests;
