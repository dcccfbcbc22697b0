//! One file a command.

mod archive; // everything in one zip
mod audit; // what was done in the house
mod export; // a post's files for a blog
mod fill; // the demo team
mod mail; // what mail went out
mod member; // members, by whoever holds the machine
mod serve; // pages and the worker
mod tick; // one turn of the worker

use std::io::Write;

use anyhow::Context;
use store::Store;
use tracing_subscriber::EnvFilter;

use crate::cli::{Cli, Command, LogFormat, Settings};
use crate::config::Config;
use crate::data::DataFolder;
use crate::mailer::{Folder, Mailer, Smtp, Timeouts};
use crate::post_office::PostOffice;
use crate::worker::Worker;

/// Runs one command to its end.
///
/// # Errors
/// What went wrong, for one line on the terminal.
pub fn run(cli: Cli) -> anyhow::Result<()> {
    log(&cli.settings)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("threads")?;
    let settings = cli.settings;
    runtime.block_on(async {
        match cli.command {
            Command::Serve { demo } => serve::run(&settings, demo).await,
            Command::Member(command) => Box::pin(member::run(&settings, command)).await,
            Command::Audit { member, limit, json } => audit::run(&settings, member.as_deref(), limit, json).await,
            Command::Mail { command } => mail::run(&settings, command).await,
            Command::Tick { now } => Box::pin(tick::run(&settings, now)).await,
            Command::Export { post, target, out, slug } => {
                export::run(&settings, post, target, &out, slug.as_deref()).await
            }
            Command::Archive { out } => archive::run(&settings, &out).await,
            Command::Demo => fill::run(&settings).await,
            Command::ApiDocument => say(app::api_document()),
        }
    })
}

fn log(settings: &Settings) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&settings.log).with_context(|| format!("DASI_LOG is {:?}", settings.log))?;
    let to_stderr = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match settings.log_format {
        LogFormat::Text => to_stderr.init(),
        LogFormat::Json => to_stderr.json().flatten_event(true).init(),
    }
    Ok(())
}

/// The worker of a data folder, with the mailer that the settings name.
fn worker(store: &Store, data: &DataFolder, config: &Config) -> anyhow::Result<Worker> {
    let mailer = match &config.smtp {
        Some(server) => Mailer::Smtp(Box::new(Smtp::new(server.clone(), Timeouts::default()))),
        None => Mailer::Folder(Folder::new(data.mail())),
    };
    let post_office = PostOffice::new(config.clone(), data.secret()?);
    Ok(Worker::new(store.clone(), data.clone(), mailer, post_office))
}

/// A line for people or programs, on standard output.
fn say(line: &str) -> anyhow::Result<()> {
    writeln!(std::io::stdout(), "{line}").context("standard output is closed")
}
