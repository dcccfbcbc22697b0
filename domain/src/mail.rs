//! A message on its way out: its states, what an attempt means, and when to try again.

use jiff::SignedDuration;

use crate::word::word;

word! {
    /// What a message is.
    LetterKind {
        /// A post that comes back.
        ReadAgain = "read_again",
        /// Somebody is asked to join.
        Invitation = "invitation",
        /// A way to a new password.
        PasswordReset = "password_reset",
        /// Asks at a member's present address whether it may be another.
        EmailChangeOld = "email_change_old",
        /// Asks at the new address whether it is theirs.
        EmailChangeNew = "email_change_new",
        /// Tells a member what was done to what guards their door.
        Notice = "notice",
    }
}

impl LetterKind {
    /// Whether it carries a link that opens something: its bytes are then made for each try and never kept.
    pub const fn opens_something(self) -> bool {
        matches!(self, Self::Invitation | Self::PasswordReset | Self::EmailChangeOld | Self::EmailChangeNew)
    }
}

word! {
    /// Where a message is. It ends as sent, dead, cancelled, skipped or suppressed, or as ambiguous when the link
    /// broke twice.
    MailState {
        /// Waiting for its turn.
        Ready = "ready",
        /// In the hands of a worker.
        Leased = "leased",
        /// Failed for now; tried again at its time.
        Retry = "retry",
        /// The mail server took it.
        Sent = "sent",
        /// The link broke after the final dot: perhaps taken (RFC 1047). Tried once more under the same Message-ID.
        Ambiguous = "ambiguous",
        /// The mail server refused the recipient for good.
        Dead = "dead",
        /// Its reminder was stopped or changed first.
        Cancelled = "cancelled",
        /// Its reader may no longer see what it is about.
        Skipped = "skipped",
        /// The address refused mail for good before; nothing was sent.
        Suppressed = "suppressed",
    }
}

word! {
    /// How far an attempt got (RFC 5321 §3): the step that was under way when it ended.
    Phase {
        /// Reaching the server, and its greeting.
        Connect = "connect",
        /// STARTTLS (RFC 3207) or TLS from the start.
        Tls = "tls",
        /// AUTH (RFC 4954).
        SignIn = "sign_in",
        /// MAIL FROM.
        MailFrom = "mail_from",
        /// RCPT TO.
        RcptTo = "rcpt_to",
        /// DATA, before any of the message.
        Data = "data",
        /// The message and its final dot.
        Body = "body",
        /// The server took it.
        Done = "done",
    }
}

/// What an attempt means for its message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The server took it.
    Sent,
    /// Not now: again after a pause.
    Later,
    /// Perhaps it was taken: once more under the same Message-ID.
    Perhaps,
    /// The server knows no such recipient: no more to this address.
    NoRecipient,
    /// The server wants this message never.
    Refused,
    /// The channel is at fault, not the message: the whole queue waits.
    Channel,
}

/// The reply code for "authentication required" (RFC 4954 §6): said at RCPT TO, it is about us, not about the recipient.
const AUTHENTICATION_REQUIRED: u16 = 530;

/// Judges an attempt by how far it got, the server's reply code, if it replied, and what it said.
pub fn judge(phase: Phase, code: Option<u16>, said: &str) -> Verdict {
    let final_refusal = code.is_some_and(|code| code >= 500);
    match phase {
        Phase::Done => Verdict::Sent,
        Phase::Body if code.is_none() => Verdict::Perhaps,
        Phase::RcptTo if code == Some(AUTHENTICATION_REQUIRED) => Verdict::Channel,
        Phase::RcptTo if final_refusal && is_policy(said) => Verdict::Later,
        Phase::RcptTo if final_refusal => Verdict::NoRecipient,
        Phase::Data | Phase::Body if final_refusal => Verdict::Refused,
        Phase::Tls if code.is_none() => Verdict::Channel, // a certificate does not mend itself in 30 s
        _ if final_refusal => Verdict::Channel,
        _ => Verdict::Later,
    }
}

/// Whether a refusal is about who may send, not about who receives: an enhanced code 5.7.x (RFC 3463 §3.8), or a word on relaying.
fn is_policy(said: &str) -> bool {
    said.contains("5.7.") || said.to_lowercase().contains("relay")
}

/// How long the queue waits when the channel is at fault.
pub const CHANNEL_PAUSE: SignedDuration = SignedDuration::from_mins(10);

/// First pause after a failure.
const FIRST_PAUSE: SignedDuration = SignedDuration::from_secs(30);
/// Longest pause between two tries.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(6);

/// The pause after `attempts` failures: 30 s doubling up to 6 h, spread by ± 20 %.
/// `spread` is from 0 to 1 and comes from the caller's randomness.
pub fn pause(attempts: u32, spread: f64) -> SignedDuration {
    let doubled = FIRST_PAUSE.checked_mul(1_i32.checked_shl(attempts.min(20)).unwrap_or(i32::MAX));
    let whole = doubled.unwrap_or(LONGEST_PAUSE).min(LONGEST_PAUSE);
    whole.mul_f64(0.8 + 0.4 * spread.clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attempt_is_judged_by_how_far_it_got() {
        for (phase, code, verdict) in [
            (Phase::Done, Some(250), Verdict::Sent),
            (Phase::Connect, None, Verdict::Later),
            (Phase::Connect, Some(421), Verdict::Later),
            (Phase::Connect, Some(554), Verdict::Channel),
            (Phase::Tls, None, Verdict::Channel),
            (Phase::SignIn, Some(535), Verdict::Channel),
            (Phase::SignIn, Some(454), Verdict::Later),
            (Phase::MailFrom, Some(550), Verdict::Channel),
            (Phase::RcptTo, Some(450), Verdict::Later),
            (Phase::RcptTo, Some(550), Verdict::NoRecipient),
            (Phase::RcptTo, Some(530), Verdict::Channel),
            (Phase::Data, Some(554), Verdict::Refused),
            (Phase::Body, Some(552), Verdict::Refused),
            (Phase::Body, Some(451), Verdict::Later),
            (Phase::Body, None, Verdict::Perhaps),
        ] {
            assert_eq!(judge(phase, code, "no"), verdict, "{phase} {code:?}");
        }
        for said in ["5.7.1 Relay access denied", "relay not permitted"] {
            assert_eq!(judge(Phase::RcptTo, Some(550), said), Verdict::Later, "{said}");
        }
    }

    #[test]
    fn the_pause_doubles_and_stays_under_six_hours() {
        assert_eq!(pause(0, 0.5), SignedDuration::from_secs(30));
        assert_eq!(pause(3, 0.5), SignedDuration::from_secs(240));
        assert_eq!(pause(40, 0.5), SignedDuration::from_hours(6));
        assert!(pause(1, 0.0) < pause(1, 1.0));
    }
}
