//! Everybody.

use serde_json::json;
use store::{MemberLine, Store};

use super::say;

pub(super) async fn list(store: &Store, as_json: bool) -> anyhow::Result<()> {
    for line in store.members().await? {
        say(&if as_json { json(&line) } else { words(&line) })?;
    }
    Ok(())
}

fn words(line: &MemberLine) -> String {
    let member = &line.member;
    let (id, role) = (member.id.to_string(), member.role.as_str());
    let (handle, email, name) = (member.handle.as_str(), member.email.as_str(), member.name.as_str());
    format!("{id:>4}  {role:<6}  @{handle}  {email}  {name}")
}

fn json(line: &MemberLine) -> String {
    let member = &line.member;
    json!({
        "id": member.id,
        "name": member.name.as_str(),
        "handle": member.handle.as_str(),
        "email": member.email.as_str(),
        "role": member.role,
        "language": member.language,
        "joined_at": line.joined_at.to_string(),
        "seen_at": line.seen_at.map(|at| at.to_string()),
        "second_factor": line.has_second_factor,
        "left_at": line.left.as_ref().map(|(at, _)| at.to_string()),
        "successor": line.left.as_ref().and_then(|(_, successor)| successor.clone()),
    })
    .to_string()
}
