//! The SQL, on a temporary file.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod comment; // what is said, by whom, and who is told
mod crowd; // many at once
mod history; // revisions, and who reads them
mod house; // a store with members in it
mod link; // where `[[post title]]` leads
mod member; // what members are called
mod opening; // the file itself
mod outbox; // leases and what came of them
mod password; // what it opens, while somebody changes it
mod post; // revisions and renderings
mod second_factor; // what is confirmed, counted and used up
mod series; // one story in several posts
mod tag; // renamed, merged and given back
mod upgrade;
mod upload; // bytes, who sees them, and when they go // a house of an older version
