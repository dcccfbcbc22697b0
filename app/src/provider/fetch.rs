//! How to ask the provider: whoever owns connections hands it in.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use openidconnect::url::Url;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};

/// An answer on its way.
pub type Answer = Pin<Box<dyn Future<Output = Result<HttpResponse, FetchError>> + Send>>;

/// One request, one answer; cheap to clone. It follows no redirect: nothing in OpenID Connect needs one, and one
/// could lead anywhere.
#[derive(Clone)]
pub struct Fetch(Arc<dyn Fn(HttpRequest) -> Answer + Send + Sync>);

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// No connection, no certificate we trust, or no answer in time.
    #[error("it cannot be reached")]
    Unreachable,
    /// More than anybody needs to say who somebody is.
    #[error("its answer is too long")]
    TooLong,
    /// The address is neither `https` nor on this machine.
    #[error("its address is not https")]
    NotSecure,
}

impl Fetch {
    /// Asks by `ask`.
    pub fn new(ask: impl Fn(HttpRequest) -> Answer + Send + Sync + 'static) -> Self {
        Self(Arc::new(ask))
    }
}

impl<'c> AsyncHttpClient<'c> for Fetch {
    type Error = FetchError;
    type Future = Answer;

    fn call(&'c self, request: HttpRequest) -> Answer {
        (self.0)(request)
    }
}

/// Says nothing.
impl fmt::Debug for Fetch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Fetch(…)")
    }
}

/// Whether what is said to this address stays between the two: `https`, or `http` to this machine.
pub fn is_secure(url: &Url) -> bool {
    match url.scheme() {
        "https" => true,
        "http" => matches!(url.host_str(), Some("localhost" | "127.0.0.1")),
        _ => false,
    }
}
