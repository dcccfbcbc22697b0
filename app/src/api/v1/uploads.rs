//! Pictures and files: brought, read, and listed by post.

use axum::Json;
use axum::extract::{DefaultBodyLimit, Request};
use axum::response::{IntoResponse, Response};
use domain::access::Door;
use domain::id::MemberId;
use domain::problem::Why;
use domain::text::text;
use domain::upload::{NotKept, UploadKind, UploadName};
use serde::Serialize;
use store::PostUpload;

use super::fault::{Fault, Flaw, Wrong};
use super::program::Program;
use crate::api::answer::{Path, Query};
use crate::api::post::post_id;
use crate::api::table::Table;
use crate::api::upload::{Brought, FILES_FORM, Narrower, Sent, keep, serve};
use crate::limits::Wait;
use crate::{AppError, routes};

/// How long to wait when too many pictures wait to be drawn.
const BUSY: Wait = Wait { seconds: 10 };
/// How long to wait when the day is full: by then some of it is a day old, perhaps.
const DAY_IS_FULL: Wait = Wait { seconds: 3600 };

/// Files are sent: what a program sends may be large here.
pub(in crate::api) fn table(table: Table) -> Table {
    table
        .post(routes::API_UPLOADS, Door::WriteToken, create)
        .get(routes::API_UPLOAD, Door::ReadToken, read)
        .get(routes::API_POST_UPLOADS, Door::ReadToken, of_post)
        .so_far(|router| router.layer(DefaultBodyLimit::max(FILES_FORM)))
}

async fn create(program: Program, sent: Result<Sent, AppError>) -> Result<Response, Fault> {
    let file = sent?.one().map_err(fault)?;
    let kept = keep(&program.state, &program.viewer, &program.member, file).await?.map_err(fault)?;
    let at = routes::api_upload(&kept.upload.name);
    Ok(Brought::of(text(program.member.language), &kept).created(at))
}

fn fault(why: Why) -> Fault {
    match why {
        Why::TooBig { .. } => Fault::TooLarge,
        Why::TooManyTries { seconds } => Fault::TooOften(Wait { seconds }),
        Why::NotKept(NotKept::Busy) => Fault::TooOften(BUSY),
        Why::NotKept(NotKept::DayIsFull) => Fault::TooOften(DAY_IS_FULL),
        Why::NotKept(NotKept::NoRoom) => Fault::Internal,
        why => Fault::Invalid(vec![Flaw::new("file", Wrong::Why(why))]),
    }
}

async fn read(
    program: Program,
    Path(name): Path<String>,
    Query(narrower): Query<Narrower>,
    request: Request,
) -> Result<Response, Fault> {
    let name = UploadName::parse(&name).ok_or(Fault::NotFound)?;
    let (upload, file) = program.viewer.upload_on_shelf(&name, narrower.width()?).await?;
    Ok(serve(&upload, &file, request).await?)
}

/// What a post uses.
#[derive(Serialize)]
struct Uploads {
    uploads: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    name: String,
    address: String,
    kind: UploadKind,
    width: Option<u32>,
    height: Option<u32>,
    file_name: String,
    bytes: u64,
    by: By,
    uploaded_at: String,
    /// Whether the post's current text uses it; else only an earlier one.
    current: bool,
}

#[derive(Serialize)]
struct By {
    id: MemberId,
    name: String,
}

async fn of_post(program: Program, Path(id): Path<String>) -> Result<Response, Fault> {
    let uploads = program.viewer.uploads_of_post(post_id(&id)?).await?;
    Ok(Json(Uploads { uploads: uploads.into_iter().map(Line::of).collect() }).into_response())
}

impl Line {
    fn of(one: PostUpload) -> Self {
        let upload = one.upload;
        let (width, height) = upload.name.dimensions().unzip();
        Self {
            address: upload.name.address(),
            name: upload.name.into(),
            kind: upload.kind,
            width,
            height,
            file_name: upload.file_name.as_str().to_owned(),
            bytes: upload.bytes,
            by: By { id: upload.member_id, name: one.by },
            uploaded_at: upload.uploaded_at.to_string(),
            current: one.now,
        }
    }
}
