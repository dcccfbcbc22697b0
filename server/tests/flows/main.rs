//! What people do, through the real router, a temporary database and a fixed clock.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod api; // which programs come in, and what they are told
mod api_posts; // posts read and written by programs
mod api_tokens; // what programs come in with
mod assets; // built files, and what is compressed
mod bad_input; // what is wrong comes back with its words
mod browser; // cookies, forms and pages, as a browser has them
mod cross_site; // every unsafe route refuses requests from elsewhere
mod draining; // SIGTERM ends nothing that has begun
mod errors; // pages for what is not there
mod export; // files for the blog
mod first_start; // welcome, the door, the way out
mod house; // a whole Dasi in a temporary folder
mod killed; // a worker killed at each step loses nothing
mod mail; // what a mail carries, and what its links do
mod privacy; // what is mine alone stays so
mod program; // a token, and the document that says what may be answered
mod reminding; // schedules, and what the worker makes of them
mod smtp; // servers that refuse, stall and break
mod smtp_peer; // a mail server that follows a script
mod writing; // new posts, revisions, conflicts
