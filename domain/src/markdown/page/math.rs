//! Formulas.

use std::ops::Range;

use super::Page;
use crate::markdown::Ornament;

impl Page<'_, '_> {
    /// A formula among words; one that cannot be read is code.
    pub(super) fn math(&mut self, display: bool, text: &str) {
        if self.image.is_some() {
            return self.text(text);
        }
        if let Some(mathml) = (self.ornaments)(Ornament::Math { display, text }) {
            if let Some((_, words)) = &mut self.heading {
                words.push_str(text);
            }
            return self.html.push_str(&mathml);
        }
        self.html.push_str("<code class=\"math\">");
        self.text(text);
        self.html.push_str("</code>");
    }

    /// A formula on lines of its own, from a fence. False when it cannot be read.
    pub(super) fn display_math(&mut self, text: &str) -> bool {
        let Some(mathml) = (self.ornaments)(Ornament::Math { display: true, text }) else { return false };
        self.html.push_str("<p>");
        self.html.push_str(&mathml);
        self.html.push_str("</p>\n");
        true
    }
}

/// Whether what stands between two dollars is no price: `US$5/US$6`.
pub(super) fn is_formula(source: &str, range: &Range<usize>) -> bool {
    let before = source[..range.start].chars().next_back();
    let after = source[range.end..].chars().next();
    !before.is_some_and(|one| one.is_ascii_alphanumeric()) && !after.is_some_and(|one| one.is_ascii_digit())
}
