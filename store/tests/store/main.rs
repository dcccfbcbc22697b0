//! The SQL, on a temporary file.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod crowd; // many at once
mod house; // a store with members in it
mod member; // what members are called
mod opening; // the file itself
mod outbox; // leases and what came of them
mod post; // revisions and renderings
mod second_factor; // what is confirmed, counted and used up
mod upgrade;
mod upload; // bytes, who sees them, and when they go // a house of an older version
