//! A post's files for a blog, written into the blog's own folder.

use std::path::Path;

use anyhow::{Context, bail};
use domain::id::PostId;
use domain::language::Language;
use domain::publish::{self, ExportError, Slug, Target};
use domain::text::text;
use store::{Clock, StoreError};

use super::say;
use crate::cli::Settings;
use crate::data::DataFolder;

pub(super) async fn run(
    settings: &Settings,
    id: PostId,
    target: Target,
    out: &Path,
    slug: Option<&str>,
) -> anyhow::Result<()> {
    let store = DataFolder::existing(&settings.data)?.store(Clock::System).await?;
    let Some(team) = store.team().await? else { bail!("there is no team here yet") };
    let stored = match store.as_author_of(id).await {
        Ok(author) => author.stored_post(id).await?,
        Err(StoreError::NotFound) => bail!("there is no post {id}"),
        Err(error) => return Err(error.into()),
    };
    let slug = match slug {
        Some(typed) => {
            Slug::parse(typed).map_err(|why| anyhow::anyhow!("--slug: {}", (text(Language::English).why)(&why)))?
        }
        None => stored.suggested_slug(),
    };
    let files = match publish::files(target, &stored.outgoing(slug, &team.zone)) {
        Ok(files) => files,
        Err(error @ (ExportError::Directive(_) | ExportError::Shortcode { .. })) => {
            bail!("post {id} cannot leave: {error}")
        }
    };
    for file in files {
        let path = out.join(&file.path);
        let folder = path.parent().unwrap_or(out);
        std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        std::fs::write(&path, &file.bytes).with_context(|| format!("{} cannot be written", path.display()))?;
        say(&path.display().to_string())?;
    }
    store.close().await;
    Ok(())
}
