//! One browser's way to the provider and back, kept in that browser in the meantime.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::Timestamp;
use openidconnect::{CsrfToken, Nonce, PkceCodeVerifier};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{CLOCK_SKEW, ProviderError};
use crate::Secret;

/// What has to come back with the browser, or be known only here. Its `Debug` shows none of it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Flow {
    state: CsrfToken,
    nonce: Nonce,
    verifier: PkceCodeVerifier,
    /// In seconds since 1970.
    begun_at: i64,
}

/// What a sealed flow holds.
pub struct OpenedFlow {
    /// The flow itself.
    pub flow: Flow,
    /// Where the person wanted to go before they were asked to sign in.
    pub next: Option<String>,
    /// The invitation they came with.
    pub invitation: Option<String>,
}

/// Says nothing: an invitation lets its bearer in.
impl fmt::Debug for OpenedFlow {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("OpenedFlow(…)")
    }
}

#[derive(Serialize, Deserialize)]
struct Letter<F> {
    flow: F,
    next: Option<String>,
    invitation: Option<String>,
}

impl Flow {
    /// How long a browser may take to the provider and back, in seconds; the cookie's `Max-Age`.
    pub const LIFETIME: i64 = 10 * 60;

    pub(super) fn begun(state: CsrfToken, nonce: Nonce, verifier: PkceCodeVerifier, now: Timestamp) -> Self {
        Self { state, nonce, verifier, begun_at: now.as_second() }
    }

    pub(super) fn nonce(&self) -> &Nonce {
        &self.nonce
    }

    pub(super) fn verifier(&self) -> PkceCodeVerifier {
        PkceCodeVerifier::new(self.verifier.secret().clone())
    }

    /// Whether a way back belongs to this way there, and comes in time.
    pub(super) fn check(&self, state: &str, now: Timestamp) -> Result<(), ProviderError> {
        if Sha256::digest(self.state.secret()) != Sha256::digest(state) {
            return Err(ProviderError::Forged); // digests, so that the time taken tells nothing
        }
        let age = now.as_second() - self.begun_at;
        if (-CLOCK_SKEW..=Self::LIFETIME).contains(&age) { Ok(()) } else { Err(ProviderError::Expired) }
    }

    /// For a cookie: legible, and signed so that only this house can have written it.
    pub fn seal(&self, secret: &Secret, next: Option<&str>, invitation: Option<&str>) -> String {
        let letter = Letter { flow: self, next: next.map(Into::into), invitation: invitation.map(Into::into) };
        // Strings and a number always become JSON.
        let body = BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_vec(&letter).unwrap_or_default());
        let signature = secret.sign(&signed(&body));
        format!("{body}.{signature}")
    }

    /// What was sealed, if this house did it and nobody changed it. Its age is [`super::Provider::finish`]'s to judge.
    pub fn open(sealed: &str, secret: &Secret) -> Option<OpenedFlow> {
        let (body, signature) = sealed.split_once('.')?;
        if !secret.verify(&signed(body), signature) {
            return None;
        }
        let Letter { flow, next, invitation } =
            serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(body).ok()?).ok()?;
        Some(OpenedFlow { flow, next, invitation })
    }
}

/// Its first words keep this signature from being any other.
fn signed(body: &str) -> String {
    format!("sign in by provider {body}")
}
