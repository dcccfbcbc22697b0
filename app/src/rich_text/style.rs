//! What an element's style attribute says of its words.

use htmd::Element;

use super::attribute;

/// What of a style has a mark in Markdown.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// Says nothing when it says nothing about weight.
    pub(super) is_strong: Option<bool>,
    pub(super) is_emphasis: Option<bool>,
    pub(super) is_struck: bool,
    /// `display: none`, and Word's `mso-hide`.
    pub(super) is_hidden: bool,
    /// What Word shows before an item.
    pub(super) is_bullet: bool,
    /// An item of Word's, and how deep it is, from 1.
    pub(super) level: Option<usize>,
}

impl Style {
    pub(super) fn of(element: &Element<'_>) -> Self {
        Self::parse(&attribute(element, "style").unwrap_or_default())
    }

    fn parse(text: &str) -> Self {
        let mut style = Self::default();
        for declaration in text.to_ascii_lowercase().split(';') {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let value = value.trim();
            match name.trim() {
                "font-weight" => style.is_strong = Some(is_strong(value)),
                "font-style" => style.is_emphasis = Some(value.starts_with("italic") || value.starts_with("oblique")),
                "text-decoration" | "text-decoration-line" => style.is_struck |= value.contains("line-through"),
                "display" => style.is_hidden |= value == "none",
                "mso-hide" => style.is_hidden |= value == "all",
                "mso-list" if value == "ignore" => style.is_bullet = true,
                "mso-list" => style.level = level(value),
                _ => {}
            }
        }
        style
    }
}

fn is_strong(value: &str) -> bool {
    match value.parse::<u32>() {
        Ok(weight) => weight >= 600,
        Err(_) => value.starts_with("bold"),
    }
}

/// `l0 level2 lfo1`; `none` is no item.
fn level(value: &str) -> Option<usize> {
    let word = value.split_whitespace().find_map(|word| word.strip_prefix("level"))?;
    word.parse().ok().filter(|level| (1..=9).contains(level))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_says_what_has_a_mark() {
        let style = Style::parse("FONT-WEIGHT:700; font-style: italic;text-decoration:underline line-through;x");
        assert_eq!(
            style,
            Style { is_strong: Some(true), is_emphasis: Some(true), is_struck: true, ..Style::default() }
        );
        assert_eq!(Style::parse("font-weight:normal").is_strong, Some(false));
        assert_eq!(Style::parse("mso-list:l0 level2 lfo1").level, Some(2));
        assert!(Style::parse("mso-list:Ignore").is_bullet);
    }
}
