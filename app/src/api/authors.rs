//! Who writes a post along.

use axum::response::Response;
use domain::access::{self, Door};
use domain::id::MemberId;
use domain::member::Member;
use domain::post::Post;
use domain::problem::{Problems, Why};
use serde::Deserialize;
use store::{PostAuthor, StoreError};

use super::answer::{Path, Query, Typed, done, wrong};
use super::post::post_id;
use super::table::Table;
use crate::context::SignedIn;
use crate::said::Said;
use crate::{AppError, pages, routes};

pub(super) fn table(table: Table) -> Table {
    table.get(routes::AUTHORS, Door::Team, show).post(routes::AUTHORS, Door::Team, add).post(
        routes::REMOVE_AUTHOR,
        Door::Team,
        remove,
    )
}

/// Who is meant, by number.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AuthorForm {
    pub(crate) member: String,
}

/// A post and who writes it, for those who may say who does.
pub(crate) struct Along {
    pub(crate) post: Post,
    pub(crate) authors: Vec<PostAuthor>,
    /// Who could be added.
    pub(crate) colleagues: Vec<Member>,
    /// Whether the reader is one of them, or looks after a post that nobody looks after.
    pub(crate) may_edit: bool,
}

impl Along {
    async fn of(me: &SignedIn, id: &str) -> Result<Self, AppError> {
        let post = me.viewer.post_line(post_id(id)?).await?.post;
        if !me.viewer.may_add_author(&post).await? {
            return Err(AppError::Forbidden);
        }
        let ids = post.author_ids();
        let may_edit = access::may_edit(&me.member, &post.facts(&ids));
        let mut colleagues = me.viewer.colleagues().await?;
        colleagues.retain(|one| access::may_become_author(one, &post.facts(&ids)));
        let authors = me.viewer.authors_of(post.id).await?;
        Ok(Self { post, authors, colleagues, may_edit })
    }

    fn wrong(&self, me: &SignedIn, form: &AuthorForm, why: Why) -> Response {
        wrong(pages::authors::page(me, self, form, &Problems::one("member", why)))
    }
}

async fn show(me: SignedIn, Path(id): Path<String>) -> Result<Response, AppError> {
    let along = Along::of(&me, &id).await?;
    Ok(pages::authors::page(&me, &along, &AuthorForm::default(), &Problems::default()))
}

async fn add(me: SignedIn, Path(id): Path<String>, Typed(form): Typed<AuthorForm>) -> Result<Response, AppError> {
    let along = Along::of(&me, &id).await?;
    if form.member.is_empty() {
        return Ok(along.wrong(&me, &form, Why::Empty));
    }
    let Ok(member) = form.member.parse::<MemberId>() else { return Ok(along.wrong(&me, &form, Why::UnknownChoice)) };
    match me.viewer.add_author(along.post.id, member).await {
        Ok(_) => Ok(done(&routes::authors(along.post.id), Said::AuthorAdded)),
        Err(StoreError::NotFound) => Ok(along.wrong(&me, &form, Why::UnknownChoice)),
        Err(error) => Err(error.into()),
    }
}

async fn remove(me: SignedIn, Path(id): Path<String>, Query(form): Query<AuthorForm>) -> Result<Response, AppError> {
    let along = Along::of(&me, &id).await?;
    let Ok(member) = form.member.parse::<MemberId>() else { return Ok(along.wrong(&me, &form, Why::UnknownChoice)) };
    match me.viewer.remove_author(along.post.id, member).await {
        Ok(()) if member == me.member.id => Ok(done(routes::POSTS, Said::AuthorLeft)),
        Ok(()) => Ok(done(&routes::authors(along.post.id), Said::AuthorRemoved)),
        Err(StoreError::LastAuthor) => Ok(along.wrong(&me, &form, Why::LastAuthor)),
        Err(StoreError::NotFound) => Ok(along.wrong(&me, &form, Why::UnknownChoice)),
        Err(error) => Err(error.into()),
    }
}
