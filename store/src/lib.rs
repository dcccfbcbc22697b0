//! Everything Dasi remembers. SQLite through sqlx, and the only SQL.
//!
//! A write is one transaction on the one writer connection; readers never write. Whoever asks for
//! a member goes through [`Viewer`], whose statements filter by what that member may read.

mod api_token; // a program's way in
mod audit; // what was done in the house
mod author; // who writes a post along
mod came_back; // what a reminder brought back lately
mod clock; // the only reader of the time
mod column; // what a column holds, as a value of the domain
mod comment; // what is said about posts
mod completion; // names for who writes
mod draft; // what a member is writing and has not saved
mod email_change; // another address, once both said yes
mod error; // why the store could not do it
mod import; // what somebody wants to bring in
mod invitation; // somebody is asked to join
mod letter; // letters that go out at once
mod link; // one-time links
mod member; // members: add, find, change their settings
mod notice; // lines about what concerns a member
mod open; // Store: one writer, several readers, migrations
mod outbox; // messages on their way out, and their log
mod passkey; // keys of a member's own devices
mod password; // changed, or made anew
mod person; // a colleague, as the team sees them
mod post; // posts: load, list, save
mod provider_identity; // who a member is to the sign-in provider
mod reminder; // schedules of a member's own
mod review; // a colleague asked to read a write-up
mod second_factor; // what it is made of, and recovery codes
mod sign_in; // one browser's way in
mod stale; // what somebody should look at again
mod team; // everybody on one installation
mod template; // what a new post begins with
mod token; // 256 random bits that open something
mod trash; // what was thrown away
mod upload; // files that came with somebody's words
mod viewer; // the store, answering for one member

pub use api_token::{ApiToken, ApiTokenLine, NewApiToken};
pub use audit::{AuditLine, By, Note};
pub use author::PostAuthor;
pub use came_back::CameBack;
pub use clock::Clock;
pub use comment::{Comment, NewComment, Settled, Thread};
pub use completion::Completion;
pub use draft::{Draft, Keeping};
pub use email_change::{Confirmed, EMAIL_CHANGE_LIFETIME, EmailChange, Side};
pub use error::StoreError;
pub use import::{Brought, IMPORT_LIFETIME, Import};
pub use invitation::{INVITATION_LIFETIME, Invitation, Inviter, NewInvitation};
pub use link::{Link, SALT};
pub use member::{Credentials, MemberLine, NewMember, Profile};
pub use notice::NoticeLine;
pub use open::{FILE, Store};
pub use outbox::{Attempt, Claimed, Due, Letterhead, MailLine, MailPause, Matter, ReadAgainHead, Taken};
pub use passkey::{Ceremony, NewPasskey, PASSKEY_CEREMONY, Passkey};
pub use password::{PasswordReset, RESET_LIFETIME};
pub use post::{
    ArchivedPost, Around, Bringing, History, LinkTo, OldName, Part, PostLine, PostPlace, Reading, Renamed, Revision,
    Saved, Series, SeriesLine, SeriesOf, StoredPost, StoredRevision, TagLine, TagNow, TitledPost,
};
pub use review::{Answer, Review, ReviewText};
pub use second_factor::SecondFactor;
pub use sign_in::{Browser, HALF_WAY, SIGN_IN_LIFETIME, SignIn, SignInLine};
pub use stale::StaleLine;
pub use template::Template;
pub use token::Token;
pub use trash::TrashLine;
pub use upload::{MyUpload, NewUpload, PostUpload, Swept, UNUSED_FOR, Upload, UploadUse};
pub use viewer::Viewer;
