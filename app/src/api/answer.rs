//! Redirects that say what was done, pages that say what was wrong, and addresses and forms read safely.

use axum::body::Body;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use http_body_util::Limited;
use serde::de::DeserializeOwned;

use crate::context::Visit;
use crate::limits::Wait;
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

/// A form shown again because it came too often (RFC 6585 §4).
pub(super) fn too_often(wait: Wait, page: Response) -> Response {
    (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, wait.seconds.to_string())], page).into_response()
}

/// A page with a secret on it, which no browser keeps (RFC 9111 §5.2.2.5).
pub(super) fn unkept(page: Response) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], page).into_response()
}

/// What stands in the path of an address. What cannot be read leads nowhere.
pub(super) struct Path<T>(pub(super) T);

impl<T: DeserializeOwned + Send> FromRequestParts<AppState> for Path<T> {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, AppError> {
        let path = axum::extract::Path::from_request_parts(parts, state).await;
        path.map(|axum::extract::Path(value)| Self(value)).map_err(|_| AppError::NotFound)
    }
}

/// What stands after the `?` of an address.
pub(super) struct Query<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequestParts<AppState> for Query<T> {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, AppError> {
        let query = axum::extract::Query::from_request_parts(parts, state).await;
        query.map(|axum::extract::Query(value)| Self(value)).map_err(|_| AppError::Bad)
    }
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

/// A post's form and who sent it. Somebody whose sign-in ended while they wrote gets their words back;
/// a stranger cannot make us hold more than one such text.
pub(super) struct Written<T> {
    pub(super) visit: Visit,
    pub(super) form: T,
}

/// The most bytes of a form from nobody in particular: a text at its limit, percent-encoded, and its other fields.
const STRANGER: usize = 4 << 20;

impl<T: DeserializeOwned> FromRequest<AppState> for Written<T> {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, AppError> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, state).await?;
        let body = if visit.member.is_some() { body } else { Body::new(Limited::new(body, STRANGER)) };
        let Typed(form) = Typed::from_request(Request::from_parts(parts, body), state).await?;
        Ok(Self { visit, form })
    }
}
