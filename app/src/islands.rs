//! What must answer faster than a round trip: the only code of ours that a browser downloads.

pub mod preview; // the page beside the words being written
