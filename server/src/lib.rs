//! The executable `dasi`: command line, HTTP, worker, mailer. The one room that acts on the outside world.

pub mod cli; // commands, and the one struct of all settings
mod command; // one file a command
pub mod config; // settings out of flags, environment and dasi.toml
pub mod data; // the data folder: its secret and its locks
mod demo; // a team to look at
pub mod fetch; // asks a sign-in provider
pub mod http; // the router with everything around it
pub mod mailer; // hands messages over: to a server, a folder, or a test
pub mod post_office; // writes letters and makes them MIME
pub mod worker; // what is due becomes rows; rows become deliveries

pub use command::run;
