//! Redirects that say what was done, pages that say what was wrong, and forms read safely.

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use serde::de::DeserializeOwned;

use crate::said::Said;
use crate::{AppError, AppState};

/// Leads on, and says on the next page what was done.
pub(super) fn done(to: &str, said: Said) -> Response {
    (CookieJar::new().add(said.cookie()), Redirect::to(to)).into_response()
}

/// A form shown again because something in it is wrong (RFC 9110 §15.5.21).
pub(super) fn wrong(page: Response) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// A form's fields. Missing ones are left to the form's own parsing, which has words for them.
pub(super) struct Typed<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<AppState> for Typed<T> {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, AppError> {
        match Form::from_request(request, state).await {
            Ok(Form(typed)) => Ok(Self(typed)),
            Err(FormRejection::BytesRejection(error)) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err(AppError::TooLarge)
            }
            Err(_) => Err(AppError::Bad),
        }
    }
}
