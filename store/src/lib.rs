//! Everything Dasi remembers. SQLite through sqlx, and the only SQL.
//!
//! A write is one transaction on the one writer connection; readers never write. Whoever asks for
//! a member goes through [`Viewer`], whose statements filter by what that member may read.

mod came_back; // what a reminder brought back lately
mod clock; // the only reader of the time
mod column; // what a column holds, as a value of the domain
mod error; // why the store could not do it
mod member; // members: add, find, change their settings
mod open; // Store: one writer, several readers, migrations
mod outbox; // messages on their way out, and their log
mod post; // posts: load, list, save
mod reminder; // schedules of a member's own
mod sign_in; // one browser's way in
mod team; // everybody on one installation
mod viewer; // the store, answering for one member

pub use came_back::CameBack;
pub use clock::Clock;
pub use error::StoreError;
pub use member::{Credentials, NewMember};
pub use open::{FILE, Store};
pub use outbox::{Attempt, Claimed, Due, Letterhead, MailLine, MailPause, Taken};
pub use post::{PostLine, Reading, Saved, StoredPost};
pub use sign_in::{SIGN_IN_LIFETIME, Token};
pub use viewer::Viewer;
