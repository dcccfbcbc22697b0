//! Writes letters and makes them MIME. What a letter says is the app's; how it travels is here.

use std::time::{Duration, SystemTime};

use anyhow::Context;
use app::mails::read_again::{ReadAgain, compose};
use app::mails::{self, Letter};
use app::{Secret, routes};
use domain::language::Language;
use domain::member::Member;
use domain::team::Team;
use jiff::Timestamp;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder, MultiPart};
use lettre::{Address, Message};
use store::{Claimed, Due, Letterhead, Matter, ReadAgainHead, Side};

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
        let team = head.team.name.as_str();
        let one_time = |salt| self.secret.link_token(salt).to_text();
        let (letter, to) = match &head.matter {
            Matter::ReadAgain(matter) => return self.read_again(claimed, &head.team, matter, now),
            Matter::Invitation(matter) => {
                let url = self.link(&routes::join(&one_time(&matter.salt)));
                (mails::invitation::compose(&head.team, matter, url), To::stranger(matter.language))
            }
            Matter::PasswordReset { member, salt, .. } => {
                let url = self.link(&routes::reset(&one_time(salt)));
                (mails::password_reset::compose(team, member, url), To::member(member))
            }
            Matter::EmailChange { member, change, side } => {
                let salt = if *side == Side::Old { &change.salts.0 } else { &change.salts.1 };
                let url = self.link(&routes::confirm_email(&one_time(salt)));
                (mails::email_change::compose(team, member, change, *side, url), To::member(member))
            }
            Matter::Notice { member, deed, at, address } => {
                let url = self.link(routes::WAYS_IN);
                (mails::notice::compose(team, member, *deed, *at, address, url), To::member(member))
            }
        };
        // Made anew for each try, and the same each time: its date is the day it was asked for.
        let builder = self.envelope(claimed, team, &to, &letter, claimed.made_at)?;
        seal(builder.message_id(Some(format!("<{}@{}>", claimed.message_id, self.host()))), letter)
    }

    fn read_again(
        &self,
        claimed: &Claimed,
        team: &Team,
        head: &ReadAgainHead,
        now: Timestamp,
    ) -> anyhow::Result<Sealed> {
        let stop = self.link(&routes::unsubscribe(&self.secret.stop_token(head.schedule_id, head.member.id)));
        let letter = compose(&ReadAgain {
            member: &head.member,
            team: team.name.as_str(),
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
            change_url: self.link(&routes::reminder(head.schedule_id)),
            stop_url: stop.clone(),
        });
        let thread = format!("<post-{}@{}>", head.line.post.id, self.host()); // one thread a post
        let builder = self
            .envelope(claimed, team.name.as_str(), &To::member(&head.member), &letter, now)?
            .message_id(Some(claimed.message_id.clone()))
            .references(thread)
            .raw_header(raw("List-Id", format!("<reminders.{}>", self.host()))) // RFC 2919 §3
            .raw_header(raw("List-Unsubscribe", format!("<{stop}>"))) // RFC 8058 §3.1
            .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".into()));
        seal(builder, letter)
    }

    /// The headers of every letter but its Message-ID.
    fn envelope(
        &self,
        claimed: &Claimed,
        team: &str,
        to: &To,
        letter: &Letter,
        date: Timestamp,
    ) -> anyhow::Result<MessageBuilder> {
        let address: Address = claimed.recipient.as_str().parse()?;
        Ok(Message::builder()
            .from(self.config.sender(team))
            .to(Mailbox::new(to.name.clone(), address))
            .subject(&letter.subject)
            .date(system_time(date))
            .raw_header(raw("Auto-Submitted", "auto-generated".into())) // RFC 3834 §5
            .raw_header(raw("X-Auto-Response-Suppress", "OOF, AutoReply".into()))
            .raw_header(raw("Content-Language", to.language.to_string())))
    }

    fn link(&self, path: &str) -> String {
        format!("{}{path}", self.config.url)
    }

    fn host(&self) -> &str {
        self.config.mail_from.domain()
    }
}

/// Whom a letter greets.
struct To {
    name: Option<String>,
    language: Language,
}

impl To {
    fn member(member: &Member) -> Self {
        Self { name: Some(member.name.as_str().to_owned()), language: member.language }
    }

    /// Somebody whose name we do not know yet.
    fn stranger(language: Language) -> Self {
        Self { name: None, language }
    }
}

fn seal(builder: MessageBuilder, letter: Letter) -> anyhow::Result<Sealed> {
    let parts = MultiPart::alternative_plain_html(letter.text, letter.html);
    let message = builder.multipart(parts).context("a letter cannot be made MIME")?;
    Ok(Sealed { subject: letter.subject, mime: message.formatted() })
}

fn raw(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

fn system_time(now: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(now.as_second()).unwrap_or_default())
}
