//! Asks a sign-in provider: one request, one answer of bounded length and time, and no redirect.

use std::time::Duration;

use app::provider::{Fetch, FetchError, is_secure};
use axum::http::{Request, Response};
use reqwest::Client;
use reqwest::redirect::Policy;

/// How long an answer may take.
const TIMEOUT: Duration = Duration::from_secs(10);

/// How long an answer may be, in bytes.
const LONGEST: usize = 1024 * 1024;

/// A way to ask by HTTPS, with the authorities of the machine; by HTTP on this machine only.
///
/// # Errors
/// If TLS cannot be set up.
pub fn fetch() -> Result<Fetch, reqwest::Error> {
    patient(TIMEOUT)
}

fn patient(timeout: Duration) -> Result<Fetch, reqwest::Error> {
    let client = Client::builder()
        .user_agent(concat!("dasi/", env!("CARGO_PKG_VERSION")))
        .redirect(Policy::none())
        .timeout(timeout)
        .build()?;
    Ok(Fetch::new(move |request| {
        let client = client.clone();
        Box::pin(async move { ask(&client, request).await })
    }))
}

async fn ask(client: &Client, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, FetchError> {
    let request = reqwest::Request::try_from(request).map_err(|error| unreachable(&error))?;
    if !is_secure(request.url()) {
        return Err(FetchError::NotSecure);
    }
    let mut answer = client.execute(request).await.map_err(|error| unreachable(&error))?;
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|error| unreachable(&error))? {
        if body.len() + chunk.len() > LONGEST {
            return Err(FetchError::TooLong);
        }
        body.extend_from_slice(&chunk);
    }
    let mut response = Response::new(body);
    *response.status_mut() = answer.status();
    *response.headers_mut() = std::mem::take(answer.headers_mut());
    Ok(response)
}

/// What the operator needs to know is why; the address may hold what nobody should.
fn unreachable(error: &reqwest::Error) -> FetchError {
    let why: Vec<String> = std::iter::successors(std::error::Error::source(error), |cause| cause.source())
        .map(ToString::to_string)
        .collect();
    tracing::warn!(why = why.join(": "), timeout = error.is_timeout(), "the sign-in provider cannot be reached");
    FetchError::Unreachable
}

#[cfg(test)]
mod tests {
    use std::future::pending;

    use axum::Router;
    use axum::http::header::{LOCATION, USER_AGENT};
    use axum::http::{HeaderMap, StatusCode};
    use axum::routing::get;
    use openidconnect::AsyncHttpClient;
    use tokio::net::TcpListener;

    use super::*;

    /// A server of its own on this machine; its address comes back.
    async fn provider() -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let name = |headers: HeaderMap| async move { headers[USER_AGENT].to_str().unwrap().to_owned() };
        let router = Router::new()
            .route("/name", get(name))
            .route("/wrong", get(|| async { (StatusCode::BAD_REQUEST, [("x-why", "so")], "no") }))
            .route("/elsewhere", get(|| async { (StatusCode::FOUND, [(LOCATION, "/name")]) }))
            .route("/long", get(|| async { vec![b'a'; LONGEST] }))
            .route("/too-long", get(|| async { vec![b'a'; LONGEST + 1] }))
            .route("/never", get(pending::<()>));
        tokio::spawn(async move { axum::serve(listener, router).await });
        url
    }

    async fn get_(url: &str) -> Result<Response<Vec<u8>>, FetchError> {
        fetch().unwrap().call(Request::get(url).body(Vec::new()).unwrap()).await
    }

    #[tokio::test]
    async fn an_answer_comes_back_whole_and_the_house_says_who_asks() {
        let url = provider().await;
        let named = get_(&format!("{url}/name")).await.unwrap();
        assert_eq!(named.body(), format!("dasi/{}", env!("CARGO_PKG_VERSION")).as_bytes());
        let wrong = get_(&format!("{url}/wrong")).await.unwrap();
        assert_eq!((wrong.status(), wrong.headers()["x-why"].to_str().unwrap()), (StatusCode::BAD_REQUEST, "so"));
    }

    #[tokio::test]
    async fn a_redirect_is_an_answer_and_not_followed() {
        let url = provider().await;
        assert_eq!(get_(&format!("{url}/elsewhere")).await.unwrap().status(), StatusCode::FOUND);
    }

    #[tokio::test]
    async fn an_answer_may_be_a_mebibyte_and_no_more() {
        let url = provider().await;
        assert_eq!(get_(&format!("{url}/long")).await.unwrap().body().len(), LONGEST);
        assert_eq!(get_(&format!("{url}/too-long")).await.unwrap_err(), FetchError::TooLong);
    }

    #[tokio::test]
    async fn what_is_neither_https_nor_here_is_not_asked() {
        for url in ["http://example.com/", "http://127.0.0.2/", "http://localhost.example.com/"] {
            assert_eq!(get_(url).await.unwrap_err(), FetchError::NotSecure, "{url}");
        }
    }

    #[tokio::test]
    async fn nobody_there_is_unreachable() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        drop(listener);
        assert_eq!(get_(&url).await.unwrap_err(), FetchError::Unreachable);
    }

    #[tokio::test]
    async fn nobody_waits_for_ever() {
        let request = Request::get(format!("{}/never", provider().await)).body(Vec::new()).unwrap();
        let hasty = patient(Duration::from_millis(50)).unwrap();
        assert_eq!(hasty.call(request).await.unwrap_err(), FetchError::Unreachable);
    }
}
