//! What people do, through the real router, a temporary database and a fixed clock.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod assets; // built files, and what is compressed
mod audit; // what was done in the house
mod bad_input; // what is wrong comes back with its words
mod browser; // cookies, forms and pages, as a browser has them
mod command_line; // the executable, as an operator calls it
mod cross_site; // every unsafe route refuses requests from elsewhere
mod draining; // SIGTERM ends nothing that has begun
mod errors; // pages for what is not there
mod export; // files for the blog
mod first_start; // welcome, the door, the way out
mod house; // a whole Dasi in a temporary folder
mod killed; // a worker killed at each step loses nothing
mod mail; // what a mail carries, and what its links do
mod members; // everybody on the team, roles, leaving
mod privacy; // what is mine alone stays so
mod reminding; // schedules, and what the worker makes of them
mod smtp; // servers that refuse, stall and break
mod smtp_peer; // a mail server that follows a script
mod team_page; // what is true of the whole team
mod writing; // new posts, revisions, conflicts
