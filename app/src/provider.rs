//! The sign-in provider of the house: single sign-on by the authorization code flow of OpenID Connect Core 1.0
//! (§3.1) with PKCE (RFC 7636). This room opens no connection: how to ask is handed in, see [`Fetch`].

mod answer; // from a code to who it is
mod error; // why nobody came in that way
mod fetch; // how to ask
mod flow; // one browser's way there and back
mod identity; // who the provider says it is
mod known; // what the provider publishes, kept for an hour
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use openidconnect::core::{CoreAuthenticationFlow, CoreClient};
use openidconnect::url::{ParseError, Url};
use openidconnect::{
    ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, Nonce,
    PkceCodeChallenge, RedirectUrl, Scope,
};
use tokio::sync::Mutex;

use self::known::Known;
pub use self::{
    error::{ProviderError, WrongAnswer},
    fetch::{Answer, Fetch, FetchError, is_secure},
    flow::{Flow, OpenedFlow},
    identity::Identity,
};

/// Where the provider sends a browser back to; the operator registers it there, behind the house's address.
pub const BACK: &str = "/sign-in/provider/back";

/// How far the provider's clock may be from ours, in seconds.
const CLOCK_SKEW: i64 = 2 * 60;

/// How long what the provider publishes is kept, in seconds.
const KEPT_FOR: i64 = 60 * 60;

/// How long a provider that gave no answer is left alone, in seconds: longer than two requests wait, so that a crowd
/// at the door does not queue behind one that hangs.
const LEFT_ALONE: i64 = 30;

/// What the house may ask a person's provider for.
const SCOPES: [&str; 2] = ["email", "profile"]; // the library adds "openid"

/// What an operator says of the provider.
#[derive(Clone, PartialEq, Eq)]
pub struct ProviderSettings {
    /// The label on the button.
    pub name: String,
    /// Its issuer, exactly as it writes it: with or without a slash at the end.
    pub issuer: String,
    /// What the house is called there.
    pub client_id: String,
    /// What the house proves itself with; none for a public client.
    pub client_secret: Option<String>,
    /// Whose verified addresses may join without an invitation: domains in lower case.
    pub domains: Vec<String>,
}

/// Says everything but the secret.
impl fmt::Debug for ProviderSettings {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("ProviderSettings")
            .field("name", &self.name)
            .field("issuer", &self.issuer)
            .field("client_id", &self.client_id)
            .field("domains", &self.domains)
            .finish_non_exhaustive()
    }
}

/// The provider, as far as the house knows it.
pub struct Provider {
    settings: ProviderSettings,
    issuer: IssuerUrl,
    back: RedirectUrl,
    fetch: Fetch,
    kept: Mutex<Kept>,
}

/// What it said last, and when and how it failed to.
#[derive(Default)]
struct Kept {
    known: Option<Arc<Known>>,
    failed: Option<(Timestamp, ProviderError)>,
}

/// Says what the operator said.
impl fmt::Debug for Provider {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Provider").field(&self.settings).finish()
    }
}

/// A client with an address to send people to; the others the provider may lack.
type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

impl Provider {
    /// A provider that nothing has been asked yet.
    ///
    /// # Errors
    /// If the issuer, or the house's own address, is no URL.
    pub fn new(settings: ProviderSettings, house_url: &str, fetch: Fetch) -> Result<Self, ParseError> {
        Ok(Self {
            issuer: IssuerUrl::new(settings.issuer.clone())?,
            back: RedirectUrl::new(format!("{}{BACK}", house_url.trim_end_matches('/')))?,
            settings,
            fetch,
            kept: Mutex::default(),
        })
    }

    /// What the operator said of it.
    pub fn settings(&self) -> &ProviderSettings {
        &self.settings
    }

    /// Where to send a browser (OpenID Connect Core §3.1.2.1), and what to keep in it until it is back.
    ///
    /// # Errors
    /// [`ProviderError::Unreachable`], or [`ProviderError::WrongAnswer`] to what the provider publishes.
    pub async fn begin(&self, now: Timestamp) -> Result<(Url, Flow), ProviderError> {
        let client = self.client(&*self.known(now).await?);
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (url, state, nonce) = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, CsrfToken::new_random, Nonce::new_random)
            .add_scopes(SCOPES.map(|scope| Scope::new(scope.to_owned())))
            .set_pkce_challenge(challenge)
            .url();
        Ok((url, Flow::begun(state, nonce, verifier, now)))
    }

    /// Who came back with a code (OpenID Connect Core §3.1.3).
    ///
    /// # Errors
    /// [`ProviderError::Forged`] or [`ProviderError::Expired`] if the way back does not belong to the flow;
    /// [`ProviderError::Unreachable`]; [`ProviderError::WrongAnswer`] if anything in the answer is not as it must be.
    pub async fn finish(
        &self,
        flow: &Flow,
        state: &str,
        code: &str,
        now: Timestamp,
    ) -> Result<Identity, ProviderError> {
        flow.check(state, now)?;
        answer::identity(self, flow, code, now).await
    }

    /// Why somebody came back with `error` instead of a code (RFC 6749 §4.1.2.1). The words are the sender's,
    /// so a code that is not in a list of ours is not repeated.
    pub fn refused(&self, flow: &Flow, state: &str, error: &str, now: Timestamp) -> ProviderError {
        match flow.check(state, now) {
            Ok(()) => ProviderError::refused(error),
            Err(wrong) => wrong,
        }
    }

    /// What the provider publishes, not older than an hour.
    async fn known(&self, now: Timestamp) -> Result<Arc<Known>, ProviderError> {
        let mut kept = self.kept.lock().await; // held while asking: a crowd asks once
        if let Some(known) = kept.known.as_ref().filter(|known| known.is_fresh(now)) {
            return Ok(Arc::clone(known));
        }
        if let Some((at, error)) = kept.failed
            && (now.as_second() - at.as_second()).abs() < LEFT_ALONE
        {
            return Err(error);
        }
        self.ask(&mut kept, now).await
    }

    /// The same, newer than `old`: keys are changed now and then (OpenID Connect Core §10.1.1).
    async fn newer(&self, old: &Arc<Known>, now: Timestamp) -> Result<Arc<Known>, ProviderError> {
        let mut kept = self.kept.lock().await;
        if let Some(known) = kept.known.as_ref().filter(|known| !Arc::ptr_eq(known, old)) {
            return Ok(Arc::clone(known));
        }
        self.ask(&mut kept, now).await
    }

    async fn ask(&self, kept: &mut Kept, now: Timestamp) -> Result<Arc<Known>, ProviderError> {
        let asked = Known::discover(self.issuer.clone(), &self.fetch, now).await.map(Arc::new);
        kept.failed = asked.as_ref().err().map(|error| (now, *error));
        kept.known = asked.as_ref().ok().cloned().or_else(|| kept.known.take());
        asked
    }

    fn client(&self, known: &Known) -> Client {
        let secret = self.settings.client_secret.clone().map(ClientSecret::new);
        CoreClient::from_provider_metadata(known.metadata().clone(), self.client_id(), secret)
            .set_auth_type(known.auth_type())
            .set_redirect_uri(self.back.clone())
    }

    fn client_id(&self) -> ClientId {
        ClientId::new(self.settings.client_id.clone())
    }
}
