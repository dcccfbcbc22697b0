//! What a program learns of a failure.

mod document; // the same as RFC 9457 has it

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::id::RevisionId;
use domain::language::Language;
use domain::problem::{Problems, Why};
use store::StoreError;

pub(crate) use self::document::dress;
use crate::AppError;
use crate::error::internal;
use crate::limits::Wait;

/// The language of an answer, when its token is known.
#[derive(Clone, Copy)]
pub(super) struct Spoken(pub(super) Language);

/// Why a program does not get what it asked for.
#[derive(Debug, Clone)]
pub(crate) enum Fault {
    /// No token came with it.
    NoToken,
    /// It has ended, or never was one.
    WrongToken,
    /// The token is not good for this.
    Scope,
    /// Not its member's to do.
    Forbidden,
    /// Not there, or not theirs to see: nobody can tell which.
    NotFound,
    /// The address is not asked in this way.
    Method,
    /// Not JSON, or not an object.
    Unreadable,
    /// Somebody saved since.
    Stale {
        /// The present revision.
        revision: RevisionId,
    },
    /// More bytes than are taken.
    TooLarge,
    /// Of another media type.
    NotJson,
    /// What is wrong with which field.
    Invalid(Vec<Flaw>),
    /// Too soon.
    TooOften(Wait),
    /// Our fault.
    Internal,
}

/// A field and what is wrong with it.
#[derive(Debug, Clone)]
pub(crate) struct Flaw {
    pub(super) field: String,
    pub(super) wrong: Wrong,
}

/// What is wrong with a field; forms know nothing of most of these.
#[derive(Debug, Clone)]
pub(crate) enum Wrong {
    Missing,
    UnknownField,
    Type,
    OtherKind,
    OutOfRange { most: usize },
    Why(Why),
}

impl Flaw {
    pub(super) fn new(field: impl Into<String>, wrong: Wrong) -> Self {
        Self { field: field.into(), wrong }
    }

    /// What a form says of the same.
    pub(super) fn of(problems: &Problems) -> impl Iterator<Item = Self> {
        problems.iter().map(|one| Self::new(one.field, Wrong::Why(one.why.clone())))
    }
}

impl Fault {
    fn status(&self) -> StatusCode {
        match self {
            Self::NoToken | Self::WrongToken => StatusCode::UNAUTHORIZED,
            Self::Scope | Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Stale { .. } => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// Bare: [`dress`] makes the document.
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<&AppError> for Fault {
    fn from(error: &AppError) -> Self {
        match error {
            AppError::SignedOut { .. } => Self::NoToken,
            AppError::Forbidden | AppError::CrossSite => Self::Forbidden,
            AppError::NotFound => Self::NotFound,
            AppError::TooLarge => Self::TooLarge,
            AppError::Bad => Self::Unreadable,
            AppError::Internal => Self::Internal,
        }
    }
}

impl From<AppError> for Fault {
    fn from(error: AppError) -> Self {
        Self::from(&error)
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            StoreError::StaleRevision { theirs } => Self::Stale { revision: theirs.post.revision_id },
            cause => internal(&cause).into(),
        }
    }
}

impl From<Wait> for Fault {
    fn from(wait: Wait) -> Self {
        Self::TooOften(wait)
    }
}
