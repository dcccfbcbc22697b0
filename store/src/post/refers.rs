//! What a revision refers to in the house, remembered with it.

use domain::id::{PostId, RevisionId};
use domain::markdown::references;
use domain::post::Content;
use domain::upload::UploadName;
use sqlx::SqliteConnection;

use crate::{StoreError, Viewer};

impl Viewer {
    /// Remembers what the post's new current revision refers to; one line for each sort of reference.
    pub(super) async fn remember_references(
        &self,
        write: &mut SqliteConnection,
        id: PostId,
        revision: RevisionId,
        content: &Content,
    ) -> Result<(), StoreError> {
        let refers = references(content.body.as_str());
        // A name anywhere in the words is a use: what history mentions is not swept away from it.
        let named = UploadName::all_in(content.body.as_str()).map(String::from);
        let uploads: Vec<String> = refers.uploads.iter().cloned().chain(named).collect();
        self.use_uploads(write, revision, &uploads).await?;
        crate::comment::tell_mentioned(write, &self.store, self.member.id, id, None, content.body.as_str()).await?;
        replace_tags(write, id, content.tags.as_slice().iter().chain(&refers.tags)).await?;
        self.remember_links(write, id, content, &refers.titles).await
    }
}

/// Tags of the field and of the words are the same to whoever looks for them.
async fn replace_tags<'t>(
    write: &mut SqliteConnection,
    id: PostId,
    tags: impl Iterator<Item = &'t String>,
) -> Result<(), StoreError> {
    sqlx::query("delete from post_tag where post_id = $1").bind(id).execute(&mut *write).await?;
    for tag in tags {
        sqlx::query("insert into post_tag (post_id, tag) values ($1, $2) on conflict do nothing")
            .bind(id)
            .bind(tag)
            .execute(&mut *write)
            .await?;
    }
    Ok(())
}
