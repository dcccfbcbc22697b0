//! The one JSON object that a request holds.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use serde_json::{Map, Value};

use super::fault::Fault;
use crate::AppState;

/// The fields of the object, unread: what is unknown among them is still to be refused.
pub(super) struct Object(pub(super) Map<String, Value>);

impl FromRequest<AppState> for Object {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Fault> {
        if !is_json(request.headers()) {
            return Err(Fault::NotJson);
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|error| {
            let too_large = error.into_response().status() == StatusCode::PAYLOAD_TOO_LARGE;
            if too_large { Fault::TooLarge } else { Fault::Unreadable }
        })?;
        match serde_json::from_slice(&bytes) {
            Ok(Value::Object(fields)) => Ok(Self(fields)),
            _ => Err(Fault::Unreadable),
        }
    }
}

/// Browsers cannot send this media type elsewhere without asking first (Fetch §2.2.2), and we offer no answer to that.
fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json")
}
