//! What a request brings: who asks, in which language, when; and the only way to what a member may see.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method, header};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use domain::id::MemberId;
use domain::id::SignInId;
use domain::language::Language;
use domain::member::Member;
use domain::schedule::Zone;
use domain::sign_in::Way;
use domain::team::Team;
use domain::text::{Text, text};
use domain::theme::Theme;
use jiff::Timestamp;
use store::{Browser, By, SIGN_IN_LIFETIME, SignIn, Token, Viewer};

use crate::client_address::ClientAddress;
use crate::device::device;
use crate::limits::network;
use crate::provider::Flow;
use crate::said::Said;
use crate::{AppError, AppState};

/// The nonce of this response's content security policy, as a request extension.
#[derive(Debug, Clone, Default)]
pub struct Nonce(pub String);

/// The number a request has in the log, as a request extension.
#[derive(Debug, Clone, Default)]
pub struct RequestId(pub String);

/// A request, as far as pages care.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) state: AppState,
    pub(crate) member: Option<Member>,
    pub(crate) sign_in: Option<SignIn>,
    /// What the cookie holds, whether or not it signs anybody in.
    pub(crate) token: Option<Token>,
    pub(crate) team: Option<Arc<Team>>,
    pub(crate) language: Language,
    pub(crate) now: Timestamp,
    /// Path and query, to come back to after signing in.
    pub(crate) address: String,
    /// Where the request comes from.
    pub(crate) from: IpAddr,
    user_agent: String,
    pub(crate) nonce: String,
    pub(crate) request_id: String,
    pub(crate) said: Option<Said>,
    /// Whether something concerns the member that they have not seen; asked for pages alone.
    pub(crate) has_news: bool,
}

impl Visit {
    /// Every word of the reader's language.
    pub(crate) fn text(&self) -> &'static Text {
        text(self.language)
    }

    /// The reader's colours.
    pub(crate) fn theme(&self) -> Theme {
        self.member.as_ref().map_or(Theme::System, |member| member.theme)
    }

    /// The same request, by somebody whose language is known.
    pub(crate) fn speaking(&self, language: Language) -> Self {
        Self { language, ..self.clone() }
    }

    /// Who does what this request asks for, and from where.
    pub(crate) fn by(&self) -> By {
        By::at(self.from, self.member.as_ref().map(|member| member.id))
    }

    /// Whether a member has a sign-in that was seen at this place.
    pub(crate) async fn is_where_they_are(&self, member: MemberId) -> Result<bool, AppError> {
        let known = self.state.store.known_addresses(member).await?;
        let mut places = known.iter().filter_map(|address| address.parse().ok()).map(network);
        let here = network(self.from);
        Ok(places.any(|place| place == here))
    }

    /// The browser that asks.
    pub(crate) fn browser(&self) -> Browser {
        Browser { device: device(&self.user_agent), by: self.by() }
    }

    /// Whether the team asks everybody for a second factor.
    pub(crate) fn requires_second_factor(&self) -> bool {
        self.team.as_ref().is_some_and(|team| team.second_factor_required_at.is_some())
    }

    /// Whether the member has yet to set up a second factor that the team asks of everybody. Who comes in by the
    /// sign-in provider has the provider's.
    pub(crate) fn owes_second_factor(&self) -> bool {
        self.requires_second_factor()
            && self.sign_in.as_ref().is_some_and(|one| !one.has_second_factor && one.way != Way::Provider)
    }

    async fn of(parts: &Parts, state: &AppState) -> Result<Self, AppError> {
        let jar = CookieJar::from_headers(&parts.headers);
        let token = jar.get(sign_in_cookie(state)).and_then(|cookie| Token::parse(cookie.value()));
        let sign_in = match &token {
            Some(token) => state.store.signed_in(token).await?,
            None => None,
        };
        let from = ClientAddress::of(&parts.extensions);
        if let Some(sign_in) = &sign_in {
            // A page is read even while nothing can be written.
            if let Err(cause) = state.store.see(sign_in, &from.to_string()).await {
                tracing::warn!(%cause, "it could not be written down that a sign-in was seen");
            }
        }
        let member = sign_in.as_ref().map(|one| one.member.clone());
        let has_news = match &sign_in {
            Some(one) if one.has_unread && wants_page(&parts.headers) => {
                state.store.viewer(one.member.clone()).has_unread_notices().await?
            }
            _ => false,
        };
        Ok(Self {
            sign_in,
            token,
            from,
            user_agent: text_of(&parts.headers, &header::USER_AGENT).to_owned(),
            language: member.as_ref().map_or_else(|| accepted(&parts.headers), |member| member.language),
            member,
            team: state.team().await?,
            now: state.store.now(),
            address: address(parts),
            nonce: parts.extensions.get::<Nonce>().cloned().unwrap_or_default().0,
            request_id: parts.extensions.get::<RequestId>().cloned().unwrap_or_default().0,
            said: Said::of(&jar),
            has_news,
            state: state.clone(),
        })
    }
}

impl FromRequestParts<AppState> for Visit {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, AppError> {
        // The door has looked already.
        match parts.extensions.get::<Self>() {
            Some(visit) => Ok(visit.clone()),
            None => Self::of(parts, state).await,
        }
    }
}

/// A request by a member. There is no other way to a [`Viewer`], which answers for somebody.
#[derive(Clone)]
pub(crate) struct SignedIn {
    pub(crate) visit: Visit,
    pub(crate) member: Member,
    pub(crate) viewer: Viewer,
}

impl SignedIn {
    /// The same request, if a member makes it.
    pub(crate) fn of(visit: Visit) -> Option<Self> {
        let member = visit.member.clone()?;
        let viewer = visit.state.store.viewer(member.clone());
        Some(Self { visit, member, viewer })
    }

    /// Every word of the reader's language.
    pub(crate) fn text(&self) -> &'static Text {
        self.visit.text()
    }

    /// The zone of the reader's clocks.
    pub(crate) fn zone(&self) -> &Zone {
        &self.member.zone
    }

    /// Whether the request was made by this sign-in.
    pub(crate) fn is_present(&self, id: SignInId) -> bool {
        self.visit.sign_in.as_ref().is_some_and(|present| present.id == id)
    }

    /// The time of the request.
    pub(crate) fn now(&self) -> Timestamp {
        self.visit.now
    }
}

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, AppError> {
        let visit = Visit::from_request_parts(parts, state).await?;
        let next = visit.address.clone();
        Self::of(visit).ok_or(AppError::SignedOut { next })
    }
}

impl OptionalFromRequestParts<AppState> for SignedIn {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Option<Self>, AppError> {
        Ok(Self::of(Visit::from_request_parts(parts, state).await?))
    }
}

/// The sign-in cookie, kept by the browser as long as the sign-in lasts (ASVS 5.0 3.3).
pub(crate) fn sign_in(state: &AppState, token: &Token) -> Cookie<'static> {
    cookie(state, sign_in_cookie(state), token.to_text(), SIGN_IN_LIFETIME.as_secs())
}

/// The same cookie, forgotten.
pub(crate) fn sign_out(state: &AppState) -> Cookie<'static> {
    cookie(state, sign_in_cookie(state), String::new(), 0)
}

/// The way to the sign-in provider and back, sealed; kept as long as that may take.
pub(crate) fn flow(state: &AppState, sealed: String) -> Cookie<'static> {
    cookie(state, flow_cookie(state), sealed, Flow::LIFETIME)
}

/// The same cookie, forgotten.
pub(crate) fn no_flow(state: &AppState) -> Cookie<'static> {
    cookie(state, flow_cookie(state), String::new(), 0)
}

/// Its name.
pub(crate) fn flow_cookie(state: &AppState) -> &'static str {
    if state.settings.secure { "__Host-dasi-provider" } else { "dasi-provider" }
}

/// `Lax`, so that it comes along when a link in a mail, or the provider, leads here.
fn cookie(state: &AppState, name: &'static str, value: String, seconds: i64) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .secure(state.settings.secure)
        .same_site(SameSite::Lax)
        .max_age(cookie::time::Duration::seconds(seconds))
        .build()
}

/// `__Host-` binds the cookie to this very host (RFC 6265bis §4.1.3.2); browsers take it by HTTPS only.
fn sign_in_cookie(state: &AppState) -> &'static str {
    if state.settings.secure { "__Host-dasi" } else { "dasi" }
}

/// Where to come back to: a form's address answers no GET, so for a form it is the first page.
fn address(parts: &Parts) -> String {
    let asked = parts.uri.path_and_query().filter(|_| parts.method == Method::GET);
    asked.map_or("/", |address| address.as_str()).to_owned()
}

/// Whether a page may come of it: a picture or a style sheet needs to know less.
fn wants_page(headers: &HeaderMap) -> bool {
    let wanted = text_of(headers, &header::ACCEPT);
    wanted.is_empty() || wanted == "*/*" || wanted.contains("text/html")
}

/// A header's words; none when it is missing or cannot be read.
fn text_of<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The first language of `Accept-Language` (RFC 9110 §12.5.4) that Dasi speaks, else English.
pub(crate) fn accepted(headers: &HeaderMap) -> Language {
    asked_for(headers).unwrap_or(Language::English)
}

/// The same; none when no language of ours is asked for.
pub(crate) fn asked_for(headers: &HeaderMap) -> Option<Language> {
    accept_language::parse(text_of(headers, &header::ACCEPT_LANGUAGE))
        .iter()
        .find_map(|tag| Language::parse(tag.split('-').next().unwrap_or(tag)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_we_speak_is_taken() {
        for (wanted, language) in [
            ("ko-KR,ko;q=0.9,en;q=0.8", Language::Korean),
            ("fr, en-GB;q=0.5, ko;q=0.4", Language::English),
            ("de, ko;q=0.1", Language::Korean),
            ("", Language::English),
            ("*;q=x;;", Language::English),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, wanted.parse().unwrap())]);
            assert_eq!(accepted(&headers), language, "{wanted}");
        }
    }
}
