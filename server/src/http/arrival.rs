//! A number, a nonce and a line in the log for every request.

use std::time::Instant;

use app::{Nonce, RequestId};
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use tracing::Instrument;

use super::loggable;

/// Where a response carries its number.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

pub(super) async fn attend(mut request: Request, next: Next) -> Response {
    let id = format!("{:016x}", rand::random::<u64>());
    let nonce = Nonce(BASE64_STANDARD.encode(rand::random::<[u8; 16]>()));
    let span = tracing::info_span!("request", id, method = %request.method(), path = loggable(&request));
    request.extensions_mut().insert(RequestId(id.clone()));
    request.extensions_mut().insert(nonce);
    let begun = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let milliseconds = begun.elapsed().as_secs_f64() * 1000.0;
    span.in_scope(|| {
        let status = response.status().as_u16();
        if status >= 500 {
            tracing::error!(status, milliseconds, "a request failed on our side");
        } else {
            tracing::debug!(status, milliseconds, "a request was answered");
        }
    });
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}
