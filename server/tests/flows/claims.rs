//! `docs/security.md` says which test holds which claim. Here it is held to its word.

use std::fs;
use std::path::Path;

/// Every source with tests in it, as one text.
fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (path, name) = (entry.path(), entry.file_name().into_string().unwrap());
        if path.is_dir() && !matches!(name.as_str(), "target" | "node_modules" | ".git") {
            sources(&path, text);
        } else if path.extension().is_some_and(|kind| kind == "rs" || kind == "ts") {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_test_that_is_named_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let page = fs::read_to_string(root.join("docs/security.md")).unwrap();
    let mut text = String::new();
    sources(root, &mut text);
    let rows = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| claim"));
    let mut named = 0;
    for row in rows {
        let tests = row.trim_end_matches(" |").rsplit_once(" | ").unwrap().1;
        let quoted: Vec<_> = tests.split('`').skip(1).step_by(2).collect();
        assert!(!quoted.is_empty(), "a claim without a test: {row}");
        for name in quoted {
            let exists = text.contains(&format!("fn {name}("))
                || text.contains(&format!("{name}: "))
                || text.contains(&format!("('{name}'"));
            assert!(exists, "there is no test {name}");
            named += 1;
        }
    }
    assert!(named > 80, "{named}");
}
