//! The pages and islands of Dasi. The server renders pages; the browser downloads islands alone.

pub mod islands; // what must answer faster than a round trip

#[cfg(feature = "ssr")]
mod api; // every public address: who asks, what is done, which page answers
#[cfg(feature = "ssr")]
mod client_address; // where a request comes from
#[cfg(feature = "ssr")]
mod components; // what pages are made of
#[cfg(feature = "ssr")]
mod context; // what a request brings: who, in which language, when
#[cfg(feature = "ssr")]
mod device; // what a browser calls itself
#[cfg(feature = "ssr")]
mod error; // what a browser may learn of a failure
#[cfg(feature = "ssr")]
mod limits; // how often something may be tried
#[cfg(feature = "ssr")]
pub mod mails; // letters, as text and as HTML
#[cfg(feature = "ssr")]
pub mod moving; // archives out, files in
#[cfg(feature = "ssr")]
mod pages; // one function a page: from what it shows to a view
#[cfg(feature = "ssr")]
mod passkey; // what a browser is asked, and whether its answer fits
#[cfg(feature = "ssr")]
mod passwords; // argon2id, two at a time
#[cfg(feature = "ssr")]
mod picture; // a member's picture, drawn anew
#[cfg(feature = "ssr")]
pub mod provider; // single sign-on: who somebody is, by OpenID Connect
#[cfg(feature = "ssr")]
mod rich_text; // what a clipboard holds, as Markdown
#[cfg(feature = "ssr")]
pub mod routes; // every address once, and how to build it
#[cfg(feature = "ssr")]
mod said; // one line on the page after something was done
#[cfg(feature = "ssr")]
mod second_factor; // codes of an authenticator app, and recovery codes
#[cfg(feature = "ssr")]
mod secret; // signs links that need no sign-in
#[cfg(feature = "ssr")]
mod shell; // the page around every page
#[cfg(feature = "ssr")]
mod state; // what every request shares

#[cfg(feature = "ssr")]
pub use {
    api::{Rule, api_document, router, rules},
    client_address::ClientAddress,
    context::{Nonce, RequestId},
    error::{AppError, dress},
    passwords::Passwords,
    secret::Secret,
    state::{AppState, Assets, Settings},
};
