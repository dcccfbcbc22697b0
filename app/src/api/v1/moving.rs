//! Archives out, files in.

use std::collections::HashMap;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::access::Door;
use domain::id::{ImportId, PostId};
use domain::moving::PostFile;
use domain::post::{Audience, PostKind};
use domain::problem::Why;
use serde::Serialize;
use serde_json::{Map, Value};

use super::fault::{Fault, Flaw, Wrong};
use super::object::Object;
use super::program::Program;
use crate::api::answer::Path;
use crate::api::post::post_id;
use crate::api::table::Table;
use crate::api::{archive, import};
use crate::moving::{Chosen, Keep, Looked, Refusal, Seen, bring};
use crate::{AppState, routes};

pub(in crate::api) fn table(table: Table) -> Table {
    table
        .get(routes::API_ARCHIVE, Door::ReadToken, whole)
        .get(routes::API_POST_ARCHIVE, Door::ReadToken, one)
        .post(routes::API_IMPORTS, Door::WriteToken, look)
        .post(routes::API_COMMIT_IMPORT, Door::WriteToken, commit)
        .so_far(|router| router.layer(DefaultBodyLimit::max(import::FILES_FORM)))
}

async fn whole(program: Program) -> Result<Response, Fault> {
    Ok(archive::all_of(&program.state, &program.viewer).await?)
}

async fn one(program: Program, Path(id): Path<String>) -> Result<Response, Fault> {
    Ok(archive::one_of(&program.state, &program.viewer, post_id(&id)?).await?)
}

/// The files of a form, or a zip as it is.
struct Files(Vec<(String, Vec<u8>)>);

impl FromRequest<AppState> for Files {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Fault> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let sent = if kind.starts_with("multipart/form-data") {
            import::Sent::from_request(request, state).await?.0
        } else if kind.starts_with("application/zip") {
            let too_large = |_| Fault::TooLarge;
            let bytes = Bytes::from_request(request, state).await.map_err(too_large)?;
            Ok(vec![("import.zip".to_owned(), bytes.to_vec())])
        } else {
            return Err(Fault::NotJson);
        };
        match sent {
            Ok(files) if files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() <= crate::moving::MOST_PACKED => {
                Ok(Self(files))
            }
            Err(Why::Empty) => Err(Fault::Invalid(vec![Flaw::new("file", Wrong::Missing)])),
            _ => Err(Fault::TooLarge),
        }
    }
}

/// What a file would become.
#[derive(Serialize)]
struct Preview {
    id: ImportId,
    origin: domain::moving::Origin,
    posts: Vec<Line>,
    left_out: Vec<LeftOut>,
}

#[derive(Serialize)]
struct Line {
    path: String,
    title: String,
    kind: PostKind,
    language: domain::language::Language,
    tags: Vec<String>,
    audience: Option<Audience>,
    created_at: Option<String>,
    changed_at: Option<String>,
    authors: Vec<String>,
    files: Vec<String>,
    unknown_links: Vec<String>,
    brought_before: Option<PostId>,
    same_title: bool,
    problem: Option<&'static str>,
}

#[derive(Serialize)]
struct LeftOut {
    path: String,
    why: domain::moving::Left,
}

#[derive(Serialize)]
struct Made {
    id: PostId,
    url: String,
}

impl Line {
    fn of(post: &PostFile, seen: &Seen) -> Self {
        Self {
            path: post.path.clone(),
            title: post.title.clone(),
            kind: post.kind,
            language: post.language,
            tags: post.tags.clone(),
            audience: post.audience,
            created_at: post.created.map(|at| at.to_string()),
            changed_at: post.changed.map(|at| at.to_string()),
            authors: post.people.iter().map(|one| one.name.clone()).collect(),
            files: post.files.clone(),
            unknown_links: seen.unknown.clone(),
            brought_before: seen.before,
            same_title: seen.same_title,
            problem: seen.problem.as_ref().map(Why::code),
        }
    }
}

async fn look(program: Program, Files(files): Files) -> Result<Response, Fault> {
    match import::kept(&program.state, &program.viewer, files).await? {
        Ok((id, looked)) => {
            let posts = looked.import.posts.iter().zip(&looked.seen).map(|(post, seen)| Line::of(post, seen)).collect();
            let stays = looked.import.stays.into_iter();
            let left_out = stays.map(|one| LeftOut { path: one.path, why: one.why }).collect();
            let preview = Preview { id, origin: looked.import.origin, posts, left_out };
            Ok((StatusCode::CREATED, Json(preview)).into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotAZip => Self::Unreadable,
            Refusal::TooMany | Refusal::Bomb => Self::TooLarge,
        }
    }
}

async fn commit(program: Program, Path(id): Path<String>, Object(sent): Object) -> Result<Response, Fault> {
    let id: ImportId = id.parse().map_err(|_| Fault::NotFound)?;
    let _turn = program.state.mover.bringing().await;
    let looked = Looked::at(&program.state, &program.viewer, id, Keep::Files).await??;
    let chosen = chosen(sent, &looked)?;
    let made = bring(&program.state, &program.viewer, id, &looked, &chosen).await?;
    let url = |id| program.state.url(&routes::post(id));
    let posts: Vec<Made> = made.into_iter().map(|id| Made { id, url: url(id) }).collect();
    Ok(Json(serde_json::json!({ "posts": posts })).into_response())
}

/// What a program decided: everything that was not brought before, unless it names what it wants.
fn chosen(mut sent: Map<String, Value>, looked: &Looked) -> Result<Chosen, Fault> {
    let mut flaws = Vec::new();
    let audience = match sent.remove("audience") {
        None | Some(Value::Null) => None,
        Some(Value::String(word)) if Audience::parse(&word).is_some() => Audience::parse(&word),
        Some(_) => {
            flaws.push(Flaw::new("audience", Wrong::Why(Why::UnknownChoice)));
            None
        }
    };
    let all = looked.import.posts.iter().zip(&looked.seen).filter(|(_, seen)| seen.comes());
    let posts = match sent.remove("posts") {
        None | Some(Value::Null) => all.map(|(post, _)| (post.path.clone(), post.kind)).collect(),
        Some(Value::Array(named)) => named.iter().filter_map(|one| named_post(one, looked, &mut flaws)).collect(),
        Some(_) => {
            flaws.push(Flaw::new("posts", Wrong::Type));
            HashMap::new()
        }
    };
    flaws.extend(sent.into_iter().map(|(name, _)| Flaw::new(name, Wrong::UnknownField)));
    if flaws.is_empty() { Ok(Chosen { audience, posts }) } else { Err(Fault::Invalid(flaws)) }
}

/// `{"path": …, "kind": …}`, where the kind may be left out.
fn named_post(one: &Value, looked: &Looked, flaws: &mut Vec<Flaw>) -> Option<(String, PostKind)> {
    let path = one["path"].as_str();
    let Some(post) = looked.import.posts.iter().find(|post| Some(post.path.as_str()) == path) else {
        flaws.push(Flaw::new("posts", Wrong::Why(Why::UnknownChoice)));
        return None;
    };
    let kind = match &one["kind"] {
        Value::Null => Some(post.kind),
        kind => kind.as_str().and_then(PostKind::parse),
    };
    if kind.is_none() {
        flaws.push(Flaw::new("posts", Wrong::Why(Why::UnknownChoice)));
    }
    Some((post.path.clone(), kind?))
}
