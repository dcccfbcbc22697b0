//! What must answer faster than a round trip, or talk to the device: the only code of ours that a browser downloads.

pub mod passkey; // asks the device for a passkey
pub mod preview; // the page beside the words being written
pub mod tools; // what helps the hand that writes
