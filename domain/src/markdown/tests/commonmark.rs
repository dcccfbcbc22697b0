//! The examples of `CommonMark` 0.31.2. They come with the parser's own tests in Cargo's folder, as their text is under
//! CC BY-SA 4.0 and not ours to hand on.

use pulldown_cmark::{Event, Parser};

use super::alike::{ours, registry, theirs};
use super::*;

/// Examples that we render differently on purpose, by number. Differences that are everywhere are in [`super::alike`]:
/// headings are a level deeper, have ids and are none without words, links out have a `rel`, pictures of elsewhere are
/// links, bare addresses and `#tag` are links, and so is no address that is neither http, https nor mailto.
const DIFFERENT: &[(&[usize], &str)] =
    &[(&[507], "white space is no part of an address"), (&[548, 559, 590], "`[[…]]` is a post")];

struct Example {
    number: usize,
    source: String,
    html: String,
}

fn examples() -> Vec<Example> {
    let folders = std::fs::read_dir(registry()).unwrap().flatten().map(|one| one.path());
    let folder = folders
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("pulldown-cmark-0.")))
        .max()
        .expect("the parser's source");
    let tests = std::fs::read_to_string(folder.join("tests/suite/spec.rs")).unwrap();
    let parts = tests.split("fn spec_test_").skip(1);
    parts
        .map(|part| {
            let mut literals = part.split("r##\"").skip(1).map(|rest| rest.split("\"##;").next().unwrap().to_owned());
            let number = part.split('(').next().unwrap().parse().unwrap();
            Example { number, source: literals.next().unwrap(), html: literals.next().unwrap() }
        })
        .collect()
}

fn has_raw_html(source: &str) -> bool {
    Parser::new(source).any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
}

#[test]
fn the_examples_without_raw_html_read_alike() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    let (mut compared, mut wrong) = (0, Vec::new());
    for Example { number, source, html: expected } in &examples {
        if has_raw_html(source) {
            continue;
        }
        compared += 1;
        let is_different = DIFFERENT.iter().any(|(numbers, _)| numbers.contains(number));
        let (ours, theirs) = (ours(&html(source)), theirs(expected));
        if (ours == theirs) == is_different {
            wrong.push(format!("{number}: {source:?}\n  ours   {ours:?}\n  theirs {theirs:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(compared, 580);
}
