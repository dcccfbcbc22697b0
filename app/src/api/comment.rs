//! What is said about a post. Whatever is wrong, the words come back.

use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::access::{self, Door};
use domain::comment::{AnchorForm, CommentBody, CommentForm};
use domain::id::{CommentId, PostId};
use domain::problem::Problems;
use serde::Deserialize;
use store::{Comment, NewComment, Reading, Thread};

use super::answer::{Path, Query, Written, done, too_often, wrong};
use super::post::post_id;
use super::table::Table;
use crate::context::{SignedIn, Visit};
use crate::pages::comment_form::{Saying, page};
use crate::pages::post::Talk;
use crate::pages::post_form::Unsaved;
use crate::said::Said;
use crate::{AppError, routes};

/// The most bytes of a comment's form: percent-encoding makes nine of a syllable, and what is too long comes back whole.
const COMMENT_FORM: usize = 1 << 20;

pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::COMMENTS, Door::Team, ask)
        .post(routes::COMMENTS, Door::Desk, write)
        .get(routes::EDIT_COMMENT, Door::Team, edit)
        .post(routes::EDIT_COMMENT, Door::Desk, change)
        .post(routes::DELETE_COMMENT, Door::Team, delete)
        .post(routes::RESOLVE_COMMENT, Door::Team, resolve)
        .post(routes::REOPEN_COMMENT, Door::Team, reopen)
        .so_far(|router| router.layer(DefaultBodyLimit::max(COMMENT_FORM)))
}

/// What is said about a post, for its page; and the form below, about what the address names.
pub(super) async fn talk(me: &SignedIn, reading: &Reading, on: AnchorForm) -> Result<Talk, AppError> {
    let threads = me.viewer.threads(reading).await?;
    let mentions = mentions(&threads);
    let post = &reading.post;
    Ok(Talk {
        members: me.viewer.known_members(&mentions, routes::person).await?,
        may_comment: access::may_comment(&me.member, &post.facts(&post.author_ids())),
        form: CommentForm { seen: post.revision_id.to_string(), anchor: on, ..CommentForm::default() },
        threads,
    })
}

/// The words of all that mention somebody, or seem to.
fn mentions(threads: &[Thread]) -> String {
    let mut words = String::new();
    for thread in threads {
        for one in std::iter::once(&thread.first).chain(&thread.replies).filter(|one| one.body.contains('@')) {
            words.push_str(&one.body);
        }
    }
    words
}

/// The form alone, for who reloads the page of a form that failed.
async fn ask(me: SignedIn, Path(id): Path<String>, Query(form): Query<CommentForm>) -> Result<Response, AppError> {
    let id = me.viewer.post_line(post_id(&id)?).await?.post.id;
    Ok(page(&me.visit, &Saying::new(&me.visit, id, &form, &Problems::default())))
}

async fn write(Path(id): Path<String>, Written { visit, form }: Written<CommentForm>) -> Result<Response, AppError> {
    let id = post_id(&id)?;
    match written(&visit, id, &form).await {
        Err(error) => Ok(came_back(&visit, id, form, &error)),
        answer => answer,
    }
}

async fn written(visit: &Visit, id: PostId, form: &CommentForm) -> Result<Response, AppError> {
    let none = Problems::default();
    let me = match seated(visit) {
        Ok(me) => me,
        Err(unsaved) => return Ok(kept(visit, Saying::new(visit, id, form, &none), unsaved)),
    };
    me.viewer.post_line(id).await?;
    let said = match form.parse() {
        Ok(said) => said,
        Err(problems) => return Ok(wrong(page(visit, &Saying::new(visit, id, form, &problems)))),
    };
    if let Err(wait) = visit.state.limits.comment(me.member.id) {
        let problems = Problems::one("body", wait.into());
        return Ok(too_often(wait, page(visit, &Saying::new(visit, id, form, &problems))));
    }
    let (thread, seen) = (said.thread, said.seen);
    let new = NewComment { post: id, thread, body: said.body, anchor: said.anchor, seen, review: None };
    let comment = me.viewer.comment(&new).await?;
    Ok(done(&routes::comment(id, comment), Said::Commented))
}

/// It could not be kept, for no fault of the words: they come back. Where what they answered is gone, about the post.
fn came_back(visit: &Visit, post: PostId, form: CommentForm, error: &AppError) -> Response {
    let none = Problems::default();
    let is_gone = matches!(error, AppError::NotFound | AppError::Forbidden);
    let form = if is_gone { CommentForm { body: form.body, ..CommentForm::default() } } else { form };
    let unsaved = Some(if is_gone { Unsaved::Gone } else { Unsaved::Failed });
    (error.status(), page(visit, &Saying { unsaved, ..Saying::new(visit, post, &form, &none) })).into_response()
}

async fn edit(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let comment = mine(&me, comment_id(&id)?).await?;
    let form = CommentForm { body: comment.body.clone(), ..CommentForm::default() };
    let none = Problems::default();
    Ok(page(&me.visit, &Saying::again(&me.visit, comment.id, Some(comment.post), &form, &none)))
}

/// Other words for a comment, and its post: where they can be said anew should it be gone.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Changing {
    body: String,
    post: String,
}

async fn change(Path(id): Path<String>, Written { visit, form }: Written<Changing>) -> Result<Response, AppError> {
    let id = comment_id(&id)?;
    let post = form.post.parse().ok();
    let form = CommentForm { body: form.body, ..CommentForm::default() };
    match changed(&visit, id, post, &form).await {
        Err(error) => Ok(changed_nothing(&visit, id, post, &form, &error)),
        answer => answer,
    }
}

/// It could not be kept, for no fault of the words: they come back. Where the comment is gone, about the post.
fn changed_nothing(
    visit: &Visit,
    id: CommentId,
    post: Option<PostId>,
    form: &CommentForm,
    error: &AppError,
) -> Response {
    let none = Problems::default();
    let is_gone = matches!(error, AppError::NotFound | AppError::Forbidden);
    let (saying, unsaved) = match post {
        Some(post) if is_gone => (Saying::new(visit, post, form, &none), Unsaved::Gone),
        _ => (Saying::again(visit, id, post, form, &none), Unsaved::Failed),
    };
    (error.status(), page(visit, &Saying { unsaved: Some(unsaved), ..saying })).into_response()
}

async fn changed(visit: &Visit, id: CommentId, post: Option<PostId>, form: &CommentForm) -> Result<Response, AppError> {
    let none = Problems::default();
    let me = match seated(visit) {
        Ok(me) => me,
        Err(unsaved) => return Ok(kept(visit, Saying::again(visit, id, post, form, &none), unsaved)),
    };
    let comment = mine(&me, id).await?;
    let again = |problems: &Problems| page(visit, &Saying::again(visit, id, Some(comment.post), form, problems));
    let body = match CommentBody::parse(&form.body) {
        Ok(body) => body,
        Err(why) => return Ok(wrong(again(&Problems::one("body", why)))),
    };
    if let Err(wait) = visit.state.limits.comment(me.member.id) {
        return Ok(too_often(wait, again(&Problems::one("body", wait.into()))));
    }
    let post = me.viewer.edit_comment(id, &body).await?;
    Ok(done(&routes::comment(post, id), Said::CommentEdited))
}

async fn delete(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let id = comment_id(&id)?;
    let facts = Facts::of(&me, id).await?;
    if !access::may_delete_comment(&me.member, &facts.post(), facts.comment.writer) {
        return Err(AppError::Forbidden);
    }
    let post = me.viewer.delete_comment(id).await?;
    Ok(done(&format!("{}#comments", routes::post(post)), Said::CommentDeleted))
}

async fn resolve(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let post = settle(&me, comment_id(&id)?, true).await?;
    Ok(done(&format!("{}#comments", routes::post(post)), Said::Resolved))
}

async fn reopen(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let id = comment_id(&id)?;
    let post = settle(&me, id, false).await?;
    Ok(done(&routes::comment(post, id), Said::Reopened))
}

async fn settle(me: &SignedIn, id: CommentId, is_settled: bool) -> Result<PostId, AppError> {
    let facts = Facts::of(me, id).await?;
    if !access::may_resolve(&me.member, &facts.post(), facts.comment.writer) {
        return Err(AppError::Forbidden);
    }
    Ok(me.viewer.resolve_thread(id, is_settled).await?)
}

/// A comment that the member may read, and what its post is.
struct Facts {
    comment: Comment,
    post: domain::post::Post,
    authors: Vec<domain::id::MemberId>,
}

impl Facts {
    async fn of(me: &SignedIn, id: CommentId) -> Result<Self, AppError> {
        let comment = me.viewer.comment_by_id(id).await?;
        let post = me.viewer.post_line(comment.post).await?.post;
        Ok(Self { comment, authors: post.author_ids(), post })
    }

    fn post(&self) -> access::PostFacts<'_> {
        self.post.facts(&self.authors)
    }
}

/// A comment of the member's own that is there.
async fn mine(me: &SignedIn, id: CommentId) -> Result<Comment, AppError> {
    let facts = Facts::of(me, id).await?;
    if facts.comment.deleted.is_some() {
        return Err(AppError::NotFound);
    }
    if !access::may_edit_comment(&me.member, &facts.post(), facts.comment.writer) {
        return Err(AppError::Forbidden);
    }
    Ok(facts.comment)
}

/// Who writes, if they still may.
pub(super) fn seated(visit: &Visit) -> Result<SignedIn, Unsaved> {
    let me = SignedIn::of(visit.clone()).ok_or(Unsaved::SignedOut)?;
    if visit.owes_second_factor() { Err(Unsaved::OwesSecondFactor) } else { Ok(me) }
}

/// The words come back, and nothing is said.
fn kept(visit: &Visit, saying: Saying<'_>, unsaved: Unsaved) -> Response {
    (StatusCode::UNAUTHORIZED, page(visit, &Saying { unsaved: Some(unsaved), ..saying })).into_response()
}

/// A number in an address; anything else is simply not there.
pub(super) fn comment_id(digits: &str) -> Result<CommentId, AppError> {
    digits.parse().map_err(|_| AppError::NotFound)
}
