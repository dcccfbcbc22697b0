//! Pages, and the worker beside them.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use app::provider::Provider;
use app::{AppState, Settings as AppSettings};
use store::Clock;

use super::{fill, say, worker};
use crate::cli::Settings;
use crate::config::{self, Config};
use crate::data::DataFolder;
use crate::fetch::fetch;
use crate::http;

/// How long a turn of the worker may take to finish once the pages are drained.
const LAST_TURN: Duration = Duration::from_secs(2);

pub(super) async fn run(settings: &Settings, demo: bool) -> anyhow::Result<()> {
    let config = Config::of(settings)?;
    let site = config::site(settings)?;
    let data = DataFolder::open(&settings.data)?;
    let _serving = data.lock_serving()?;
    let store = data.store(Clock::System).await?;
    if demo && !store.is_founded().await? {
        fill::fill(&store, &data.secret()?, &config.url).await?;
    }
    let state = AppState::new(
        store.clone(),
        AppSettings {
            url: config.url.clone(),
            secure: config.secure,
            smtp: config.smtp.is_some(),
            assets: http::find_assets(&site)?,
            secret: data.secret()?,
            provider: provider(&config)?,
        },
    );
    let listener = http::listen(settings.addr).await?; // before anything else is begun
    let stopping = http::stop_signal()?;
    tokio::spawn(render_again(store.clone()));
    let working = tokio::spawn(worker(&store, &data, &config)?.run(stopping.clone()));
    say(&format!("Dasi is at {}", config.url))?;
    let router = http::router(state, Some(&site), config.trusted_proxies);
    http::serve(router, listener, stopping).await?;
    if tokio::time::timeout(LAST_TURN, working).await.is_err() {
        tracing::warn!("a turn of the worker was cut short; the next start takes it up");
    }
    store.close().await;
    Ok(())
}

/// Nothing is asked of it before somebody wants in.
fn provider(config: &Config) -> anyhow::Result<Option<Arc<Provider>>> {
    let Some(settings) = config.provider.clone() else { return Ok(None) };
    let provider = Provider::new(settings, &config.url, fetch()?).context("the sign-in provider")?;
    Ok(Some(Arc::new(provider)))
}

/// A newer renderer makes everything again, beside the serving.
async fn render_again(store: store::Store) {
    match store.render_again().await {
        Ok(0) => {}
        Ok(posts) => tracing::info!(posts, "posts were rendered again"),
        Err(cause) => tracing::error!(%cause, "posts could not be rendered again"),
    }
}
