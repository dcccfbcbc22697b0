//! Notes, numbered as they are referred to and gathered at the end, as on GitHub.

use std::collections::HashMap;
use std::fmt::Write;

/// The notes of a text.
#[derive(Default)]
pub(super) struct Notes {
    numbers: HashMap<String, usize>,
    notes: Vec<Note>,
}

#[derive(Default)]
struct Note {
    references: usize,
    body: String,
}

impl Notes {
    /// Appends a reference to a note.
    pub(super) fn refer(&mut self, name: &str, html: &mut String) {
        let number = self.number(name);
        let note = &mut self.notes[number - 1];
        note.references += 1;
        let id = reference_id(number, note.references);
        let _ =
            write!(html, r##"<sup class="footnote-reference"><a href="#fn-{number}" id="{id}">{number}</a></sup>"##);
    }

    /// Keeps what a note says; a second note of that name is said with the first.
    pub(super) fn define(&mut self, name: &str, body: &str) {
        let number = self.number(name);
        self.notes[number - 1].body.push_str(body);
    }

    /// Appends the notes, each with a way back to every place it is referred to from.
    pub(super) fn finish(self, html: &mut String) {
        if self.notes.is_empty() {
            return;
        }
        html.push_str("<section class=\"footnotes\">\n<ol>\n");
        for (number, note) in (1..).zip(self.notes) {
            let back = ways_back(number, note.references);
            let body = note.body.trim_end();
            let _ = match body.strip_suffix("</p>") {
                Some(body) => writeln!(html, r#"<li id="fn-{number}">{body}{back}</p></li>"#),
                None => writeln!(html, r#"<li id="fn-{number}">{body}{back}</li>"#),
            };
        }
        html.push_str("</ol>\n</section>\n");
    }

    fn number(&mut self, name: &str) -> usize {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        self.notes.push(Note::default());
        self.numbers.insert(name.to_owned(), self.notes.len());
        self.notes.len()
    }
}

fn reference_id(number: usize, reference: usize) -> String {
    if reference == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{reference}") }
}

fn ways_back(number: usize, references: usize) -> String {
    let mut back = String::new();
    for reference in 1..=references {
        let id = reference_id(number, reference);
        let _ = write!(back, r##" <a href="#{id}" class="footnote-back">↩{number}</a>"##);
    }
    back
}
