//! Who the provider says it is.

use domain::language::Language;
use domain::member::{EmailAddress, Name};
use openidconnect::IssuerUrl;
use openidconnect::core::{CoreIdTokenClaims, CoreUserInfoClaims};

use super::{ProviderError, WrongAnswer};

/// The most characters of a subject, all of them ASCII (OpenID Connect Core §2).
const LONGEST_SUBJECT: usize = 255;

/// What it says it in (OpenID Connect Core §5.1): an ID token or userinfo, which name things alike.
pub(super) struct Claims<'c> {
    subject: &'c str,
    email: Option<&'c str>,
    email_verified: bool,
    name: Option<&'c str>,
    locale: Option<&'c str>,
}

macro_rules! claims {
    ($told:ty) => {
        impl<'c> From<&'c $told> for Claims<'c> {
            fn from(told: &'c $told) -> Self {
                Self {
                    subject: told.subject().as_str(),
                    email: told.email().map(|email| email.as_str()),
                    email_verified: told.email_verified() == Some(true),
                    name: told.name().and_then(|name| name.iter().next()).map(|(_, name)| name.as_str()),
                    locale: told.locale().map(|tag| tag.as_str()),
                }
            }
        }
    };
}

claims!(CoreIdTokenClaims);
claims!(CoreUserInfoClaims);

/// Who the provider says it is. Issuer and subject together are that account for ever; its address may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The provider, as it names itself.
    pub issuer: String,
    /// The account there; never given to another.
    pub subject: String,
    /// Where mail reaches them.
    pub email: EmailAddress,
    /// Whether the provider vouches for that address.
    pub email_verified: bool,
    /// What to call them.
    pub name: Option<Name>,
    /// The language they read there, if it is one of ours.
    pub locale: Option<Language>,
}

impl Identity {
    pub(super) fn read(issuer: &IssuerUrl, claims: &Claims<'_>) -> Result<Self, ProviderError> {
        if claims.subject.is_empty() || claims.subject.len() > LONGEST_SUBJECT {
            return Err(WrongAnswer::Subject.into());
        }
        let email = claims.email.ok_or(WrongAnswer::NoAddress)?;
        Ok(Self {
            issuer: issuer.as_str().to_owned(),
            subject: claims.subject.to_owned(),
            email: EmailAddress::parse(email).map_err(|_| WrongAnswer::NoAddress)?,
            email_verified: claims.email_verified,
            name: claims.name.and_then(|name| Name::parse(name).ok()),
            locale: claims.locale.and_then(language),
        })
    }

    /// The address, if the provider vouches for it.
    ///
    /// # Errors
    /// [`ProviderError::NotVerified`].
    pub fn verified(&self) -> Result<&EmailAddress, ProviderError> {
        if self.email_verified { Ok(&self.email) } else { Err(ProviderError::NotVerified) }
    }

    /// Whether they may join without an invitation: a verified address in one of these domains, and not below one.
    pub fn may_join(&self, domains: &[String]) -> bool {
        let Ok(email) = self.verified() else { return false };
        // A quoted local part may hold an @ of its own (RFC 5321 §4.1.2).
        email.as_str().rsplit_once('@').is_some_and(|(_, of)| domains.iter().any(|domain| domain == of))
    }
}

/// `ko-KR` and `ko_KR` are Korean (RFC 5646 §2.1; the underscore is an old habit).
fn language(tag: &str) -> Option<Language> {
    Language::parse(&tag.split(['-', '_']).next()?.to_ascii_lowercase())
}
