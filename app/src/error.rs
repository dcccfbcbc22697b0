//! What a browser may learn of a failure. The cause is logged once and shown never.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use domain::text::text;
use store::StoreError;

use crate::AppState;
use crate::api::v1::fault;
use crate::context::{Visit, accepted};
use crate::pages;
use crate::routes;

/// A failure, as far as a browser may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AppError {
    /// Nobody is signed in; `next` is where they wanted to go.
    SignedOut {
        /// Path and query.
        next: String,
    },
    /// Signed in, and it is known to be here, but not theirs to use.
    Forbidden,
    /// The request came from another site.
    CrossSite,
    /// Not there, or not theirs to see: nobody can tell which.
    NotFound,
    /// More bytes than any form of ours sends.
    TooLarge,
    /// Not what a form of ours sends.
    Bad,
    /// Our fault.
    Internal,
}

impl AppError {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::SignedOut { .. } => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Bad => StatusCode::BAD_REQUEST,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            StoreError::Refused(_) => Self::Forbidden,
            cause => internal(&cause),
        }
    }
}

impl From<crate::passwords::HashError> for AppError {
    fn from(cause: crate::passwords::HashError) -> Self {
        internal(&cause)
    }
}

/// Logs a cause once and keeps it from the browser.
pub(crate) fn internal(cause: &dyn std::error::Error) -> AppError {
    tracing::error!(%cause, "a request failed");
    AppError::Internal
}

/// Bare: [`dress`] puts the page around it.
impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        if let Self::SignedOut { next } = &self {
            return Redirect::to(&routes::sign_in(Some(next))).into_response();
        }
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The outermost layer of pages: a bare [`AppError`] becomes a page in the reader's language; for a program, a
/// document (RFC 9457).
pub async fn dress(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.run(Request::from_parts(asked, body)).await;
    if routes::is_api(parts.uri.path()) {
        return fault::dress(&parts.headers, response);
    }
    let Some(error) = response.extensions().get::<AppError>().cloned() else { return response };
    let mut page = match Visit::from_request_parts(&mut parts, &state).await {
        Ok(visit) => (error.status(), pages::error::page(&visit, &error)).into_response(),
        // Without its database no page can be drawn; the words are here all the same.
        Err(_) => (error.status(), text(accepted(&parts.headers)).error.internal).into_response(),
    };
    for cookie in response.headers().get_all(SET_COOKIE) {
        page.headers_mut().append(SET_COOKIE, cookie.clone());
    }
    page
}
