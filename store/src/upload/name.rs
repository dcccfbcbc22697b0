//! Whether a name is anybody's.

use domain::upload::UploadName;

use crate::{Store, StoreError};

impl Store {
    /// Whether no upload is called so: what comes back in an archive keeps its name where it can. Whoever asks has the
    /// name already, which nobody guesses.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn upload_name_is_free(&self, name: &UploadName) -> Result<bool, StoreError> {
        let taken: bool = sqlx::query_scalar("select exists (select 1 from upload where name = $1)")
            .bind(name.as_str())
            .fetch_one(&self.readers)
            .await?;
        Ok(!taken)
    }
}
