//! What must answer faster than a round trip, or talk to the device: the only code of ours that a browser downloads.

#[cfg(feature = "hydrate")]
mod ask; // what is asked of the server
#[cfg(feature = "hydrate")]
mod known; // what the words refer to, as far as it is known
pub mod passkey; // asks the device for a passkey
pub mod preview; // the page beside the words being written
pub mod tools; // what helps the hand that writes
