//! What revisions use: history keeps its pictures.

use domain::id::RevisionId;
use domain::upload::UploadName;
use sqlx::SqliteConnection;

use super::seen;
use crate::viewer::{known_revision, known_thread, readable};
use crate::{StoreError, Viewer};

impl Viewer {
    /// Remembers which uploads a revision uses: those that its saver may see. Else somebody could make a stranger's
    /// picture theirs by naming it.
    pub(crate) async fn use_uploads(
        &self,
        write: &mut SqliteConnection,
        revision: RevisionId,
        names: &[String],
    ) -> Result<(), StoreError> {
        for name in names.iter().filter_map(|name| UploadName::parse(name)) {
            sqlx::query(concat!(
                "insert into revision_upload (revision_id, upload_id)
                 select $3, u.upload_id from upload u where u.name = $4 and ",
                seen!(),
                " on conflict do nothing"
            ))
            .bind(self.member.id)
            .bind(self.reads_team())
            .bind(revision)
            .bind(name.as_str())
            .execute(&mut *write)
            .await?;
        }
        sqlx::query(
            "update upload set unused_since = null
             where upload_id in (select upload_id from revision_upload where revision_id = $1)",
        )
        .bind(revision)
        .execute(&mut *write)
        .await?;
        Ok(())
    }
}
