//! The door by the sign-in provider: there, and back.

mod arrival; // which member it is, or becomes
mod not_in; // why nobody came in

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::{Cookie, CookieJar};
use domain::audit::Deed;
use domain::id::MemberId;
use domain::problem::Why;
use domain::sign_in::Way;
use serde::Deserialize;
use store::{Note, Token};

use super::answer::{Query, too_often};
use super::sign_in::let_in;
use crate::context::{self, Visit};
use crate::provider::{Flow, Identity, OpenedFlow, Provider, ProviderError};
use crate::{AppError, AppState, pages, routes};

pub(crate) use self::not_in::NotIn;

/// The most bytes of an address to go on to: a browser keeps no cookie of more than 4096 (RFC 6265 §6.1).
const LONGEST_NEXT: usize = 1000;

/// With what somebody sets out.
#[derive(Debug, Default, Deserialize)]
pub(super) struct SetOut {
    next: Option<String>,
    invitation: Option<String>,
}

/// With what somebody comes back (RFC 6749 §4.1.2).
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Back {
    state: String,
    code: Option<String>,
    error: Option<String>,
}

pub(super) async fn begin(
    State(state): State<AppState>,
    visit: Visit,
    Query(asked): Query<SetOut>,
) -> Result<Response, AppError> {
    let provider = state.settings.provider.as_deref().ok_or(AppError::NotFound)?;
    let next = asked.next.as_deref().filter(|next| routes::is_local(next) && next.len() <= LONGEST_NEXT);
    let invitation = asked.invitation.as_deref().and_then(Token::parse).map(|token| token.to_text());
    if visit.member.is_some() && invitation.is_none() {
        return Ok(Redirect::to(next.unwrap_or(routes::HOME)).into_response());
    }
    Ok(match provider.begin(visit.now).await {
        Ok((url, flow)) => {
            let sealed = flow.seal(&state.settings.secret, next, invitation.as_deref());
            (CookieJar::new().add(context::flow(&state, sealed)), Redirect::to(url.as_str())).into_response()
        }
        // Nobody has tried to be anybody yet: the log is told, the record of what was done is not.
        Err(error) => turned_away(&visit, &error.into(), &door(next, invitation.as_deref())),
    })
}

/// Whatever comes of it, the way there is over.
pub(super) async fn finish(visit: Visit, cookies: CookieJar, back: Result<Query<Back>, AppError>) -> Response {
    let Query(back) = back.unwrap_or_else(|_| Query(Back::default()));
    let sealed = cookies.get(context::flow_cookie(&visit.state)).map(Cookie::value);
    let came = come_back(&visit, sealed, &back).await;
    (CookieJar::new().add(context::no_flow(&visit.state)), came).into_response()
}

async fn come_back(visit: &Visit, sealed: Option<&str>, back: &Back) -> Result<Response, AppError> {
    let state = &visit.state;
    let provider = state.settings.provider.as_deref().ok_or(AppError::NotFound)?;
    let opened = sealed.and_then(|sealed| Flow::open(sealed, &state.settings.secret));
    let next = opened.as_ref().and_then(|opened| opened.next.as_deref());
    let invitation = opened.as_ref().and_then(|opened| opened.invitation.as_deref());
    let door = door(next, invitation);
    if let Err(wait) = state.limits.link(visit.from, back.state.as_bytes()) {
        let sentence = (visit.text().why)(&Why::from(wait));
        return Ok(too_often(wait, pages::provider::page(visit, sentence, None, &door)));
    }
    let not_in = match member(visit, provider, opened.as_ref(), back).await {
        Ok(member) => return let_in(visit, member, Way::Provider, next).await,
        Err(NotIn::Store(error)) => return Err(error.into()),
        Err(not_in) => not_in,
    };
    let by = visit.by();
    state.store.note(&Note { subject: not_in.subject(), ..Note::new(Deed::SignInFailed, &by) }).await?;
    Ok(turned_away(visit, &not_in, &door))
}

async fn member(
    visit: &Visit,
    provider: &Provider,
    opened: Option<&OpenedFlow>,
    back: &Back,
) -> Result<MemberId, NotIn> {
    let opened = opened.ok_or(ProviderError::Forged)?;
    let who = identity(visit, provider, &opened.flow, back).await?;
    arrival::member(visit, provider, &who, opened.invitation.as_deref()).await
}

async fn identity(visit: &Visit, provider: &Provider, flow: &Flow, back: &Back) -> Result<Identity, ProviderError> {
    match (&back.error, &back.code) {
        (None, Some(code)) => provider.finish(flow, &back.state, code, visit.now).await,
        (error, _) => Err(provider.refused(flow, &back.state, error.as_deref().unwrap_or_default(), visit.now)),
    }
}

/// Where to begin again.
fn door(next: Option<&str>, invitation: Option<&str>) -> String {
    invitation.map_or_else(|| routes::sign_in(next), routes::join)
}

/// Says so on a page of ours and in the log, in our own words alone.
fn turned_away(visit: &Visit, not_in: &NotIn, door: &str) -> Response {
    tracing::warn!("nobody came in by the sign-in provider: {not_in}");
    let name = visit.state.settings.provider.as_ref().map_or("", |provider| provider.settings().name.as_str());
    let sentence = not_in.sentence(visit.text(), name);
    let step = matches!(not_in, NotIn::Unproven(_)).then_some((routes::FORGOT, visit.text().provider.prove));
    (not_in.status(), pages::provider::page(visit, sentence, step, door)).into_response()
}
