//! Why nobody came in by the sign-in provider: for the log, for the reader, and as a status.

use axum::http::StatusCode;
use domain::id::MemberId;
use domain::text::Text;
use store::StoreError;

use crate::provider::ProviderError;

/// Why nobody came in. What the log is told names nobody.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotIn {
    /// The provider itself, or the way there and back.
    #[error(transparent)]
    Provider(#[from] ProviderError),
    /// Whoever typed the address once may not be who it belongs to.
    #[error("the member with this address has never proven it theirs")]
    Unproven(MemberId),
    /// An address that was given to somebody else, perhaps.
    #[error("the member with this address is linked to another account of the provider")]
    OtherAccount(MemberId),
    #[error("the invitation is for another address")]
    OtherAddress,
    #[error("the invitation is used, taken back or over")]
    Closed,
    #[error("no invitation, and a domain that is not in DASI_OIDC_DOMAINS")]
    Stranger,
    /// Ours, and not theirs to read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl NotIn {
    /// As whom they would have come in.
    pub(super) fn subject(&self) -> Option<MemberId> {
        match self {
            Self::Unproven(member) | Self::OtherAccount(member) => Some(*member),
            _ => None,
        }
    }

    pub(super) fn status(&self) -> StatusCode {
        match self {
            Self::Provider(ProviderError::Unreachable(_)) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Provider(ProviderError::WrongAnswer(_)) => StatusCode::BAD_GATEWAY,
            Self::Provider(ProviderError::Forged | ProviderError::Expired) => StatusCode::BAD_REQUEST,
            Self::Closed => StatusCode::GONE,
            Self::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::FORBIDDEN,
        }
    }

    /// `name` is what the operator calls the provider.
    pub(super) fn sentence(&self, text: &Text, name: &str) -> String {
        let words = &text.provider;
        match self {
            Self::Provider(ProviderError::Unreachable(_)) => (words.unreachable)(name),
            Self::Provider(ProviderError::Refused { code: "access_denied" }) => (words.cancelled)(name),
            Self::Provider(ProviderError::Refused { .. }) => (words.refused)(name),
            Self::Provider(ProviderError::Forged) => words.forged.into(),
            Self::Provider(ProviderError::Expired) => words.expired.into(),
            Self::Provider(ProviderError::WrongAnswer(_)) => (words.wrong)(name),
            Self::Provider(ProviderError::NotVerified) => (words.not_verified)(name),
            Self::Unproven(_) => (words.unproven)(name),
            Self::OtherAccount(_) => (words.other_account)(name),
            Self::OtherAddress => words.other_address.into(),
            Self::Closed => text.join.closed.into(),
            Self::Stranger => words.stranger.into(),
            Self::Store(_) => text.error.internal.into(),
        }
    }
}
