//! .eml files (RFC 5322), where there is no mail server.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use domain::mail::Phase;
use store::Attempt;

use super::done;

/// A folder that keeps messages.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder at `path`, made with the first message.
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Keeps a message as `NAME.eml`. The same name twice is the same message: it is written over.
    pub(super) fn keep(&self, mime: &[u8], name: &str) -> Attempt {
        match write(&self.0, mime, name) {
            Ok(()) => done("written into the mail folder"),
            Err(error) => Attempt { phase: Phase::Connect, code: None, text: format!("the mail folder: {error}") },
        }
    }
}

/// Written beside and renamed, so that no half of a message is ever seen.
fn write(folder: &Path, mime: &[u8], name: &str) -> std::io::Result<()> {
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let half = folder.join(format!(".{name}.half"));
    let mut file = OpenOptions::new().create(true).truncate(true).write(true).mode(0o600).open(&half)?;
    file.write_all(mime)?;
    file.sync_all()?;
    std::fs::rename(half, folder.join(format!("{name}.eml")))
}
