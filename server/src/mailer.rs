//! Hands messages over: to a mail server, into a folder, or to a test.

mod folder; // .eml files, where there is no server
mod smtp; // a server, one step at a time

use std::sync::{Arc, Mutex};

use domain::mail::Phase;
use domain::member::EmailAddress;
use lettre::Address;
use store::Attempt;

pub use folder::Folder;
pub use smtp::{Smtp, SmtpServer, Timeouts};

/// Where messages go.
#[derive(Debug)]
pub enum Mailer {
    /// To a mail server.
    Smtp(Box<Smtp>),
    /// Into the data folder, as .eml files.
    Folder(Folder),
    /// To a test, which looks at them.
    Memory(Memory),
}

/// What a test sees: recipients and bytes.
#[derive(Debug, Clone, Default)]
pub struct Memory(Arc<Mutex<Vec<Kept>>>);

/// Recipient and bytes.
pub type Kept = (String, Vec<u8>);

impl Memory {
    /// Everything handed over so far, and forgets it.
    pub fn take(&self) -> Vec<Kept> {
        self.0.lock().map(|mut kept| std::mem::take(&mut *kept)).unwrap_or_default()
    }
}

impl Mailer {
    /// Hands one message over, and says how far it got. Never an error: a failure is an attempt too.
    pub async fn send(&mut self, from: &Address, to: &EmailAddress, mime: &[u8], name: &str) -> Attempt {
        match self {
            Self::Smtp(smtp) => smtp.send(from, to, mime).await,
            Self::Folder(folder) => folder.keep(mime, name),
            Self::Memory(memory) => {
                if let Ok(mut kept) = memory.0.lock() {
                    kept.push((to.as_str().to_owned(), mime.to_vec()));
                }
                done("kept in memory")
            }
        }
    }

    /// Says goodbye to the server, if one is on the line.
    pub async fn hang_up(&mut self) {
        if let Self::Smtp(smtp) = self {
            smtp.hang_up().await;
        }
    }
}

/// An attempt that came to its end.
fn done(text: &str) -> Attempt {
    Attempt { phase: Phase::Done, code: None, text: text.to_owned() }
}
