//! One function a page: from what it shows to a document.

pub(crate) mod audit; // what was done in the house
pub(crate) mod blog; // a post for the blog
pub(crate) mod error; // 404, 403, 500
pub(crate) mod home; // what came back, what comes, what the team wrote
pub(crate) mod leave; // leaving the team myself
pub(crate) mod mail_log; // what mail went out
pub(crate) mod member; // one of the team, for those who look after the house
pub(crate) mod members; // everybody on it
pub(crate) mod post; // reading a post
pub(crate) mod post_form; // writing one
pub(crate) mod posts; // lists of them
pub(crate) mod reminder_form; // "remind me of this", and changing it
pub(crate) mod reminders; // mine
pub(crate) mod settings; // mine
pub(crate) mod sign_in; // the door
pub(crate) mod team; // what is true of the whole team
pub(crate) mod unsubscribe; // stopping a reminder from its mail
pub(crate) mod welcome; // first start
