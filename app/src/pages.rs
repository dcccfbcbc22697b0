//! One function a page: from what it shows to a document.

pub(crate) mod api_tokens; // what my programs come in with
pub(crate) mod audit; // what was done in the house
pub(crate) mod authors; // who writes a post along
pub(crate) mod blog; // a post for the blog
pub(crate) mod choose; // what to write
pub(crate) mod closed; // a link that does not work any more
pub(crate) mod comment_form; // saying something about a post, and changing it
pub(crate) mod compare; // what changed between two revisions
pub(crate) mod confirm_email; // an address says yes
pub(crate) mod conflict; // two people changed the same place
pub(crate) mod desk; // what helps the hand that writes
pub(crate) mod draft; // what is not saved yet
pub(crate) mod error; // 404, 403, 500
pub(crate) mod forgot; // a password was forgotten
pub(crate) mod history; // the revisions of a post
pub(crate) mod home; // what came back, what comes, what the team wrote
pub(crate) mod imports; // bringing files in
pub(crate) mod invitation; // one of them, with its link
pub(crate) mod invitations; // who was asked to join
pub(crate) mod join; // joining by one
pub(crate) mod leave; // leaving the team myself
pub(crate) mod lines; // who wrote which line
pub(crate) mod mail_log; // what mail went out
pub(crate) mod member; // one of the team, for those who look after the house
pub(crate) mod members; // everybody on it
pub(crate) mod notices; // what concerns me
pub(crate) mod passkeys; // mine: all of them, and one being made
pub(crate) mod person; // a colleague, and what they wrote
pub(crate) mod post; // reading a post
pub(crate) mod post_form; // writing one
pub(crate) mod post_uploads; // what one uses
pub(crate) mod posts; // lists of them
pub(crate) mod provider; // why nobody came in by the sign-in provider
pub(crate) mod reminder_form; // "remind me of this", and changing it
pub(crate) mod reminders; // mine
pub(crate) mod reset; // a new password, by a link
pub(crate) mod review; // a write-up read line by line
pub(crate) mod review_form; // what could not be kept of a request or an answer
pub(crate) mod reviews; // who was asked to read one
pub(crate) mod revision; // one of them
pub(crate) mod second_factor; // mine: off, being set up, on, and its recovery codes
pub(crate) mod series; // one story in several posts
pub(crate) mod series_form; // the series of a post
pub(crate) mod settings; // mine
pub(crate) mod sign_in; // the door
pub(crate) mod sign_in_code; // its second half
pub(crate) mod sign_ins; // where I am signed in
pub(crate) mod stale; // "check again by"
pub(crate) mod tag; // posts with one, and its name
pub(crate) mod tags; // all of them
pub(crate) mod team; // what is true of the whole team
pub(crate) mod template; // one of them, as it looks
pub(crate) mod template_form; // changing one
pub(crate) mod templates; // what new posts begin with
pub(crate) mod trash; // what was thrown away
pub(crate) mod unsubscribe; // stopping a reminder from its mail
pub(crate) mod uploads; // mine
pub(crate) mod ways_in; // password and address
pub(crate) mod welcome; // first start
