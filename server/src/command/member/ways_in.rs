//! What opens the house to a member: password, address, sign-ins, second factor, tokens.

use anyhow::bail;
use app::{Passwords, routes};
use domain::id::ApiTokenId;
use domain::member::EmailAddress;
use store::{By, Store, StoreError};

use super::{find, parsed, say};
use crate::cli::Settings;
use crate::config::Config;
use crate::data::DataFolder;

pub(super) async fn password(store: &Store, who: &str, from_stdin: bool) -> anyhow::Result<()> {
    let line = find(store, who).await?;
    let (password, made) = super::password(from_stdin)?;
    let hash = Passwords::default().hash(&password).await?;
    store.change_password(line.member.id, None, &hash, None, &By::command_line()).await?;
    say(&format!("{}: the password is changed, and every sign-in ended", line.member.name.as_str()))?;
    made.map_or(Ok(()), |made| say(&format!("password: {made}")))
}

pub(super) async fn reset(settings: &Settings, store: &Store, who: &str) -> anyhow::Result<()> {
    let config = Config::of(settings)?;
    let subject = find(store, who).await?.member.id;
    let link = DataFolder::existing(&settings.data)?.secret()?.link(rand::random());
    store.make_password_reset(subject, &link, &By::command_line()).await?;
    say(&format!("link: {}{}", config.url, routes::reset(&link.token.to_text())))
}

pub(super) async fn email(store: &Store, who: &str, new: &str) -> anyhow::Result<()> {
    let line = find(store, who).await?;
    let new = parsed("the new address", EmailAddress::parse(new))?;
    match store.change_email(line.member.id, &new, &By::command_line()).await {
        Err(StoreError::AddressTaken) => bail!("the new address: another member has it"),
        done => done?,
    }
    say(&format!("{}: {}", line.member.name.as_str(), new.as_str()))
}

pub(super) async fn sign_out(store: &Store, who: &str) -> anyhow::Result<()> {
    let line = find(store, who).await?;
    let ended = store.end_sign_ins(line.member.id, None, &By::command_line()).await?;
    say(&format!("{}: sign-ins ended: {ended}", line.member.name.as_str()))
}

pub(super) async fn second_factor_off(store: &Store, who: &str) -> anyhow::Result<()> {
    let line = find(store, who).await?;
    if !store.drop_second_factor(line.member.id, &By::command_line()).await? {
        bail!("{} has no second factor", line.member.name.as_str());
    }
    say(&format!("{}: the second factor is off", line.member.name.as_str()))
}

pub(super) async fn tokens(store: &Store, who: &str) -> anyhow::Result<()> {
    let line = find(store, who).await?;
    for token in store.api_tokens(line.member.id).await? {
        let used = token.used_at.map_or_else(|| "never used".into(), |at| format!("used {at}"));
        let (id, scope) = (token.id.to_string(), token.scope.as_str());
        say(&format!("{id:>4}  {scope:<5}  until {}  {used}  {}", token.expires_at, token.name))?;
    }
    Ok(())
}

pub(super) async fn end_token(store: &Store, who: &str, id: ApiTokenId) -> anyhow::Result<()> {
    let line = find(store, who).await?;
    let name = line.member.name.as_str();
    match store.end_api_token(line.member.id, id, &By::command_line()).await {
        Err(StoreError::NotFound) => bail!("{name} has no token {id}"),
        done => done?,
    }
    say(&format!("{name}: token {id} is ended"))
}
