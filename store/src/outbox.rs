//! Messages on their way out. Due schedules become rows in one transaction; a turn of the worker
//! claims rows, freezes their bytes, hands them over and writes down what came of it.
//!
//! One turn at a time works on a data folder (the caller holds its lock), so a lease found at the
//! beginning of a turn is one that a killed worker left behind.

mod claim; // leases, and the frozen bytes
mod due; // schedules that have come round become occurrences and messages
mod letterhead; // what a message is written from
mod log; // what an admin sees
mod settle; // what came of an attempt

pub use claim::{Claimed, Letterhead, Matter, ReadAgainHead};
pub use due::{Due, Taken};
pub use log::{MailLine, MailPause};
pub use settle::Attempt;
