//! Any text is read without a panic, and becomes a page whose tags are balanced.
//!
//! `cargo +nightly fuzz run markdown` (cargo-fuzz); `cargo check --manifest-path fuzz/Cargo.toml` keeps it building.
#![no_main]

use domain::language::Language;
use domain::markdown::{self, Known};
use domain::text::text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|source: &str| {
    let rendered = markdown::render(source);
    let html = markdown::fill(&rendered.html, &text(Language::Korean).labels(), &Known::default());
    assert_balanced(&html);
    let _ = (markdown::references(source), markdown::opening(source, 100), markdown::characters(source));
    if let Some(ticked) = markdown::toggle_task(source, 1) {
        assert_eq!(ticked.len(), source.len());
    }
});

/// Every element that was begun is ended, but for those that HTML ends by itself.
fn assert_balanced(html: &str) {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        match tag.strip_prefix('/') {
            Some("table") => while open.pop() != Some("table") {},
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None => {
                let name = tag.split(' ').next().unwrap_or_default();
                if !["br", "hr", "img", "input", "tbody"].contains(&name) {
                    open.push(name);
                }
            }
        }
    }
    assert!(open.is_empty(), "{html}");
}
