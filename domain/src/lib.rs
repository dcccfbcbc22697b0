//! The nouns and rules of Dasi. Pure: no clock, no I/O, no SQL; it compiles for the browser too.

mod word; // enums whose variants each have one stored word

pub mod access; // who may see and do what: one pure function per question
pub mod api_token; // a program's way in
pub mod audit; // what was done in the house
pub mod draft; // what is being written and is not saved
pub mod editing; // what keys do to Markdown as it is typed
pub mod id; // one newtype per kind of row
pub mod language; // Korean and English
pub mod mail; // the states of a message on its way out
pub mod markdown; // source -> HTML, headings, plain text; one renderer for both sides
pub mod member; // roles, names, addresses, passwords
pub mod passkey; // a key of the member's own device
pub mod post; // a Markdown document: its kind, title, tags and words
pub mod problem; // what is wrong with a field, said in the reader's language
pub mod publish; // a post as files for a blog
pub mod reminder; // a schedule on a post that makes mail
pub mod schedule; // recurrence and time zones -> next occasions
pub mod sign_in; // one browser's way in
pub mod team; // everybody on one installation
pub mod text; // every word a person reads, in Korean and English
pub mod theme; // light, dark, or as the system wishes
