//! A mail server, one step at a time, so that we know how far each attempt got (RFC 5321). lettre's
//! transport would hide that; its connection does not.

use std::net::Ipv4Addr;
use std::time::Duration;

use anyhow::{Context, bail};
use domain::mail::Phase;
use domain::member::EmailAddress;
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use lettre::transport::smtp::response::Response;
use store::Attempt;
use url::{Host, Url};

/// How a connection is kept from listeners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Security {
    /// Not at all: the server is this machine.
    None,
    /// STARTTLS, or nothing is sent (RFC 3207).
    StartTls,
    /// TLS from the first byte (RFC 8314 §3.3).
    Tls,
}

/// A mail server and how to reach it.
#[derive(Clone)]
pub struct SmtpServer {
    host: String,
    port: u16,
    security: Security,
    credentials: Option<Credentials>,
}

impl SmtpServer {
    /// Reads `smtp://` or `smtps://`, with user and password percent-encoded.
    ///
    /// # Errors
    /// What is wrong with it, without its password.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        let Ok(url) = Url::parse(text) else { bail!("it is no URL: write smtp://HOST or smtps://USER:PASSWORD@HOST") };
        let host = url.host().context("it names no host")?;
        let here = is_here(&host);
        let required = match url.query() {
            None => false,
            Some("tls=required") => true,
            Some(_) => bail!("after ? only tls=required is known"),
        };
        let (security, port) = match url.scheme() {
            "smtps" => (Security::Tls, 465),
            "smtp" if here && !required => (Security::None, 25),
            "smtp" => (Security::StartTls, 587),
            other => bail!("it begins with {other}:// and not with smtp:// or smtps://"),
        };
        let host = match host {
            Host::Ipv6(address) => address.to_string(),
            other => other.to_string(),
        };
        Ok(Self { host, port: url.port().unwrap_or(port), security, credentials: credentials(&url)? })
    }
}

/// Says where, never with which password.
impl std::fmt::Debug for SmtpServer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}:{} ({:?})", self.host, self.port, self.security)
    }
}

fn is_here(host: &Host<&str>) -> bool {
    match host {
        // An address of numbers is only a name in a URL whose scheme is not the web's (URL Standard §4.5).
        Host::Domain(name) => {
            *name == "localhost" || name.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
        }
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

fn credentials(url: &Url) -> anyhow::Result<Option<Credentials>> {
    let decode = |text: &str| -> anyhow::Result<String> {
        let decoded =
            percent_encoding::percent_decode_str(text).decode_utf8().context("user or password is not UTF-8")?;
        Ok(decoded.into_owned())
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        (user, Some(password)) => Ok(Some(Credentials::new(decode(user)?, decode(password)?))),
        _ => bail!("it names a user but no password"),
    }
}

/// How long each step may take.
#[derive(Debug, Clone, Copy)]
pub struct Timeouts {
    /// For each step up to DATA; RFC 5321 §4.5.3.2 allows 2 to 5 minutes, but others wait behind.
    pub step: Duration,
    /// After the final dot (RFC 5321 §4.5.3.2.6): giving up early makes doubles.
    pub after_dot: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { step: Duration::from_mins(1), after_dot: Duration::from_mins(10) }
    }
}

/// A client of one mail server. A connection that served is kept for the next message.
pub struct Smtp {
    server: SmtpServer,
    timeouts: Timeouts,
    line: Option<AsyncSmtpConnection>,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.server.fmt(out)
    }
}

/// The reply code of a server that closes the connection (RFC 5321 §3.8).
const SERVICE_CLOSING: u16 = 421;

type Step<T> = Result<T, Attempt>;

impl Smtp {
    /// A client that has not connected yet.
    pub fn new(server: SmtpServer, timeouts: Timeouts) -> Self {
        Self { server, timeouts, line: None }
    }

    pub(super) async fn send(&mut self, from: &Address, to: &EmailAddress, mime: &[u8]) -> Attempt {
        let Ok(to) = to.as_str().parse::<Address>() else {
            return Attempt {
                phase: Phase::RcptTo,
                code: Some(553),
                text: "this address cannot be put into SMTP".into(),
            };
        };
        if let Some(line) = self.line.take() {
            let attempt = self.send_over(line, from, &to, mime).await;
            // A server may take a few messages a connection and then close it: no fault of this message.
            if attempt.phase != Phase::MailFrom || !matches!(attempt.code, None | Some(SERVICE_CLOSING)) {
                return attempt;
            }
        }
        match self.connect().await {
            Ok(line) => self.send_over(line, from, &to, mime).await,
            Err(attempt) => attempt,
        }
    }

    /// Keeps the connection when the message went through; else it goes with its trouble.
    async fn send_over(&mut self, mut line: AsyncSmtpConnection, from: &Address, to: &Address, mime: &[u8]) -> Attempt {
        match self.hand_over(&mut line, from, to, mime).await {
            Ok(response) => {
                self.line = Some(line);
                Attempt { phase: Phase::Done, code: code(&response), text: said(&response) }
            }
            Err(attempt) => attempt,
        }
    }

    pub(super) async fn hang_up(&mut self) {
        if let Some(mut line) = self.line.take() {
            let _ = tokio::time::timeout(self.timeouts.step, line.quit()).await; // whatever it answers, we are done
        }
    }

    async fn connect(&self) -> Step<AsyncSmtpConnection> {
        let server = &self.server;
        let hello = ClientId::default();
        let implicit = match server.security {
            Security::Tls => Some(self.tls()?),
            Security::None | Security::StartTls => None,
        };
        let address = (server.host.as_str(), server.port);
        let connect = AsyncSmtpConnection::connect_tokio1(address, Some(self.timeouts.step), &hello, implicit, None);
        let mut line = self.step(Phase::Connect, connect).await?;
        if server.security == Security::StartTls {
            self.step(Phase::Tls, line.starttls(self.tls()?, &hello)).await?;
        }
        if let Some(credentials) = &server.credentials {
            self.step(Phase::SignIn, line.auth(&[Mechanism::Plain, Mechanism::Login], credentials)).await?;
        }
        Ok(line)
    }

    async fn hand_over(
        &self,
        line: &mut AsyncSmtpConnection,
        from: &Address,
        to: &Address,
        mime: &[u8],
    ) -> Step<Response> {
        let mut parameters = Vec::new();
        if !AsRef::<str>::as_ref(to).is_ascii() && line.server_info().supports_feature(Extension::SmtpUtfEight) {
            parameters.push(MailParameter::SmtpUtfEight); // RFC 6531 §3.4
        }
        self.step(Phase::MailFrom, line.command(Mail::new(Some(from.clone()), parameters))).await?;
        self.step(Phase::RcptTo, line.command(Rcpt::new(to.clone(), vec![]))).await?;
        self.step(Phase::Data, line.command(Data)).await?;
        within(self.timeouts.after_dot, Phase::Body, line.message(mime)).await
    }

    async fn step<T>(&self, phase: Phase, work: impl Future<Output = Result<T, Error>>) -> Step<T> {
        within(self.timeouts.step, phase, work).await
    }

    fn tls(&self) -> Step<TlsParameters> {
        TlsParameters::new(self.server.host.clone()).map_err(|error| failed(Phase::Tls, &error))
    }
}

async fn within<T>(limit: Duration, phase: Phase, work: impl Future<Output = Result<T, Error>>) -> Step<T> {
    match tokio::time::timeout(limit, work).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(failed(phase, &error)),
        Err(_) => Err(Attempt { phase, code: None, text: format!("no answer in {} s", limit.as_secs()) }),
    }
}

fn failed(phase: Phase, error: &Error) -> Attempt {
    let handshake = phase == Phase::Connect && causes(error).any(is_handshake);
    let phase = if error.is_tls() || handshake { Phase::Tls } else { phase };
    let code = error.status().and_then(|code| code.to_string().parse().ok());
    let mut text = error.to_string();
    for cause in causes(error).map(ToString::to_string) {
        if !text.contains(&cause) {
            text = format!("{text}: {cause}");
        }
    }
    Attempt { phase, code, text }
}

fn causes(error: &Error) -> impl Iterator<Item = &(dyn std::error::Error + 'static)> {
    std::iter::successors(std::error::Error::source(error), |cause| cause.source())
}

/// A TLS handshake that fails while connecting comes as an I/O error about its data; to lettre it is the
/// connection's. Later such an error is a reply that is not UTF-8, and says nothing about TLS.
fn is_handshake(cause: &(dyn std::error::Error + 'static)) -> bool {
    cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::InvalidData)
}

fn code(response: &Response) -> Option<u16> {
    response.code().to_string().parse().ok()
}

fn said(response: &Response) -> String {
    response.message().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str) -> (String, u16, Security, bool) {
        let server = SmtpServer::parse(url).unwrap();
        (server.host, server.port, server.security, server.credentials.is_some())
    }

    #[test]
    fn only_this_machine_is_spoken_to_in_the_clear() {
        assert_eq!(read("smtp://localhost"), ("localhost".into(), 25, Security::None, false));
        assert_eq!(read("smtp://[::1]:2525"), ("::1".into(), 2525, Security::None, false));
        assert_eq!(read("smtp://127.0.0.1:2525?tls=required"), ("127.0.0.1".into(), 2525, Security::StartTls, false));
        assert_eq!(
            read("smtp://u:p%40ss@mail.example.com"),
            ("mail.example.com".into(), 587, Security::StartTls, true)
        );
        assert_eq!(read("smtps://u:p@mail.example.com"), ("mail.example.com".into(), 465, Security::Tls, true));
    }

    #[test]
    fn a_wrong_url_is_said_without_its_password() {
        for wrong in
            ["mail.example.com", "http://a", "smtp://u@a", "smtp://a?tls=none", "smtp:///x", "smtp://u:geheim@"]
        {
            let error = format!("{:#}", SmtpServer::parse(wrong).unwrap_err());
            assert!(!error.contains("geheim"), "{error}");
        }
        let server = SmtpServer::parse("smtps://u:geheim@mail.example.com").unwrap();
        assert!(!format!("{server:?}").contains("geheim"));
    }
}
