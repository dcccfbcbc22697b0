//! From a code to who it is: the ID token, checked (OpenID Connect Core §3.1.3.7), and userinfo (§5.3).

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use openidconnect::core::{CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreTokenResponse, CoreUserInfoClaims};
use openidconnect::{
    AuthorizationCode, ClaimsVerificationError, OAuth2TokenResponse, SignatureVerificationError, TokenResponse,
};

use super::known::Known;
use super::{CLOCK_SKEW, Flow, Identity, Provider, ProviderError, WrongAnswer};

/// The library has one error for a token that is too old and for one that is too young.
pub(super) const ISSUED_LATER: &str = "issued later than now";

pub(super) async fn identity(
    provider: &Provider,
    flow: &Flow,
    code: &str,
    now: Timestamp,
) -> Result<Identity, ProviderError> {
    let known = provider.known(now).await?;
    let tokens = exchange(provider, &known, flow, code).await?;
    let token = tokens.id_token().ok_or(WrongAnswer::NoIdToken)?;
    let claims = verified(provider, known.clone(), token, flow, now).await?;
    if claims.email().is_some() {
        return Identity::read(&provider.issuer, &claims.into());
    }
    let told = user_info(provider, &known, &tokens, claims).await?;
    Identity::read(&provider.issuer, &(&told).into())
}

/// Gives the code for tokens (RFC 6749 §4.1.3, RFC 7636 §4.5).
async fn exchange(
    provider: &Provider,
    known: &Known,
    flow: &Flow,
    code: &str,
) -> Result<CoreTokenResponse, ProviderError> {
    let client = provider.client(known);
    let request = client.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(|_| WrongAnswer::Endpoint)?;
    Ok(request.set_pkce_verifier(flow.verifier()).request_async(&provider.fetch).await?)
}

/// The claims of an ID token that is what it should be. A key that is not known may be new: asked for once.
async fn verified<'t>(
    provider: &Provider,
    known: Arc<Known>,
    token: &'t CoreIdToken,
    flow: &Flow,
    now: Timestamp,
) -> Result<&'t CoreIdTokenClaims, ProviderError> {
    let claims = match token.claims(&verifier(provider, &known, now), flow.nonce()) {
        Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
            let known = provider.newer(&known, now).await?;
            token.claims(&verifier(provider, &known, now), flow.nonce())
        }
        first => first,
    };
    let claims = claims.map_err(WrongAnswer::from)?;
    // §3.1.3.7, step 5, which the library leaves to us; step 4 it does by refusing every other audience.
    if claims.authorized_party().is_some_and(|party| party.as_str() != provider.settings.client_id) {
        return Err(WrongAnswer::Audience.into());
    }
    Ok(claims)
}

/// As for a client without a secret, so that no token signed with a shared one is ever taken.
fn verifier(provider: &Provider, known: &Known, now: Timestamp) -> CoreIdTokenVerifier<'static> {
    let metadata = known.metadata();
    let (earliest, latest) = (now.as_second() - CLOCK_SKEW, now.as_second() + CLOCK_SKEW);
    let earliest = SystemTime::UNIX_EPOCH + Duration::from_secs(earliest.try_into().unwrap_or_default());
    CoreIdTokenVerifier::new_public_client(provider.client_id(), metadata.issuer().clone(), metadata.jwks().clone())
        .set_allowed_algs(known.algorithms())
        .set_time_fn(move || earliest.into())
        .set_issue_time_verifier_fn(
            move |issued| {
                if issued.timestamp() <= latest { Ok(()) } else { Err(ISSUED_LATER.to_owned()) }
            },
        )
}

/// What the ID token leaves out, of the same account.
async fn user_info(
    provider: &Provider,
    known: &Known,
    tokens: &CoreTokenResponse,
    claims: &CoreIdTokenClaims,
) -> Result<CoreUserInfoClaims, ProviderError> {
    let client = provider.client(known);
    let request = client
        .user_info(tokens.access_token().clone(), Some(claims.subject().clone()))
        .map_err(|_| WrongAnswer::NoAddress)?;
    Ok(request.request_async(&provider.fetch).await?)
}
