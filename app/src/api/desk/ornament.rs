//! What the browser's bundle is too small to make: code in colours, formulas, the fields of front matter.

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::markdown::{Allowance, Ornament, ornament};
use serde::Deserialize;

use crate::AppError;
use crate::api::history::blocking;
use crate::context::SignedIn;

/// How many at once.
const MOST: usize = 50;
/// A formula costs an eighth of its bytes; JSON may write one byte in six (RFC 8259 §7); and what stands around them.
pub(super) const MOST_JSON: usize = 6 * 8 * Allowance::BYTES + (16 << 10);

/// [`Ornament`] as it comes.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Asked {
    Code { language: String, text: String },
    Math { display: bool, text: String },
    Fields { language: String, text: String },
}

impl Asked {
    fn ornament(&self) -> Ornament<'_> {
        match self {
            Self::Code { language, text } => Ornament::Code { language, text },
            Self::Math { display, text } => Ornament::Math { display: *display, text },
            Self::Fields { language, text } => Ornament::Fields { language, text },
        }
    }
}

/// The HTML of each, or null where there is none; 422 for more than a page would show.
pub(super) async fn make(_: SignedIn, asked: Result<Json<Vec<Asked>>, JsonRejection>) -> Result<Response, AppError> {
    let asked = match asked {
        Ok(Json(asked)) => asked,
        Err(wrong) => return Ok(wrong.status().into_response()),
    };
    let mut allowance = Allowance::default();
    if asked.len() > MOST || !asked.iter().all(|one| allowance.take(&one.ornament())) {
        return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
    }
    let made = blocking(move || asked.iter().map(|one| ornament(&one.ornament())).collect::<Vec<_>>()).await?;
    Ok(Json(made).into_response())
}
