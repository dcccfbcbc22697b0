//! Bytes from the shelf. A picture of ours is shown, confined as far as can be when opened by itself (ASVS 5.0 3.2.1);
//! all else is a download under a type that no browser opens.

use std::path::Path;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::upload::UploadKind;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use store::Upload;
use tower_http::services::ServeFile;

use crate::AppError;
use crate::error::internal;

/// A name always means the same bytes.
const FOREVER: HeaderValue = HeaderValue::from_static("private, max-age=31536000, immutable");
const CONFINED: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");

/// Answers a request for an upload whose bytes are in `file`: whole or in part, or that they are known already.
pub(in crate::api) async fn serve(upload: &Upload, file: &Path, request: Request) -> Result<Response, AppError> {
    let response = ServeFile::new(file).try_call(request).await.map_err(|cause| internal(&cause))?;
    if response.status() == StatusCode::NOT_FOUND {
        tracing::error!(upload = upload.id.0, "the bytes of an upload are missing");
        return Err(AppError::NotFound);
    }
    let mut response = response.map(Body::new);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(upload.name.media_type()));
    headers.insert(header::CONTENT_SECURITY_POLICY, CONFINED);
    headers.insert(header::CACHE_CONTROL, FOREVER);
    if upload.kind == UploadKind::File {
        headers.insert(header::CONTENT_DISPOSITION, as_download(upload));
    }
    Ok(response)
}

/// By our name for what cannot read the other (RFC 6266 §4.3), else by its own (RFC 8187 §3.2).
fn as_download(upload: &Upload) -> HeaderValue {
    const MEANING: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    let own = utf8_percent_encode(upload.file_name.as_str(), &MEANING);
    let value = format!("attachment; filename=\"{}\"; filename*=UTF-8''{own}", upload.name);
    HeaderValue::from_str(&value).unwrap_or(HeaderValue::from_static("attachment"))
}
