//! Which member somebody is whom the provider vouches for, or becomes.

use domain::id::MemberId;
use domain::member::{EmailAddress, Name, Role};
use store::{Invitation, NewMember, StoreError, Token};

use super::NotIn;
use crate::context::Visit;
use crate::provider::{Identity, Provider, ProviderError, WrongAnswer};

/// Whom to let in.
pub(super) async fn member(
    visit: &Visit,
    provider: &Provider,
    who: &Identity,
    invitation: Option<&str>,
) -> Result<MemberId, NotIn> {
    match find_or_join(visit, provider, who, invitation).await {
        // Somebody was quicker, who may have been themselves in another tab.
        Err(NotIn::Store(StoreError::AddressTaken | StoreError::IdentityTaken | StoreError::NotFound)) => {}
        came => return came,
    }
    match find_or_join(visit, provider, who, invitation).await {
        // Somebody has the address whom the provider, not vouching for it, says nothing about.
        Err(NotIn::Store(StoreError::AddressTaken)) => Err(ProviderError::NotVerified.into()),
        came => came,
    }
}

async fn find_or_join(
    visit: &Visit,
    provider: &Provider,
    who: &Identity,
    invitation: Option<&str>,
) -> Result<MemberId, NotIn> {
    let store = &visit.state.store;
    if let Some(member) = store.member_by_identity(&who.issuer, &who.subject).await? {
        return Ok(member.id);
    }
    if let Some(member) = by_address(visit, who).await? {
        return Ok(member);
    }
    if let Some(invitation) = invited(visit, who, invitation).await? {
        return join(visit, who, Some(&invitation)).await;
    }
    if who.may_join(&provider.settings().domains) {
        return join(visit, who, None).await;
    }
    who.verified()?;
    Err(if invitation.is_some() { NotIn::Closed } else { NotIn::Stranger })
}

/// The member with the address that the provider vouches for. An address that a member only typed proves nothing:
/// whoever typed it first would keep a password to somebody else's account.
async fn by_address(visit: &Visit, who: &Identity) -> Result<Option<MemberId>, NotIn> {
    let store = &visit.state.store;
    let Ok(address) = who.verified() else { return Ok(None) };
    let Some(found) = store.member_by_email(address).await? else { return Ok(None) };
    let member = found.member.id;
    if !found.email_is_proven {
        return Err(NotIn::Unproven(member));
    }
    match store.link_identity(member, &who.issuer, &who.subject, &visit.by()).await {
        Ok(()) => Ok(Some(member)),
        Err(StoreError::IdentityTaken) => match store.member_by_identity(&who.issuer, &who.subject).await? {
            Some(themselves) => Ok(Some(themselves.id)),
            None => Err(NotIn::OtherAccount(member)),
        },
        Err(error) => Err(error.into()),
    }
}

/// The invitation they came with, or else the one to their address.
async fn invited(visit: &Visit, who: &Identity, token: Option<&str>) -> Result<Option<Invitation>, NotIn> {
    let store = &visit.state.store;
    let carried = match token.and_then(Token::parse) {
        Some(token) => store.invitation_of(&token).await?.filter(|one| one.is_open(store.now())),
        None => None,
    };
    if let Some(invitation) = carried {
        return match &invitation.email {
            // Whoever holds the link of a letter reads what is sent there, whatever the provider vouches for.
            Some(address) if *address == who.email => Ok(Some(invitation)),
            Some(_) => Err(NotIn::OtherAddress),
            None => who.verified().map(|_| Some(invitation)).map_err(NotIn::from),
        };
    }
    match who.verified() {
        Ok(address) => Ok(store.invitation_to(address).await?),
        Err(_) => Ok(None),
    }
}

async fn join(visit: &Visit, who: &Identity, invitation: Option<&Invitation>) -> Result<MemberId, NotIn> {
    let team = visit.team.as_ref().ok_or(StoreError::Corrupt("a founded house without a team"))?;
    let member = NewMember {
        name: name(who)?,
        email: who.email.clone(),
        email_is_proven: true, // by the provider, or by the link of a letter
        role: invitation.map_or(Role::Member, |invitation| invitation.role),
        language: who.locale.unwrap_or(visit.language),
        zone: team.zone.clone(),
        password_hash: None,
    };
    let invitation = invitation.map(|invitation| invitation.id);
    let store = &visit.state.store;
    Ok(store.join_by_provider(&member, &who.issuer, &who.subject, invitation, &visit.by()).await?)
}

/// What the provider calls them, else how their address begins.
fn name(who: &Identity) -> Result<Name, ProviderError> {
    let begins = |address: &EmailAddress| Name::parse(address.as_str().rsplit_once('@')?.0).ok();
    who.name.clone().or_else(|| begins(&who.email)).ok_or(WrongAnswer::NoAddress.into())
}
