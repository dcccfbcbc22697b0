//! What takes more than the browser's bundle can carry: code in colours, formulas, the fields of front matter. The
//! server makes them; a preview shows what it has been given, and until then the words as they are.

#[cfg(feature = "ornaments")]
mod code; // code in colours
#[cfg(feature = "ornaments")]
mod fields; // front matter as a list
#[cfg(feature = "ornaments")]
mod math; // formulas as MathML

use serde::Serialize;

/// A part of a text that may be shown better than as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ornament<'a> {
    /// Code in a language, as its fence names it. It becomes what stands inside `<code>`.
    Code {
        /// The first word of the fence.
        language: &'a str,
        /// The code, its last line end with it.
        text: &'a str,
    },
    /// A formula in LaTeX. It becomes a `<math>` element.
    Math {
        /// Whether it stands on lines of its own.
        display: bool,
        /// Without its dollars.
        text: &'a str,
    },
    /// Front matter. It becomes a `<dl>` element.
    Fields {
        /// `yaml` or `toml`.
        language: &'a str,
        /// Without its first and last line.
        text: &'a str,
    },
}

impl Ornament<'_> {
    /// What making it takes, in bytes of code: colours take some 2 µs a byte, and a formula of one letter as much as a
    /// few bytes of code.
    pub fn cost(&self) -> usize {
        match self {
            Self::Code { text, .. } | Self::Fields { text, .. } => text.len(),
            Self::Math { text, .. } => 4 + text.len() / 8,
        }
    }
}

/// Makes the HTML of an ornament; none when it cannot be read, or is too long. It holds known elements only.
#[cfg(feature = "ornaments")]
pub fn ornament(ornament: &Ornament<'_>) -> Option<String> {
    match *ornament {
        Ornament::Code { language, text } => code::coloured(language, text),
        Ornament::Math { display, text } => math::mathml(display, text),
        Ornament::Fields { language, text } => fields::list(language, text),
    }
}

/// How much a text may still ask to be made of it, so that no text takes long.
#[derive(Debug, Clone)]
pub struct Allowance(usize);

impl Default for Allowance {
    fn default() -> Self {
        Self(Self::BYTES)
    }
}

impl Allowance {
    /// [`Ornament::cost`] of all that is made for one text; what comes after it stays plain.
    pub const BYTES: usize = 24 << 10;

    /// Whether one more may be made; then it is counted.
    pub fn take(&mut self, one: &Ornament<'_>) -> bool {
        let left = self.0.checked_sub(one.cost());
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }
}

#[cfg(all(test, feature = "ornaments"))]
mod tests;
