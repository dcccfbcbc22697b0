//! What programs ask, as JSON (RFC 8259). The addresses are this table, and `v1/openapi/` says the same to whoever
//! writes a program. Within `v1` names are added and none is taken away or changes its meaning.

mod asked; // what stands after the `?` of a list
mod authors; // who writes a post along
mod comments; // what is said about posts
mod draft; // a post as a program sends it
pub(crate) mod fault; // what a program learns of a failure
mod fields; // a small object, read field by field
mod links; // what leads where
mod me; // whose token it is
pub(super) mod moving; // archives out, files in
mod notices; // what concerns the member
mod object; // the one JSON object that a request holds
mod openapi; // what there is, as a document
mod posts; // reading and writing
pub(super) mod program; // a request by a program, and who lets it in
mod reviews; // where a write-up stands, and who reads it first
mod revisions; // what was saved before
mod series; // stories in several posts
mod shown; // a post as a program gets it
mod tags; // what posts are found by
mod templates; // what a new post begins with
mod trash; // what was thrown away
pub(super) mod uploads; // pictures and files

use axum::extract::DefaultBodyLimit;
use axum::http::{Uri, header};
use axum::response::{IntoResponse, Response};
use domain::access::Door;

use self::fault::Fault;
pub use self::openapi::api_document;
use super::table::Table;
use crate::{AppError, routes};

/// The most bytes of a request. A text at its limit of 1 MiB is larger as JSON, where a character can take six.
const LARGEST: usize = 4 << 20;

pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::API_DOCUMENT, Door::Street, document)
        .get(routes::API_ME, Door::ReadToken, me::show)
        .get(routes::API_POSTS, Door::ReadToken, posts::list)
        .post(routes::API_POSTS, Door::WriteToken, posts::create)
        .get(routes::API_POST, Door::ReadToken, posts::read)
        .put(routes::API_POST, Door::WriteToken, posts::revise)
        .get(routes::API_TAGS, Door::ReadToken, tags::list)
        .post(routes::API_RENAME_TAG, Door::WriteToken, tags::rename)
        .get(routes::API_LINKS, Door::ReadToken, links::show)
        .get(routes::API_ALL_SERIES, Door::ReadToken, series::list)
        .post(routes::API_ALL_SERIES, Door::WriteToken, series::begin)
        .get(routes::API_SERIES, Door::ReadToken, series::read)
        .put(routes::API_SERIES, Door::WriteToken, series::arrange)
        .with(trash::table)
        .with(authors::table)
        .with(reviews::table)
        .with(templates::table)
        .with(comments::table)
        .with(notices::table)
        .so_far(|router| router.layer(DefaultBodyLimit::max(LARGEST)))
        .with(revisions::table)
}

/// What there is, for whoever writes a program: no secret of the house.
async fn document() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], api_document())
}

/// An address is asked in a way it does not know. Programs learn which ways it knows (RFC 9110 §15.5.6); the router
/// adds `Allow`.
pub(super) async fn wrong_method(uri: Uri) -> Response {
    if routes::is_api(uri.path()) { Fault::Method.into_response() } else { AppError::NotFound.into_response() }
}
