//! Settings out of flags, environment and `dasi.toml`, checked before anything starts.

mod provider; // the sign-in provider, out of five settings

use std::ffi::OsString;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use app::provider::ProviderSettings;
use clap::error::ErrorKind;
use clap::{ArgMatches, Command};
use ipnet::IpNet;
use lettre::Address;
use lettre::message::Mailbox;
use url::{Host, Url};

use crate::cli::Settings;
use crate::mailer::SmtpServer;

/// Read where no `--config` names another.
const FILE: &str = "dasi.toml";

/// Puts the lines of `dasi.toml` beneath flags and environment, as defaults of the command line.
pub(crate) fn beneath(command: Command, words: &[OsString]) -> Result<Command, clap::Error> {
    let named = named(&command, words);
    let wrong = |why: String| Command::new("dasi").error(ErrorKind::ValueValidation, why);
    let file = named.clone().unwrap_or_else(|| FILE.into());
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) if named.is_none() && is_out_of_reach(&error) => return Ok(command),
        Err(error) => return Err(wrong(format!("{}: {error}", file.display()))),
    };
    let table: toml::Table =
        text.parse().map_err(|error: toml::de::Error| wrong(format!("{}: {}", file.display(), error.message())))?;
    table.into_iter().try_fold(command, |command, (key, value)| {
        let known = command.get_arguments().any(|arg| arg.get_id() == key.as_str() && key != "config");
        let value = match value {
            toml::Value::String(text) => text,
            other => other.to_string(),
        };
        if known {
            Ok(command.mut_arg(key, |arg| arg.default_value(value)))
        } else {
            Err(wrong(format!("{}: there is no setting {key:?}", file.display())))
        }
    })
}

/// Not there, or in a working folder that is not ours to read.
fn is_out_of_reach(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::PermissionDenied)
}

/// The file that `--config` or `DASI_CONFIG` names, whatever else the command line holds.
fn named(command: &Command, words: &[OsString]) -> Option<PathBuf> {
    let lenient = command.clone().ignore_errors(true);
    let matches: ArgMatches = lenient.try_get_matches_from(words).ok()?;
    matches.get_one::<PathBuf>("config").cloned()
}

/// The settings, checked: what they mean together.
#[derive(Debug, Clone)]
pub struct Config {
    /// What links in mail begin with, without a slash at the end.
    pub url: String,
    /// Whether that is HTTPS.
    pub secure: bool,
    /// Where mail comes from.
    pub mail_from: Address,
    /// Who is believed where a request comes from.
    pub trusted_proxies: Vec<IpNet>,
    /// Where mail goes; to the data folder when there is none.
    pub smtp: Option<SmtpServer>,
    /// Who else may say who somebody is.
    pub provider: Option<ProviderSettings>,
}

impl Config {
    /// Checks the settings that mean something together.
    ///
    /// # Errors
    /// Which setting is wrong, and how.
    pub fn of(settings: &Settings) -> anyhow::Result<Self> {
        let url = match &settings.url {
            Some(url) => parse_url(url).with_context(|| format!("DASI_URL is {url:?}"))?,
            None => Url::parse(&format!("http://{}", settings.addr)).context("DASI_ADDR")?,
        };
        let mail_from = match &settings.mail_from {
            Some(from) => from.parse().with_context(|| format!("DASI_MAIL_FROM is {from:?}, which is no address"))?,
            None => {
                Address::new("reminders", mail_host(&url)).context("DASI_URL has a host that mail cannot come from")?
            }
        };
        let trusted_proxies = settings.trusted_proxies.as_deref().map(parse_networks).transpose();
        let smtp = settings.smtp_url.as_deref().map(SmtpServer::parse).transpose().context("DASI_SMTP_URL")?;
        Ok(Self {
            secure: url.scheme() == "https",
            url: url.as_str().trim_end_matches('/').to_owned(),
            mail_from,
            trusted_proxies: trusted_proxies.context("DASI_TRUSTED_PROXIES")?.unwrap_or_default(),
            smtp,
            provider: provider::of(settings)?,
        })
    }

    /// The sender as people see it: the team, at our address.
    pub fn sender(&self, team: &str) -> Mailbox {
        Mailbox::new(Some(team.to_owned()), self.mail_from.clone())
    }
}

fn parse_url(text: &str) -> anyhow::Result<Url> {
    let url = Url::parse(text)?;
    if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
        bail!("it has to begin with http:// or https:// and a host");
    }
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        bail!("Dasi lives at the root of its host: nothing may follow the host");
    }
    Ok(url)
}

/// Networks and single addresses, with commas between.
fn parse_networks(text: &str) -> anyhow::Result<Vec<IpNet>> {
    let entries = text.split(',').map(str::trim).filter(|entry| !entry.is_empty());
    entries.map(|entry| network(entry).with_context(|| format!("{entry:?} is no address and no network"))).collect()
}

/// Peers are known by their IPv4 address even on an IPv6 socket, so that is what a mapped one means here.
fn network(entry: &str) -> Option<IpNet> {
    match entry.parse::<IpAddr>() {
        Ok(address) => Some(address.to_canonical().into()),
        Err(_) => entry.parse().ok(),
    }
}

/// A name that mail may come from: an IP address is none.
fn mail_host(url: &Url) -> &str {
    match url.host() {
        Some(Host::Domain(name)) => name,
        _ => "localhost",
    }
}

/// The folder of built files: as set, or where cargo-leptos puts it, or beside the executable.
///
/// # Errors
/// Where it was looked for.
pub fn site(settings: &Settings) -> anyhow::Result<PathBuf> {
    if let Some(site) = &settings.site {
        return found(site)
            .then(|| site.clone())
            .with_context(|| format!("DASI_SITE: there is no pkg folder in {}", site.display()));
    }
    let beside = std::env::current_exe().context("where this program is")?;
    let beside = beside.parent().unwrap_or(Path::new("."));
    let watched = std::env::var_os("LEPTOS_SITE_ROOT").map(PathBuf::from);
    let places = watched.into_iter().chain([beside.join("site"), beside.join("../site")]);
    places.into_iter().find(|site| found(site)).with_context(|| {
        format!("the built pages are not beside {}: run bin/serve, or name their folder in DASI_SITE", beside.display())
    })
}

fn found(site: &Path) -> bool {
    site.join("pkg").is_dir()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{Cli, parse_from};

    fn parse(words: &[&str]) -> Result<Cli, clap::Error> {
        parse_from(std::iter::once("dasi").chain(words.iter().copied()).map(OsString::from))
    }

    fn config(words: &[&str]) -> anyhow::Result<Config> {
        Config::of(&parse(words).unwrap().settings)
    }

    #[test]
    fn links_begin_with_the_url_or_the_address() {
        assert_eq!(config(&["serve"]).unwrap().url, "http://127.0.0.1:3000");
        let set = config(&["serve", "--url", "https://dasi.example.com/"]).unwrap();
        assert_eq!((set.url.as_str(), set.secure), ("https://dasi.example.com", true));
        assert_eq!(set.mail_from.to_string(), "reminders@dasi.example.com");
        for wrong in ["dasi.example.com", "ftp://dasi.example.com", "https://example.com/dasi", "https://"] {
            assert!(config(&["serve", "--url", wrong]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn nobody_is_trusted_who_is_not_named() {
        assert!(config(&["serve"]).unwrap().trusted_proxies.is_empty());
        let named = |text| config(&["serve", "--trusted-proxies", text]).map(|config| config.trusted_proxies);
        let shown = |text| named(text).unwrap().iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(shown("127.0.0.1, 10.0.0.0/8,::1"), ["127.0.0.1/32", "10.0.0.0/8", "::1/128"]);
        assert_eq!(shown("::ffff:192.0.2.1"), ["192.0.2.1/32"]);
        assert!(shown("").is_empty() && shown(" , ").is_empty());
        for wrong in ["localhost", "10.0.0.0/33", "10.0.0.0-10.0.0.9", "127.0.0.1 ::1", "127.0.0.1:3000"] {
            let error = format!("{:#}", named(wrong).unwrap_err());
            assert!(error.contains("DASI_TRUSTED_PROXIES") && error.contains(wrong), "{error}");
        }
    }

    #[test]
    fn an_address_of_numbers_sends_mail_from_localhost() {
        assert_eq!(config(&["serve"]).unwrap().mail_from.to_string(), "reminders@localhost");
        assert!(config(&["serve", "--mail-from", "nobody"]).is_err());
    }

    #[test]
    fn a_file_lies_beneath_flags_and_its_mistakes_are_said() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mine.toml");
        let named = file.to_str().unwrap();
        std::fs::write(&file, "mail_from = \"a@example.com\"\naddr = \"127.0.0.1:4000\"\n").unwrap();
        let read = parse(&["serve", "--config", named, "--addr", "127.0.0.1:5000"]).unwrap();
        assert_eq!(read.settings.mail_from.as_deref(), Some("a@example.com"));
        assert_eq!(read.settings.addr.port(), 5000);
        for (wrong, said) in [("colour = 1", "colour"), ("addr = ", "mine.toml"), ("addr = \"here\"", "here")] {
            std::fs::write(&file, wrong).unwrap();
            let error = parse(&["serve", "--config", named]).unwrap_err().to_string();
            assert!(error.contains(said), "{wrong}: {error}");
        }
        let missing = folder.path().join("none.toml");
        assert!(parse(&["serve", "--config", missing.to_str().unwrap()]).is_err());
    }
}
