//! What must answer faster than a round trip, or talk to the device: the only code of ours that a browser downloads.
//!
//! An island draws nothing: the server writes its HTML, with what it needs to know as JSON in an attribute, and the
//! island listens and writes into it. Views and parsers of its own would make the bundle half as large again.

#[cfg(feature = "hydrate")]
mod ask; // what is asked of the server
#[cfg(feature = "hydrate")]
mod known; // what the words refer to, as far as it is known
pub mod passkey; // asks the device for a passkey
pub mod preview; // the page beside the words being written
#[cfg(feature = "hydrate")]
mod shown; // elements that the server wrote
pub mod tools; // what helps the hand that writes
