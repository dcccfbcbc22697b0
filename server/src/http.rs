//! The router with everything around it: request numbers, security headers, the cross-site layer,
//! compression, built files, health.

mod arrival; // a number, a nonce and a line in the log for every request
mod assets; // the built files, and where they are
mod client_address; // the peer, or what a trusted proxy says of it
mod cross_site; // unsafe requests from elsewhere are refused
mod health; // for whoever watches the process
mod security; // headers that keep pages ours
mod serve; // listens, and drains at the end

use std::path::Path;
use std::sync::Arc;

use app::{AppError, AppState};
use axum::Router;
use axum::extract::Request;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use ipnet::IpNet;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::compression::{CompressionLayer, CompressionLevel};

pub use assets::find as find_assets;
pub(crate) use serve::stop_signal;
pub use serve::{listen, serve};

/// Responses under this many bytes are not worth compressing.
const COMPRESS_FROM: u64 = 512;
/// Brotli 4, gzip 4: most of the gain for a tenth of the time.
const LEVEL: CompressionLevel = CompressionLevel::Precise(4);

/// Every address of the house. `site` is the folder of built files; without it there are pages alone. Proxies in
/// `trusted` networks are believed where a request comes from.
pub fn router(state: AppState, site: Option<&Path>, trusted: Vec<IpNet>) -> Router {
    let trusted: Arc<[IpNet]> = trusted.into();
    let pages = app::router(state.clone())
        .layer(from_fn_with_state(state.clone(), cross_site::refuse))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(state.clone(), app::dress))
        .layer(CompressionLayer::new().quality(LEVEL).compress_when(worth_it()));
    let router = Router::new()
        .route("/health", get(health::health))
        .route("/ready", get(health::ready).with_state(state.clone()));
    let router = match site {
        Some(site) => router.merge(assets::router(site, &state.settings.assets)),
        None => router,
    };
    router
        .merge(pages)
        .layer(from_fn_with_state(state, security::headers))
        .layer(from_fn_with_state(trusted, client_address::find))
        .layer(from_fn(arrival::attend))
}

fn worth_it() -> impl Predicate {
    // Downloads are packed mostly, and are served in parts.
    SizeAbove::new(COMPRESS_FROM)
        .and(NotForContentType::const_new("application/zip"))
        .and(NotForContentType::const_new("application/pdf"))
        .and(NotForContentType::const_new("application/octet-stream"))
        .and(NotForContentType::IMAGES)
}

/// A handler that panicked has broken a promise of ours: the reader gets the page for that, the log its words.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands it over")]
fn panicked(cause: Box<dyn std::any::Any + Send>) -> Response {
    let words = cause.downcast_ref::<String>().cloned();
    let words = words.or_else(|| cause.downcast_ref::<&str>().map(|words| (*words).to_owned()));
    tracing::error!(cause = words.unwrap_or_default(), "a handler panicked");
    AppError::Internal.into_response()
}

/// The address as the log may know it: a token in it is left out.
pub(crate) fn loggable(request: &Request) -> String {
    let path = request.uri().path();
    let secret = ["/u/", "/join/", "/reset/", "/email/"].into_iter().find(|prefix| path.starts_with(prefix));
    secret.map_or_else(|| path.to_owned(), |prefix| format!("{prefix}…"))
}
