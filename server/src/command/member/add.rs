//! One more member, without an invitation: when the mail server is the problem, or before there is one.

use anyhow::bail;
use domain::id::MemberId;
use domain::language::Language;
use domain::member::{EmailAddress, Name, Role};
use domain::schedule::Zone;
use domain::team::{Team, TeamName};
use domain::text::text;
use store::{By, Clock, Store, StoreError};

use super::{parsed, password, say};
use crate::cli::{NewMember, Settings};
use crate::data::DataFolder;

pub(super) async fn add(settings: &Settings, new: &NewMember) -> anyhow::Result<()> {
    let store = DataFolder::open(&settings.data)?.store(Clock::System).await?;
    let team = store.team().await?;
    if team.is_none() && new.role != Role::Owner {
        bail!("--role: nobody is here yet, so the first member has to be an owner");
    }
    let (password, made) = password(new.password_stdin)?;
    let language = new.language.or(team.as_ref().map(|team| team.language)).unwrap_or(Language::English);
    let zone = match (&new.zone, &team) {
        (Some(name), _) => parsed("--zone", Zone::parse(name))?,
        (None, Some(team)) => team.zone.clone(),
        (None, None) => parsed("--zone", Zone::parse("UTC"))?,
    };
    let member = store::NewMember {
        name: parsed("--name", Name::parse(&new.name))?,
        email: parsed("--email", EmailAddress::parse(&new.email))?,
        role: new.role,
        language,
        zone: zone.clone(),
        email_is_proven: true,
        password_hash: Some(app::Passwords::default().hash(&password).await?),
    };
    let id = save(&store, &member, new.team.as_deref(), team.is_none()).await?;
    say(&format!("member {id}: {}", member.name.as_str()))?;
    if let Some(made) = made {
        say(&format!("password: {made}"))?;
    }
    store.close().await;
    Ok(())
}

/// The first member founds the team.
async fn save(store: &Store, member: &store::NewMember, team: Option<&str>, first: bool) -> anyhow::Result<MemberId> {
    let saved = if first {
        let name = parsed("--team", TeamName::parse(team.unwrap_or(text(member.language).product)))?;
        let zone = member.zone.clone();
        let team = Team { name, language: member.language, zone, second_factor_required_at: None };
        store.found_team(&team, member, &By::command_line()).await
    } else {
        store.add_member(member, &By::command_line()).await
    };
    match saved {
        Err(StoreError::AddressTaken) => bail!("--email: another member has this address"),
        saved => Ok(saved?),
    }
}
