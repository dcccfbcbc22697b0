//! A sign-in provider that says what a test tells it to, without a connection; and a browser's way through it.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard};

use app::provider::{Answer, Fetch, FetchError, Provider, ProviderSettings};
use axum::http::{Request, Response, StatusCode};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::member::EmailAddress;
use openidconnect::core::{CoreJwsSigningAlgorithm, CoreRsaPrivateSigningKey};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use serde_json::{Value, json};
use store::Credentials;
use url::Url;
use url::form_urlencoded::{Serializer, parse};

use crate::browser::{Browser, Page};
use crate::house::{House, URL};

pub(crate) const ISSUER: &str = "https://id.example.com";
pub(crate) const NAME: &str = "물결 계정";

static KEY: LazyLock<CoreRsaPrivateSigningKey> =
    LazyLock::new(|| key(include_str!("../../../app/src/provider/tests/key.pem")));
static OTHER: LazyLock<CoreRsaPrivateSigningKey> =
    LazyLock::new(|| key(include_str!("../../../app/src/provider/tests/other.pem")));

/// Both under one name, so that only the signature tells them apart.
fn key(pem: &str) -> CoreRsaPrivateSigningKey {
    CoreRsaPrivateSigningKey::from_pem(pem, Some(JsonWebKeyId::new("one".to_owned()))).unwrap()
}

/// What a code is worth.
#[derive(Default)]
pub(crate) struct Script {
    tokens: HashMap<String, String>,
    /// Takes a code again, which none should.
    pub(crate) forgetful: bool,
    pub(crate) is_down: bool,
}

impl Script {
    fn answer(&mut self, request: &Request<Vec<u8>>) -> Result<(u16, Value), FetchError> {
        if self.is_down {
            return Err(FetchError::Unreachable);
        }
        Ok(match request.uri().path() {
            "/.well-known/openid-configuration" => (200, discovery()),
            "/keys" => (200, json!({ "keys": [KEY.as_verification_key()] })),
            "/tokens" => self.tokens_for(request.body()),
            other => panic!("nobody should ask for {other}"),
        })
    }

    fn tokens_for(&mut self, body: &[u8]) -> (u16, Value) {
        let code = parse(body).find(|(name, _)| name == "code").unwrap().1.into_owned();
        let token = if self.forgetful { self.tokens.get(&code).cloned() } else { self.tokens.remove(&code) };
        match token {
            Some(token) => (200, json!({ "access_token": "a", "token_type": "Bearer", "id_token": token })),
            None => (400, json!({ "error": "invalid_grant" })),
        }
    }
}

fn discovery() -> Value {
    json!({
        "issuer": ISSUER,
        "authorization_endpoint": format!("{ISSUER}/begin"),
        "token_endpoint": format!("{ISSUER}/tokens"),
        "jwks_uri": format!("{ISSUER}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
    })
}

/// An ID token before it is signed.
pub(crate) struct Token {
    pub(crate) claims: Value,
    pub(crate) is_forged: bool,
}

impl Token {
    fn signed(&self) -> String {
        let part = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
        let text = format!("{}.{}", part(&json!({ "alg": "RS256", "kid": "one" })), part(&self.claims));
        let key = if self.is_forged { &OTHER } else { &KEY };
        let signature = key.sign(&CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256, text.as_bytes()).unwrap();
        format!("{text}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))
    }
}

/// A house and the provider that it asks.
pub(crate) struct Play {
    pub(crate) house: House,
    script: Arc<Mutex<Script>>,
}

impl Play {
    /// `domains` may join without an invitation.
    pub(crate) async fn new(domains: &[&str]) -> Self {
        Self::at(URL, domains).await
    }

    pub(crate) async fn at(url: &str, domains: &[&str]) -> Self {
        let script = Arc::new(Mutex::new(Script::default()));
        let asked = Arc::clone(&script);
        let fetch = Fetch::new(move |request| -> Answer {
            let answer = asked.lock().unwrap().answer(&request).map(|(status, body)| {
                let answer = Response::builder().status(status).header("content-type", "application/json");
                answer.body(body.to_string().into_bytes()).unwrap()
            });
            Box::pin(async move { answer })
        });
        let settings = ProviderSettings {
            name: NAME.into(),
            issuer: ISSUER.into(),
            client_id: "dasi".into(),
            client_secret: None,
            domains: domains.iter().map(|domain| (*domain).to_owned()).collect(),
        };
        Self { house: House::asking(url, Provider::new(settings, url, fetch).unwrap()).await, script }
    }

    pub(crate) fn script(&self) -> MutexGuard<'_, Script> {
        self.script.lock().unwrap()
    }

    /// Goes there from an address of the house; where the provider sends a browser back to that was given in as
    /// `who`, an account whose address is `who@example.com`.
    pub(crate) async fn there(&self, browser: &mut Browser, from: &str, who: &str) -> String {
        self.there_as(browser, from, who, |_| {}).await
    }

    /// The same, with an ID token as `change` leaves it.
    pub(crate) async fn there_as(
        &self,
        browser: &mut Browser,
        from: &str,
        who: &str,
        change: impl FnOnce(&mut Token),
    ) -> String {
        let to = Url::parse(&leads(&browser.get(from).await)).unwrap();
        assert!(to.as_str().starts_with(&format!("{ISSUER}/begin?")), "{to}");
        let now = self.house.store.now().as_second();
        let claims = json!({
            "iss": ISSUER, "aud": "dasi", "sub": format!("sub-{who}"), "nonce": query(&to, "nonce"),
            "iat": now, "exp": now + 600, "email": format!("{who}@example.com"), "email_verified": true,
        });
        let mut token = Token { claims, is_forged: false };
        change(&mut token);
        let mut script = self.script();
        let code = format!("code-{}", script.tokens.len());
        script.tokens.insert(code.clone(), token.signed());
        back(&[("code", &code), ("state", &query(&to, "state"))])
    }

    /// There and back by the button on the door.
    pub(crate) async fn sign_in(&self, browser: &mut Browser, who: &str) -> Page {
        let back = self.there(browser, "/sign-in/provider", who).await;
        browser.get(&back).await
    }

    /// The member with an address.
    pub(crate) async fn member(&self, email: &str) -> Option<Credentials> {
        self.house.store.member_by_email(&EmailAddress::parse(email).unwrap()).await.unwrap()
    }

    /// How many members there are.
    pub(crate) async fn members(&self) -> usize {
        self.house.store.members().await.unwrap().len()
    }

    /// The member of an account there, by their address.
    pub(crate) async fn known(&self, who: &str) -> Option<String> {
        let member = self.house.store.member_by_identity(ISSUER, &format!("sub-{who}")).await.unwrap();
        member.map(|member| member.email.as_str().to_owned())
    }
}

pub(crate) fn back(query: &[(&str, &str)]) -> String {
    format!("/sign-in/provider/back?{}", Serializer::new(String::new()).extend_pairs(query).finish())
}

pub(crate) fn query(url: &Url, name: &str) -> String {
    url.query_pairs().find(|(key, _)| key == name).unwrap_or_else(|| panic!("{name} in {url}")).1.into_owned()
}

/// The state of an address to come back to.
pub(crate) fn state(back: &str) -> String {
    query(&Url::parse(URL).unwrap().join(back).unwrap(), "state")
}

fn leads(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    page.location()
}
