//! The last part of a public address.

use crate::id::PostId;
use crate::problem::Why;

/// Small Latin letters, digits and single dashes between them: 1 to 80 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slug(String);

impl Slug {
    /// The most characters.
    pub const LIMIT: usize = 80;

    /// # Errors
    /// [`Why::NotASlug`].
    pub fn parse(typed: &str) -> Result<Self, Why> {
        let slug = typed.trim();
        let is_word = |word: &str| !word.is_empty() && word.bytes().all(|one| matches!(one, b'a'..=b'z' | b'0'..=b'9'));
        let is_slug = slug.len() <= Self::LIMIT && slug.split('-').all(is_word);
        if is_slug { Ok(Self(slug.to_owned())) } else { Err(Why::NotASlug) }
    }

    /// An offer: the title's Latin words and its numbers, or `post-<id>` when the title has no Latin word.
    pub fn suggest(title: &str, id: PostId) -> Self {
        let title = title.to_lowercase().replace(['\'', '’'], "");
        let words = title.split(|one: char| !one.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let mut slug = String::new();
        for word in words {
            let dash = usize::from(!slug.is_empty());
            if slug.len() + dash + word.len() > Self::LIMIT {
                break;
            }
            slug.push_str(&"-"[..dash]);
            slug.push_str(word);
        }
        let has_word = slug.bytes().any(|one| one.is_ascii_lowercase());
        Self(if has_word { slug } else { format!("post-{id}") })
    }

    /// As it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_has_small_letters_digits_and_single_dashes() {
        let longest = "a".repeat(80);
        for typed in ["a", "rust-2026", "2026", " half-year ", &longest] {
            assert_eq!(Slug::parse(typed).unwrap().as_str(), typed.trim());
        }
        for typed in ["", "-", "-a", "a-", "a--b", "A", "회고", "a b", "a/b", "../a", &"a".repeat(81)] {
            assert_eq!(Slug::parse(typed), Err(Why::NotASlug), "{typed}");
        }
    }

    #[test]
    fn an_offer_is_made_of_the_title_s_latin_words() {
        for (title, slug) in [
            ("Airflow를 Dagster로 옮기며", "airflow-dagster"),
            ("What's New in Rust 2026?", "whats-new-in-rust-2026"),
            ("2026 상반기 회고", "post-7"),
            ("회고", "post-7"),
            ("---", "post-7"),
        ] {
            assert_eq!(Slug::suggest(title, PostId(7)).as_str(), slug);
        }
        let long = Slug::suggest(&"word ".repeat(40), PostId(7));
        assert_eq!(Slug::parse(long.as_str()), Ok(long));
        assert_eq!(Slug::suggest(&"a".repeat(200), PostId(7)).as_str(), "post-7");
    }
}
