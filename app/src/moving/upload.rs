//! Files that come with an import: as careful with them as with any upload, and sparing with names.

use std::time::Duration;

use domain::problem::Why;
use domain::upload::{FileName, NotKept, UploadName};
use store::{NewUpload, StoreError, Viewer};

use super::same;
use crate::picture::{Drawn, is_picture};
use crate::{AppError, AppState};

/// How often the studio is asked again when it is full.
const TRIES: usize = 50;
/// How long to wait between.
const PAUSE: Duration = Duration::from_millis(200);

/// Keeps a file and says what it is called; none when it cannot be kept. What comes out of an archive of `ours` keeps
/// its name where that is free, and its bytes where drawing it again would only lose some.
pub(super) async fn keep(
    state: &AppState,
    viewer: &Viewer,
    path: &str,
    bytes: Vec<u8>,
    ours: bool,
) -> Result<Option<String>, AppError> {
    let said = if ours { path.strip_prefix("uploads/").and_then(UploadName::parse) } else { None };
    if let Some(known) = &said
        && is_here(viewer, known, &bytes).await?
    {
        return Ok(said.map(|name| name.as_str().to_owned()));
    }
    let file_name = FileName::parse(path);
    let Some(new) = made(state, file_name, bytes, said.as_ref()).await else { return Ok(None) };
    let new = match said {
        Some(said) if fits(&said, &new.name) && state.store.upload_name_is_free(&said).await? => {
            NewUpload { name: said, ..new }
        }
        _ => new,
    };
    match viewer.keep_upload(new).await {
        Ok(upload) => Ok(Some(upload.name.as_str().to_owned())),
        Err(StoreError::NotKept(why)) => {
            tracing::warn!(?why, "a file of an import was not kept");
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

async fn is_here(viewer: &Viewer, name: &UploadName, bytes: &[u8]) -> Result<bool, AppError> {
    match viewer.upload_bytes(name).await {
        Ok(here) => Ok(here == bytes),
        Err(StoreError::NotFound) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Whether a name says what a file turned out to be.
fn fits(said: &UploadName, is: &UploadName) -> bool {
    said.dimensions() == is.dimensions() && said.ending() == is.ending()
}

async fn made(state: &AppState, file_name: FileName, bytes: Vec<u8>, said: Option<&UploadName>) -> Option<NewUpload> {
    if bytes.is_empty() {
        return None;
    }
    if !is_picture(&bytes) {
        let name = UploadName::new(rand::random(), None, file_name.ending());
        return Some(NewUpload { name, file_name, bytes, narrower: Vec::new() });
    }
    let drawn = draw(state, &bytes).await?;
    let name = UploadName::new(rand::random(), Some(drawn.dimensions), drawn.ending);
    let keep_bytes = said.is_some_and(|said| fits(said, &name)) && same::drawn_by_us(&bytes, &drawn.bytes);
    let bytes = if keep_bytes { bytes } else { drawn.bytes };
    Some(NewUpload { name, file_name, bytes, narrower: drawn.narrower })
}

/// Waits for a place in the studio: nobody sits before the page and could try again.
async fn draw(state: &AppState, bytes: &[u8]) -> Option<Drawn> {
    for _ in 0..TRIES {
        match state.studio.draw(bytes.to_vec()).await {
            Ok(drawn) => return Some(drawn),
            Err(Why::NotKept(NotKept::Busy)) => tokio::time::sleep(PAUSE).await,
            Err(_) => return None,
        }
    }
    None
}
