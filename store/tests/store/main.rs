//! The SQL, on a temporary file.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod author; // who writes along
mod comment; // what is said, by whom, and who is told
mod crowd; // many at once
mod house; // a store with members in it
mod member; // what members are called
mod opening; // the file itself
mod outbox; // leases and what came of them
mod post; // revisions and renderings
mod review; // who reads before it goes further
mod second_factor; // what is confirmed, counted and used up
mod template; // what a new post begins with
mod trash; // thrown away, brought back, deleted for good
mod upgrade; // a house of an older version
