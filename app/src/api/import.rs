//! Files become posts: sent, looked at, and made only once their bringer says so.

mod sent; // the files of a form, counted while they come

use std::collections::HashMap;

use axum::extract::DefaultBodyLimit;
use axum::response::{IntoResponse, Redirect, Response};
use domain::access::Door;
use domain::id::ImportId;
use domain::moving::Origin;
use domain::post::{Audience, PostKind};
use domain::problem::{Problems, Why};
use domain::text::ImportWords;
use store::Viewer;

pub(super) use self::sent::Sent;
use super::answer::{Path, Typed, done, wrong};
use super::table::Table;
use crate::context::SignedIn;
use crate::error::internal;
use crate::moving::{Chosen, Keep, Looked, Refusal, bring, bundled};
use crate::pages::imports;
use crate::said::Said;
use crate::{AppError, AppState, routes};

/// The most bytes of a form with files in it: what is over a file's limit is counted and answered.
pub(super) const FILES_FORM: usize = 80 << 20;

pub(super) fn table(table: Table) -> Table {
    table
        .get(routes::IMPORTS, Door::Team, list)
        .post(routes::IMPORTS, Door::Team, keep)
        .get(routes::IMPORT, Door::Team, show)
        .post(routes::IMPORT, Door::Team, commit)
        .post(routes::GIVE_UP_IMPORT, Door::Team, give_up)
        .post(routes::UNDO_IMPORT, Door::Team, undo)
        .so_far(|router| router.layer(DefaultBodyLimit::max(FILES_FORM)))
}

async fn list(me: SignedIn) -> Result<Response, AppError> {
    let mine = me.viewer.imports().await?;
    Ok(imports::list(&me, &mine, &Problems::default(), None))
}

async fn keep(me: SignedIn, Sent(files): Sent) -> Result<Response, AppError> {
    let refused = match files {
        Err(why) => (Problems::one("file", why), None),
        Ok(files) => match kept(&me.visit.state, &me.viewer, files).await? {
            Ok((id, _)) => return Ok(Redirect::to(&routes::import(id)).into_response()),
            Err(refusal) => (Problems::default(), Some(refused(&me.text().imports, refusal))),
        },
    };
    let mine = me.viewer.imports().await?;
    Ok(wrong(imports::list(&me, &mine, &refused.0, refused.1)))
}

/// Keeps files that can be read, and what is in them.
pub(super) async fn kept(
    state: &AppState,
    viewer: &Viewer,
    files: Vec<(String, Vec<u8>)>,
) -> Result<Result<(ImportId, Looked), Refusal>, AppError> {
    let name = match files.as_slice() {
        [(name, _)] => name.clone(),
        [(name, _), rest @ ..] => format!("{name} +{}", rest.len()),
        [] => String::new(),
    };
    let Some(packed) = state.mover.read(move || bundled(files)).await else { return Ok(Err(Refusal::NotAZip)) };
    let packed = packed.map_err(|error| internal(&error))?;
    match Looked::of(state, viewer, packed.clone(), Keep::Nothing).await? {
        Ok(looked) => Ok(Ok((viewer.keep_import(&name, &packed).await?, looked))),
        Err(refusal) => Ok(Err(refusal)),
    }
}

fn refused(words: &ImportWords, refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotAZip => words.not_a_zip,
        Refusal::TooMany => words.too_many,
        Refusal::Bomb => words.bomb,
    }
}

async fn show(me: SignedIn, Path(id): Path<ImportId>) -> Result<Response, AppError> {
    let import = me.viewer.import(id).await?;
    if import.committed_at.is_some() {
        let brought = me.viewer.brought(id).await?;
        return Ok(imports::came(&me, &import, &brought));
    }
    let looked = look(&me, id, Keep::Nothing).await?;
    let chosen = Picked::offered(&looked);
    Ok(imports::preview(&me, &import, &looked, &chosen, &Problems::default()))
}

/// What was read once is read again the same.
async fn look(me: &SignedIn, id: ImportId, keep: Keep) -> Result<Looked, AppError> {
    Looked::at(&me.visit.state, &me.viewer, id, keep).await?.map_err(|_| AppError::NotFound)
}

async fn commit(
    me: SignedIn,
    Path(id): Path<ImportId>,
    Typed(form): Typed<HashMap<String, String>>,
) -> Result<Response, AppError> {
    let _turn = me.visit.state.mover.bringing().await;
    let import = me.viewer.import(id).await?;
    if import.committed_at.is_some() {
        return Ok(done(&routes::import(id), Said::Imported)); // the same form, sent twice
    }
    let looked = look(&me, id, Keep::Files).await?;
    let picked = Picked::of(&form);
    match picked.chosen(&looked) {
        Ok(chosen) => {
            bring(&me.visit.state, &me.viewer, id, &looked, &chosen).await?;
            Ok(done(&routes::import(id), Said::Imported))
        }
        Err(problems) => Ok(wrong(imports::preview(&me, &import, &looked, &picked, &problems))),
    }
}

async fn give_up(me: SignedIn, Path(id): Path<ImportId>) -> Result<Response, AppError> {
    me.viewer.import(id).await?;
    me.viewer.give_up_import(id).await?;
    Ok(done(routes::IMPORTS, Said::ImportGivenUp))
}

async fn undo(me: SignedIn, Path(id): Path<ImportId>) -> Result<Response, AppError> {
    me.viewer.undo_import(id).await?;
    Ok(done(&routes::import(id), Said::ImportUndone))
}

/// The form as it was typed: the audience, and of each post by its place whether it comes and as what.
pub(crate) struct Picked {
    pub(crate) audience: String,
    pub(crate) take: Vec<bool>,
    pub(crate) kinds: Vec<String>,
}

/// The choice that leaves it to an archive of ours.
pub(crate) const AS_ARCHIVE: &str = "archive";

impl Picked {
    /// What is offered first: everything that was not brought before.
    fn offered(looked: &Looked) -> Self {
        let audience = if looked.import.origin == Origin::Archive { AS_ARCHIVE } else { Audience::OnlyMe.as_str() };
        Self {
            audience: audience.to_owned(),
            take: looked.seen.iter().map(crate::moving::Seen::comes).collect(),
            kinds: looked.import.posts.iter().map(|post| post.kind.to_string()).collect(),
        }
    }

    fn of(form: &HashMap<String, String>) -> Self {
        let at = |name: &str, at: usize| form.get(&format!("{name}-{at}"));
        // Every post has a kind in the form.
        let kinds: Vec<String> = (0..).map_while(|post| at("kind", post).cloned()).collect();
        Self {
            audience: form.get("audience").cloned().unwrap_or_default(),
            take: (0..kinds.len()).map(|post| at("take", post).is_some()).collect(),
            kinds,
        }
    }

    fn chosen(&self, looked: &Looked) -> Result<Chosen, Problems> {
        let mut problems = Problems::default();
        let audience = match self.audience.as_str() {
            AS_ARCHIVE => Some(None),
            word => problems.take("audience", Audience::parse(word).map(Some).ok_or(Why::UnknownChoice)),
        };
        let mut posts = HashMap::new();
        for ((post, take), kind) in looked.import.posts.iter().zip(&self.take).zip(&self.kinds) {
            if *take {
                let kind = problems.take("posts", PostKind::parse(kind).ok_or(Why::UnknownChoice));
                posts.extend(kind.map(|kind| (post.path.clone(), kind)));
            }
        }
        if posts.is_empty() && problems.of("posts").is_none() {
            problems.take::<()>("posts", Err(Why::Empty));
        }
        match audience {
            Some(audience) if problems.iter().count() == 0 => Ok(Chosen { audience, posts }),
            _ => Err(problems),
        }
    }
}
