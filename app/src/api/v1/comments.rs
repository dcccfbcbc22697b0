//! What is said about posts, read and written.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::access::{self, Door};
use domain::comment::{Anchor, AnchorForm, CommentForm};
use domain::id::{CommentId, MemberId, PostId, RevisionId};
use domain::post::Post;
use serde::Serialize;
use serde_json::{Map, Value};
use store::{Comment, NewComment, Settled};

use super::fault::{Fault, Flaw, Wrong};
use super::object::Object;
use super::program::Program;
use crate::api::answer::Path;
use crate::api::comment::comment_id;
use crate::api::post::post_id;
use crate::api::table::Table;
use crate::{AppState, routes};

pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::API_COMMENTS, Door::ReadToken, list)
        .post(routes::API_COMMENTS, Door::WriteToken, create)
        .get(routes::API_COMMENT, Door::ReadToken, read)
        .put(routes::API_COMMENT, Door::WriteToken, change)
        .delete(routes::API_COMMENT, Door::WriteToken, delete)
        .post(routes::API_RESOLVE, Door::WriteToken, resolve)
        .post(routes::API_REOPEN, Door::WriteToken, reopen)
}

/// All that is said about a post.
#[derive(Serialize)]
struct Whole {
    comments: Vec<Line>,
}

/// A comment.
#[derive(Serialize)]
struct Line {
    id: CommentId,
    url: String,
    post: PostId,
    thread: Option<CommentId>,
    author: Author,
    body: String,
    about: About,
    revision: RevisionId,
    written_at: String,
    edited_at: Option<String>,
    deleted: Option<Done>,
    resolved: Option<Done>,
}

#[derive(Serialize)]
struct Author {
    id: MemberId,
    name: String,
}

/// What it is about.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum About {
    Post,
    Heading { heading: String },
    Passage { exact: String, before: String, after: String },
    Line { line: u32 },
}

#[derive(Serialize)]
struct Done {
    by: String,
    at: String,
}

impl Line {
    fn of(state: &AppState, one: Comment) -> Self {
        let done = |done: Settled| Done { by: done.by, at: done.at.to_string() };
        Self {
            url: state.url(&routes::comment(one.post, one.id)),
            id: one.id,
            post: one.post,
            thread: one.thread,
            author: Author { id: one.writer, name: one.name },
            body: one.body,
            about: match one.anchor {
                Anchor::Post => About::Post,
                Anchor::Heading(heading) => About::Heading { heading },
                Anchor::Passage(words) => {
                    About::Passage { exact: words.exact, before: words.before, after: words.after }
                }
                Anchor::Line { line, .. } => About::Line { line },
            },
            revision: one.revision,
            written_at: one.written_at.to_string(),
            edited_at: one.edited_at.map(|at| at.to_string()),
            deleted: one.deleted.map(done),
            resolved: one.resolved.map(done),
        }
    }
}

async fn list(program: Program, Path(id): Path<String>) -> Result<Response, Fault> {
    let id = program.viewer.post_line(post_id(&id)?).await?.post.id;
    let comments = program.viewer.comments(id).await?;
    let comments = comments.into_iter().map(|one| Line::of(&program.state, one)).collect();
    Ok(Json(Whole { comments }).into_response())
}

async fn create(program: Program, Path(id): Path<String>, Object(sent): Object) -> Result<Response, Fault> {
    let post = program.viewer.post_line(post_id(&id)?).await?.post.id;
    let said = Sent::whole(sent)?.parse().map_err(|problems| Fault::Invalid(Flaw::of(&problems).collect()))?;
    program.state.limits.comment(program.member.id)?;
    let (thread, seen) = (said.thread, said.seen);
    let new = NewComment { post, thread, body: said.body, anchor: said.anchor, seen, review: None };
    let id = program.viewer.comment(&new).await?;
    let made = [(header::LOCATION, routes::api_comment(id))];
    Ok((StatusCode::CREATED, made, shown(&program, id).await?).into_response())
}

async fn read(program: Program, Path(id): Path<String>) -> Result<Response, Fault> {
    shown(&program, comment_id(&id)?).await
}

async fn change(program: Program, Path(id): Path<String>, Object(sent): Object) -> Result<Response, Fault> {
    let (comment, post) = found(&program, &id).await?;
    if !access::may_edit_comment(&program.member, &post.facts(&post.author_ids()), comment.writer) {
        return Err(Fault::Forbidden);
    }
    let said = Sent::words(sent)?.parse().map_err(|problems| Fault::Invalid(Flaw::of(&problems).collect()))?;
    program.state.limits.comment(program.member.id)?;
    program.viewer.edit_comment(comment.id, &said.body).await?;
    shown(&program, comment.id).await
}

async fn delete(program: Program, Path(id): Path<String>) -> Result<Response, Fault> {
    let (comment, post) = found(&program, &id).await?;
    if !access::may_delete_comment(&program.member, &post.facts(&post.author_ids()), comment.writer) {
        return Err(Fault::Forbidden);
    }
    program.viewer.delete_comment(comment.id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn resolve(program: Program, Path(id): Path<String>) -> Result<Response, Fault> {
    settle(&program, &id, true).await
}

async fn reopen(program: Program, Path(id): Path<String>) -> Result<Response, Fault> {
    settle(&program, &id, false).await
}

async fn settle(program: &Program, id: &str, is_settled: bool) -> Result<Response, Fault> {
    let (comment, post) = found(program, id).await?;
    if !access::may_resolve(&program.member, &post.facts(&post.author_ids()), comment.writer) {
        return Err(Fault::Forbidden);
    }
    program.viewer.resolve_thread(comment.id, is_settled).await?;
    shown(program, comment.id).await
}

/// A comment that the member may read, and its post.
async fn found(program: &Program, id: &str) -> Result<(Comment, Post), Fault> {
    let comment = program.viewer.comment_by_id(comment_id(id)?).await?;
    let post = program.viewer.post_line(comment.post).await?.post;
    Ok((comment, post))
}

async fn shown(program: &Program, id: CommentId) -> Result<Response, Fault> {
    let comment = program.viewer.comment_by_id(id).await?;
    Ok(Json(Line::of(&program.state, comment)).into_response())
}

/// Fields yet to be read, and what was wrong with those that were.
struct Sent {
    sent: Map<String, Value>,
    flaws: Vec<Flaw>,
}

impl Sent {
    /// Something new: words, and the place they are about.
    fn whole(sent: Map<String, Value>) -> Result<CommentForm, Fault> {
        let mut fields = Self { sent, flaws: Vec::new() };
        let form = CommentForm {
            body: fields.text("body", true),
            thread: fields.number("thread"),
            seen: fields.number("revision"),
            anchor: AnchorForm {
                on: fields.text("heading", false),
                exact: fields.text("exact", false),
                before: fields.text("before", false),
                after: fields.text("after", false),
            },
        };
        fields.done(form)
    }

    /// Other words.
    fn words(sent: Map<String, Value>) -> Result<CommentForm, Fault> {
        let mut fields = Self { sent, flaws: Vec::new() };
        let form = CommentForm { body: fields.text("body", true), ..CommentForm::default() };
        fields.done(form)
    }

    fn text(&mut self, name: &str, required: bool) -> String {
        match self.sent.remove(name) {
            Some(Value::String(text)) => text,
            None | Some(Value::Null) if !required => String::new(),
            None => self.wrong(name, Wrong::Missing),
            Some(_) => self.wrong(name, Wrong::Type),
        }
    }

    fn number(&mut self, name: &str) -> String {
        match self.sent.remove(name) {
            None | Some(Value::Null) => String::new(),
            Some(value) if value.is_i64() => value.to_string(),
            Some(_) => self.wrong(name, Wrong::Type),
        }
    }

    /// Nothing, and the reason.
    fn wrong(&mut self, name: &str, wrong: Wrong) -> String {
        self.flaws.push(Flaw::new(name, wrong));
        String::new()
    }

    fn done(mut self, form: CommentForm) -> Result<CommentForm, Fault> {
        self.flaws.extend(self.sent.into_iter().map(|(name, _)| Flaw::new(name, Wrong::UnknownField)));
        if self.flaws.is_empty() { Ok(form) } else { Err(Fault::Invalid(self.flaws)) }
    }
}
