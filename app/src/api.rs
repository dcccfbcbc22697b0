//! Every public address: who asks, what is done, which page answers. One folder to audit.
//!
//! Each address stands in the table below with its door (`domain::access::Door`), which is asked before the handler
//! is. Forms are sent to the address of their own page: a form that fails is shown again with all that was typed, and
//! one that succeeds ends in a redirect. Where a page has several forms, each has an address
//! of its own that shows the page again.

mod answer; // redirects that say what was done
pub(crate) mod api_token; // what my programs come in with
mod archive; // posts as files
mod audit; // what was done in the house
pub(crate) mod authors; // who writes a post along
mod blog; // a post for the blog
mod comment; // what is said about a post
mod conflict; // somebody saved in between
mod desk; // what the writing page asks while somebody writes
mod diagram; // where diagrams are drawn
mod draft; // what is not saved yet
mod history; // revisions of a post
mod home; // the first page
pub(crate) mod import; // files become posts
pub(crate) mod invitation; // who was asked to join
pub(crate) mod join; // joining by an invitation
pub(crate) mod leave; // leaving the team myself
mod mail; // the mail log
pub(crate) mod member; // everybody on the team, and what is done about one of them
mod notice; // what concerns me
mod passkey; // a key of my own device, kept and shown
mod password; // changed, or forgotten and made anew
mod person; // a colleague
mod picture; // a member's face
mod post; // reading and listing
pub(crate) mod post_form; // writing
mod proof; // what proves who somebody is, beside their sign-in
pub(crate) mod provider; // the door by the sign-in provider
mod reminder; // mine
pub(crate) mod review; // who reads a write-up before it goes further
mod second_factor; // mine
pub(crate) mod series; // one story in several posts
pub(crate) mod settings; // mine
mod sign_in; // the door
mod sign_in_code; // its second half
mod sign_ins; // where I am signed in
mod stale; // a write-up is still true
mod table; // the list that the router is built from
pub(crate) mod tag; // tags, and what they are called
mod task; // tasks, ticked on the page of their post
pub(crate) mod team; // what is true of the whole team
mod template; // what a new post begins with
mod trash; // what was thrown away
mod unsubscribe; // stopping a reminder from its mail
pub(crate) mod upload; // pictures and files that come with somebody's words
pub(crate) mod v1; // what programs ask
mod ways_in; // my password and address
pub(crate) mod welcome; // first start

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use domain::access::Door;

pub use self::table::Rule;
use self::table::Table;
pub use self::v1::api_document;
use crate::{AppError, AppState, routes};

/// The most bytes of a form without a post in it.
const SMALL_FORM: usize = 64 << 10;
/// The most bytes of a post's form. Percent-encoding makes three of one, and a text over the
/// limit must come back to its writer whole, so this is far above the 1 MiB that is stored.
const POST_FORM: usize = 32 << 20;
/// The most bytes of a form with a picture in it: a file over the limit is counted to its end, and not kept.
const PICTURE_FORM: usize = 64 << 20;

/// All pages and forms.
pub fn router(state: AppState) -> Router {
    let (router, _) = table(&state).done();
    router
        .fallback(async || AppError::NotFound)
        .method_not_allowed_fallback(v1::wrong_method)
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
        .with(writing)
        .with(template::table)
        .with(draft::table)
        .with(desk::table)
        .with(picturing)
        .with(comment::table)
        .with(upload::table)
        .with(import::table)
        .with(archive::table)
        .with(v1::moving::table)
        .with(v1::uploads::table)
        .with(v1::table)
        .with(door)
        .with(reading)
        .with(tag::table)
        .with(series::table)
        .with(history::table)
        .with(trash::table)
        .with(authors::table)
        .with(review::table)
        .with(stale::table)
        .with(task::table)
        .with(drawing)
        .with(mine)
        .with(office)
        .with(notice::table)
        .with(person::table)
        .so_far(|router| router.layer(DefaultBodyLimit::max(SMALL_FORM)))
}

/// A diagram is drawn; who may read its source is asked where the source stands.
fn drawing(table: Table) -> Table {
    table.get(routes::DIAGRAM, Door::Street, diagram::frame)
}

/// A post is written: its form may be large.
fn writing(table: Table) -> Table {
    table
        .get(routes::NEW_POST, Door::Team, post_form::new)
        .post(routes::NEW_POST, Door::Desk, post_form::create)
        .get(routes::EDIT_POST, Door::Team, post_form::edit)
        .post(routes::EDIT_POST, Door::Desk, post_form::revise)
        .post(routes::JOIN_TEXTS, Door::Desk, conflict::decide)
        .so_far(|router| router.layer(DefaultBodyLimit::max(POST_FORM)))
}

/// A picture is sent: its form may be larger still.
fn picturing(table: Table) -> Table {
    table
        .get(routes::SET_PICTURE, Door::House, settings::show)
        .post(routes::SET_PICTURE, Door::House, picture::set)
        .so_far(|router| router.layer(DefaultBodyLimit::max(PICTURE_FORM)))
}

/// The way in, and what a letter leads to.
fn door(table: Table) -> Table {
    table
        .get(routes::WELCOME, Door::Street, welcome::show)
        .post(routes::WELCOME, Door::Street, welcome::found)
        .get(routes::SIGN_IN, Door::Street, sign_in::show)
        .post(routes::SIGN_IN, Door::Street, sign_in::enter)
        .get(routes::SIGN_IN_CODE, Door::Street, sign_in_code::ask)
        .post(routes::SIGN_IN_CODE, Door::Street, sign_in_code::enter)
        .get(routes::SIGN_IN_PASSKEY, Door::Street, sign_in_code::ask)
        .post(routes::SIGN_IN_PASSKEY, Door::Street, passkey::enter)
        .get(routes::PROVIDER, Door::Street, provider::begin)
        .get(crate::provider::BACK, Door::Street, provider::finish)
        .post(routes::SIGN_OUT, Door::Street, sign_in::leave)
        .get(routes::CONFIRM_EMAIL, Door::Link, ways_in::ask)
        .post(routes::CONFIRM_EMAIL, Door::Link, ways_in::confirm)
        .get(routes::FORGOT, Door::Street, password::forgot)
        .post(routes::FORGOT, Door::Street, password::send)
        .get(routes::RESET, Door::Link, password::choose)
        .post(routes::RESET, Door::Link, password::reset)
        .get(routes::JOIN, Door::Link, join::show)
        .post(routes::JOIN, Door::Link, join::join)
        .get(routes::UNSUBSCRIBE, Door::Link, unsubscribe::ask)
        .post(routes::UNSUBSCRIBE, Door::Link, unsubscribe::stop)
        .post(routes::RESUBSCRIBE, Door::Link, unsubscribe::resume)
}

/// What the team wrote, and when it comes back.
fn reading(table: Table) -> Table {
    table
        .get(routes::HOME, Door::House, home::show)
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
        .get(routes::PICTURE, Door::House, picture::show)
        .get(routes::MEMBERS, Door::Team, member::list)
}

/// What is a member's own.
fn mine(table: Table) -> Table {
    table
        .get(routes::SETTINGS, Door::House, settings::show)
        .post(routes::SETTINGS, Door::House, settings::save)
        .get(routes::WAYS_IN, Door::House, ways_in::show)
        .get(routes::PASSWORD, Door::House, ways_in::show)
        .post(routes::PASSWORD, Door::House, password::change)
        .get(routes::EMAIL, Door::House, ways_in::show)
        .post(routes::EMAIL, Door::House, ways_in::change_email)
        .post(routes::KEEP_EMAIL, Door::House, ways_in::keep_email)
        .post(routes::REMOVE_PICTURE, Door::House, picture::remove)
        .get(routes::SIGN_INS, Door::House, sign_ins::list)
        .post(routes::END_SIGN_IN, Door::House, sign_ins::end)
        .post(routes::END_OTHER_SIGN_INS, Door::House, sign_ins::end_others)
        .get(routes::SECOND_FACTOR, Door::Threshold, second_factor::show)
        .post(routes::SECOND_FACTOR, Door::Threshold, second_factor::begin)
        .get(routes::CONFIRM_SECOND_FACTOR, Door::Threshold, second_factor::show)
        .post(routes::CONFIRM_SECOND_FACTOR, Door::Threshold, second_factor::confirm)
        .get(routes::RECOVERY_CODES, Door::Threshold, second_factor::show)
        .post(routes::RECOVERY_CODES, Door::Threshold, second_factor::make_codes)
        .get(routes::DROP_SECOND_FACTOR, Door::Threshold, second_factor::show)
        .post(routes::DROP_SECOND_FACTOR, Door::Threshold, second_factor::turn_off)
        .get(routes::PASSKEYS, Door::Threshold, second_factor::show)
        .post(routes::PASSKEYS, Door::Threshold, passkey::begin)
        .get(routes::CONFIRM_PASSKEY, Door::Threshold, second_factor::show)
        .post(routes::CONFIRM_PASSKEY, Door::Threshold, passkey::keep)
        .post(routes::REMOVE_PASSKEY, Door::Threshold, passkey::remove)
        .get(routes::API_TOKENS, Door::House, api_token::list)
        .post(routes::API_TOKENS, Door::House, api_token::make)
        .post(routes::END_API_TOKEN, Door::House, api_token::end)
        .get(routes::LEAVE, Door::Team, leave::ask)
        .post(routes::LEAVE, Door::Team, leave::leave)
}

/// Looking after the house.
fn office(table: Table) -> Table {
    table
        .get(routes::INVITATIONS, Door::Office, invitation::list)
        .post(routes::INVITATIONS, Door::Office, invitation::invite)
        .get(routes::INVITATION, Door::Office, invitation::show)
        .post(routes::REVOKE_INVITATION, Door::Office, invitation::revoke)
        .get(routes::MAIL_LOG, Door::Office, mail::log)
        .post(routes::RESUME_MAIL, Door::Office, mail::resume)
        .post(routes::RETRY_MAIL, Door::Office, mail::retry)
        .get(routes::MEMBER, Door::Office, member::show)
        .get(routes::MEMBER_ROLE, Door::Office, member::show)
        .post(routes::MEMBER_ROLE, Door::Office, member::set_role)
        .get(routes::MEMBER_LEAVE, Door::Office, member::show)
        .post(routes::MEMBER_LEAVE, Door::Office, member::leave)
        .post(routes::MEMBER_RETURN, Door::Office, member::ask_back)
        .post(routes::MEMBER_SIGN_OUT, Door::Office, member::sign_out)
        .post(routes::MEMBER_SECOND_FACTOR_OFF, Door::Office, member::second_factor_off)
        .get(routes::MEMBER_RESET, Door::Office, member::show)
        .post(routes::MEMBER_RESET, Door::Office, member::reset)
        .get(routes::TEAM, Door::Office, team::show)
        .post(routes::TEAM, Door::Office, team::save)
        .get(routes::AUDIT, Door::Office, audit::log)
}

/// While there is no member, every page leads to Welcome.
async fn welcome_first(State(state): State<AppState>, request: Request, next: Next) -> Response {
    match state.is_founded().await {
        Err(error) => AppError::from(error).into_response(),
        Ok(false) if !matches!(request.uri().path(), path if path == routes::WELCOME || routes::is_api(path)) => {
            Redirect::to(routes::WELCOME).into_response()
        }
        Ok(_) => next.run(request).await,
    }
}
