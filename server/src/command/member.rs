//! Members by the command line: whoever runs it holds the database anyway.

mod add; // one more, without an invitation
mod invite; // asking somebody to join
mod list; // everybody
mod role; // another role, leaving, coming back
mod ways_in; // password, address, sign-ins, second factor, tokens

use anyhow::{Context, bail};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::access::Refusal;
use domain::language::Language;
use domain::member::Password;
use domain::problem::Why;
use domain::text::text;
use store::{Clock, MemberLine, Store, StoreError};

use super::say;
use crate::cli::{MemberCommand, Settings};
use crate::data::DataFolder;

/// Bytes of a password that we make: 96 bits.
const MADE: usize = 12;

pub(super) async fn run(settings: &Settings, command: MemberCommand) -> anyhow::Result<()> {
    let new = match command {
        MemberCommand::Add(new) => return add::add(settings, &new).await,
        command => command,
    };
    let store = house(settings).await?;
    match new {
        MemberCommand::Add(_) => {}
        MemberCommand::List { json } => list::list(&store, json).await?,
        MemberCommand::Invite(invite) => invite::invite(settings, &store, &invite).await?,
        MemberCommand::Invitations => invite::list(&store).await?,
        MemberCommand::Revoke { id } => invite::revoke(&store, id).await?,
        MemberCommand::Role { who, role } => role::set(&store, &who, role).await?,
        MemberCommand::Leave { who, successor } => role::leave(&store, &who, &successor).await?,
        MemberCommand::Return { who } => role::ask_back(&store, &who).await?,
        MemberCommand::Password { who, password_stdin } => ways_in::password(&store, &who, password_stdin).await?,
        MemberCommand::Reset { who } => ways_in::reset(settings, &store, &who).await?,
        MemberCommand::Email { who, new } => ways_in::email(&store, &who, &new).await?,
        MemberCommand::SignOut { who } => ways_in::sign_out(&store, &who).await?,
        MemberCommand::SecondFactorOff { who } => ways_in::second_factor_off(&store, &who).await?,
        MemberCommand::Tokens { who } => ways_in::tokens(&store, &who).await?,
        MemberCommand::EndToken { who, id } => ways_in::end_token(&store, &who, id).await?,
    }
    store.close().await;
    Ok(())
}

/// A house that is there, with a team in it.
pub(super) async fn house(settings: &Settings) -> anyhow::Result<Store> {
    let store = DataFolder::existing(&settings.data)?.store(Clock::System).await?;
    if !store.is_founded().await? {
        bail!("there is no team here yet");
    }
    Ok(store)
}

/// Whom an e-mail address, a @handle or a number means.
pub(super) async fn find(store: &Store, who: &str) -> anyhow::Result<MemberLine> {
    let asked = who.trim().to_lowercase();
    let is_meant = |one: &MemberLine| match asked.strip_prefix('@') {
        Some(handle) => one.member.handle.as_str() == handle,
        None => one.member.email.as_str() == asked || one.member.id.to_string() == asked,
    };
    let found = store.members().await?.into_iter().find(is_meant);
    found.with_context(|| format!("nobody here is {who:?}: give an e-mail address, a @handle or a number"))
}

/// The password, and its words where we made it.
fn password(from_stdin: bool) -> anyhow::Result<(Password, Option<String>)> {
    if from_stdin {
        let mut line = String::new();
        std::io::stdin().read_line(&mut line).context("standard input")?;
        let typed = line.trim_end_matches(['\r', '\n']);
        return Ok((parsed("the password", Password::parse(typed))?, None));
    }
    let made = BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; MADE]>());
    Ok((parsed("the password", Password::parse(&made))?, Some(made)))
}

fn parsed<T>(what: &str, value: Result<T, Why>) -> anyhow::Result<T> {
    value.map_err(|why| anyhow::anyhow!("{what}: {}", words(&why)))
}

fn words(why: &Why) -> String {
    (text(Language::English).why)(why)
}

/// What the store refused, in one line.
fn refused(error: StoreError, who: &MemberLine) -> anyhow::Error {
    let name = who.member.name.as_str();
    match error {
        StoreError::Refused(Refusal::LastOwner) => anyhow::anyhow!("{name}: {}", words(&Why::LastOwner)),
        error => error.into(),
    }
}
