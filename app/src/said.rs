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
    TokenEnded,
}

const COOKIE: &str = "dasi-said";

impl Said {
    const ALL: [(Self, &'static str); 9] = [
        (Self::Saved, "saved"),
        (Self::Unchanged, "unchanged"),
        (Self::Reminded, "reminded"),
        (Self::Changed, "changed"),
        (Self::Stopped, "stopped"),
        (Self::Resumed, "resumed"),
        (Self::Settings, "settings"),
        (Self::Retried, "retried"),
        (Self::TokenEnded, "token_ended"),
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
            Self::TokenEnded => text.api_tokens.ended,
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
