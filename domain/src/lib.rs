//! The nouns and rules of Dasi. Pure: no clock, no I/O, no SQL; it compiles for the browser too.

mod word; // enums whose variants each have one stored word

pub mod access; // who may see and do what: one pure function per question
pub mod api_token; // a program's way in
pub mod audit; // what was done in the house
pub mod blame; // who wrote a line
pub mod comment; // what is said about a post, and where
pub mod difference; // what changed from one text to another
pub mod draft; // what is being written and is not saved
pub mod editing; // what keys do to Markdown as it is typed
pub mod id; // one newtype per kind of row
pub mod language; // Korean and English
pub mod mail; // the states of a message on its way out
pub mod markdown; // source -> HTML, headings, plain text; one renderer for both sides
pub mod member; // roles, names, addresses, passwords
pub mod merge; // what two made of one text, joined
pub mod moving; // posts as files that can be brought back, and files from elsewhere as posts
pub mod passkey; // a key of the member's own device
pub mod post; // a Markdown document: its kind, title, tags and words
pub mod problem; // what is wrong with a field, said in the reader's language
pub mod publish; // a post as files for a blog
pub mod related; // which posts a reader of one may want next
pub mod reminder; // a schedule on a post that makes mail
pub mod review; // where a write-up stands, and who is asked to read it
pub mod revision; // saves, as people see them
pub mod schedule; // recurrence and time zones -> next occasions
pub mod series; // one story in several posts
pub mod sign_in; // one browser's way in
pub mod tag; // a word that posts are found by
pub mod team; // everybody on one installation
pub mod template; // what a new post begins with
pub mod text; // every word a person reads, in Korean and English
pub mod theme; // light, dark, or as the system wishes
pub mod trash; // what was thrown away, and can be brought back
pub mod upload; // a file that came with somebody's words
