//! Everything Dasi remembers. SQLite through sqlx, and the only SQL.
//!
//! A write is one transaction on the one writer connection; readers never write. Whoever asks for
//! a member goes through [`Viewer`], whose statements filter by what that member may read.

mod api_token; // a program's way in
mod audit; // what was done in the house
mod came_back; // what a reminder brought back lately
mod clock; // the only reader of the time
mod column; // what a column holds, as a value of the domain
mod completion; // names for who writes
mod draft; // what a member is writing and has not saved
mod email_change; // another address, once both said yes
mod error; // why the store could not do it
mod invitation; // somebody is asked to join
mod letter; // letters that go out at once
mod link; // one-time links
mod member; // members: add, find, change their settings
mod open; // Store: one writer, several readers, migrations
mod outbox; // messages on their way out, and their log
mod passkey; // keys of a member's own devices
mod password; // changed, or made anew
mod post; // posts: load, list, save
mod provider_identity; // who a member is to the sign-in provider
mod reminder; // schedules of a member's own
mod second_factor; // what it is made of, and recovery codes
mod sign_in; // one browser's way in
mod team; // everybody on one installation
mod token; // 256 random bits that open something
mod viewer; // the store, answering for one member

pub use api_token::{ApiToken, ApiTokenLine, NewApiToken};
pub use audit::{AuditLine, By, Note};
pub use came_back::CameBack;
pub use clock::Clock;
pub use completion::Completion;
pub use draft::{Draft, Keeping};
pub use email_change::{Confirmed, EMAIL_CHANGE_LIFETIME, EmailChange, Side};
pub use error::StoreError;
pub use invitation::{INVITATION_LIFETIME, Invitation, Inviter, NewInvitation};
pub use link::{Link, SALT};
pub use member::{Credentials, MemberLine, NewMember, Profile};
pub use open::{FILE, Store};
pub use outbox::{Attempt, Claimed, Due, Letterhead, MailLine, MailPause, Matter, ReadAgainHead, Taken};
pub use passkey::{Ceremony, NewPasskey, PASSKEY_CEREMONY, Passkey};
pub use password::{PasswordReset, RESET_LIFETIME};
pub use post::{PostLine, PostPlace, Reading, Saved, StoredPost};
pub use second_factor::SecondFactor;
pub use sign_in::{Browser, HALF_WAY, SIGN_IN_LIFETIME, SignIn, SignInLine};
pub use token::Token;
pub use viewer::Viewer;
