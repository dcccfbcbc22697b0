//! The SQL, on a temporary file.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod crowd; // many at once
mod draft; // kept as typed, by one window at a time
mod house; // a store with members in it
mod member; // what members are called
mod opening; // the file itself
mod outbox; // leases and what came of them
mod post; // revisions and renderings
mod second_factor; // what is confirmed, counted and used up
mod upgrade; // a house of an older version
