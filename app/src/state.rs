//! What every request shares.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, RwLock};

use domain::team::Team;
use jiff::{SignedDuration, Timestamp};
use store::{Link, Store, StoreError};

use crate::limits::Limits;
use crate::moving::Mover;
use crate::picture::Studio;
use crate::provider::Provider;
use crate::{Passwords, Secret};

/// How long a team that was read is taken as it is.
const TEAM_FRESH: SignedDuration = SignedDuration::from_secs(5);

/// Where the built files are: public addresses such as `/pkg/dasi.CA7A….css`.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// The script that starts the WASM bundle.
    pub js: String,
    /// The WASM bundle.
    pub wasm: String,
    /// What draws diagrams, if it was there when the site was built.
    pub mermaid: Option<String>,
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
    /// Who else may say who somebody is, if anybody.
    pub provider: Option<Arc<Provider>>,
}

/// The team, and when it was read.
type TeamRead = (Arc<Team>, Timestamp);

/// What every request shares; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// Everything Dasi remembers.
    pub store: Store,
    /// What the operator decided.
    pub settings: Arc<Settings>,
    /// The password hasher.
    pub passwords: Passwords,
    /// How often something may be tried.
    pub(crate) limits: Limits,
    /// Draws members' pictures.
    pub(crate) studio: Studio,
    /// Reads and packs archives.
    pub(crate) mover: Mover,
    founded: Arc<AtomicBool>,
    team: Arc<RwLock<Option<TeamRead>>>,
}

impl AppState {
    /// A state around an open store.
    pub fn new(store: Store, settings: Settings) -> Self {
        Self {
            limits: Limits::new(store.clock()),
            store,
            settings: Arc::new(settings),
            passwords: Passwords::default(),
            studio: Studio::default(),
            mover: Mover::default(),
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

    /// The team, once founded; read again after some seconds, since the command line may change it.
    pub(crate) async fn team(&self) -> Result<Option<Arc<Team>>, StoreError> {
        let now = self.store.now();
        let known = self.team.read().ok().and_then(|known| known.clone());
        if let Some((team, read_at)) = known
            && now.duration_since(read_at).abs() < TEAM_FRESH
        {
            return Ok(Some(team));
        }
        let Some(team) = self.store.team().await?.map(Arc::new) else { return Ok(None) };
        if let Ok(mut known) = self.team.write() {
            *known = Some((Arc::clone(&team), now));
        }
        Ok(Some(team))
    }

    /// Reads the team again at the next request: it was changed.
    pub(crate) fn forget_team(&self) {
        if let Ok(mut known) = self.team.write() {
            *known = None;
        }
    }

    /// A link to hand out: its token is made of a fresh salt and the house's secret.
    pub(crate) fn link(&self) -> Link {
        self.settings.secret.link(rand::random())
    }

    /// An address of this house, whole.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.settings.url)
    }
}
