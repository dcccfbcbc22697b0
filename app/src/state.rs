//! What every request shares.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::team::Team;
use store::{Store, StoreError};
use tokio::sync::OnceCell;

use crate::{Passwords, Secret};

/// Where the built files are: public addresses such as `/pkg/dasi.CA7A….css`.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// The script that starts the WASM bundle.
    pub js: String,
    /// The WASM bundle.
    pub wasm: String,
}

/// What the operator decided, as far as pages care.
#[derive(Debug)]
pub struct Settings {
    /// What links in mail begin with, without a slash at the end.
    pub url: String,
    /// Whether people reach the house by HTTPS: cookies are then `__Host-` and Secure.
    pub secure: bool,
    /// Whether mail goes to a server; else to the mail folder.
    pub smtp: bool,
    /// Where the built files are.
    pub assets: Assets,
    /// Signs links that need no sign-in.
    pub secret: Secret,
}

/// What every request shares; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// Everything Dasi remembers.
    pub store: Store,
    /// What the operator decided.
    pub settings: Arc<Settings>,
    /// The password hasher.
    pub passwords: Passwords,
    founded: Arc<AtomicBool>,
    team: Arc<OnceCell<Arc<Team>>>,
}

impl AppState {
    /// A state around an open store.
    pub fn new(store: Store, settings: Settings) -> Self {
        Self {
            store,
            settings: Arc::new(settings),
            passwords: Passwords::default(),
            founded: Arc::default(),
            team: Arc::default(),
        }
    }

    /// Whether there is any member yet. A team never goes back to having none, so a yes is remembered.
    pub(crate) async fn is_founded(&self) -> Result<bool, StoreError> {
        if self.founded.load(Ordering::Relaxed) {
            return Ok(true);
        }
        let founded = self.store.is_founded().await?;
        self.founded.store(founded, Ordering::Relaxed);
        Ok(founded)
    }

    /// The team, once founded. Nothing changes it while the program runs, so it is read once.
    pub(crate) async fn team(&self) -> Result<Option<Arc<Team>>, StoreError> {
        if let Some(team) = self.team.get() {
            return Ok(Some(Arc::clone(team)));
        }
        let Some(team) = self.store.team().await? else { return Ok(None) };
        Ok(Some(Arc::clone(self.team.get_or_init(|| async { Arc::new(team) }).await)))
    }
}
