//! The SQL, on a temporary file.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod author; // who writes along
mod comment; // what is said, by whom, and who is told
mod crowd; // many at once
mod draft; // kept as typed, by one window at a time
mod history; // revisions, and who reads them
mod house; // a store with members in it
mod link; // where `[[post title]]` leads
mod member; // what members are called
mod opening; // the file itself
mod outbox; // leases and what came of them
mod password; // what it opens, while somebody changes it
mod post; // revisions and renderings
mod review; // who reads before it goes further
mod second_factor; // what is confirmed, counted and used up
mod series; // one story in several posts
mod tag; // renamed, merged and given back
mod template; // what a new post begins with
mod trash; // thrown away, brought back, deleted for good
mod upgrade; // a house of an older version
mod upload; // bytes, who sees them, and when they go
