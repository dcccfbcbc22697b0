//! What an uploaded file is called: made by us, never by who sends it.

use std::fmt::Write;

/// A file's name in its address, `/uploads/NAME`: 16 letters and digits nobody can guess, a picture's width and height
/// in pixels, and an ending. A page knows from it how much room a picture takes, without looking anything up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UploadName {
    name: String,
    dimensions: Option<(u32, u32)>,
}

impl UploadName {
    /// What an address of an upload begins with.
    pub const FOLDER: &'static str = "/uploads/";
    const RANDOM: usize = 16;
    const LONGEST_ENDING: usize = 8;
    /// The most pixels a side can say it has: six digits.
    const DIGITS: usize = 6;

    /// A new name from 80 random bits. Of the ending its first letters and digits stay; without any it is `bin`.
    pub fn new(random: [u8; 10], dimensions: Option<(u32, u32)>, ending: &str) -> Self {
        let mut name = letters(random);
        if let Some((width, height)) = dimensions {
            let _ = write!(name, "-{width}x{height}");
        }
        let ending: String = ending.to_ascii_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
        let ending = &ending[..ending.len().min(Self::LONGEST_ENDING)];
        let _ = write!(name, ".{}", if ending.is_empty() { "bin" } else { ending });
        Self { name, dimensions }
    }

    /// Reads a name; none when it is not one that we make.
    pub fn parse(name: &str) -> Option<Self> {
        let (stem, ending) = name.split_once('.')?;
        let is_plain = |part: &str| part.bytes().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit());
        let (random, dimensions) = match stem.split_once('-') {
            Some((random, dimensions)) => (random, Some(sides(dimensions)?)),
            None => (stem, None),
        };
        let fits = random.len() == Self::RANDOM && (1..=Self::LONGEST_ENDING).contains(&ending.len());
        (fits && is_plain(random) && is_plain(ending)).then(|| Self { name: name.to_owned(), dimensions })
    }

    /// The upload that an address leads to, its query and fragment aside.
    pub fn of_address(address: &str) -> Option<Self> {
        let name = address.strip_prefix(Self::FOLDER)?;
        Self::parse(&name[..name.find(['?', '#']).unwrap_or(name.len())])
    }

    /// As it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// A picture's width in pixels.
    pub fn width(&self) -> Option<u32> {
        self.dimensions.map(|(width, _)| width)
    }

    /// A picture's height in pixels.
    pub fn height(&self) -> Option<u32> {
        self.dimensions.map(|(_, height)| height)
    }
}

/// Base 32 in lower case (RFC 4648 §6): ten bytes are sixteen letters and digits.
fn letters(random: [u8; 10]) -> String {
    let bits = random.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    let letter =
        |place: usize| char::from(b"abcdefghijklmnopqrstuvwxyz234567"[(bits >> (75 - 5 * place)) as usize & 31]);
    (0..UploadName::RANDOM).map(letter).collect()
}

fn sides(dimensions: &str) -> Option<(u32, u32)> {
    let (width, height) = dimensions.split_once('x')?;
    Some((side(width)?, side(height)?))
}

fn side(digits: &str) -> Option<u32> {
    let is_number = digits.bytes().all(|one| one.is_ascii_digit()) && !digits.starts_with('0');
    (is_number && digits.len() <= UploadName::DIGITS).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_reads_back_as_it_was_made() {
        for (dimensions, ending, name) in [
            (Some((1600, 900)), "webp", "aaaqeayeaudaocaj-1600x900.webp"),
            (None, "PDF", "aaaqeayeaudaocaj.pdf"),
            (None, "../", "aaaqeayeaudaocaj.bin"),
        ] {
            let made = UploadName::new([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], dimensions, ending);
            assert_eq!(made.as_str(), name);
            assert_eq!(UploadName::parse(name), Some(made.clone()));
            assert_eq!(made.width().zip(made.height()), dimensions);
            assert_eq!(UploadName::of_address(&format!("/uploads/{name}?w=480#x")), Some(made));
        }
    }

    #[test]
    fn what_we_do_not_make_is_no_name() {
        for name in [
            "",
            "a.png",
            "aaaqeayeaudaocaj",
            "aaaqeayeaudaocaj.",
            "AAAQEAYEAUDAOCAJ.png",
            "aaaqeayeaudaocaj.p/g",
            "aaaqeayeaudaocaj-0x9.png",
            "aaaqeayeaudaocaj-1x.png",
            "aaaqeayeaudaocaj-1600x900",
            "aaaqeayeaudaocaj-1234567x1.png",
            "aaaqeayeaudaoca가.png",
            "../aaaqeayeaudaocaj.png",
        ] {
            assert_eq!(UploadName::parse(name), None, "{name}");
        }
        assert_eq!(UploadName::of_address("https://a.test/uploads/aaaqeayeaudaocaj.png"), None);
    }
}
