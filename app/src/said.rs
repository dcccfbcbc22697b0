//! One line on the page after something was done. It travels in a cookie that names the line,
//! never its words, and goes when it was shown: so that addresses stay clean and nobody can put words on our pages.

use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use domain::text::Text;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    Saved,
    Unchanged,
    Reminded,
    Changed,
    Stopped,
    Resumed,
    Settings,
    Retried,
    Revoked,
    ResetAsked,
    PasswordChanged,
    EmailAsked,
    EmailKept,
    PictureSet,
    PictureRemoved,
    SignInEnded,
    OthersEnded,
    RecoveryCodeUsed,
    SecondFactorOff,
    PasskeyAdded,
    PasskeyRemoved,
    TokenEnded,
    Role,
    Left,
    Returned,
    SignedOut,
    TheirSecondFactorOff,
    Reset,
    Goodbye,
    Team,
    DraftKept,
    DraftDropped,
}

const COOKIE: &str = "dasi-said";

impl Said {
    const ALL: &[(Self, &'static str)] = &[
        (Self::Saved, "saved"),
        (Self::Unchanged, "unchanged"),
        (Self::Reminded, "reminded"),
        (Self::Changed, "changed"),
        (Self::Stopped, "stopped"),
        (Self::Resumed, "resumed"),
        (Self::Settings, "settings"),
        (Self::Retried, "retried"),
        (Self::Revoked, "revoked"),
        (Self::ResetAsked, "reset-asked"),
        (Self::PasswordChanged, "password-changed"),
        (Self::EmailAsked, "email-asked"),
        (Self::EmailKept, "email-kept"),
        (Self::PictureSet, "picture"),
        (Self::PictureRemoved, "no-picture"),
        (Self::SignInEnded, "sign-in-ended"),
        (Self::OthersEnded, "others-ended"),
        (Self::RecoveryCodeUsed, "recovery-code-used"),
        (Self::SecondFactorOff, "second-factor-off"),
        (Self::PasskeyAdded, "passkey-added"),
        (Self::PasskeyRemoved, "passkey-removed"),
        (Self::TokenEnded, "token_ended"),
        (Self::Role, "role"),
        (Self::Left, "left"),
        (Self::Returned, "returned"),
        (Self::SignedOut, "signed-out"),
        (Self::TheirSecondFactorOff, "their-second-factor-off"),
        (Self::Reset, "reset"),
        (Self::Goodbye, "goodbye"),
        (Self::Team, "team"),
        (Self::DraftKept, "draft-kept"),
        (Self::DraftDropped, "draft-dropped"),
    ];

    /// The line, in a language.
    pub(crate) fn line(self, text: &'static Text) -> &'static str {
        let said = &text.said;
        match self {
            Self::Saved => said.saved,
            Self::Unchanged => said.unchanged,
            Self::Reminded => said.reminded,
            Self::Changed => said.changed,
            Self::Stopped => said.stopped,
            Self::Resumed => said.resumed,
            Self::Settings => said.settings,
            Self::Retried => said.retried,
            Self::Revoked => said.revoked,
            Self::ResetAsked => said.reset_asked,
            Self::PasswordChanged => said.password_changed,
            Self::EmailAsked => said.email_asked,
            Self::EmailKept => said.email_kept,
            Self::PictureSet => text.profile.picture_is_set,
            Self::PictureRemoved => text.profile.picture_is_removed,
            Self::SignInEnded => text.sign_ins.ended,
            Self::OthersEnded => text.sign_ins.others_ended,
            Self::RecoveryCodeUsed => said.recovery_code_used,
            Self::SecondFactorOff => said.second_factor_off,
            Self::PasskeyAdded => text.passkeys.added,
            Self::PasskeyRemoved => text.passkeys.removed,
            Self::TokenEnded => text.api_tokens.ended,
            Self::Role => text.members.said_role,
            Self::Left => text.members.said_left,
            Self::Returned => text.members.said_returned,
            Self::SignedOut => text.members.said_signed_out,
            Self::TheirSecondFactorOff => text.members.said_second_factor_off,
            Self::Reset => text.members.said_reset,
            Self::Goodbye => text.leave.goodbye,
            Self::Team => text.team_page.said,
            Self::DraftKept => text.desk.kept,
            Self::DraftDropped => text.desk.dropped,
        }
    }

    /// What the request's cookie says, if anything.
    pub(crate) fn of(jar: &CookieJar) -> Option<Self> {
        let word = jar.get(COOKIE)?.value();
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(said, _)| *said)
    }

    /// The cookie that says it on the next page.
    pub(crate) fn cookie(self) -> Cookie<'static> {
        let word = Self::ALL.iter().find(|(said, _)| *said == self).map_or("", |(_, word)| *word);
        Cookie::build((COOKIE, word)).path("/").http_only(true).same_site(SameSite::Lax).build()
    }
}
