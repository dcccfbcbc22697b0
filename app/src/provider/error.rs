//! Why nobody came in by the provider. Neither what is shown nor what is logged holds a token, a code or an address.

use openidconnect::core::{CoreErrorResponseType as Code, CoreRequestTokenError};
use openidconnect::{ClaimsVerificationError as Wrong, DiscoveryError, UserInfoError};

use super::FetchError;
use super::answer::ISSUED_LATER;

/// What a redirect may say went wrong (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6).
const CODES: [&str; 11] = [
    "access_denied",
    "account_selection_required",
    "consent_required",
    "interaction_required",
    "invalid_request",
    "invalid_scope",
    "login_required",
    "server_error",
    "temporarily_unavailable",
    "unauthorized_client",
    "unsupported_response_type",
];

/// Why nobody came in by the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProviderError {
    /// No answer: trying later may help.
    #[error("the sign-in provider did not answer: {0}")]
    Unreachable(&'static str),
    /// The provider sent the browser back without a code.
    #[error("the sign-in provider refused: {code}")]
    Refused {
        /// As in RFC 6749 §4.1.2.1; `access_denied` when the person changed their mind. `other` if it is none of ours.
        code: &'static str,
    },
    /// The way back does not belong to the way there.
    #[error("the answer belongs to another sign-in")]
    Forged,
    /// The way there began too long ago.
    #[error("the sign-in took too long")]
    Expired,
    /// Something in the answer is not as it must be.
    #[error("the sign-in provider's answer is wrong: {0}")]
    WrongAnswer(WrongAnswer),
    /// The provider does not vouch for the address.
    #[error("the sign-in provider has not verified the address")]
    NotVerified,
}

/// What in an answer is not as it must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrongAnswer {
    /// What it publishes under `.well-known` or as keys (OpenID Connect Discovery §4.2).
    #[error("what it publishes cannot be read")]
    Discovery,
    /// It publishes another issuer than the operator named (OpenID Connect Discovery §4.3).
    #[error("it publishes another issuer than the one that is set")]
    OtherIssuer,
    /// An endpoint is neither `https` nor on this machine, or missing.
    #[error("it has no safe endpoint")]
    Endpoint,
    /// It took neither code nor client, and says why (RFC 6749 §5.2); `other` if it is none of those.
    #[error("it did not take the code: {0}")]
    Code(&'static str),
    /// The answer to the code cannot be read.
    #[error("its answer to the code cannot be read")]
    Unreadable,
    /// There is no ID token in it.
    #[error("there is no ID token")]
    NoIdToken,
    /// Not signed with a key and an algorithm that the provider publishes.
    #[error("the ID token is not signed as published")]
    Signature,
    /// From another issuer.
    #[error("the ID token is from another issuer")]
    Issuer,
    /// For somebody else, or for others too.
    #[error("the ID token is for somebody else")]
    Audience,
    /// For another sign-in.
    #[error("the ID token has another nonce")]
    Nonce,
    /// No longer valid.
    #[error("the ID token has expired")]
    Expired,
    /// Issued later than our clock says it is.
    #[error("the ID token was issued in the future")]
    IssuedLater,
    /// An ID token of a kind we do not read.
    #[error("the ID token is of another kind")]
    Kind,
    /// No subject, or the account that userinfo speaks of is another one (OpenID Connect Core §5.3.2).
    #[error("the subject is another, or none")]
    Subject,
    /// Userinfo cannot be read.
    #[error("its userinfo cannot be read")]
    UserInfo,
    /// No e-mail address, or none that is one.
    #[error("there is no e-mail address")]
    NoAddress,
}

impl ProviderError {
    /// The error a redirect names, if it is one of the list; a stranger can write anything there.
    pub(super) fn refused(error: &str) -> Self {
        Self::Refused { code: CODES.into_iter().find(|code| *code == error).unwrap_or("other") }
    }
}

impl From<WrongAnswer> for ProviderError {
    fn from(wrong: WrongAnswer) -> Self {
        Self::WrongAnswer(wrong)
    }
}

impl From<FetchError> for ProviderError {
    fn from(error: FetchError) -> Self {
        match error {
            FetchError::Unreachable => Self::Unreachable("no connection, or no answer in time"),
            FetchError::TooLong => Self::Unreachable("its answer is too long"),
            FetchError::NotSecure => WrongAnswer::Endpoint.into(),
        }
    }
}

impl From<DiscoveryError<FetchError>> for ProviderError {
    fn from(error: DiscoveryError<FetchError>) -> Self {
        match error {
            DiscoveryError::Request(error) => error.into(),
            DiscoveryError::Response(status, ..) if status.is_server_error() => Self::Unreachable("it has trouble"),
            DiscoveryError::Validation(_) => WrongAnswer::OtherIssuer.into(),
            _ => WrongAnswer::Discovery.into(),
        }
    }
}

impl From<CoreRequestTokenError<FetchError>> for ProviderError {
    fn from(error: CoreRequestTokenError<FetchError>) -> Self {
        match error {
            CoreRequestTokenError::Request(error) => error.into(),
            CoreRequestTokenError::ServerResponse(answer) => WrongAnswer::Code(word(answer.error())).into(),
            _ => WrongAnswer::Unreadable.into(),
        }
    }
}

impl From<UserInfoError<FetchError>> for ProviderError {
    fn from(error: UserInfoError<FetchError>) -> Self {
        match error {
            UserInfoError::Request(error) => error.into(),
            UserInfoError::ClaimsVerification(Wrong::InvalidSubject(_)) => WrongAnswer::Subject.into(),
            _ => WrongAnswer::UserInfo.into(),
        }
    }
}

impl From<Wrong> for WrongAnswer {
    fn from(wrong: Wrong) -> Self {
        match wrong {
            Wrong::Expired(why) if why == ISSUED_LATER => Self::IssuedLater,
            Wrong::Expired(_) => Self::Expired,
            Wrong::InvalidAudience(_) => Self::Audience,
            Wrong::InvalidIssuer(_) => Self::Issuer,
            Wrong::InvalidNonce(_) => Self::Nonce,
            Wrong::InvalidSubject(_) => Self::Subject,
            Wrong::SignatureVerification(_) => Self::Signature,
            _ => Self::Kind,
        }
    }
}

fn word(code: &Code) -> &'static str {
    match code {
        Code::InvalidClient => "invalid_client",
        Code::InvalidGrant => "invalid_grant",
        Code::InvalidRequest => "invalid_request",
        Code::InvalidScope => "invalid_scope",
        Code::UnauthorizedClient => "unauthorized_client",
        Code::UnsupportedGrantType => "unsupported_grant_type",
        Code::Extension(_) => "other",
    }
}
