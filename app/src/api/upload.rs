//! Pictures and files that come with somebody's words: brought, listed, served, removed.

mod brought; // what is answered to a script or a program
mod keep; // by its content, a picture is drawn anew and all else kept as it came
mod sent; // the files of a form, counted while they come
mod served; // bytes, confined

use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::access::Door;
use domain::problem::Why;
use domain::upload::{UploadName, WIDTHS};
use serde::Deserialize;

pub(super) use self::brought::Brought;
pub(super) use self::keep::{Kept, keep};
pub(super) use self::sent::Sent;
pub(super) use self::served::serve;
use super::answer::{Path, Query, done};
use super::post::post_id;
use super::table::Table;
use crate::context::SignedIn;
use crate::pages::uploads::{Refused, Uploads};
use crate::said::Said;
use crate::{AppError, pages, routes};

/// The most bytes of a form with files in it: six of the largest, and what is around them.
pub(super) const FILES_FORM: usize = 61 << 20;
/// Uploads on one page of the list.
const PAGE: usize = 30;

/// Files are sent: their form may be large.
pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::UPLOADS, Door::Team, list)
        .post(routes::UPLOADS, Door::Team, bring)
        .get(routes::UPLOAD, Door::House, show)
        .post(routes::REMOVE_UPLOAD, Door::Team, remove)
        .get(routes::POST_UPLOADS, Door::House, of_post)
        .so_far(|router| router.layer(DefaultBodyLimit::max(FILES_FORM)))
}

/// Which part of the list.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Which {
    page: Option<String>,
}

async fn list(me: SignedIn, Query(which): Query<Which>) -> Result<Response, AppError> {
    let page: usize = which.page.as_deref().unwrap_or("1").parse().unwrap_or(1).clamp(1, 1_000_000);
    shown(&me, page, Vec::new()).await
}

async fn shown(me: &SignedIn, page: usize, refused: Vec<Refused>) -> Result<Response, AppError> {
    let mut mine = me.viewer.my_uploads((page - 1) * PAGE, PAGE + 1).await?;
    let has_older = mine.len() > PAGE;
    mine.truncate(PAGE);
    Ok(pages::uploads::page(me, &Uploads { page, has_older, mine, refused }))
}

/// Takes the files of a form. A script asks for JSON and sends one at a time; a plain form leads back to the list.
async fn bring(me: SignedIn, headers: HeaderMap, sent: Result<Sent, AppError>) -> Result<Response, AppError> {
    if wants_json(&headers) {
        return bring_one(&me, sent).await;
    }
    let (mut refused, mut stilled) = (Vec::new(), false);
    for file in sent?.files() {
        let file_name = file.name.clone();
        match keep(&me.visit.state, &me.viewer, &me.member, file).await? {
            Ok(kept) => stilled |= kept.stilled,
            Err(why) => refused.push(Refused { file_name, why }),
        }
    }
    if let Some(status) = refused.first().map(|one| status(&one.why)) {
        return Ok((status, shown(&me, 1, refused).await?).into_response());
    }
    Ok(done(routes::UPLOADS, if stilled { Said::UploadStilled } else { Said::UploadKept }))
}

async fn bring_one(me: &SignedIn, sent: Result<Sent, AppError>) -> Result<Response, AppError> {
    let text = me.text();
    let file = match sent.map(Sent::one) {
        Ok(Ok(file)) => file,
        Ok(Err(why)) => return Ok(brought::problem(status(&why), (text.why)(&why))),
        Err(AppError::TooLarge) => {
            return Ok(brought::problem(StatusCode::PAYLOAD_TOO_LARGE, text.api.too_large.1.into()));
        }
        Err(AppError::Bad) => return Ok(brought::problem(StatusCode::BAD_REQUEST, text.uploads.broken.into())),
        Err(error) => return Err(error),
    };
    Ok(match keep(&me.visit.state, &me.viewer, &me.member, file).await? {
        Ok(kept) => Brought::of(text, &kept).created(kept.upload.name.address()),
        Err(why) => brought::problem(status(&why), (text.why)(&why)),
    })
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|one| one.split(';').next().unwrap_or_default().trim() == "application/json")
}

/// What a refusal is in HTTP: too large (RFC 9110 §15.5.14), too many (RFC 6585 §4), no room (RFC 4918 §11.5), or just
/// wrong.
pub(super) fn status(why: &Why) -> StatusCode {
    use domain::upload::NotKept;
    match why {
        Why::TooBig { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        Why::TooManyTries { .. } | Why::NotKept(NotKept::Busy | NotKept::DayIsFull) => StatusCode::TOO_MANY_REQUESTS,
        Why::NotKept(NotKept::NoRoom) => StatusCode::INSUFFICIENT_STORAGE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// A picture may be asked for narrower than it is.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Narrower {
    w: Option<String>,
}

impl Narrower {
    /// One of the widths there are; any other leads nowhere.
    pub(super) fn width(&self) -> Result<Option<u32>, AppError> {
        let Some(digits) = self.w.as_deref() else { return Ok(None) };
        let known = WIDTHS.into_iter().find(|width| width.to_string() == digits);
        known.map(Some).ok_or(AppError::NotFound)
    }
}

async fn show(
    me: SignedIn,
    Path(name): Path<String>,
    Query(narrower): Query<Narrower>,
    request: Request,
) -> Result<Response, AppError> {
    let name = UploadName::parse(&name).ok_or(AppError::NotFound)?;
    let (upload, file) = me.viewer.upload_on_shelf(&name, narrower.width()?).await?;
    serve(&upload, &file, request).await
}

async fn remove(me: SignedIn, Path(name): Path<String>) -> Result<Response, AppError> {
    let name = UploadName::parse(&name).ok_or(AppError::NotFound)?;
    let upload = me.viewer.upload(&name).await?;
    let removed = me.viewer.remove_upload(&upload).await?;
    Ok(done(routes::UPLOADS, if removed { Said::UploadRemoved } else { Said::UploadUsed }))
}

async fn of_post(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let id = post_id(&id)?;
    let uploads = me.viewer.uploads_of_post(id).await?;
    let post = me.viewer.post(id).await?.post;
    Ok(pages::post_uploads::page(&me, &post, &uploads))
}
