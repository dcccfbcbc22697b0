//! What the provider publishes (OpenID Connect Discovery §4): endpoints, algorithms and keys.

use jiff::Timestamp;
use openidconnect::core::{CoreClientAuthMethod, CoreJwsSigningAlgorithm as Algorithm, CoreProviderMetadata};
use openidconnect::{AuthType, IssuerUrl};

use super::{Fetch, KEPT_FOR, ProviderError, WrongAnswer, is_secure};

/// Algorithms whose key to verify is not the key to sign: whoever knows a shared secret could be the provider.
const ASYMMETRIC: [Algorithm; 10] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::RsaSsaPssSha384,
    Algorithm::RsaSsaPssSha512,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EcdsaP521Sha512,
    Algorithm::EdDsa,
];

/// What the provider publishes, and since when we know it.
pub(super) struct Known {
    metadata: CoreProviderMetadata,
    since: Timestamp,
}

impl Known {
    pub(super) async fn discover(issuer: IssuerUrl, fetch: &Fetch, now: Timestamp) -> Result<Self, ProviderError> {
        let metadata = CoreProviderMetadata::discover_async(issuer, fetch).await?;
        let tokens = metadata.token_endpoint().ok_or(WrongAnswer::Endpoint)?;
        if !is_secure(metadata.authorization_endpoint().url()) || !is_secure(tokens.url()) {
            return Err(WrongAnswer::Endpoint.into());
        }
        Ok(Self { metadata, since: now })
    }

    pub(super) fn metadata(&self) -> &CoreProviderMetadata {
        &self.metadata
    }

    pub(super) fn is_fresh(&self, now: Timestamp) -> bool {
        (0..KEPT_FOR).contains(&(now.as_second() - self.since.as_second()))
    }

    /// What it may sign an ID token with.
    pub(super) fn algorithms(&self) -> impl Iterator<Item = Algorithm> + use<> {
        let published = self.metadata.id_token_signing_alg_values_supported().clone();
        ASYMMETRIC.into_iter().filter(move |one| published.contains(one))
    }

    /// How the house proves itself: by header, which every provider has to understand (RFC 6749 §2.3.1),
    /// unless this one says that it only reads the form.
    pub(super) fn auth_type(&self) -> AuthType {
        let methods = self.metadata.token_endpoint_auth_methods_supported().map_or(&[][..], Vec::as_slice);
        let by_form = methods.contains(&CoreClientAuthMethod::ClientSecretPost);
        let by_header = methods.contains(&CoreClientAuthMethod::ClientSecretBasic);
        if by_form && !by_header { AuthType::RequestBody } else { AuthType::BasicAuth }
    }
}
