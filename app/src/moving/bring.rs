//! Files become posts: first the files they show, then each post in a transaction of its own.

use std::collections::HashMap;

use domain::id::{ImportId, PostId};
use domain::moving::{Named, Origin, Part, PostFile};
use domain::post::{Audience, PostKind};
use store::{Bringing, Viewer};

use super::look::{Looked, Seen};
use super::upload;
use crate::{AppError, AppState};

/// What somebody decided about an import.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chosen {
    /// Whom all is for; none: as an archive of ours says, and else its bringer alone.
    pub(crate) audience: Option<Audience>,
    /// Which posts come, and as what, by their files' names.
    pub(crate) posts: HashMap<String, PostKind>,
}

/// Brings in what was chosen, and ends the import. Whoever calls it has the turn (`Mover::bringing`). What a crash interrupts is taken up where it stopped.
pub(crate) async fn bring(
    state: &AppState,
    viewer: &Viewer,
    id: ImportId,
    looked: &Looked,
    chosen: &Chosen,
) -> Result<Vec<PostId>, AppError> {
    let ours = looked.import.origin == Origin::Archive;
    let (mut named, mut lost, mut made) = (Named::new(), Vec::new(), Vec::new());
    for (post, seen) in looked.import.posts.iter().zip(&looked.seen) {
        let Some(kind) = chosen.posts.get(&post.path).filter(|_| seen.problem.is_none()) else { continue };
        for path in &post.files {
            if named.contains_key(path) || lost.contains(path) {
                continue;
            }
            let bytes = looked.entries.iter().find(|entry| entry.path == *path).map(|entry| entry.bytes.clone());
            match upload::keep(state, viewer, path, bytes.unwrap_or_default(), ours).await? {
                Some(name) => drop(named.insert(path.clone(), name)),
                None => lost.push(path.clone()),
            }
        }
        // None where it came before a crash.
        made.extend(one(state, viewer, id, post, seen, *kind, chosen.audience, &named).await?);
    }
    viewer.end_import(id, &lost).await?;
    Ok(made)
}

#[expect(clippy::too_many_arguments, reason = "what was found, what was chosen, and who asks")]
async fn one(
    state: &AppState,
    viewer: &Viewer,
    id: ImportId,
    post: &PostFile,
    seen: &Seen,
    kind: PostKind,
    audience: Option<Audience>,
    named: &Named,
) -> Result<Option<PostId>, AppError> {
    let Ok(content) = post.take(kind, named) else { return Ok(None) };
    let now = state.store.now();
    let created_at = post.created.unwrap_or(now);
    let part = post.series.clone().map(|(series, place)| Part { series, place });
    let written_by = written_by(viewer, post);
    let bringing = Bringing {
        import: id,
        path: &post.path,
        sha256: seen.sha256,
        content: &content,
        audience: audience.or(post.audience).unwrap_or(Audience::OnlyMe),
        created_at,
        changed_at: post.changed.unwrap_or(created_at),
        written_by: written_by.as_deref(),
        status: post.status.as_deref(),
        part: part.as_ref(),
    };
    Ok(viewer.bring_post(&bringing).await?)
}

/// The names of those who wrote it, unless it was the importer alone.
fn written_by(viewer: &Viewer, post: &PostFile) -> Option<String> {
    let me = viewer.member();
    let is_me =
        |handle: Option<&str>, name: &str| handle.map_or(name == me.name.as_str(), |one| one == me.handle.as_str());
    let all_mine = post.people.iter().all(|one| is_me(one.handle.as_deref(), &one.name));
    let names: Vec<&str> = post.people.iter().map(|one| one.name.as_str()).collect();
    (!all_mine).then(|| names.join(", "))
}
