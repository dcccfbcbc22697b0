//! The files of a form. One over the limit is read to its end, counted and not kept: a browser shows an answer only
//! once it has sent all. A form that breaks off has sent nothing.

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use domain::problem::Why;
use domain::upload::{FileName, MOST_BYTES};

use crate::{AppError, AppState};

/// The field of every form that brings files.
const FIELD: &str = "file";

/// A file that was sent.
pub(in crate::api) struct SentFile {
    /// What it was called where it came from.
    pub(in crate::api) name: FileName,
    /// Its bytes, or why they are not taken.
    pub(in crate::api) bytes: Result<Vec<u8>, Why>,
}

/// The files that were sent: one at least, if only to say that there is none.
pub(in crate::api) struct Sent(Vec<SentFile>);

impl Sent {
    pub(in crate::api) fn files(self) -> Vec<SentFile> {
        self.0
    }

    /// The one file.
    ///
    /// # Errors
    /// [`Why::TooMany`].
    pub(in crate::api) fn one(self) -> Result<SentFile, Why> {
        let mut files = self.0.into_iter();
        match (files.next(), files.next()) {
            (Some(file), None) => Ok(file),
            (None, _) => Err(Why::Empty),
            (Some(_), Some(_)) => Err(Why::TooMany { limit: 1 }),
        }
    }
}

impl FromRequest<AppState> for Sent {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, AppError> {
        let mut form = Multipart::from_request(request, state).await.map_err(|_| AppError::Bad)?;
        let mut files = Vec::new();
        while let Some(field) = form.next_field().await.map_err(|error| broken(&error))? {
            if field.name() == Some(FIELD) {
                let file = read(field).await?;
                // A browser sends a nameless nothing for a field in which no file was chosen.
                let is_none = file.bytes == Ok(Vec::new()) && !files.is_empty();
                if !is_none {
                    files.push(file);
                }
            }
        }
        if files.is_empty() {
            files.push(SentFile { name: FileName::parse(""), bytes: Err(Why::Empty) });
        }
        Ok(Self(files))
    }
}

async fn read(mut field: Field<'_>) -> Result<SentFile, AppError> {
    let name = FileName::parse(field.file_name().unwrap_or_default());
    let (mut kept, mut bytes) = (Vec::new(), 0);
    while let Some(chunk) = field.chunk().await.map_err(|error| broken(&error))? {
        bytes += chunk.len();
        match bytes {
            0..=MOST_BYTES => kept.extend_from_slice(&chunk),
            _ => kept = Vec::new(),
        }
    }
    let fits = bytes <= MOST_BYTES;
    Ok(SentFile { name, bytes: if fits { Ok(kept) } else { Err(Why::TooBig { limit: MOST_BYTES, bytes }) } })
}

fn broken(error: &MultipartError) -> AppError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { AppError::TooLarge } else { AppError::Bad }
}
