//! What a script or a program is told of a file that it brought.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::text::Text;
use domain::upload::UploadKind;
use serde::Serialize;
use serde_json::json;

use super::Kept;

/// A file that was kept: where it is, and the Markdown for it.
#[derive(Serialize)]
pub(in crate::api) struct Brought {
    name: String,
    address: String,
    kind: UploadKind,
    width: Option<u32>,
    height: Option<u32>,
    file_name: String,
    bytes: u64,
    markdown: String,
    /// What was lost on the way, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'static str>,
}

impl Brought {
    pub(in crate::api) fn of(text: &'static Text, kept: &Kept) -> Self {
        let upload = &kept.upload;
        let (width, height) = upload.name.dimensions().unzip();
        Self {
            name: upload.name.to_string(),
            address: upload.name.address(),
            kind: upload.kind,
            width,
            height,
            file_name: upload.file_name.as_str().to_owned(),
            bytes: upload.bytes,
            markdown: upload.name.markdown(&upload.file_name),
            note: kept.stilled.then_some(text.uploads.stilled),
        }
    }

    /// The answer; its bytes are at `address`.
    pub(in crate::api) fn created(self, address: String) -> Response {
        (StatusCode::CREATED, [(header::LOCATION, address)], Json(self)).into_response()
    }
}

/// Why a file was not kept, in the reader's language.
pub(super) fn problem(status: StatusCode, why: String) -> Response {
    (status, Json(json!({ "problem": why }))).into_response()
}
