//! A provider that says what a test tells it to, without a connection.

use std::sync::{Arc, LazyLock, Mutex, MutexGuard};

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::Timestamp;
use openidconnect::core::{CoreJwsSigningAlgorithm, CoreRsaPrivateSigningKey};
use openidconnect::url::Url;
use openidconnect::{HttpRequest, HttpResponse, JsonWebKeyId, PrivateSigningKey};
use serde_json::{Value, json};

use super::super::{Answer, Fetch, FetchError, Flow, Identity, Provider, ProviderError, ProviderSettings};

pub(super) const ISSUER: &str = "https://id.example.com";
pub(super) const SECRET: &str = "a-secret-that-stays";
pub(super) const CODE: &str = "a-code-that-stays";
pub(super) const ACCESS: &str = "an-access-token-that-stays";

/// Keys made once, for these tests alone.
pub(super) static KEY: LazyLock<CoreRsaPrivateSigningKey> =
    LazyLock::new(|| key(include_str!("key.pem"), "this year's"));
pub(super) static OTHER: LazyLock<CoreRsaPrivateSigningKey> =
    LazyLock::new(|| key(include_str!("other.pem"), "next year's"));

fn key(pem: &str, id: &str) -> CoreRsaPrivateSigningKey {
    CoreRsaPrivateSigningKey::from_pem(pem, Some(JsonWebKeyId::new(id.to_owned()))).unwrap()
}

pub(super) fn now() -> Timestamp {
    "2026-07-01T09:00:00Z".parse().unwrap()
}

pub(super) fn later(seconds: i64) -> Timestamp {
    Timestamp::from_second(now().as_second() + seconds).unwrap()
}

/// What it answers, and what it was asked.
pub(super) struct Script {
    pub(super) discovery: Value,
    pub(super) keys: Value,
    pub(super) tokens: (u16, Value),
    pub(super) user_info: Value,
    pub(super) failure: Option<FetchError>,
    pub(super) asked: Vec<String>,
    pub(super) last: Option<HttpRequest>,
}

impl Script {
    fn new() -> Self {
        let discovery = json!({
            "issuer": ISSUER,
            "authorization_endpoint": format!("{ISSUER}/begin"),
            "token_endpoint": format!("{ISSUER}/tokens"),
            "userinfo_endpoint": format!("{ISSUER}/me"),
            "jwks_uri": format!("{ISSUER}/keys"),
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
        });
        Self {
            discovery,
            keys: published(&KEY),
            tokens: (500, json!({})),
            user_info: json!({}),
            failure: None,
            asked: Vec::new(),
            last: None,
        }
    }

    fn answer(&mut self, request: HttpRequest) -> Result<HttpResponse, FetchError> {
        let path = request.uri().path().to_owned();
        self.asked.push(path.clone());
        self.last = Some(request);
        let (status, body) = match path.as_str() {
            _ if self.failure.is_some() => return Err(self.failure.unwrap()),
            "/.well-known/openid-configuration" => (200, self.discovery.clone()),
            "/keys" => (200, self.keys.clone()),
            "/tokens" => self.tokens.clone(),
            "/me" => (200, self.user_info.clone()),
            other => panic!("nobody should ask for {other}"),
        };
        let answer = http::Response::builder().status(status).header("content-type", "application/json");
        Ok(answer.body(body.to_string().into_bytes()).unwrap())
    }
}

/// A key as the provider publishes it.
pub(super) fn published(key: &CoreRsaPrivateSigningKey) -> Value {
    json!({ "keys": [key.as_verification_key()] })
}

/// A house, and the provider it asks.
pub(super) struct Play {
    pub(super) provider: Provider,
    script: Arc<Mutex<Script>>,
}

impl Play {
    pub(super) fn new() -> Self {
        let script = Arc::new(Mutex::new(Script::new()));
        let asked = Arc::clone(&script);
        let fetch = Fetch::new(move |request| -> Answer {
            let answer = asked.lock().unwrap().answer(request);
            Box::pin(async move { answer })
        });
        Self { provider: Provider::new(settings(), "https://dasi.example.com", fetch).unwrap(), script }
    }

    pub(super) fn script(&self) -> MutexGuard<'_, Script> {
        self.script.lock().unwrap()
    }

    /// A way there, its state, and an ID token as it should be.
    pub(super) async fn begin(&self) -> (Flow, String, Token) {
        let (url, flow) = self.provider.begin(now()).await.unwrap();
        let (state, nonce) = (query(&url, "state"), query(&url, "nonce"));
        (flow, state, Token::new(&nonce))
    }

    /// A whole sign-in, in which the ID token is as `change` leaves it.
    pub(super) async fn sign_in(&self, change: impl FnOnce(&mut Token)) -> Result<Identity, ProviderError> {
        let (flow, state, mut token) = self.begin().await;
        change(&mut token);
        self.gives(&token.signed());
        self.provider.finish(&flow, &state, CODE, now()).await
    }

    /// From now on a code is worth this ID token.
    pub(super) fn gives(&self, token: &str) {
        self.script().tokens = (200, json!({ "access_token": ACCESS, "token_type": "Bearer", "id_token": token }));
    }
}

pub(super) fn settings() -> ProviderSettings {
    ProviderSettings {
        name: "물결".into(),
        issuer: ISSUER.into(),
        client_id: "dasi".into(),
        client_secret: Some(SECRET.into()),
        domains: vec!["example.com".into()],
    }
}

pub(super) fn query(url: &Url, name: &str) -> String {
    url.query_pairs().find(|(key, _)| key == name).unwrap_or_else(|| panic!("{name} in {url}")).1.into_owned()
}

/// An ID token before it is signed.
pub(super) struct Token {
    pub(super) header: Value,
    pub(super) claims: Value,
    pub(super) key: &'static CoreRsaPrivateSigningKey,
}

impl Token {
    fn new(nonce: &str) -> Self {
        let header = json!({ "alg": "RS256", "kid": "this year's", "typ": "JWT" });
        let claims = json!({
            "iss": ISSUER, "aud": "dasi", "sub": "248289761001", "nonce": nonce,
            "iat": now().as_second(), "exp": later(600).as_second(),
            "email": "Haneul@Example.com", "email_verified": true, "name": "이하늘", "locale": "ko-KR",
        });
        Self { header, claims, key: &KEY }
    }

    pub(super) fn signed(&self) -> String {
        let text = self.unsigned();
        let signature = self.key.sign(&CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256, text.as_bytes()).unwrap();
        format!("{text}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))
    }

    pub(super) fn unsigned(&self) -> String {
        let part = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
        format!("{}.{}", part(&self.header), part(&self.claims))
    }
}
