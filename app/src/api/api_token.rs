//! A member's tokens: what their programs come in with.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::access;
use domain::api_token::{Lifetime, PREFIX, Scope, TokenName};
use domain::id::ApiTokenId;
use domain::problem::{Problems, Why};
use serde::Deserialize;
use store::NewApiToken;

use super::answer::{Path, Typed, done, wrong};
use crate::context::SignedIn;
use crate::pages::api_tokens::page;
use crate::said::Said;
use crate::{AppError, routes};

/// What was typed.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub(crate) struct TokenForm {
    pub(crate) name: String,
    pub(crate) scope: String,
    pub(crate) lifetime: String,
}

/// Less before more: reading, and for a season.
impl Default for TokenForm {
    fn default() -> Self {
        Self { name: String::new(), scope: Scope::Read.to_string(), lifetime: Lifetime::Quarter.to_string() }
    }
}

impl TokenForm {
    fn parse(&self, me: &SignedIn) -> Result<NewApiToken, Problems> {
        let mut problems = Problems::default();
        let name = problems.take("name", TokenName::parse(&self.name));
        let scope = Scope::parse(&self.scope).filter(|scope| access::may_have_token(&me.member, *scope));
        let scope = problems.take("scope", scope.ok_or(Why::UnknownChoice));
        let lifetime = problems.take("lifetime", Lifetime::parse(&self.lifetime).ok_or(Why::UnknownChoice));
        match (name, scope, lifetime) {
            (Some(name), Some(scope), Some(lifetime)) => Ok(NewApiToken { name, scope, lifetime: lifetime.duration() }),
            _ => Err(problems),
        }
    }
}

pub(super) async fn list(me: SignedIn) -> Result<Response, AppError> {
    let tokens = me.visit.state.store.api_tokens(me.member.id).await?;
    Ok(page(&me, &tokens, None, &TokenForm::default(), &Problems::default()))
}

/// The token is on this answer and nowhere else, so there is no redirect, and no browser keeps it.
pub(super) async fn make(me: SignedIn, Typed(form): Typed<TokenForm>) -> Result<Response, AppError> {
    let store = &me.visit.state.store;
    match form.parse(&me) {
        Ok(new) => {
            let token = store.make_api_token(me.member.id, &new, &me.visit.by()).await?;
            let shown = format!("{PREFIX}{}", token.to_text());
            let tokens = store.api_tokens(me.member.id).await?;
            let page = page(&me, &tokens, Some(shown), &TokenForm::default(), &Problems::default());
            Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
        }
        Err(problems) => {
            let tokens = store.api_tokens(me.member.id).await?;
            Ok(wrong(page(&me, &tokens, None, &form, &problems)))
        }
    }
}

pub(super) async fn end(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let id: ApiTokenId = id.parse().map_err(|_| AppError::NotFound)?;
    me.visit.state.store.end_api_token(me.member.id, id, &me.visit.by()).await?;
    Ok(done(routes::API_TOKENS, Said::TokenEnded))
}
