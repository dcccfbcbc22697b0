//! A post for the blog: looked at first, then taken as a zip.

use std::io::{Cursor, Write};

use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::access;
use domain::problem::{Problems, Why};
use domain::publish::{self, Bundle, ExportError, File, Outgoing, Slug, Target};
use serde::Deserialize;
use store::{StoreError, StoredPost};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::answer::{Path, Query, wrong};
use super::post::post_id;
use crate::AppError;
use crate::context::SignedIn;
use crate::error::internal;
use crate::pages::blog::{Leaving, page};

/// The address ending asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    slug: Option<String>,
}

pub(super) async fn show(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let stored = own(&me, &id).await?;
    let slug = stored.suggested_slug();
    let bundled = bundle(&me, &stored, slug.clone()).await?;
    let (bundle, problems) =
        bundled.map_or_else(|problems| (Bundle::default(), problems), |bundle| (bundle, Problems::default()));
    Ok(page(&me, &Leaving { id: stored.post.id, slug: slug.as_str(), bundle: &bundle, problems: &problems }))
}

pub(super) async fn zip(
    me: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, AppError> {
    let stored = own(&me, &id).await?;
    let typed = asked.slug.unwrap_or_else(|| stored.suggested_slug().as_str().to_owned());
    let parsed = Slug::parse(&typed).map_err(|_| Problems::one("slug", Why::NotASlug));
    let bundled = match parsed {
        Ok(slug) => bundle(&me, &stored, slug.clone()).await?.map(|bundle| (slug, bundle)),
        Err(problems) => Err(problems),
    };
    match bundled {
        Ok((slug, bundle)) => Ok(download(slug.as_str(), packed(&whole(&me, bundle).await?)?)),
        Err(problems) => {
            let bundle = bundle(&me, &stored, stored.suggested_slug()).await?.unwrap_or_default();
            Ok(wrong(page(&me, &Leaving { id: stored.post.id, slug: &typed, bundle: &bundle, problems: &problems })))
        }
    }
}

/// What may leave the house is decided by those who wrote it.
async fn own(me: &SignedIn, id: &str) -> Result<StoredPost, AppError> {
    let stored = me.viewer.stored_post(post_id(id)?).await?;
    let mine = access::may_edit(&me.member, &stored.post.facts(&stored.post.author_ids()));
    if mine { Ok(stored) } else { Err(AppError::Forbidden) }
}

/// What leaves; every picture of it is there, and one that its author may see.
async fn bundle(me: &SignedIn, stored: &StoredPost, slug: Slug) -> Result<Result<Bundle, Problems>, AppError> {
    let team = me.visit.team.as_ref().map_or(me.zone(), |team| &team.zone);
    let outgoing: Outgoing<'_> = stored.outgoing(slug, team);
    let bundle = match publish::files(Target::Hugo, &outgoing) {
        Ok(bundle) => bundle,
        Err(error) => return Ok(Err(Problems::one("body", why(&error)))),
    };
    for picture in &bundle.pictures {
        match me.viewer.upload(&picture.name).await {
            Ok(_) => {}
            Err(StoreError::NotFound) => return Ok(Err(Problems::one("body", Why::NoSuchPicture))),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(Ok(bundle))
}

/// The files of a bundle, its pictures among them.
async fn whole(me: &SignedIn, bundle: Bundle) -> Result<Vec<File>, AppError> {
    let mut files = bundle.files;
    for picture in bundle.pictures {
        files.push(File { path: picture.path, bytes: me.viewer.upload_bytes(&picture.name).await? });
    }
    Ok(files)
}

fn why(error: &ExportError) -> Why {
    match error {
        ExportError::Directive(directive) => Why::Directive { line: directive.line() },
        ExportError::Shortcode { line } => Why::Shortcode { line: *line },
    }
}

/// The same bytes every time: entries in order, at the zip format's own first moment.
fn packed(files: &[File]) -> Result<Vec<u8>, AppError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for file in files {
        zip.start_file(&file.path, options).map_err(|error| internal(&error))?;
        zip.write_all(&file.bytes).map_err(|error| internal(&error))?;
    }
    Ok(zip.finish().map_err(|error| internal(&error))?.into_inner())
}

fn download(name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.zip\"")),
    ];
    (headers, bytes).into_response()
}
