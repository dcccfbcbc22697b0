//! A post's files for a blog, written into the blog's own folder.

use std::path::Path;

use anyhow::{Context, bail};
use domain::id::PostId;
use domain::language::Language;
use domain::publish::{self, ExportError, File, Picture, Slug, Target};
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
    let author = match store.as_author_of(id).await {
        Ok(author) => author,
        Err(StoreError::NotFound) => bail!("there is no post {id}"),
        Err(error) => return Err(error.into()),
    };
    let stored = author.stored_post(id).await?;
    let slug = match slug {
        Some(typed) => {
            Slug::parse(typed).map_err(|why| anyhow::anyhow!("--slug: {}", (text(Language::English).why)(&why)))?
        }
        None => stored.suggested_slug(),
    };
    let bundle = match publish::files(target, &stored.outgoing(slug, &team.zone)) {
        Ok(bundle) => bundle,
        Err(error @ (ExportError::Directive(_) | ExportError::Shortcode { .. })) => {
            bail!("post {id} cannot leave: {error}")
        }
    };
    let mut files = bundle.files;
    for Picture { path, name } in bundle.pictures {
        match author.upload_bytes(&name).await {
            Ok(bytes) => files.push(File { path, bytes }),
            Err(StoreError::NotFound) => bail!("post {id} cannot leave: the picture {name} is not there"),
            Err(error) => return Err(error).with_context(|| format!("the picture {name} cannot be read")),
        }
    }
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
