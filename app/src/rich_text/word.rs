//! Lists as Word writes them: paragraphs that look like items.

use super::BULLET;

/// A paragraph as an item, by the bullet or number that Word shows before it.
pub(super) fn item(words: &str, level: usize) -> String {
    let mut parts = words.splitn(3, BULLET);
    let (before, bullet) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default().trim());
    let rest = parts.next().unwrap_or_default();
    let words = format!("{before}{rest}");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let number = bullet.trim_end_matches(['.', ')', '\\']).trim_start_matches('(');
    let is_number = !number.is_empty() && number.len() < bullet.len() && number.chars().all(char::is_alphanumeric);
    let mark = if is_number { format!("{}. ", number.parse::<u32>().unwrap_or(1)) } else { "- ".to_owned() };
    format!("\n\n{}{mark}{words}\n\n", "   ".repeat(level - 1))
}
