//! Writing that moves: posts as files that can be brought back, and files from elsewhere as posts.
//!
//! An *archive* is what leaves: every post as Markdown behind a few lines of YAML, and the files it uses. An *import*
//! is what comes: an archive of ours, a vault of Obsidian, an export of Notion, or plain Markdown. Nothing here knows
//! a disk: a path is a name that things are found by, and never a place.

mod archive; // a post as a file, and what explains the whole
mod body; // what of a file is the body, and what is its title
mod change; // what has to change in a body
mod date; // days and times as other programs write them
mod front; // the YAML before the Markdown
mod guess; // what nobody said: kind, language
mod homeless; // fields of others that have no place in a post
mod import; // files from elsewhere as posts
mod index; // which page or file something names
mod left; // what stays behind, and why
mod link; // where links and pictures of a body lead
mod path; // names in an archive
mod read; // bytes as text
mod vault; // what only Obsidian writes

pub use archive::{Archived, Part, README, file_name, upload_path, whole};
pub use change::Named;
pub use import::{Entry, Import, Origin, Person, PostFile, When};
pub use left::{Left, Stays};
pub use link::LinkFound;
pub use path::{is_nested_zip, safe};
pub use read::{Encoding, name};

#[cfg(test)]
mod tests;
