//! Members' pictures: set, removed, shown.

use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::id::MemberId;
use domain::problem::{Problems, Why};

use super::answer::{Path, done, wrong};
use super::settings::SettingsForm;
use crate::context::SignedIn;
use crate::picture::MOST_BYTES;
use crate::said::Said;
use crate::{AppError, AppState, pages, routes};

/// The file that was sent, or why it cannot be one. A file over the limit is read to its end, counted and not kept: a
/// browser shows an answer only once it has sent all.
pub(super) struct Sent(Result<Vec<u8>, Why>);

impl FromRequest<AppState> for Sent {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, AppError> {
        let mut form = Multipart::from_request(request, state).await.map_err(|_| AppError::Bad)?;
        let broken = |status| if status == StatusCode::PAYLOAD_TOO_LARGE { AppError::TooLarge } else { AppError::Bad };
        while let Some(mut field) = form.next_field().await.map_err(|error| broken(error.status()))? {
            if field.name() != Some("picture") {
                continue;
            }
            let (mut file, mut bytes) = (Vec::new(), 0);
            while let Some(chunk) = field.chunk().await.map_err(|error| broken(error.status()))? {
                bytes += chunk.len();
                match bytes {
                    0..=MOST_BYTES => file.extend_from_slice(&chunk),
                    _ => file = Vec::new(),
                }
            }
            let fits = bytes <= MOST_BYTES;
            return Ok(Self(if fits { Ok(file) } else { Err(Why::TooBig { limit: MOST_BYTES, bytes }) }));
        }
        Ok(Self(Err(Why::Empty)))
    }
}

pub(super) async fn set(State(state): State<AppState>, me: SignedIn, Sent(file): Sent) -> Result<Response, AppError> {
    let drawn = match file {
        Ok(file) => state.studio.redraw(file).await,
        Err(why) => Err(why),
    };
    match drawn {
        Ok(jpeg) => {
            state.store.set_picture(me.member.id, Some(&jpeg)).await?;
            Ok(done(routes::SETTINGS, Said::PictureSet))
        }
        Err(why) => {
            let problems = Problems::one("picture", why);
            Ok(wrong(pages::settings::page(&me, &SettingsForm::of(&me.member), &problems)))
        }
    }
}

pub(super) async fn remove(State(state): State<AppState>, me: SignedIn) -> Result<Response, AppError> {
    state.store.set_picture(me.member.id, None).await?;
    Ok(done(routes::SETTINGS, Said::PictureRemoved))
}

/// A new picture has a new address, so one that was fetched is never asked for again. Opened by itself it is as
/// confined as can be (ASVS 5.0 3.2.1).
pub(super) async fn show(State(state): State<AppState>, Path(id): Path<MemberId>) -> Result<Response, AppError> {
    let jpeg = state.store.picture(id).await?;
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg"),
        (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"),
        (header::CACHE_CONTROL, "private, max-age=31536000, immutable"),
    ];
    Ok((headers, jpeg).into_response())
}
