//! Bytes over the wire, as a browser that takes Brotli gets them.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};

use crate::house::House;

/// What a reader of the post downloads, and what a writer does.
pub(crate) fn pages(url: &str, house: &House, root: &Path) -> anyhow::Result<Vec<(String, usize)>> {
    let post = fetch(url, &house.post, &house.cookie)?;
    let pkg = root.join("target/site/pkg");
    let mut built = Vec::new();
    for kind in ["css", "js", "wasm"] {
        built.push((kind, compressed(&pkg, kind)?));
    }
    let css = built[0].1;
    let mut lines = vec![
        ("HTML of the post, Brotli".to_owned(), post),
        ("HTML and CSS of the post, Brotli".to_owned(), post + css),
        ("HTML of home, Brotli".to_owned(), fetch(url, "/", &house.cookie)?),
    ];
    lines.extend(built.into_iter().map(|(kind, bytes)| (format!("{}, Brotli", kind.to_uppercase()), bytes)));
    Ok(lines)
}

fn fetch(url: &str, path: &str, cookie: &str) -> anyhow::Result<usize> {
    let said = Command::new("curl")
        .args(["-sf", "-o", "/dev/null", "-w", "%{size_download}", "-H", "Accept-Encoding: br"])
        .args(["-H", &format!("Cookie: {cookie}"), &format!("{url}{path}")])
        .output()
        .context("curl")?;
    if !said.status.success() {
        bail!("{path} did not answer 200");
    }
    Ok(String::from_utf8(said.stdout)?.trim().parse()?)
}

/// The newest file of a kind, as it was compressed when built.
fn compressed(pkg: &Path, kind: &str) -> anyhow::Result<usize> {
    let ending = format!(".{kind}.br");
    let files = std::fs::read_dir(pkg)?.filter_map(Result::ok);
    let newest = files
        .filter(|file| file.file_name().to_string_lossy().ends_with(&ending))
        .max_by_key(|file| file.metadata().and_then(|about| about.modified()).ok());
    let newest = newest.with_context(|| format!("no {ending} in {}", pkg.display()))?;
    Ok(usize::try_from(newest.metadata()?.len())?)
}
