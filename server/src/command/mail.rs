//! What mail went out, and sending again what failed.

use anyhow::bail;
use domain::id::OutboxId;
use store::{By, MailLine, Store};

use super::member::house;
use super::say;
use crate::cli::{MAILS, MailCommand, Settings};

pub(super) async fn run(settings: &Settings, command: Option<MailCommand>) -> anyhow::Result<()> {
    let store = house(settings).await?;
    match command.unwrap_or(MailCommand::List { limit: MAILS }) {
        MailCommand::List { limit } => list(&store, limit).await?,
        MailCommand::Retry { id } => retry(&store, id).await?,
        MailCommand::Resume => {
            store.unpause_mail(&By::command_line()).await?;
            say("the mail goes on")?;
        }
    }
    store.close().await;
    Ok(())
}

async fn list(store: &Store, limit: usize) -> anyhow::Result<()> {
    if let Some(pause) = store.mail_pause(store.now()).await? {
        say(&format!("the mail pauses until {}: {}", pause.until, pause.reason))?;
    }
    for line in store.mail_log(limit, 0).await? {
        say(&words(&line))?;
    }
    Ok(())
}

fn words(line: &MailLine) -> String {
    let (id, state, letter) = (line.outbox_id.to_string(), line.state.as_str(), line.letter.as_str());
    let code = line.last_code.map(|code| code.to_string());
    let said: Vec<_> = [code, line.last_error.clone()].into_iter().flatten().collect();
    let words =
        format!("{id:>6}  {state:<10}  {}  {letter:<16}  {}  {}", line.due_at, line.recipient_masked, said.join(" "));
    words.trim_end().to_owned()
}

async fn retry(store: &Store, id: OutboxId) -> anyhow::Result<()> {
    if !store.retry_mail(id, &By::command_line()).await? {
        bail!("message {id} is not there, or there is nothing to send again");
    }
    say(&format!("message {id} will be sent again"))
}
