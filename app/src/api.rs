//! Every public address: who asks, what is done, which page answers. One folder to audit.
//!
//! Each address stands in the table below with its door (`domain::access::Door`), which is asked before the handler
//! is. Forms are sent to the address of their own page: a form that fails is shown again with all that was typed, and
//! one that succeeds ends in a redirect.

mod answer; // redirects that say what was done
mod audit; // what was done in the house
mod blog; // a post for the blog
mod home; // the first page
pub(crate) mod leave; // leaving the team myself
mod mail; // the mail log
pub(crate) mod member; // everybody on the team, and what is done about one of them
mod post; // reading and listing
pub(crate) mod post_form; // writing
mod reminder; // mine
pub(crate) mod settings; // mine
mod sign_in; // the door
mod table; // the list that the router is built from
pub(crate) mod team; // what is true of the whole team
mod unsubscribe; // stopping a reminder from its mail
pub(crate) mod welcome; // first start

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use domain::access::Door;

pub use self::table::Rule;
use self::table::Table;
use crate::{AppError, AppState, routes};

/// The most bytes of a form without a post in it.
const SMALL_FORM: usize = 64 << 10;
/// The most bytes of a post's form. Percent-encoding makes three of one, and a text over the
/// limit must come back to its writer whole, so this is far above the 1 MiB that is stored.
const POST_FORM: usize = 32 << 20;

/// All pages and forms.
pub fn router(state: AppState) -> Router {
    let (router, _) = table(&state).done();
    router
        .fallback(async || AppError::NotFound)
        .method_not_allowed_fallback(async || AppError::NotFound)
        .layer(from_fn_with_state(state.clone(), welcome_first))
        .layer(from_fn_with_state(state.clone(), crate::dress))
        .with_state(state)
}

/// Every address with its method and its door.
pub fn rules(state: &AppState) -> Vec<Rule> {
    table(state).done().1
}

fn table(state: &AppState) -> Table {
    Table::new(state.clone())
        .get(routes::NEW_POST, Door::Team, post_form::new)
        .post(routes::NEW_POST, Door::Desk, post_form::create)
        .get(routes::EDIT_POST, Door::Team, post_form::edit)
        .post(routes::EDIT_POST, Door::Desk, post_form::revise)
        .so_far(|router| router.layer(DefaultBodyLimit::max(POST_FORM)))
        .get(routes::HOME, Door::House, home::show)
        .get(routes::WELCOME, Door::Street, welcome::show)
        .post(routes::WELCOME, Door::Street, welcome::found)
        .get(routes::SIGN_IN, Door::Street, sign_in::show)
        .post(routes::SIGN_IN, Door::Street, sign_in::enter)
        .post(routes::SIGN_OUT, Door::Street, sign_in::leave)
        .get(routes::POSTS, Door::House, post::list)
        .get(routes::POST, Door::House, post::read)
        .get(routes::BLOG, Door::Team, blog::show)
        .get(routes::BLOG_ZIP, Door::Team, blog::zip)
        .get(routes::REMIND, Door::House, reminder::ask)
        .post(routes::REMIND, Door::House, reminder::remind)
        .get(routes::REMINDERS, Door::House, reminder::list)
        .get(routes::REMINDER, Door::House, reminder::show)
        .post(routes::REMINDER, Door::House, reminder::change)
        .post(routes::STOP_REMINDER, Door::House, reminder::stop)
        .get(routes::SETTINGS, Door::House, settings::show)
        .post(routes::SETTINGS, Door::House, settings::save)
        .get(routes::MAIL_LOG, Door::Office, mail::log)
        .post(routes::RESUME_MAIL, Door::Office, mail::resume)
        .post(routes::RETRY_MAIL, Door::Office, mail::retry)
        .get(routes::LEAVE, Door::Team, leave::ask)
        .post(routes::LEAVE, Door::Team, leave::leave)
        .get(routes::MEMBERS, Door::Team, member::list)
        .get(routes::MEMBER, Door::Office, member::show)
        .post(routes::MEMBER_ROLE, Door::Office, member::set_role)
        .post(routes::MEMBER_LEAVE, Door::Office, member::leave)
        .post(routes::MEMBER_RETURN, Door::Office, member::ask_back)
        .post(routes::MEMBER_SIGN_OUT, Door::Office, member::sign_out)
        .post(routes::MEMBER_SECOND_FACTOR_OFF, Door::Office, member::second_factor_off)
        .post(routes::MEMBER_RESET, Door::Office, member::reset)
        .get(routes::TEAM, Door::Office, team::show)
        .post(routes::TEAM, Door::Office, team::save)
        .get(routes::AUDIT, Door::Office, audit::log)
        .get(routes::UNSUBSCRIBE, Door::Link, unsubscribe::ask)
        .post(routes::UNSUBSCRIBE, Door::Link, unsubscribe::stop)
        .post(routes::RESUBSCRIBE, Door::Link, unsubscribe::resume)
        .so_far(|router| router.layer(DefaultBodyLimit::max(SMALL_FORM)))
}

/// While there is no member, every page leads to Welcome.
async fn welcome_first(State(state): State<AppState>, request: Request, next: Next) -> Response {
    match state.is_founded().await {
        Err(error) => AppError::from(error).into_response(),
        Ok(false) if request.uri().path() != routes::WELCOME => Redirect::to(routes::WELCOME).into_response(),
        Ok(_) => next.run(request).await,
    }
}
