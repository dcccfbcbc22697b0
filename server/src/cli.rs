//! Commands, and the one struct of all settings. `dasi --help` is the manual: these comments are it.

mod member; // what looks after members

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use domain::id::{OutboxId, PostId};
use domain::publish::Target;
use jiff::Timestamp;

use crate::config;

pub use self::member::{Invite, MemberCommand, NewMember};

/// Dasi (다시, "again"): a home for a team's writing that comes back to it.
///
/// Every setting is a flag, a variable DASI_…, or a line of `dasi.toml`; the first of these that says
/// something counts. A line of `dasi.toml` is the flag's name with underscores: `mail_from = "dasi@example.com"`.
#[derive(Debug, Parser)]
#[command(name = "dasi", version, subcommand_required = true, arg_required_else_help = true, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Every setting.
    #[command(flatten)]
    pub settings: Settings,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve pages, and send mail when it is due
    Serve {
        /// Fill an empty data folder with a team to look at first
        #[arg(long)]
        demo: bool,
    },
    /// Look after members
    #[command(subcommand)]
    Member(MemberCommand),
    /// Show what was done in the house, the newest first
    Audit {
        /// Of one member alone: an e-mail address, a @handle or a number
        #[arg(long, value_name = "WHO")]
        member: Option<String>,
        /// How many lines
        #[arg(long, default_value_t = 100, value_name = "N")]
        limit: usize,
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Show what mail went out, and send again what failed
    Mail {
        /// What to do; `list` otherwise
        #[command(subcommand)]
        command: Option<MailCommand>,
    },
    /// Do one turn of the worker, deliveries included, and print one JSON line of counts
    Tick {
        /// As if it were this instant (RFC 3339)
        #[arg(long, value_name = "RFC3339")]
        now: Option<Timestamp>,
    },
    /// Write a post's files for a blog
    Export {
        /// The number in the post's address
        post: PostId,
        /// What the files are for
        #[arg(long, default_value = "hugo")]
        target: Target,
        /// The root of the blog's own folder: a Hugo post goes to content/posts/SLUG/index.md in it
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The last part of the post's address on the blog; made of its title otherwise
        #[arg(long)]
        slug: Option<String>,
    },
    /// Write everything in the house into one zip that can be brought in again: posts, pictures and files. Posts that
    /// are for their authors alone are in it too; comments, earlier revisions and what is in the trash are not
    Archive {
        /// The zip to write; one that is there already is kept
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Fill an empty data folder with a team to look at, and print how to sign in
    Demo,
    /// Print what there is for programs (`OpenAPI` 3.1), as /api/v1/openapi.json serves it
    ApiDocument,
}

/// What mail went out, and sending again.
#[derive(Debug, Clone, Subcommand)]
pub enum MailCommand {
    /// Show the newest messages, and whether the mail pauses
    List {
        /// How many
        #[arg(long, default_value_t = MAILS, value_name = "N")]
        limit: usize,
    },
    /// Send one again, and forget that its address refused mail
    Retry {
        /// The number in the list
        id: OutboxId,
    },
    /// End a pause, and the wait of every message that is to be tried again
    Resume,
}

/// Messages that are shown where nobody says how many.
pub const MAILS: usize = 50;

/// Every setting.
#[derive(Debug, Clone, Args)]
#[expect(
    clippy::doc_markdown,
    reason = "these comments are the help on a terminal, where brackets would stand as typed"
)]
#[command(next_help_heading = "Settings")]
pub struct Settings {
    /// The folder for the database, mail and the secret; made if missing
    #[arg(long, env = "DASI_DATA", default_value = "data", global = true, value_name = "DIR")]
    pub data: PathBuf,
    /// Where to listen
    #[arg(long, env = "DASI_ADDR", default_value = "127.0.0.1:3000", global = true, value_name = "IP:PORT")]
    pub addr: SocketAddr,
    /// What links in mail begin with; with https, cookies are Secure. http:// and the address to listen on otherwise
    #[arg(long, env = "DASI_URL", global = true)]
    pub url: Option<String>,
    /// Proxies in front whose X-Forwarded-For is believed: addresses and networks with commas between, as in
    /// 127.0.0.1,10.0.0.0/8
    #[arg(long, env = "DASI_TRUSTED_PROXIES", global = true, value_name = "NETWORKS")]
    pub trusted_proxies: Option<String>,
    /// Where to send mail: smtps://USER:PASSWORD@HOST (TLS) or smtp://USER:PASSWORD@HOST (STARTTLS; none for
    /// localhost, but with ?tls=required). Without it, mail is written into the data folder
    #[arg(long, env = "DASI_SMTP_URL", global = true, hide_env_values = true, value_name = "URL")]
    pub smtp_url: Option<String>,
    /// The address mail comes from; reminders@ and the host of the URL otherwise
    #[arg(long, env = "DASI_MAIL_FROM", global = true, value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// The sign-in provider (OpenID Connect): its issuer, exactly as it writes it
    #[arg(long, env = "DASI_OIDC_ISSUER", global = true, value_name = "URL")]
    pub oidc_issuer: Option<String>,
    /// What this installation is called there
    #[arg(long, env = "DASI_OIDC_CLIENT_ID", global = true, value_name = "ID")]
    pub oidc_client_id: Option<String>,
    /// What it proves itself with there; none for a public client
    #[arg(long, env = "DASI_OIDC_CLIENT_SECRET", global = true, hide_env_values = true, value_name = "SECRET")]
    pub oidc_client_secret: Option<String>,
    /// What its button says; the host of the issuer otherwise
    #[arg(long, env = "DASI_OIDC_NAME", global = true, value_name = "NAME")]
    pub oidc_name: Option<String>,
    /// Whose verified addresses may join without an invitation: domains with commas between them
    #[arg(long, env = "DASI_OIDC_DOMAINS", global = true, value_name = "DOMAINS")]
    pub oidc_domains: Option<String>,
    /// The folder of built style sheets and scripts; found beside the executable otherwise
    #[arg(long, env = "DASI_SITE", global = true, value_name = "DIR")]
    pub site: Option<PathBuf>,
    /// What to log: error, warn, info, debug, or per part as in `info,sqlx=warn`
    #[arg(long, env = "DASI_LOG", default_value = "info", global = true, value_name = "FILTER")]
    pub log: String,
    /// How to log
    #[arg(long, env = "DASI_LOG_FORMAT", default_value = "text", global = true, value_name = "FORMAT")]
    pub log_format: LogFormat,
    /// The file of settings; dasi.toml in the working folder, if there is one, otherwise
    #[arg(long, env = "DASI_CONFIG", global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// How to log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people
    Text,
    /// One JSON object a line
    Json,
}

/// The command line, with `dasi.toml` beneath flags and environment.
///
/// # Errors
/// What is wrong, in one line; or the help that was asked for.
pub fn parse() -> Result<Cli, clap::Error> {
    let mut words: Vec<OsString> = std::env::args_os().collect();
    if words.len() == 1 && std::env::var_os("LEPTOS_OUTPUT_NAME").is_some() {
        words.push("serve".into()); // cargo-leptos starts what it has built without a word
    }
    parse_from(words)
}

/// The same from other words than this process's.
///
/// # Errors
/// As [`parse`].
pub fn parse_from(words: impl IntoIterator<Item = OsString>) -> Result<Cli, clap::Error> {
    let words: Vec<OsString> = words.into_iter().collect();
    let command = config::beneath(Cli::command(), &words)?;
    Cli::from_arg_matches(&command.try_get_matches_from(words)?)
}
