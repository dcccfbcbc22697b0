//! Tags: all of them, posts with one, and what it is called.

use axum::response::{IntoResponse, Redirect, Response};
use domain::access::Door;
use domain::problem::{Problems, Why};
use domain::tag::{Tag, sort_by_name};
use serde::Deserialize;
use store::{Renamed, TagNow};

use super::answer::{Path, Query, Typed, done, wrong};
use super::post::{PAGE, page_number};
use super::table::Table;
use crate::context::SignedIn;
use crate::pages::tag::{Merge, TagPage};
use crate::said::Said;
use crate::{AppError, pages, routes};

pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::TAGS, Door::House, list)
        .get(routes::TAG, Door::House, show)
        .get(routes::RENAME_TAG, Door::Team, ask)
        .post(routes::RENAME_TAG, Door::Team, rename)
        .post(routes::RESTORE_TAG, Door::Team, restore)
}

/// Which part of the list.
#[derive(Debug, Default, Deserialize)]
struct Which {
    page: Option<String>,
}

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct RenameForm {
    pub(crate) name: String,
    /// The tag that it may be one with.
    pub(crate) agreed: String,
}

async fn list(me: SignedIn) -> Result<Response, AppError> {
    let mut tags = me.viewer.tags().await?;
    sort_by_name(&mut tags, me.visit.language, |tag| &tag.name);
    Ok(pages::tags::page(&me, &tags))
}

async fn show(me: SignedIn, Path(tag): Path<String>, Query(which): Query<Which>) -> Result<Response, AppError> {
    let now = me.viewer.tag(&parsed(&tag)?).await?;
    let page = page_number(which.page.as_deref());
    if now.name != tag {
        return Ok(Redirect::to(&routes::tag(&now.name, page)).into_response());
    }
    let mut lines = me.viewer.posts_with_tag(&now.name, (page - 1) * PAGE, PAGE + 1).await?;
    let has_older = lines.len() > PAGE;
    lines.truncate(PAGE);
    Ok(pages::tag::page(&me, &TagPage { page, has_older, lines, ..TagPage::new(&now) }))
}

async fn ask(me: SignedIn, Path(tag): Path<String>) -> Result<Response, AppError> {
    let now = me.viewer.tag(&parsed(&tag)?).await?;
    let form = RenameForm { name: now.name.clone(), ..RenameForm::default() };
    again(&me, &now, &form, &Problems::default(), None).await
}

async fn rename(me: SignedIn, Path(tag): Path<String>, Typed(form): Typed<RenameForm>) -> Result<Response, AppError> {
    let tag = parsed(&tag)?;
    let now = me.viewer.tag(&tag).await?;
    let to = match Tag::parse(&form.name) {
        Ok(to) => to,
        Err(why) => return Ok(wrong(again(&me, &now, &form, &Problems::one("name", why), None).await?)),
    };
    let (from, by) = (parsed(&now.name)?, me.visit.by());
    let mut renamed = me.viewer.rename_tag(&from, &to, false, &by).await?;
    if matches!(&renamed, Renamed::Asks { to, .. } if *to == form.agreed) {
        renamed = me.viewer.rename_tag(&from, &to, true, &by).await?;
    }
    match renamed {
        Renamed::Now(name) => Ok(done(&routes::tag(&name, 1), Said::TagRenamed)),
        Renamed::Same => Ok(wrong(again(&me, &now, &form, &Problems::one("name", Why::SameTag), None).await?)),
        Renamed::Asks { to, ones, others } => {
            Ok(wrong(again(&me, &now, &form, &Problems::default(), Some(Merge { to, ones, others })).await?))
        }
    }
}

async fn restore(me: SignedIn, Path(old): Path<String>) -> Result<Response, AppError> {
    let old = parsed(&old)?;
    let was = me.viewer.restore_tag(&old, &me.visit.by()).await?;
    // What nobody writes by its old name is found by the other.
    let to = match me.viewer.tag(&old).await {
        Ok(now) => routes::tag(&now.name, 1),
        Err(_) => routes::tag(&was, 1),
    };
    Ok(done(&to, Said::TagRestored))
}

/// The page with its form open.
async fn again(
    me: &SignedIn,
    now: &TagNow,
    form: &RenameForm,
    problems: &Problems,
    merge: Option<Merge>,
) -> Result<Response, AppError> {
    let mut lines = me.viewer.posts_with_tag(&now.name, 0, PAGE + 1).await?;
    let has_older = lines.len() > PAGE;
    lines.truncate(PAGE);
    let page = TagPage { has_older, lines, form: Some(form), problems: problems.clone(), merge, ..TagPage::new(now) };
    Ok(pages::tag::page(me, &page))
}

/// What is no tag is nowhere.
fn parsed(tag: &str) -> Result<Tag, AppError> {
    Tag::parse(tag).map_err(|_| AppError::NotFound)
}
