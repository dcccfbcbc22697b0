//! Passkeys (WebAuthn Level 3) as a second factor: what a browser is asked, and whether its answer fits.
//!
//! The member must be verified by their device, by a finger, a face or its lock: a device that somebody picked up is
//! not enough. What an answer has to fit stays with the house: see `store::Ceremony`.

use std::error::Error;
use std::fmt;

use domain::id::PasskeyId;
use domain::member::Member;
use store::{NewPasskey, Passkey};
use url::{Host, Url};
use webauthn_rp::bin::{Decode, Encode};
use webauthn_rp::request::auth::{AllowedCredentials, AuthenticationVerificationOptions};
use webauthn_rp::request::register::{
    CredProtect, PublicKeyCredentialUserEntity, RegistrationVerificationOptions, ResidentKeyRequirement, UserHandle,
};
use webauthn_rp::request::{
    AsciiDomain, Credentials, PublicKeyCredentialDescriptor, RpId, UserVerificationRequirement,
};
use webauthn_rp::response::auth::error::AuthCeremonyErr;
use webauthn_rp::response::register::error::RegCeremonyErr;
use webauthn_rp::response::register::{DynamicState, StaticState};
use webauthn_rp::response::{AuthTransports, CredentialId};
use webauthn_rp::{
    AuthenticatedCredential, NonDiscoverableAuthentication, NonDiscoverableAuthenticationServerState,
    NonDiscoverableCredentialRequestOptions, PublicKeyCredentialCreationOptions, Registration, RegistrationServerState,
};

use crate::Secret;

/// Bytes of what a device knows a member by.
const HANDLE: usize = 32;

/// Something does not fit; the reason is for the log, and no secret.
#[derive(Debug)]
pub(crate) struct Unfit(String);

impl Unfit {
    /// What cannot be read is not quoted in the log.
    fn unreadable() -> Self {
        Self("it cannot be read".into())
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "a passkey did not fit: {}", self.0)
    }
}

impl<E: Error> From<E> for Unfit {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// What a browser is asked, and what its answer has to fit.
pub(crate) struct Asked {
    /// For `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`.
    pub(crate) options: String,
    /// For the house alone.
    pub(crate) state: Vec<u8>,
}

/// The passkey that was shown.
#[derive(Debug)]
pub(crate) struct Shown<'a> {
    pub(crate) id: PasskeyId,
    /// Its state as it was before.
    pub(crate) was: &'a [u8],
    /// Its state from now on.
    pub(crate) state: Vec<u8>,
}

/// The house, as devices know it ("Relying Party").
pub(crate) struct PasskeyHouse {
    id: RpId,
    origin: String,
}

impl PasskeyHouse {
    /// The house at this address, if browsers make passkeys for it: by HTTPS, or on this very machine, and by name,
    /// since a number is no domain (WebAuthn §5.1.2).
    pub(crate) fn at(url: &str) -> Option<Self> {
        let url = Url::parse(url).ok()?;
        let Some(Host::Domain(name)) = url.host() else { return None };
        let is_here = name == "localhost" || name.ends_with(".localhost");
        if url.scheme() != "https" && !is_here {
            return None;
        }
        let id = RpId::Domain(AsciiDomain::try_from(name.to_owned()).ok()?);
        Some(Self { id, origin: url.origin().ascii_serialization() })
    }

    /// Asks for a new passkey; not for one that the member has already.
    pub(crate) fn ask_for_new(&self, secret: &Secret, member: &Member, known: &[Passkey]) -> Result<Asked, Unfit> {
        let handle = handle(secret, member)?;
        let user = PublicKeyCredentialUserEntity {
            name: member.email.as_str().try_into().or_else(|_| "member".try_into())?,
            id: &handle,
            display_name: member.name.as_str().try_into().ok(),
        };
        let known = known.iter().map(descriptor).collect::<Result<_, _>>()?;
        let mut options = PublicKeyCredentialCreationOptions::passkey(&self.id, user, known);
        // The house says whose it should be: a security key need not give one of its few places away. And it asks for
        // the finger each time itself, so that devices which cannot promise to will do.
        options.authenticator_selection.resident_key = ResidentKeyRequirement::Preferred;
        options.extensions.cred_protect = CredProtect::None;
        let (state, options) = options.start_ceremony()?;
        let options = serde_json::to_string(&options)?;
        Ok(Asked { options, state: state.encode()? })
    }

    /// The passkey that was made, if the answer fits what was asked.
    pub(crate) fn made(&self, state: &[u8], answer: &str) -> Result<NewPasskey, Unfit> {
        let state = RegistrationServerState::<HANDLE>::decode(state)?;
        let answer = Registration::from_json_relaxed(answer.as_bytes()).map_err(|_| Unfit::unreadable())?;
        let origins = [self.origin.as_str()];
        let options = RegistrationVerificationOptions::<&str, &str> {
            allowed_origins: &origins,
            error_on_unsolicited_extensions: false, // devices add their own (WebAuthn §9)
            ..Default::default()
        };
        let made = state.verify(&self.id, &answer, &options).map_err(|error| match error {
            RegCeremonyErr::CollectedClientDataRelaxed(_) => Unfit::unreadable(),
            error => error.into(),
        })?;
        Ok(NewPasskey {
            credential: made.id().into_inner().to_vec(),
            transports: made.transports().encode()?,
            key: made.static_state().encode()?,
            state: made.dynamic_state().encode()?.to_vec(),
        })
    }

    /// Asks for one of a member's passkeys.
    pub(crate) fn ask_for_one(&self, known: &[Passkey]) -> Result<Asked, Unfit> {
        let mut allowed = AllowedCredentials::with_capacity(known.len());
        for one in known {
            allowed.push(descriptor(one)?.into());
        }
        let mut options = NonDiscoverableCredentialRequestOptions::second_factor(&self.id, allowed)?;
        options.options().user_verification = UserVerificationRequirement::Required;
        let (state, options) = options.start_ceremony()?;
        let options = serde_json::to_string(&options)?;
        Ok(Asked { options, state: state.encode()? })
    }

    /// Which of a member's passkeys was shown, if the answer fits what was asked and its counter has gone up.
    pub(crate) fn shown<'a>(
        &self,
        secret: &Secret,
        member: &Member,
        known: &'a [Passkey],
        state: &[u8],
        answer: &str,
    ) -> Result<Shown<'a>, Unfit> {
        let state = NonDiscoverableAuthenticationServerState::decode(state)?;
        let answer = NonDiscoverableAuthentication::<HANDLE>::from_json_relaxed(answer.as_bytes())
            .map_err(|_| Unfit::unreadable())?;
        let one = known.iter().find(|one| one.credential == *answer.raw_id().into_inner());
        let one = one.ok_or_else(|| Unfit("it is none of the member's".into()))?;
        let handle = handle(secret, member)?;
        let key = StaticState::decode(one.key.as_slice())?;
        let was = one.state.as_slice().try_into()?;
        let was = DynamicState::decode(was)?;
        let mut credential = AuthenticatedCredential::new(answer.raw_id(), &handle, key, was)?;
        let origins = [self.origin.as_str()];
        let options = AuthenticationVerificationOptions::<&str, &str> {
            allowed_origins: &origins,
            error_on_unsolicited_extensions: false, // as above
            ..Default::default()
        };
        state.verify(&self.id, &answer, &mut credential, &options).map_err(|error| match error {
            AuthCeremonyErr::CollectedClientDataRelaxed(_) => Unfit::unreadable(),
            error => error.into(),
        })?;
        let state = credential.dynamic_state().encode()?.to_vec();
        Ok(Shown { id: one.id, was: &one.state, state })
    }
}

/// What devices know a member by: it says nothing about them (WebAuthn §14.6.1).
fn handle(secret: &Secret, member: &Member) -> Result<UserHandle<HANDLE>, Unfit> {
    Ok(UserHandle::decode(secret.keyed_hash(format!("passkeys of member {}", member.id).as_bytes()))?)
}

fn descriptor(one: &Passkey) -> Result<PublicKeyCredentialDescriptor<Vec<u8>>, Unfit> {
    Ok(PublicKeyCredentialDescriptor {
        id: CredentialId::decode(one.credential.clone())?,
        transports: AuthTransports::decode(one.transports)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_that_browsers_make_no_passkeys_for_offers_none() {
        for (url, origin) in [
            ("https://dasi.example", Some("https://dasi.example")),
            ("https://dasi.example:8443", Some("https://dasi.example:8443")),
            ("http://localhost:3000", Some("http://localhost:3000")),
            ("http://dasi.localhost", Some("http://dasi.localhost")),
            ("http://dasi.example", None),
            ("https://192.0.2.1", None),
            ("http://127.0.0.1:3000", None),
            ("https://[2001:db8::1]", None),
            ("", None),
        ] {
            assert_eq!(PasskeyHouse::at(url).map(|house| house.origin).as_deref(), origin, "{url}");
        }
    }
}
