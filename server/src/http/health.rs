//! For whoever watches the process.

use app::AppState;
use axum::extract::State;
use axum::http::StatusCode;

/// The process answers.
pub(super) async fn health() -> &'static str {
    "ok\n"
}

/// The database answers too.
pub(super) async fn ready(State(state): State<AppState>) -> (StatusCode, &'static str) {
    match state.store.check().await {
        Ok(()) => (StatusCode::OK, "ok\n"),
        Err(cause) => {
            tracing::error!(%cause, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
