//! Writes letters and makes them MIME. What a letter says is the app's; how it travels is here.

use std::time::{Duration, SystemTime};

use anyhow::Context;
use app::mails::Letter;
use app::mails::read_again::{ReadAgain, compose};
use app::{Secret, routes};
use jiff::Timestamp;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, Message};
use store::{Claimed, Due, Letterhead};

use crate::config::Config;

/// Characters of a signature in a Message-ID: enough that nobody guesses one.
const SHORT: usize = 8;

/// What all letters of a house share.
#[derive(Debug, Clone)]
pub struct PostOffice {
    config: Config,
    secret: Secret,
}

/// A letter ready for its envelope.
#[derive(Debug, Clone)]
pub struct Sealed {
    /// The subject, as people read it.
    pub subject: String,
    /// The whole message.
    pub mime: Vec<u8>,
}

impl PostOffice {
    /// The post office of a house.
    pub fn new(config: Config, secret: Secret) -> Self {
        Self { config, secret }
    }

    /// Where mail comes from.
    pub fn from(&self) -> &Address {
        &self.config.mail_from
    }

    /// The same for the same occasion, whatever happens: `<rem.SCHEDULE.DATE.MEMBER.SIGNATURE@HOST>`.
    pub fn message_id(&self, due: &Due) -> String {
        let occasion = format!("{}.{}.{}", due.schedule_id, due.local.strftime("%Y%m%dT%H%M"), due.member_id);
        let signature = self.secret.sign(&format!("message {occasion}"));
        let short: String = signature.chars().take(SHORT).collect();
        format!("<rem.{occasion}.{short}@{}>", self.host())
    }

    /// Writes the letter of a claimed message.
    ///
    /// # Errors
    /// Why it cannot be made MIME.
    pub fn write(&self, claimed: &Claimed, head: &Letterhead, now: Timestamp) -> anyhow::Result<Sealed> {
        let stop = self.link(&routes::unsubscribe(&self.secret.stop_token(claimed.schedule_id, head.member.id)));
        let letter = compose(&ReadAgain {
            member: &head.member,
            team: head.team.as_str(),
            title: &head.line.post.title,
            opening: &head.line.opening,
            post_language: head.line.post.language,
            authors: &head.line.post.by(),
            changed_at: head.line.post.changed_at,
            recurrence: head.schedule.recurrence,
            due_at: claimed.due_at,
            next_at: head.next_at,
            now,
            post_url: self.link(&routes::post(head.line.post.id)),
            change_url: self.link(&routes::reminder(claimed.schedule_id)),
            stop_url: stop.clone(),
        });
        let mime = self.mime(claimed, head, &letter, &stop, now).context("a letter cannot be made MIME")?;
        Ok(Sealed { subject: letter.subject, mime })
    }

    fn mime(
        &self,
        claimed: &Claimed,
        head: &Letterhead,
        letter: &Letter,
        stop: &str,
        now: Timestamp,
    ) -> anyhow::Result<Vec<u8>> {
        let to: Address = claimed.recipient.as_str().parse()?;
        let thread = format!("<post-{}@{}>", head.line.post.id, self.host()); // one thread a post
        let message = Message::builder()
            .from(self.config.sender(head.team.as_str()))
            .to(Mailbox::new(Some(head.member.name.as_str().to_owned()), to))
            .subject(&letter.subject)
            .date(date(now))
            .message_id(Some(claimed.message_id.clone()))
            .references(thread)
            .raw_header(raw("Auto-Submitted", "auto-generated".into())) // RFC 3834 §5
            .raw_header(raw("X-Auto-Response-Suppress", "OOF, AutoReply".into()))
            .raw_header(raw("List-Id", format!("<reminders.{}>", self.host()))) // RFC 2919 §3
            .raw_header(raw("List-Unsubscribe", format!("<{stop}>"))) // RFC 8058 §3.1
            .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".into()))
            .raw_header(raw("Content-Language", head.member.language.to_string()))
            .multipart(MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone()))?;
        Ok(message.formatted())
    }

    fn link(&self, path: &str) -> String {
        format!("{}{path}", self.config.url)
    }

    fn host(&self) -> &str {
        self.config.mail_from.domain()
    }
}

fn raw(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

fn date(now: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(now.as_second()).unwrap_or_default())
}
