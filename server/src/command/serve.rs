//! Pages, and the worker beside them.

use app::{AppState, Settings as AppSettings};
use store::Clock;

use super::{fill, say, worker};
use crate::cli::Settings;
use crate::config::{self, Config};
use crate::data::DataFolder;
use crate::http;

pub(super) async fn run(settings: &Settings, demo: bool) -> anyhow::Result<()> {
    let config = Config::of(settings)?;
    let site = config::site(settings)?;
    let data = DataFolder::open(&settings.data)?;
    let _serving = data.lock_serving()?;
    let store = data.store(Clock::System).await?;
    if demo && !store.is_founded().await? {
        fill::fill(&store, &config.url).await?;
    }
    let state = AppState::new(
        store.clone(),
        AppSettings {
            url: config.url.clone(),
            secure: config.secure,
            smtp: config.smtp.is_some(),
            assets: http::find_assets(&site)?,
            secret: data.secret()?,
        },
    );
    let stopping = http::stop_signal()?;
    tokio::spawn(render_again(store.clone()));
    let worker = worker(&store, &data, &config).await?.run({
        let mut stopping = stopping.clone();
        async move {
            let _ = stopping.wait_for(|stopping| *stopping).await; // an end of the channel is an end too
        }
    });
    let working = tokio::spawn(worker);
    say(&format!("Dasi is at {}", config.url))?;
    http::serve(http::router(state, Some(&site)), settings.addr, stopping).await?;
    working.await?;
    store.close().await;
    Ok(())
}

/// A newer renderer makes everything again, beside the serving.
async fn render_again(store: store::Store) {
    match store.render_again().await {
        Ok(0) => {}
        Ok(posts) => tracing::info!(posts, "posts were rendered again"),
        Err(cause) => tracing::error!(%cause, "posts could not be rendered again"),
    }
}
