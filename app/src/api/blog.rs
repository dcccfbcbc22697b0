//! A post for the blog: looked at first, then taken as a zip.

use std::io::{Cursor, Write};

use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::access;
use domain::problem::{Problems, Why};
use domain::publish::{self, ExportError, File, Outgoing, Slug, Target};
use serde::Deserialize;
use store::StoredPost;
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
    Ok(match bundle(&me, &stored, slug.clone()) {
        Ok(files) => page(
            &me,
            &Leaving { id: stored.post.id, slug: slug.as_str(), files: &files, problems: &Problems::default() },
        ),
        Err(problems) => {
            page(&me, &Leaving { id: stored.post.id, slug: slug.as_str(), files: &[], problems: &problems })
        }
    })
}

pub(super) async fn zip(
    me: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, AppError> {
    let stored = own(&me, &id).await?;
    let typed = asked.slug.unwrap_or_else(|| stored.suggested_slug().as_str().to_owned());
    let parsed = Slug::parse(&typed).map_err(|_| Problems::one("slug", Why::NotASlug));
    let files = parsed.and_then(|slug| bundle(&me, &stored, slug.clone()).map(|files| (slug, files)));
    match files {
        Ok((slug, files)) => Ok(download(slug.as_str(), packed(&files)?)),
        Err(problems) => {
            let files = bundle(&me, &stored, stored.suggested_slug()).unwrap_or_default();
            Ok(wrong(page(&me, &Leaving { id: stored.post.id, slug: &typed, files: &files, problems: &problems })))
        }
    }
}

/// What may leave the house is decided by those who wrote it.
async fn own(me: &SignedIn, id: &str) -> Result<StoredPost, AppError> {
    let stored = me.viewer.stored_post(post_id(id)?).await?;
    let mine = access::may_edit(&me.member, &stored.post.facts(&stored.post.author_ids()));
    if mine { Ok(stored) } else { Err(AppError::Forbidden) }
}

fn bundle(me: &SignedIn, stored: &StoredPost, slug: Slug) -> Result<Vec<File>, Problems> {
    let team = me.visit.team.as_ref().map_or(me.zone(), |team| &team.zone);
    let outgoing: Outgoing<'_> = stored.outgoing(slug, team);
    publish::files(Target::Hugo, &outgoing).map_err(|error| Problems::one("body", why(&error)))
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
