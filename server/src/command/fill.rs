//! The demo team, into an empty data folder.

use anyhow::bail;
use app::Secret;
use store::{Clock, Store};

use super::say;
use crate::cli::Settings;
use crate::config::Config;
use crate::data::DataFolder;
use crate::demo;

pub(super) async fn run(settings: &Settings) -> anyhow::Result<()> {
    let config = Config::of(settings)?;
    let data = DataFolder::open(&settings.data)?;
    let store = data.store(Clock::System).await?;
    if store.is_founded().await? {
        bail!("{} is not empty: a demo goes into an empty data folder", settings.data.display());
    }
    fill(&store, &data.secret()?, &config.url).await?;
    store.close().await;
    Ok(())
}

/// Fills it, and prints how to sign in.
pub(super) async fn fill(store: &Store, secret: &Secret, url: &str) -> anyhow::Result<()> {
    demo::fill(store, secret).await?;
    say("A demo team lives here now. Everybody has the same password, so keep it to yourself.")?;
    say(&format!("  sign in:  {url}/sign-in"))?;
    for email in demo::addresses() {
        say(&format!("  e-mail:   {email}"))?;
    }
    say(&format!("  password: {}", demo::PASSWORD))
}
