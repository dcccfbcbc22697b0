//! What a file would become, as its bringer sees it before anything is made.

use std::collections::HashSet;

use domain::id::{ImportId, PostId};
use domain::moving::{Entry, Import, Named, PostFile, When};
use domain::problem::Why;
use sha2::{Digest, Sha256};
use store::Viewer;

use super::unpack::{Refusal, unpacked};
use crate::{AppError, AppState};

/// Whether what was unpacked stays in memory: whoever only looks needs none of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// What is known of it.
    Nothing,
    /// The files too: to be brought in, by one at a time.
    Files,
}

/// What a file holds.
pub(crate) struct Looked {
    pub(crate) import: Import,
    /// Empty where nobody asked for them.
    pub(crate) entries: Vec<Entry>,
    /// What is known of each post, in the same order.
    pub(crate) seen: Vec<Seen>,
}

/// What the house knows of a post that would come.
#[derive(Debug, Default, Clone)]
pub(crate) struct Seen {
    /// Of its file.
    pub(crate) sha256: [u8; 32],
    /// The post that the same bytes became before.
    pub(crate) before: Option<PostId>,
    /// Another post is called so.
    pub(crate) same_title: bool,
    /// Titles it links to that nobody has, here or in the file.
    pub(crate) unknown: Vec<String>,
    /// Why it cannot be made.
    pub(crate) problem: Option<Why>,
}

impl Looked {
    /// Looks into a file that waits.
    ///
    /// # Errors
    /// Not there; and inside, why nothing of it can be read.
    pub(crate) async fn at(
        state: &AppState,
        viewer: &Viewer,
        id: ImportId,
        keep: Keep,
    ) -> Result<Result<Self, Refusal>, AppError> {
        let packed = viewer.waiting_archive(id).await?;
        Self::of(state, viewer, packed, keep).await
    }

    /// Looks into a file.
    ///
    /// # Errors
    /// As [`Looked::at`].
    pub(crate) async fn of(
        state: &AppState,
        viewer: &Viewer,
        packed: Vec<u8>,
        keep: Keep,
    ) -> Result<Result<Self, Refusal>, AppError> {
        let (now, member) = (state.store.now(), viewer.member().clone());
        let read = state.mover.read(move || {
            let found = unpacked(&packed)?;
            let when = When { now, zone: &member.zone, language: member.language };
            let import = Import::of(&found.entries, found.stays, &when);
            let seen = import.posts.iter().map(|post| Seen::of(post, &found.entries)).collect();
            let entries = if keep == Keep::Files { found.entries } else { Vec::new() };
            Ok(Self { import, entries, seen })
        });
        let mut looked: Self = match read.await.unwrap_or(Err(Refusal::NotAZip)) {
            Ok(looked) => looked,
            Err(refusal) => return Ok(Err(refusal)),
        };
        looked.ask_the_house(viewer).await?;
        Ok(Ok(looked))
    }

    async fn ask_the_house(&mut self, viewer: &Viewer) -> Result<(), AppError> {
        let hashes: Vec<_> = self.seen.iter().map(|seen| seen.sha256).collect();
        let before = viewer.brought_before(&hashes).await?;
        let linked = self.import.posts.iter().flat_map(|post| post.links.iter().filter(|link| !link.comes));
        let mut titles: HashSet<String> = linked.map(|link| link.title.clone()).collect();
        titles.extend(self.import.posts.iter().map(|post| post.title.clone()));
        let known = viewer.known_titles(&titles).await?;
        for (post, seen) in self.import.posts.iter().zip(&mut self.seen) {
            seen.before = before.get(&seen.sha256).copied();
            seen.same_title = known.contains(&post.title);
            let open = post.links.iter().filter(|link| !link.comes && !known.contains(&link.title));
            seen.unknown = open.map(|link| link.title.clone()).collect();
            seen.unknown.dedup();
        }
        Ok(())
    }
}

impl Seen {
    fn of(post: &PostFile, entries: &[Entry]) -> Self {
        let bytes = entries.iter().find(|entry| entry.path == post.path).map_or(&[][..], |entry| &entry.bytes);
        Self {
            sha256: Sha256::digest(bytes).into(),
            problem: post.take(post.kind, &Named::new()).err(),
            ..Self::default()
        }
    }

    /// Whether it comes unless somebody says otherwise.
    pub(crate) fn comes(&self) -> bool {
        self.before.is_none() && self.problem.is_none()
    }
}
