//! A colleague, as the team sees them.

use std::collections::HashMap;

use domain::markdown::Linked;
use domain::member::Member;

use crate::member::{MemberRow, member_columns};
use crate::{StoreError, Viewer};

impl Viewer {
    /// A member by their handle, whether or not they are still on the team.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when nobody has it, or the viewer has left.
    pub async fn person(&self, handle: &str) -> Result<Member, StoreError> {
        if !self.reads_team() {
            return Err(StoreError::NotFound);
        }
        let row: Option<MemberRow> =
            sqlx::query_as(concat!("select ", member_columns!(), " from member m where m.handle = $1"))
                .bind(handle)
                .fetch_optional(&self.store.readers)
                .await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }

    /// Where each mention in `words` may lead, by handle; `address` is a member's own. Nothing is asked when nobody is
    /// mentioned, and nobody is known to who has left.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn known_members(
        &self,
        words: &str,
        address: fn(&str) -> String,
    ) -> Result<HashMap<String, Linked>, StoreError> {
        if !words.contains('@') || !self.reads_team() {
            return Ok(HashMap::new());
        }
        let members: Vec<(String, String)> = sqlx::query_as("select handle, name from member where handle is not null")
            .fetch_all(&self.store.readers)
            .await?;
        let known =
            members.into_iter().map(|(handle, words)| (handle.clone(), Linked { href: address(&handle), words }));
        Ok(known.collect())
    }
}
