//! Fenced and indented code.

use pulldown_cmark::CodeBlockKind;

/// Writes the start tags. Focusable, as code may be wider than the page and must scroll by keyboard.
pub(super) fn start(html: &mut String, kind: &CodeBlockKind<'_>) {
    html.push_str("<pre tabindex=\"0\"><code");
    if let Some(language) = language(kind) {
        html.push_str(" class=\"language-");
        html.push_str(language);
        html.push('"');
    }
    html.push('>');
}

/// The first word after the fence, when it can be the name of a language.
fn language<'k>(kind: &'k CodeBlockKind<'_>) -> Option<&'k str> {
    let CodeBlockKind::Fenced(info) = kind else { return None };
    let word = info.split([' ', '\t', ',', '{']).next()?;
    let is_name = |one: char| one.is_ascii_alphanumeric() || "+_.#-".contains(one);
    (!word.is_empty() && word.chars().all(is_name)).then_some(word)
}
