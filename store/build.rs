//! A new migration is compiled in without anything else having changed.

#![allow(clippy::print_stdout, reason = "that is how Cargo is told")]

fn main() {
    println!("cargo:rerun-if-changed=../migrations");
}
