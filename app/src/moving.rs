//! Writing that moves: archives out, files in. What they mean is in `domain::moving`; here are the bytes.

mod bring; // files become posts
mod look; // what a file would become
mod mover; // off the threads that answer
mod pack; // posts as a zip
mod pipe; // bytes from a thread into an answer
mod same; // whether a picture was drawn by us before
mod unpack; // a zip from anywhere, read carefully
mod upload; // files that posts use

pub(crate) use bring::{Chosen, bring};
pub(crate) use look::{Keep, Looked, Seen};
pub(crate) use mover::Mover;
pub use pack::{Source, pack};
pub(crate) use pipe::piped;
pub(crate) use unpack::{MOST_PACKED, Refusal, bundled};
