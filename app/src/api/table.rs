//! The list that the router is built from: each address with its method and its door. A handler without a door does
//! not compile, and `rules` is what the tests of who may come in go through.

use axum::Router;
use axum::extract::{FromRequestParts, Request, State};
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodRouter, delete, get, post, put};
use domain::access::{self, Door};

use super::v1::program;
use crate::context::Visit;
use crate::{AppError, AppState, routes};

/// Who comes in at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// How it is asked.
    pub method: Method,
    /// The address, with `{…}` for what varies.
    pub path: &'static str,
    /// Who comes in.
    pub door: Door,
}

/// A router being built, and its rules.
pub(super) struct Table {
    state: AppState,
    router: Router<AppState>,
    rules: Vec<Rule>,
}

impl Table {
    pub(super) fn new(state: AppState) -> Self {
        Self { state, router: Router::new(), rules: Vec::new() }
    }

    pub(super) fn get<T: 'static>(self, path: &'static str, door: Door, handler: impl Handler<T, AppState>) -> Self {
        self.add(Method::GET, path, door, get(handler))
    }

    pub(super) fn post<T: 'static>(self, path: &'static str, door: Door, handler: impl Handler<T, AppState>) -> Self {
        self.add(Method::POST, path, door, post(handler))
    }

    pub(super) fn put<T: 'static>(self, path: &'static str, door: Door, handler: impl Handler<T, AppState>) -> Self {
        self.add(Method::PUT, path, door, put(handler))
    }

    pub(super) fn delete<T: 'static>(self, path: &'static str, door: Door, handler: impl Handler<T, AppState>) -> Self {
        self.add(Method::DELETE, path, door, delete(handler))
    }

    /// The addresses of a file of their own.
    pub(super) fn with(self, more: impl FnOnce(Self) -> Self) -> Self {
        more(self)
    }

    /// Changes the routes so far, and none that come later.
    pub(super) fn so_far(mut self, change: impl FnOnce(Router<AppState>) -> Router<AppState>) -> Self {
        self.router = change(self.router);
        self
    }

    pub(super) fn done(self) -> (Router<AppState>, Vec<Rule>) {
        (self.router, self.rules)
    }

    fn add(mut self, method: Method, path: &'static str, door: Door, handler: MethodRouter<AppState>) -> Self {
        let guarded = handler.route_layer(from_fn_with_state((self.state.clone(), door), guard));
        self.router = self.router.route(path, guarded);
        self.rules.push(Rule { method, path, door });
        self
    }
}

/// Lets in whom the door is for, and hands the visit on to the handler.
async fn guard(
    State((state, door)): State<(AppState, Door)>,
    request: Request,
    next: Next,
) -> Result<Response, AppError> {
    if matches!(door, Door::ReadToken | Door::WriteToken) || routes::is_api(request.uri().path()) {
        return Ok(program::let_in(&state, door, request, next).await);
    }
    let (mut parts, body) = request.into_parts();
    let visit = Visit::from_request_parts(&mut parts, &state).await?;
    if !access::may_enter(visit.member.as_ref(), door) {
        return Err(match visit.member {
            Some(_) => AppError::Forbidden,
            None => AppError::SignedOut { next: visit.address },
        });
    }
    let inside = matches!(door, Door::House | Door::Team | Door::Office);
    if inside && visit.owes_second_factor() {
        return Ok(Redirect::to(routes::SECOND_FACTOR).into_response());
    }
    parts.extensions.insert(visit);
    Ok(next.run(Request::from_parts(parts, body)).await)
}
