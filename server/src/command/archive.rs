//! Everything in the house as one zip that can be brought in again.

use std::fs::OpenOptions;
use std::io::{BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, bail};
use app::moving::{Source, pack};
use store::Clock;

use super::say;
use crate::cli::Settings;
use crate::data::DataFolder;

/// For whoever runs it alone: what is for its author alone is in it.
const OWNER_ONLY: u32 = 0o600;

pub(super) async fn run(settings: &Settings, out: &Path) -> anyhow::Result<()> {
    let store = DataFolder::existing(&settings.data)?.store(Clock::System).await?;
    if store.team().await?.is_none() {
        bail!("there is no team here yet");
    }
    let posts = store.archive_list().await?;
    let file = OpenOptions::new().write(true).create_new(true).mode(OWNER_ONLY).open(out);
    let file = file.with_context(|| format!("{} cannot be made", out.display()))?;
    let (source, count) = (Source::House(store.clone()), posts.len());
    let packed = tokio::task::spawn_blocking(move || {
        let mut file = BufWriter::new(file);
        pack(&source, &posts, &mut file)?;
        file.flush()?;
        file.get_ref().sync_all()
    });
    let written = packed.await.context("packing ended early")?;
    store.close().await;
    if let Err(error) = written {
        std::fs::remove_file(out).with_context(|| format!("{} is not whole", out.display()))?;
        return Err(error).with_context(|| format!("{} cannot be written", out.display()));
    }
    say(&format!("{}: {count} posts", out.display()))
}
