//! Stories in several posts.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::id::{PostId, SeriesId};
use domain::problem::Why;
use domain::series::SeriesTitle;
use serde::Serialize;
use store::{Series, StoreError, TitledPost};

use super::fault::{Fault, Flaw, Wrong};
use super::fields::Fields;
use super::links::Titled;
use super::object::Object;
use super::program::Program;
use crate::api::answer::Path;
use crate::api::series::series_id;
use crate::routes;

/// The most parts that are put in order at once.
const MOST_PARTS: usize = 500;

#[derive(Serialize)]
struct List {
    series: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    id: SeriesId,
    url: String,
    title: String,
    parts: usize,
}

#[derive(Serialize)]
struct Whole {
    id: SeriesId,
    url: String,
    title: String,
    may_arrange: bool,
    parts: Vec<Titled>,
}

pub(super) async fn list(program: Program) -> Result<Response, Fault> {
    let all = program.viewer.all_series().await?;
    let series = all.into_iter().map(|one| Line {
        id: one.id,
        url: program.state.url(&routes::series(one.id)),
        title: one.title,
        parts: one.parts,
    });
    Ok(Json(List { series: series.collect() }).into_response())
}

pub(super) async fn read(program: Program, Path(id): Path<String>) -> Result<Response, Fault> {
    let series = program.viewer.series(series_id(&id)?).await?;
    Ok(Json(whole(&program, series)).into_response())
}

pub(super) async fn begin(program: Program, Object(sent): Object) -> Result<Response, Fault> {
    let mut fields = Fields::new(sent);
    let (title, post) = (fields.parsed("title", SeriesTitle::parse), fields.number("post"));
    fields.done()?;
    let (Some(title), Some(post)) = (title, post) else { return Err(Fault::Unreadable) };
    let id = match program.viewer.begin_series(PostId(post), &title).await {
        Err(StoreError::NotFound) => return Err(not_yours("post")),
        begun => begun?,
    };
    let series = program.viewer.series(id).await?;
    let made = [(header::LOCATION, routes::api_series(id))];
    Ok((StatusCode::CREATED, made, Json(whole(&program, series))).into_response())
}

pub(super) async fn arrange(program: Program, Path(id): Path<String>, Object(sent): Object) -> Result<Response, Fault> {
    let series = program.viewer.series(series_id(&id)?).await?;
    if !series.may_arrange {
        return Err(Fault::Forbidden);
    }
    let mut fields = Fields::new(sent);
    let (title, parts) = (fields.parsed("title", SeriesTitle::parse), fields.numbers("parts", MOST_PARTS));
    fields.done()?;
    let (Some(title), Some(parts)) = (title, parts) else { return Err(Fault::Unreadable) };
    let parts: Vec<_> = parts.into_iter().map(PostId).collect();
    match program.viewer.arrange_series(series.id, &title, &parts).await {
        Err(StoreError::NotFound) => return Err(not_yours("parts")),
        arranged => arranged?,
    }
    Ok(Json(whole(&program, program.viewer.series(series.id).await?)).into_response())
}

fn whole(program: &Program, series: Series) -> Whole {
    let state = &program.state;
    let titled = |post: domain::post::Post| {
        Titled::of(state, TitledPost { id: post.id, title: post.title, language: post.language })
    };
    Whole {
        id: series.id,
        url: state.url(&routes::series(series.id)),
        title: series.title,
        may_arrange: series.may_arrange,
        parts: series.parts.into_iter().map(|part| titled(part.post)).collect(),
    }
}

fn not_yours(field: &str) -> Fault {
    Fault::Invalid(vec![Flaw::new(field, Wrong::Why(Why::UnknownChoice))])
}
