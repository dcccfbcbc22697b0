//! Fenced and indented code.

use pulldown_cmark::CodeBlockKind;

use super::Page;
use crate::markdown::{MERMAID, Ornament, escape};

/// Code while its lines are gathered.
pub(super) struct Code {
    language: Option<String>,
    text: String,
}

impl Code {
    pub(super) fn new(kind: &CodeBlockKind<'_>) -> Self {
        Self { language: language(kind).map(str::to_owned), text: String::new() }
    }

    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }
}

impl Page<'_, '_> {
    /// Writes the code that ended, a formula or a diagram's source if it is one.
    pub(super) fn end_code(&mut self) {
        let Some(Code { language, text }) = self.code.take() else { return };
        match language.as_deref() {
            Some("math") if self.display_math(&text) => {}
            Some("mermaid") => self.write_code(MERMAID, None, &text),
            language => self.write_code("<pre", language, &text),
        }
    }

    /// Focusable, as code may be wider than the page and must scroll by keyboard.
    fn write_code(&mut self, start: &str, language: Option<&str>, text: &str) {
        self.html.push_str(start);
        self.html.push_str(" tabindex=\"0\"><code");
        if let Some(language) = language {
            self.html.push_str(" class=\"language-");
            self.html.push_str(language);
            self.html.push('"');
        }
        self.html.push('>');
        // The parser of HTML drops a line end right after `<pre>`, but not after `<code>`.
        match language.and_then(|language| (self.ornaments)(Ornament::Code { language, text })) {
            Some(coloured) => self.html.push_str(&coloured),
            None => escape::push(&mut self.html, text),
        }
        self.html.push_str("</code></pre>\n");
    }

    /// Fields as a list, or as they were typed if they cannot be read.
    pub(super) fn front_matter(&mut self, language: &str, text: &str) {
        match (self.ornaments)(Ornament::Fields { language, text }) {
            Some(list) => self.html.push_str(&list),
            None => self.write_code("<pre class=\"front-matter\"", Some(language), text),
        }
    }
}

/// The first word after the fence, when it can be the name of a language.
fn language<'k>(kind: &'k CodeBlockKind<'_>) -> Option<&'k str> {
    let CodeBlockKind::Fenced(info) = kind else { return None };
    let word = info.split([' ', '\t', ',', '{']).next()?;
    let is_name = |one: char| one.is_ascii_alphanumeric() || "+_.#-".contains(one);
    (!word.is_empty() && word.chars().all(is_name)).then_some(word)
}
