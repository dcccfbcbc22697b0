//! A member's tokens: what their programs come in with.

use axum::response::Response;
use domain::access;
use domain::api_token::{Lifetime, PREFIX, Scope, TokenName};
use domain::id::ApiTokenId;
use domain::problem::{Problems, Why};
use serde::Deserialize;
use store::{NewApiToken, StoreError};

use super::answer::{Path, Typed, done, unkept, wrong};
use super::proof::{self, Proof, prove};
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
    pub(crate) password: String,
    /// Whether the member has a password to ask for.
    #[serde(skip)]
    pub(crate) has_password: bool,
}

/// Less before more: reading, and for a season.
impl Default for TokenForm {
    fn default() -> Self {
        Self {
            name: String::new(),
            scope: Scope::Read.to_string(),
            lifetime: Lifetime::Quarter.to_string(),
            password: String::new(),
            has_password: false,
        }
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
    shown(&me, None, TokenForm::default(), &Problems::default()).await
}

/// The page, with a token that was just made.
async fn shown(
    me: &SignedIn,
    made: Option<String>,
    form: TokenForm,
    problems: &Problems,
) -> Result<Response, AppError> {
    let state = &me.visit.state;
    let has_password = proof::password_hash(state, &me.member).await?.is_some();
    let tokens = state.store.api_tokens(me.member.id).await?;
    Ok(page(me, &tokens, made, &TokenForm { has_password, ..form }, problems))
}

/// The token is on this answer and nowhere else, so there is no redirect, and no browser keeps it.
pub(super) async fn make(me: SignedIn, Typed(form): Typed<TokenForm>) -> Result<Response, AppError> {
    let parsed = match form.parse(&me) {
        Ok(new) => proven(&me, &form.password).await?.map(|known| (new, known)),
        Err(problems) => Err(problems),
    };
    match parsed {
        Ok((new, known)) => {
            let store = &me.visit.state.store;
            let token = match store.make_api_token(me.member.id, known.as_deref(), &new, &me.visit.by()).await {
                Ok(token) => token,
                Err(StoreError::NotFound) => {
                    let changed = Problems::one("password", Why::WrongPassword);
                    return Ok(wrong(shown(&me, None, form, &changed).await?));
                }
                Err(error) => return Err(error.into()),
            };
            let token = format!("{PREFIX}{}", token.to_text());
            Ok(unkept(shown(&me, Some(token), TokenForm::default(), &Problems::default()).await?))
        }
        Err(problems) => Ok(wrong(shown(&me, None, form, &problems).await?)),
    }
}

/// An open browser makes no token that outlives it: who has a password types it, and the hash that it fits comes back.
async fn proven(me: &SignedIn, password: &str) -> Result<Result<Option<String>, Problems>, AppError> {
    if proof::password_hash(&me.visit.state, &me.member).await?.is_none() {
        return Ok(Ok(None));
    }
    Ok(match prove(me, password).await? {
        Proof::Given(hash) => Ok(Some(hash)),
        Proof::Wrong => Err(Problems::one("password", Why::WrongPassword)),
        Proof::TooOften(wait) => Err(Problems::one("password", wait.into())),
    })
}

pub(super) async fn end(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let id: ApiTokenId = id.parse().map_err(|_| AppError::NotFound)?;
    me.visit.state.store.end_api_token(me.member.id, id, &me.visit.by()).await?;
    Ok(done(routes::API_TOKENS, Said::TokenEnded))
}
