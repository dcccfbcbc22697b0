//! Asking somebody to join.

use anyhow::{Context, bail};
use app::routes;
use domain::id::InvitationId;
use domain::member::{EmailAddress, Role};
use jiff::Timestamp;
use store::{By, Invitation, NewInvitation, Store, StoreError};

use super::{parsed, say};
use crate::cli::{Invite, Settings};
use crate::config::Config;
use crate::data::DataFolder;

pub(super) async fn invite(settings: &Settings, store: &Store, asked: &Invite) -> anyhow::Result<()> {
    let config = Config::of(settings)?;
    if asked.role == Role::Alumni {
        bail!("--role: nobody joins as alumni");
    }
    let team = store.team().await?.context("there is no team here yet")?;
    let email = asked.email.as_deref().map(|typed| parsed("--email", EmailAddress::parse(typed))).transpose()?;
    let new = NewInvitation { email, role: asked.role, language: asked.language.unwrap_or(team.language) };
    let link = DataFolder::existing(&settings.data)?.secret()?.link(rand::random());
    let id = match store.invite(&new, &link, &By::command_line()).await {
        Err(StoreError::AddressTaken) => bail!("--email: whoever has this address is a member already"),
        made => made?,
    };
    say(&format!("invitation {id}"))?;
    say(&format!("link: {}{}", config.url, routes::join(&link.token.to_text())))
}

pub(super) async fn list(store: &Store) -> anyhow::Result<()> {
    let now = store.now();
    for one in store.invitations().await? {
        let (id, whom) = (one.id.to_string(), one.email.as_ref().map_or("(link)", EmailAddress::as_str));
        say(&format!("{id:>4}  {:<6}  {whom}  {}", one.role.as_str(), state(&one, now)))?;
    }
    Ok(())
}

fn state(one: &Invitation, now: Timestamp) -> String {
    match (&one.joined, one.revoked_at) {
        (Some((name, at)), _) => format!("{name} joined {at}"),
        (None, Some(at)) => format!("taken back {at}"),
        (None, None) if one.is_open(now) => format!("open until {}", one.expires_at),
        (None, None) => format!("over since {}", one.expires_at),
    }
}

pub(super) async fn revoke(store: &Store, id: InvitationId) -> anyhow::Result<()> {
    match store.revoke_invitation(id, &By::command_line()).await {
        Err(StoreError::NotFound) => bail!("there is no open invitation {id}"),
        done => done?,
    }
    say(&format!("invitation {id} is taken back"))
}
