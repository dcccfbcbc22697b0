//! What programs ask, as JSON (RFC 8259). The addresses are this table, and `v1/openapi/` says the same to whoever
//! writes a program. Within `v1` names are added and none is taken away or changes its meaning.

mod asked; // what stands after the `?` of a list
mod draft; // a post as a program sends it
pub(crate) mod fault; // what a program learns of a failure
mod me; // whose token it is
pub(super) mod moving; // archives out, files in
mod object; // the one JSON object that a request holds
mod openapi; // what there is, as a document
mod posts; // reading and writing
pub(super) mod program; // a request by a program, and who lets it in
mod shown; // a post as a program gets it
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
        .so_far(|router| router.layer(DefaultBodyLimit::max(LARGEST)))
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
