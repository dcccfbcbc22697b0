//! A request by a program. Its token says whose it is, and nothing else does: cookies are not looked at, so that a
//! page elsewhere gains nothing by having a browser ask (ASVS 5.0 3.5).

use std::net::IpAddr;

use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::access::{self, Door};
use domain::api_token::{PREFIX, Scope};
use domain::member::Member;
use store::{ApiToken, By, Token, Viewer};

use super::fault::{Fault, Spoken};
use crate::AppState;
use crate::client_address::ClientAddress;
use crate::context::asked_for;

/// A request by a program of a member's. There is no other way to a [`Viewer`] here.
#[derive(Clone)]
pub(super) struct Program {
    pub(super) state: AppState,
    pub(super) member: Member,
    pub(super) scope: Scope,
    pub(super) viewer: Viewer,
    from: IpAddr,
}

impl Program {
    fn new(state: &AppState, token: ApiToken, from: IpAddr) -> Self {
        let viewer = state.store.viewer(token.member.clone());
        Self { state: state.clone(), member: token.member, scope: token.scope, viewer, from }
    }

    /// Who does what this request asks for, and from where.
    pub(super) fn by(&self) -> By {
        By::at(self.from, Some(self.member.id))
    }
}

impl FromRequestParts<AppState> for Program {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Fault> {
        // Only the door makes one.
        parts.extensions.get::<Self>().cloned().ok_or(Fault::NoToken)
    }
}

/// Lets in whom the door is for, and hands the program on to the handler.
pub(in crate::api) async fn let_in(state: &AppState, door: Door, request: Request, next: Next) -> Response {
    if door == Door::Street {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let token = match find(&parts, state).await {
        Ok(token) => token,
        Err(fault) => return fault.into_response(),
    };
    let spoken = Spoken(asked_for(&parts.headers).unwrap_or(token.member.language));
    let mut response = match pass(state, &token, door).await {
        Ok(()) => {
            let from = ClientAddress::of(&parts.extensions);
            parts.extensions.insert(Program::new(state, token, from));
            next.run(Request::from_parts(parts, body)).await
        }
        Err(fault) => fault.into_response(),
    };
    response.extensions_mut().insert(spoken);
    response
}

/// The token that the request brings, while it lasts. Only wrong ones cost their address a try.
async fn find(parts: &Parts, state: &AppState) -> Result<ApiToken, Fault> {
    let given = bearer(&parts.headers).ok_or(Fault::NoToken)?;
    let known = match given.strip_prefix(PREFIX).and_then(Token::parse) {
        Some(token) => state.store.api_token(&token).await?,
        None => None,
    };
    let Some(known) = known else {
        state.limits.api_wrong_token(ClientAddress::of(&parts.extensions))?;
        return Err(Fault::WrongToken);
    };
    state.limits.api(given.as_bytes())?;
    Ok(known)
}

async fn pass(state: &AppState, token: &ApiToken, door: Door) -> Result<(), Fault> {
    if !access::may_use(token.scope, door) {
        return Err(Fault::Scope);
    }
    if !access::may_enter(Some(&token.member), door) {
        return Err(Fault::Forbidden);
    }
    if let Err(cause) = state.store.use_api_token(token).await {
        tracing::warn!(%cause, "it could not be written down that a token was used");
    }
    Ok(())
}

/// What the header says (RFC 6750 §2.1): the scheme in any case (RFC 9110 §11.1), and one header alone.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let mut given = headers.get_all(header::AUTHORIZATION).iter();
    let (one, None) = (given.next()?, given.next()) else { return None };
    let (scheme, token) = one.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim_matches(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_is_read_in_any_case_and_no_other_scheme_is() {
        let headers = |lines: &[&str]| -> HeaderMap {
            lines.iter().map(|line| (header::AUTHORIZATION, line.parse().unwrap())).collect()
        };
        for given in ["Bearer dasi_x", "bearer dasi_x", "BEARER   dasi_x", "bEaReR dasi_x "] {
            assert_eq!(bearer(&headers(&[given])), Some("dasi_x"), "{given}");
        }
        for given in
            [&["Basic dasi_x"][..], &["dasi_x"], &["Bearer"], &["Bearerdasi_x"], &[], &["Bearer a", "Bearer b"]]
        {
            assert_eq!(bearer(&headers(given)), None, "{given:?}");
        }
    }
}
