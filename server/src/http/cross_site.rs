//! Unsafe requests from elsewhere are refused, by what the browser says of where they come from
//! (Fetch Metadata; ASVS 5.0 3.5). Two exemptions: the one-click stop of RFC 8058, which mail programs send; and what
//! programs ask, whose token no browser adds by itself, while no cookie counts there: a page elsewhere that sends such
//! a request sends it as nobody. Pages elsewhere cannot read an answer either, since we offer no CORS.

use app::{AppError, AppState};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

pub(super) async fn refuse(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || is_one_click(&request) || is_for_programs(&request) || is_ours(request.headers(), &state.settings.url) {
        next.run(request).await
    } else {
        AppError::CrossSite.into_response()
    }
}

fn is_one_click(request: &Request) -> bool {
    let token = request.uri().path().strip_prefix("/u/");
    request.method() == Method::POST && token.is_some_and(|token| !token.is_empty() && !token.contains('/'))
}

fn is_for_programs(request: &Request) -> bool {
    request.uri().path().starts_with("/api/v1/")
}

/// `Sec-Fetch-Site` decides; a browser that sends none sends `Origin`; what sends neither is no form of ours.
fn is_ours(headers: &HeaderMap, url: &str) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text(header::ORIGIN.as_str())) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = text(header::HOST.as_str()).unwrap_or_default();
            origin == url || (!host.is_empty() && origin.split_once("://").is_some_and(|(_, from)| from == host))
        }
        (None, None) => false,
    }
}
