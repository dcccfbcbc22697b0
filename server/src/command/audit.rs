//! What was done in the house.

use domain::language::Language;
use domain::text::{Actor, text};
use serde_json::json;
use store::AuditLine;

use super::member::{find, house};
use super::say;
use crate::cli::Settings;

pub(super) async fn run(settings: &Settings, member: Option<&str>, limit: usize, as_json: bool) -> anyhow::Result<()> {
    let store = house(settings).await?;
    let member = match member {
        Some(who) => Some(find(&store, who).await?.member.id),
        None => None,
    };
    for line in store.audit(member, limit, 0).await? {
        say(&if as_json { json(&line) } else { words(&line) })?;
    }
    store.close().await;
    Ok(())
}

fn words(line: &AuditLine) -> String {
    let actor = match (&line.actor, line.address.as_str()) {
        (Some(name), _) => Actor::Member(name),
        (None, "") => Actor::CommandLine,
        (None, _) => Actor::Stranger,
    };
    let sentence =
        (text(Language::English).audit_log.sentence)(line.deed, actor, line.subject.as_deref(), &line.detail);
    format!("{}  {sentence}  {}", line.at, line.address).trim_end().to_owned()
}

fn json(line: &AuditLine) -> String {
    json!({
        "id": line.id,
        "at": line.at.to_string(),
        "deed": line.deed,
        "actor_id": line.actor_id,
        "actor": line.actor,
        "subject_id": line.subject_id,
        "subject": line.subject,
        "detail": line.detail,
        "address": line.address,
    })
    .to_string()
}
