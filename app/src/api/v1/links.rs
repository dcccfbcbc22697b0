//! Where a post's words lead, and what leads to it.

use axum::Json;
use axum::response::{IntoResponse, Response};
use domain::id::PostId;
use domain::language::Language;
use serde::Serialize;
use store::{Around, LinkTo, TitledPost};

use super::fault::Fault;
use super::program::Program;
use crate::api::answer::Path;
use crate::api::post::post_id;
use crate::{AppState, routes};

#[derive(Serialize)]
struct Links {
    links: Vec<Link>,
    linked_from: Vec<Titled>,
}

/// `[[words]]`.
#[derive(Serialize)]
struct Link {
    words: String,
    /// None when there is no such post.
    post: Option<Titled>,
}

/// A post by its title.
#[derive(Serialize)]
pub(super) struct Titled {
    id: PostId,
    url: String,
    title: String,
    language: Language,
}

impl Titled {
    pub(super) fn of(state: &AppState, post: TitledPost) -> Self {
        Self { id: post.id, url: state.url(&routes::post(post.id)), title: post.title, language: post.language }
    }
}

pub(super) async fn show(program: Program, Path(id): Path<String>) -> Result<Response, Fault> {
    let id = program.viewer.post_line(post_id(&id)?).await?.post.id;
    let Around { links, linked_from, .. } = program.viewer.around(id).await?;
    let titled = |post| Titled::of(&program.state, post);
    let link = |link: LinkTo| Link { words: link.words, post: link.post.map(titled) };
    let links = Links {
        links: links.into_iter().map(link).collect(),
        linked_from: linked_from.into_iter().map(titled).collect(),
    };
    Ok(Json(links).into_response())
}
