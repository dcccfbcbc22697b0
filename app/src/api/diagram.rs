//! Where a diagram is drawn: a page of its own inside the post's, that may run one script and knows nothing of the house.

use axum::Extension;
use axum::extract::State;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};

use crate::context::Nonce;
use crate::{AppError, AppState};

/// Waits to be told a source, draws it, and says how large it is.
const DRAW: &str = include_str!("diagram/draw.js");

/// The frame. It has no origin (`sandbox`), so whatever a diagram's source talks Mermaid into, there is no cookie and no
/// page of ours in its reach; and Mermaid may write the styles it needs without our pages allowing any.
pub(super) async fn frame(
    State(state): State<AppState>,
    nonce: Option<Extension<Nonce>>,
) -> Result<Response, AppError> {
    let mermaid = state.settings.assets.mermaid.as_deref().ok_or(AppError::NotFound)?;
    let nonce = nonce.map(|Extension(nonce)| nonce.0).unwrap_or_default();
    let policy = format!(
        "sandbox allow-scripts; default-src 'none'; script-src 'nonce-{nonce}'; style-src 'unsafe-inline'; img-src data:; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    );
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\">\
         <title>Diagram</title></head><body style=\"margin:0\"><script nonce=\"{nonce}\" src=\"{mermaid}\"></script>\
         <script nonce=\"{nonce}\">{DRAW}</script></body></html>"
    );
    Ok(([(header::CONTENT_SECURITY_POLICY, policy)], Html(page)).into_response())
}
