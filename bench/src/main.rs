//! Measures a release build, on this machine, and prints the figures as Markdown. `bench/README.md` keeps the last ones.
//!
//! Needs `bin/serve` to have built everything once, and `wrk` on the PATH.
#![allow(clippy::print_stdout, reason = "its output is its purpose")]

mod door; // what its time tells, and a crowd at it
mod house; // a data folder to measure with
mod load; // pages a second, by wrk
mod process; // a running server: start and memory
mod render; // a text becomes HTML
mod tick; // a turn of the worker
mod weight; // bytes over the wire

use std::path::Path;

use anyhow::Context;

/// The server's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    if std::env::args().nth(1).as_deref() == Some("door") {
        for (name, figure) in door::measure().await? {
            line(&name, &figure);
        }
        return Ok(());
    }
    if std::env::args().nth(1).as_deref() == Some("render") {
        for (name, figure) in render::measure(&std::env::args().nth(2).unwrap_or_default()) {
            line(&name, &figure);
        }
        return Ok(());
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the workspace")?;
    let dasi = root.join("target/release/dasi");
    let folder = tempfile::tempdir()?;
    let house = house::build(folder.path()).await?;

    println!("| what | figure |\n|---|---|");
    let served = process::serve(&dasi, folder.path())?;
    line("start, from exec to ready", &format!("{} ms", served.start.as_millis()));
    line("resident memory, just started", &served.resident()?);
    let pages = [
        ("home", "/"),
        ("a Korean post of 5 kB", house.post.as_str()),
        ("a Korean post of 100 kB", house.long.as_str()),
        ("the list", "/posts"),
    ];
    for (name, path) in pages {
        let load = load::run(&served.url, path, &house.cookie)?;
        line(&format!("{name}: pages a second"), &load.per_second);
        line(&format!("{name}: p99"), &load.p99);
    }
    line("resident memory, after that", &served.resident()?);
    for (name, bytes) in weight::pages(&served.url, &house, root)? {
        line(&name, &format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100));
    }
    drop(served);
    for (name, figure) in tick::measure().await? {
        line(&name, &figure);
    }
    for (name, figure) in door::measure().await? {
        line(&name, &figure);
    }
    for (name, figure) in render::measure("") {
        line(&name, &figure);
    }
    Ok(())
}

fn line(what: &str, figure: &str) {
    println!("| {what} | {figure} |");
}
