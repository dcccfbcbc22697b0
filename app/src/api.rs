//! Every public address: who asks, what is done, which page answers. One folder to audit.
//!
//! A handler that takes [`crate::context::SignedIn`] answers members only. Forms are sent to the
//! address of their own page: a form that fails is shown again with all that was typed, and one
//! that succeeds ends in a redirect.

mod answer; // redirects that say what was done
mod blog; // a post for the blog
mod home; // the first page
mod mail; // the mail log
mod post; // reading and listing
pub(crate) mod post_form; // writing
mod reminder; // mine
pub(crate) mod settings; // mine
mod sign_in; // the door
mod unsubscribe; // stopping a reminder from its mail
pub(crate) mod welcome; // first start

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::{AppError, AppState, routes};

/// The most bytes of a form without a post in it.
const SMALL_FORM: usize = 64 << 10;
/// The most bytes of a post's form. Percent-encoding makes three of one, and a text over the
/// limit must come back to its writer whole, so this is far above the 1 MiB that is stored.
const POST_FORM: usize = 32 << 20;

/// All pages and forms.
pub fn router(state: AppState) -> Router {
    let writing = Router::new()
        .route(routes::NEW_POST, get(post_form::new).post(post_form::create))
        .route(routes::EDIT_POST, get(post_form::edit).post(post_form::revise))
        .layer(DefaultBodyLimit::max(POST_FORM));
    Router::new()
        .route(routes::HOME, get(home::show))
        .route(routes::WELCOME, get(welcome::show).post(welcome::found))
        .route(routes::SIGN_IN, get(sign_in::show).post(sign_in::enter))
        .route(routes::SIGN_OUT, post(sign_in::leave))
        .route(routes::POSTS, get(post::list))
        .route(routes::POST, get(post::read))
        .route(routes::BLOG, get(blog::show))
        .route(routes::BLOG_ZIP, get(blog::zip))
        .route(routes::REMIND, get(reminder::ask).post(reminder::remind))
        .route(routes::REMINDERS, get(reminder::list))
        .route(routes::REMINDER, get(reminder::show).post(reminder::change))
        .route(routes::STOP_REMINDER, post(reminder::stop))
        .route(routes::SETTINGS, get(settings::show).post(settings::save))
        .route(routes::MAIL_LOG, get(mail::log))
        .route(routes::RESUME_MAIL, post(mail::resume))
        .route(routes::RETRY_MAIL, post(mail::retry))
        .route(routes::UNSUBSCRIBE, get(unsubscribe::ask).post(unsubscribe::stop))
        .route(routes::RESUBSCRIBE, post(unsubscribe::resume))
        .layer(DefaultBodyLimit::max(SMALL_FORM))
        .merge(writing)
        .fallback(async || AppError::NotFound)
        .method_not_allowed_fallback(async || AppError::NotFound)
        .layer(from_fn_with_state(state.clone(), welcome_first))
        .layer(from_fn_with_state(state.clone(), crate::dress))
        .with_state(state)
}

/// While there is no member, every page leads to Welcome.
async fn welcome_first(State(state): State<AppState>, request: Request, next: Next) -> Response {
    match state.is_founded().await {
        Err(error) => AppError::from(error).into_response(),
        Ok(false) if request.uri().path() != routes::WELCOME => Redirect::to(routes::WELCOME).into_response(),
        Ok(_) => next.run(request).await,
    }
}
