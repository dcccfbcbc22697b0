//! The folder of the uploads' bytes, for the owner of the process alone. A file is there whole or not at all.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::upload::{NotKept, UploadName, WIDTHS};
use jiff::Timestamp;
use tokio::task::spawn_blocking;

use crate::StoreError;

/// The folder's name in the data folder.
const FOLDER: &str = "uploads";

/// Where bytes are kept; cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Shelf(Arc<Path>);

impl Shelf {
    /// The shelf of a data folder; the folder itself is made when something is put there.
    pub(crate) fn of(data: &Path) -> Self {
        Self(data.join(FOLDER).into())
    }

    /// Puts a file there, and the same in narrower widths. What fails half way leaves nothing.
    ///
    /// # Errors
    /// [`StoreError::NotKept`] when the disk is full; [`StoreError::Shelf`].
    pub(crate) async fn put(
        &self,
        name: &UploadName,
        bytes: Vec<u8>,
        narrower: Vec<(u32, Vec<u8>)>,
    ) -> Result<(), StoreError> {
        let (shelf, name) = (self.clone(), name.clone());
        blocking(move || {
            if shelf.0.join(name.as_str()).exists() {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            let put = shelf.put_all(&name, &bytes, &narrower);
            if put.is_err() {
                shelf.remove_all(&name)?;
            }
            put
        })
        .await
    }

    fn put_all(&self, name: &UploadName, bytes: &[u8], narrower: &[(u32, Vec<u8>)]) -> io::Result<()> {
        DirBuilder::new().recursive(true).mode(0o700).create(&self.0)?;
        for (width, bytes) in narrower {
            self.put_one(&narrow(name, *width), bytes)?;
        }
        self.put_one(name.as_str(), bytes)?;
        File::open(&self.0)?.sync_all() // the names too
    }

    fn put_one(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let begun = self.0.join(begun(name));
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&begun)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(begun, self.0.join(name))
    }

    /// Removes a file and its narrower ones.
    ///
    /// # Errors
    /// [`StoreError::Shelf`].
    pub(crate) async fn remove(&self, name: &UploadName) -> Result<(), StoreError> {
        let (shelf, name) = (self.clone(), name.clone());
        blocking(move || shelf.remove_all(&name)).await
    }

    fn remove_all(&self, name: &UploadName) -> io::Result<()> {
        let all = WIDTHS.iter().map(|width| narrow(name, *width)).chain([name.as_str().to_owned()]);
        for one in all {
            gone(std::fs::remove_file(self.0.join(begun(&one))))?;
            gone(std::fs::remove_file(self.0.join(one)))?;
        }
        Ok(())
    }

    /// The file of an upload: of this width, if it was made narrower.
    pub(crate) async fn find(&self, name: &UploadName, width: Option<u32>) -> PathBuf {
        if let Some(width) = width {
            let narrow = self.0.join(narrow(name, width));
            if tokio::fs::try_exists(&narrow).await.unwrap_or_default() {
                return narrow;
            }
        }
        self.0.join(name.as_str())
    }

    /// What was put there before an instant: each file, and the upload it belongs to if its name says one.
    ///
    /// # Errors
    /// [`StoreError::Shelf`].
    pub(crate) async fn before(&self, instant: Timestamp) -> Result<Vec<(PathBuf, Option<UploadName>)>, StoreError> {
        let shelf = self.clone();
        blocking(move || shelf.list(instant)).await
    }

    fn list(&self, before: Timestamp) -> io::Result<Vec<(PathBuf, Option<UploadName>)>> {
        let mut found = Vec::new();
        let folder = match std::fs::read_dir(&self.0) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(found),
            folder => folder?,
        };
        for entry in folder {
            let entry = entry?;
            let about = entry.metadata()?;
            let changed = Timestamp::try_from(about.modified()?).unwrap_or(Timestamp::MAX);
            if about.is_file() && changed < before {
                let name = entry.file_name();
                let whole = name.to_str().and_then(|name| name.split('@').next()).and_then(UploadName::parse);
                found.push((entry.path(), whole));
            }
        }
        Ok(found)
    }
}

/// A picture of a narrower width.
fn narrow(name: &UploadName, width: u32) -> String {
    format!("{name}@{width}")
}

/// A file that is not whole yet.
fn begun(name: &str) -> String {
    format!(".{name}")
}

/// What is not there needs no removing.
pub(super) fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> Result<T, StoreError> {
    spawn_blocking(work).await.map_err(|_| StoreError::Stopping)?.map_err(StoreError::from)
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::NotKept(NotKept::NoRoom),
            _ => Self::Shelf(error),
        }
    }
}
