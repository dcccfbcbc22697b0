//! Tags, and what they are called.

use axum::Json;
use axum::response::{IntoResponse, Response};
use domain::problem::Why;
use domain::tag::{Tag, sort_by_name};
use serde::Serialize;
use store::Renamed;

use super::fault::{Fault, Flaw, Wrong};
use super::fields::Fields;
use super::object::Object;
use super::program::Program;
use crate::api::answer::Path;

/// All of them.
#[derive(Serialize)]
struct List {
    tags: Vec<Line>,
}

/// One, by its present name.
#[derive(Serialize)]
struct Line {
    name: String,
    posts: usize,
}

pub(super) async fn list(program: Program) -> Result<Response, Fault> {
    let mut tags = program.viewer.tags().await?;
    sort_by_name(&mut tags, program.member.language, |tag| &tag.name);
    let tags = tags.into_iter().map(|tag| Line { name: tag.name, posts: tag.posts }).collect();
    Ok(Json(List { tags }).into_response())
}

/// Two tags become one only when the program says so.
pub(super) async fn rename(program: Program, Path(tag): Path<String>, Object(sent): Object) -> Result<Response, Fault> {
    let tag = Tag::parse(&tag).map_err(|_| Fault::NotFound)?;
    let mut fields = Fields::new(sent);
    let (to, merge) = (fields.parsed("name", Tag::parse), fields.flag("merge"));
    fields.done()?;
    let to = to.ok_or(Fault::Unreadable)?;
    let now = program.viewer.tag(&tag).await?;
    let from = Tag::parse(&now.name).map_err(|_| Fault::NotFound)?;
    match program.viewer.rename_tag(&from, &to, merge, &program.by()).await? {
        Renamed::Now(name) => {
            let to = Tag::parse(&name).map_err(|_| Fault::NotFound)?;
            let now = program.viewer.tag(&to).await?;
            Ok(Json(Line { name: now.name, posts: now.posts }).into_response())
        }
        Renamed::Same => Err(flaw(Why::SameTag)),
        Renamed::Asks { .. } => Err(flaw(Why::TagTaken)),
    }
}

fn flaw(why: Why) -> Fault {
    Fault::Invalid(vec![Flaw::new("name", Wrong::Why(why))])
}
