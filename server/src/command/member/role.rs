//! Another role, leaving the team, coming back to it.

use anyhow::bail;
use domain::member::Role;
use domain::problem::Why;
use store::{By, Store, StoreError};

use super::{find, refused, say, words};

pub(super) async fn set(store: &Store, who: &str, role: Role) -> anyhow::Result<()> {
    let line = find(store, who).await?;
    let name = line.member.name.as_str();
    if role == Role::Alumni {
        bail!("{name}: `dasi member leave` makes alumni, and asks who takes over");
    }
    if line.member.role == Role::Alumni {
        bail!("{name} left: `dasi member return` comes first");
    }
    store.set_role(None, line.member.id, role, &By::command_line()).await.map_err(|error| refused(error, &line))?;
    say(&format!("{name}: {role}"))
}

pub(super) async fn leave(store: &Store, who: &str, successor: &str) -> anyhow::Result<()> {
    let line = find(store, who).await?;
    let name = line.member.name.as_str();
    if line.member.role == Role::Alumni {
        bail!("{name} left already");
    }
    let to = find(store, successor).await?;
    if to.member.id == line.member.id {
        bail!("--successor: {}", words(&Why::ToThemselves));
    }
    match store.leave(None, line.member.id, Some(to.member.id), &By::command_line()).await {
        Ok(()) => say(&format!("{name} left; {} takes over", to.member.name.as_str())),
        Err(StoreError::NoSuccessor) => bail!("--successor: {} left too", to.member.name.as_str()),
        Err(error) => Err(refused(error, &line)),
    }
}

pub(super) async fn ask_back(store: &Store, who: &str) -> anyhow::Result<()> {
    let line = find(store, who).await?;
    let name = line.member.name.as_str();
    if line.member.role != Role::Alumni {
        bail!("{name} has not left");
    }
    store.set_role(None, line.member.id, Role::Member, &By::command_line()).await?;
    say(&format!("{name}: {}", Role::Member))
}
