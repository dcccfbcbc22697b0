//! The data folder: the secret of this installation, and the locks that keep two programs from doing the same.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, bail};
use app::Secret;
use store::{Clock, Store};

/// For the owner of the process alone.
const OWNER_ONLY: u32 = 0o600;
/// Bytes of the secret.
const SECRET: usize = 32;

/// The data folder.
#[derive(Debug, Clone)]
pub struct DataFolder(PathBuf);

impl DataFolder {
    /// Opens the folder; one that is made here is for its owner alone, as is every file in it.
    ///
    /// # Errors
    /// Why it cannot be made or used.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(path)
            .with_context(|| format!("the data folder {} cannot be made", path.display()))?;
        Ok(Self(path.to_owned()))
    }

    /// Opens a folder that holds a house already: a slip of the keys must not found another.
    ///
    /// # Errors
    /// That there is none.
    pub fn existing(path: &Path) -> anyhow::Result<Self> {
        if path.join(store::FILE).is_file() {
            Ok(Self(path.to_owned()))
        } else {
            bail!("DASI_DATA: there is no house in {}", path.display())
        }
    }

    /// Where mail is written when there is no mail server.
    pub fn mail(&self) -> PathBuf {
        self.0.join("mail")
    }

    /// Everything Dasi remembers.
    ///
    /// # Errors
    /// Why the database cannot be opened.
    pub async fn store(&self, clock: Clock) -> anyhow::Result<Store> {
        // SQLite gives its other files the mode of this one.
        let file = self.0.join(store::FILE);
        let made = OpenOptions::new().create(true).truncate(false).write(true).mode(OWNER_ONLY).open(&file);
        made.with_context(|| format!("{} cannot be made", file.display()))?;
        Store::open(&self.0, clock)
            .await
            .with_context(|| format!("the database in {} cannot be opened", self.0.display()))
    }

    /// The secret, made at the first start. A file that others can read is refused: they could sign our links.
    ///
    /// # Errors
    /// Why it cannot be read, made or trusted.
    pub fn secret(&self) -> anyhow::Result<Secret> {
        let path = self.0.join("secret");
        self.make_secret(&path).with_context(|| format!("{} cannot be made", path.display()))?;
        let mut file = File::open(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        if file.metadata()?.permissions().mode() & 0o077 != 0 {
            bail!("{} can be read by others: chmod 600 it", path.display());
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        match bytes.try_into() {
            Ok(bytes) => Ok(Secret::new(bytes)),
            Err(_) => bail!(
                "{} is not {SECRET} bytes: restore it, or delete it and old links in mail stop working",
                path.display()
            ),
        }
    }

    /// Written beside and then linked into place, so that a crash leaves no half of it and nobody's is overwritten.
    fn make_secret(&self, path: &Path) -> anyhow::Result<()> {
        if path.exists() {
            return Ok(());
        }
        let fresh = self.0.join(format!(".secret-{}", std::process::id()));
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(OWNER_ONLY).open(&fresh)?;
        file.write_all(&rand::random::<[u8; SECRET]>())?;
        file.sync_all()?;
        let linked = std::fs::hard_link(&fresh, path);
        std::fs::remove_file(&fresh)?;
        match linked {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// One server a folder, as long as the guard lives.
    ///
    /// # Errors
    /// That another one is running.
    pub fn lock_serving(&self) -> anyhow::Result<File> {
        let file = self.lock_file("serve.lock")?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => bail!("another dasi serves {} already", self.0.display()),
            Err(TryLockError::Error(error)) => Err(error).context("the data folder cannot be locked"),
        }
    }

    /// One turn of a worker at a time, whoever does it: waits for its end.
    ///
    /// # Errors
    /// Why the lock cannot be had.
    pub async fn lock_turn(&self) -> anyhow::Result<File> {
        /// How often to ask for a lock that another process holds.
        const ASK_AGAIN: Duration = Duration::from_millis(50);
        let file = self.lock_file("turn.lock")?;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) => tokio::time::sleep(ASK_AGAIN).await,
                Err(TryLockError::Error(error)) => return Err(error).context("the data folder cannot be locked"),
            }
        }
    }

    fn lock_file(&self, name: &str) -> anyhow::Result<File> {
        let path = self.0.join(name);
        let open = OpenOptions::new().create(true).truncate(false).write(true).mode(OWNER_ONLY).open(&path);
        open.with_context(|| format!("{} cannot be opened", path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_is_made_once_and_kept_from_others() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::open(&folder.path().join("a/b")).unwrap();
        let first = data.secret().unwrap().sign("x");
        assert_eq!(data.secret().unwrap().sign("x"), first);
        let path = folder.path().join("a/b/secret");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(data.secret().unwrap_err().to_string().contains("chmod 600"));
        std::fs::remove_file(&path).unwrap();
        std::fs::write(&path, b"short").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        assert!(data.secret().is_err());
    }

    #[tokio::test]
    async fn a_second_server_is_refused_and_a_second_turn_waits() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::open(folder.path()).unwrap();
        let serving = data.lock_serving().unwrap();
        assert!(data.lock_serving().unwrap_err().to_string().contains("another dasi"));
        drop(serving);
        assert!(data.lock_serving().is_ok());
        let turn = data.lock_turn().await.unwrap();
        let waiting = tokio::spawn({
            let data = data.clone();
            async move { data.lock_turn().await.is_ok() }
        });
        tokio::task::yield_now().await;
        assert!(!waiting.is_finished());
        drop(turn);
        assert!(waiting.await.unwrap());
    }
}
