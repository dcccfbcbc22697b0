//! One story in several posts: which post is a part, in which order, and what it is called.

use axum::response::Response;
use domain::access::{self, Door};
use domain::id::{PostId, SeriesId};
use domain::problem::{Problems, Why};
use domain::series::{SeriesTitle, Way};
use serde::Deserialize;
use store::{Reading, Series, StoreError};

use super::answer::{Path, Typed, done, wrong};
use super::post::post_id;
use super::table::Table;
use crate::context::SignedIn;
use crate::said::Said;
use crate::{AppError, pages, routes};

pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::SERIES, Door::House, show)
        .get(routes::SERIES_TITLE, Door::Team, ask)
        .post(routes::SERIES_TITLE, Door::Team, rename)
        .get(routes::SERIES_MOVE, Door::Team, ask)
        .post(routes::SERIES_MOVE, Door::Team, move_part)
        .get(routes::POST_SERIES, Door::Team, choose)
        .post(routes::POST_SERIES, Door::Team, add)
        .post(routes::LEAVE_SERIES, Door::Team, leave)
}

/// What was typed on the page of a series.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TitleForm {
    pub(crate) title: String,
}

/// Which part goes which way.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct MoveForm {
    post: String,
    way: String,
}

/// What was chosen for a post: a series that is there, or the title of a new one, which counts first.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SeriesForm {
    pub(crate) series: String,
    pub(crate) title: String,
}

async fn show(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let series = me.viewer.series(series_id(&id)?).await?;
    Ok(pages::series::page(&me, &series, None, &Problems::default()))
}

async fn ask(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let series = arrangeable(&me, &id).await?;
    let form = TitleForm { title: series.title.clone() };
    Ok(pages::series::page(&me, &series, Some(&form), &Problems::default()))
}

async fn rename(me: SignedIn, Path(id): Path<String>, Typed(form): Typed<TitleForm>) -> Result<Response, AppError> {
    let series = arrangeable(&me, &id).await?;
    match SeriesTitle::parse(&form.title) {
        Ok(title) => {
            me.viewer.rename_series(series.id, &title).await?;
            Ok(done(&routes::series(series.id), Said::SeriesRenamed))
        }
        Err(why) => Ok(wrong(pages::series::page(&me, &series, Some(&form), &Problems::one("title", why)))),
    }
}

async fn move_part(me: SignedIn, Path(id): Path<String>, Typed(form): Typed<MoveForm>) -> Result<Response, AppError> {
    let series = arrangeable(&me, &id).await?;
    let (Ok(post), Some(way)) = (form.post.parse::<PostId>(), Way::parse(&form.way)) else { return Err(AppError::Bad) };
    me.viewer.move_part(series.id, post, way).await?;
    Ok(done(&routes::series(series.id), Said::SeriesMoved))
}

async fn choose(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let reading = editable(&me, &id).await?;
    again(&me, &reading, &SeriesForm::default(), &Problems::default()).await
}

async fn add(me: SignedIn, Path(id): Path<String>, Typed(form): Typed<SeriesForm>) -> Result<Response, AppError> {
    let reading = editable(&me, &id).await?;
    let post = reading.post.id;
    if form.title.trim().is_empty() && !form.series.is_empty() {
        let joined = match form.series.parse::<SeriesId>() {
            Ok(series) => me.viewer.join_series(post, series).await,
            Err(_) => Err(StoreError::NotFound),
        };
        return match joined {
            Ok(()) => Ok(done(&routes::post(post), Said::SeriesAdded)),
            Err(StoreError::NotFound) => {
                Ok(wrong(again(&me, &reading, &form, &Problems::one("series", Why::UnknownChoice)).await?))
            }
            Err(error) => Err(error.into()),
        };
    }
    match SeriesTitle::parse(&form.title) {
        Ok(title) => {
            me.viewer.begin_series(post, &title).await?;
            Ok(done(&routes::post(post), Said::SeriesAdded))
        }
        Err(why) => Ok(wrong(again(&me, &reading, &form, &Problems::one("title", why)).await?)),
    }
}

/// What is no part of any series is out of it already.
async fn leave(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let post = editable(&me, &id).await?.post.id;
    match me.viewer.leave_series(post).await {
        Ok(()) | Err(StoreError::NotFound) => Ok(done(&routes::post(post), Said::SeriesTakenOut)),
        Err(error) => Err(error.into()),
    }
}

async fn again(me: &SignedIn, reading: &Reading, form: &SeriesForm, problems: &Problems) -> Result<Response, AppError> {
    let now = me.viewer.around(reading.post.id).await?.series;
    let theirs: Vec<_> = me.viewer.all_series().await?.into_iter().filter(|one| one.may_arrange).collect();
    Ok(pages::series_form::page(me, &reading.post, now.as_ref(), &theirs, form, problems))
}

/// The series, if the member may arrange it; else it looks missing, unless they may at least read a part.
async fn arrangeable(me: &SignedIn, id: &str) -> Result<Series, AppError> {
    let series = me.viewer.series(series_id(id)?).await?;
    if series.may_arrange { Ok(series) } else { Err(AppError::Forbidden) }
}

async fn editable(me: &SignedIn, id: &str) -> Result<Reading, AppError> {
    let reading = me.viewer.post(post_id(id)?).await?;
    let may = access::may_edit(&me.member, &reading.post.facts(&reading.post.author_ids()));
    if may { Ok(reading) } else { Err(AppError::Forbidden) }
}

/// A number in an address; anything else is simply not there.
pub(super) fn series_id(digits: &str) -> Result<SeriesId, AppError> {
    digits.parse().map_err(|_| AppError::NotFound)
}
