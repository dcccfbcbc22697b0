//! The files of a form, counted while they come.

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use domain::problem::Why;
use domain::upload::FileName;

use crate::moving::MOST_PACKED;
use crate::{AppError, AppState};

/// The files that were sent, or why they cannot be taken. What is over the limit is read to its end and not kept: a
/// browser shows an answer only once it has sent all.
pub(in crate::api) struct Sent(pub(in crate::api) Result<Vec<(String, Vec<u8>)>, Why>);

impl FromRequest<AppState> for Sent {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, AppError> {
        let mut form = Multipart::from_request(request, state).await.map_err(|_| AppError::Bad)?;
        let broken = |status| if status == StatusCode::PAYLOAD_TOO_LARGE { AppError::TooLarge } else { AppError::Bad };
        let (mut files, mut bytes) = (Vec::new(), 0);
        while let Some(mut field) = form.next_field().await.map_err(|error| broken(error.status()))? {
            // An empty choice is sent as a file without a name.
            let name = field.file_name().unwrap_or_default().to_owned();
            if field.name() != Some("file") || name.is_empty() {
                continue;
            }
            let mut file = Vec::new();
            while let Some(chunk) = field.chunk().await.map_err(|error| broken(error.status()))? {
                bytes += chunk.len();
                match bytes {
                    0..=MOST_PACKED => file.extend_from_slice(&chunk),
                    _ => file = Vec::new(),
                }
            }
            files.push((FileName::parse(&name).as_str().to_owned(), file));
        }
        Ok(Self(match files.len() {
            0 => Err(Why::Empty),
            _ if bytes > MOST_PACKED => Err(Why::TooBig { limit: MOST_PACKED, bytes }),
            _ => Ok(files),
        }))
    }
}
