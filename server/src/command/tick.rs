//! One turn of the worker, as the running server does it every half minute.

use jiff::Timestamp;
use store::Clock;

use super::{say, worker};
use crate::cli::Settings;
use crate::config::Config;
use crate::data::DataFolder;

pub(super) async fn run(settings: &Settings, now: Option<Timestamp>) -> anyhow::Result<()> {
    let config = Config::of(settings)?;
    let data = DataFolder::existing(&settings.data)?;
    let store = data.store(now.map_or(Clock::System, Clock::fixed)).await?;
    let worker = worker(&store, &data, &config)?;
    let mut worker = if now.is_some() { worker.pretending() } else { worker };
    let turn = worker.turn().await?;
    store.close().await;
    say(&serde_json::to_string(&turn)?)
}
