//! Passwords: argon2id with m = 19,456 KiB, t = 2, p = 1 (ASVS 5.0 11.4.2), two at a time on blocking threads,
//! so that a crowd at the door leaves the pages quick.

use std::sync::{Arc, LazyLock};

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::member::Password;
use tokio::sync::Semaphore;

/// KiB that a hash takes to make.
const MEMORY: u32 = 19_456;
/// Times it goes through them.
const PASSES: u32 = 2;
/// Threads that could.
const LANES: u32 = 1;
/// How many may be hashed at once: each takes 19 MiB and one core.
const AT_ONCE: usize = 2;

/// Checked when nobody has the address, so that the answer takes as long as for somebody.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash(b"nobody has this password").unwrap_or_default());

/// The password hasher; cheap to clone.
#[derive(Clone)]
pub struct Passwords(Arc<Semaphore>);

impl Default for Passwords {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

/// Hashing failed: no randomness, no memory, or the program is stopping.
#[derive(Debug, thiserror::Error)]
#[error("a password could not be hashed: {0}")]
pub struct HashError(String);

impl Passwords {
    /// The PHC string to store, with fresh salt.
    ///
    /// # Errors
    /// [`HashError`] when the system has no randomness or memory left.
    pub async fn hash(&self, password: &Password) -> Result<String, HashError> {
        let password = password.clone();
        self.work(move || hash(password.as_bytes())).await?
    }

    /// Whether a password fits a stored hash; `None` takes as long and is never true.
    ///
    /// # Errors
    /// [`HashError`] when the program is stopping.
    pub async fn verify(&self, password: &Password, stored: Option<String>) -> Result<bool, HashError> {
        let password = password.clone();
        self.work(move || {
            let known = stored.is_some();
            let stored = stored.unwrap_or_else(|| NOBODY.clone());
            let fits = PasswordHash::new(&stored)
                .is_ok_and(|stored| Argon2::default().verify_password(password.as_bytes(), &stored).is_ok());
            fits && known
        })
        .await
    }

    /// Whether a stored hash was made otherwise than today's are: to be made anew while the password is at hand.
    pub fn needs_rehash(stored: &str) -> bool {
        !PasswordHash::new(stored).is_ok_and(|stored| is_ours(&stored))
    }

    async fn work<T: Send + 'static>(&self, job: impl FnOnce() -> T + Send + 'static) -> Result<T, HashError> {
        let turn = Arc::clone(&self.0).acquire_owned().await.map_err(|error| HashError(error.to_string()))?;
        // The turn ends with the work, not with a client that hangs up while it is done.
        let work = tokio::task::spawn_blocking(move || {
            let done = job();
            drop(turn);
            done
        });
        work.await.map_err(|error| HashError(error.to_string()))
    }
}

fn is_ours(stored: &PasswordHash) -> bool {
    let algorithm = Algorithm::new(stored.algorithm).ok();
    let params = Params::try_from(stored).ok().map(|params| (params.m_cost(), params.t_cost(), params.p_cost()));
    let version = stored.version.and_then(|version| Version::try_from(version).ok());
    (algorithm, version, params) == (Some(Algorithm::Argon2id), Some(Version::V0x13), Some((MEMORY, PASSES, LANES)))
}

fn hash(password: &[u8]) -> Result<String, HashError> {
    let params = Params::new(MEMORY, PASSES, LANES, None).map_err(|error| HashError(error.to_string()))?;
    let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    hasher.hash_password(password).map(|hash| hash.to_string()).map_err(|error| HashError(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_stored_hash_meets_the_parameters_and_fits_its_password_alone() {
        let passwords = Passwords::default();
        let mine = Password::parse("다시 만난 세계").unwrap();
        let stored = passwords.hash(&mine).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert_ne!(stored, passwords.hash(&mine).await.unwrap(), "salted");
        assert!(passwords.verify(&mine, Some(stored.clone())).await.unwrap());
        let other = Password::parse("다시 만난 세상").unwrap();
        assert!(!passwords.verify(&other, Some(stored)).await.unwrap());
        assert!(!passwords.verify(&mine, None).await.unwrap());
    }

    #[tokio::test]
    async fn a_hash_made_otherwise_is_made_anew_at_the_next_sign_in() {
        let stored = Passwords::default().hash(&Password::parse("다시 만난 세계").unwrap()).await.unwrap();
        assert!(!Passwords::needs_rehash(&stored));
        for (ours, older) in [("m=19456", "m=9728"), ("t=2", "t=1"), ("p=1", "p=2"), ("v=19", "v=16"), ("2id", "2i")] {
            assert!(Passwords::needs_rehash(&stored.replacen(ours, older, 1)), "{older}");
        }
        assert!(Passwords::needs_rehash("no hash at all"));
    }
}
