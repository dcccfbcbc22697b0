//! What pages are made of: one to a file, of domain values.

pub(crate) mod ask; // a question before something is done
pub(crate) mod bar; // the top of every page
pub(crate) mod empty; // what will be here, and the first step
pub(crate) mod face; // a member's picture or initials
pub(crate) mod field; // a labelled input with its hint and its problem
pub(crate) mod moment; // an instant: near, and exact on hover
pub(crate) mod places; // rooms of one kind beside each other
pub(crate) mod post_line; // a post in a list
pub(crate) mod provider; // the link to the sign-in provider
pub(crate) mod submit; // the button that sends a form
pub(crate) mod thumbnail; // an upload in a list
pub(crate) mod zone; // the choice of a time zone
