//! What a member says of themselves: names, clocks, colours, a picture.

use domain::id::MemberId;
use domain::language::Language;
use domain::member::{DigestHour, Handle, Name, OutsideName};
use domain::schedule::Zone;
use domain::theme::Theme;
use sqlx::SqliteConnection;

use crate::{Store, StoreError};

/// What a member says of themselves.
#[derive(Debug, Clone)]
pub struct Profile {
    /// What colleagues call them.
    pub name: Name,
    /// What they are called after `@`.
    pub handle: Handle,
    /// How they are named on the blog; none: they are not.
    pub outside_name: Option<OutsideName>,
    /// The language they read in.
    pub language: Language,
    /// The zone of their clocks.
    pub zone: Zone,
    /// The colours they read in.
    pub theme: Theme,
    /// When the digest comes, by their clock.
    pub digest_hour: DigestHour,
}

impl Store {
    /// Keeps what a member says of themselves.
    ///
    /// # Errors
    /// [`StoreError::HandleTaken`] when somebody has the handle, or one that looks like it.
    pub async fn save_profile(&self, member: MemberId, profile: &Profile) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        sqlx::query(
            "update member set name = $2, handle = $3, handle_skeleton = $4, outside_name = $5, language = $6, zone = $7,
                theme = $8, digest_hour = $9
             where member_id = $1",
        )
        .bind(member)
        .bind(profile.name.as_str())
        .bind(profile.handle.as_str())
        .bind(profile.handle.skeleton())
        .bind(profile.outside_name.as_ref().map(OutsideName::as_str))
        .bind(profile.language)
        .bind(profile.zone.name())
        .bind(profile.theme)
        .bind(profile.digest_hour.get())
        .execute(&mut *write)
        .await
        .map_err(|error| if StoreError::is_unique_violation(&error) { StoreError::HandleTaken } else { error.into() })?;
        Ok(write.commit().await?)
    }

    /// Another picture for a member, or none. `jpeg` was drawn by us.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn set_picture(&self, member: MemberId, jpeg: Option<&[u8]>) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        match jpeg {
            Some(jpeg) => {
                sqlx::query(
                    "insert into picture (member_id, jpeg, set_at) values ($1, $2, $3)
                     on conflict (member_id) do update set jpeg = excluded.jpeg, set_at = excluded.set_at",
                )
                .bind(member)
                .bind(jpeg)
                .bind(self.now().as_millisecond())
                .execute(&mut *write)
                .await?;
            }
            None => {
                sqlx::query("delete from picture where member_id = $1").bind(member).execute(&mut *write).await?;
            }
        }
        Ok(write.commit().await?)
    }

    /// A member's picture.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when they have none.
    pub async fn picture(&self, member: MemberId) -> Result<Vec<u8>, StoreError> {
        let jpeg: Option<Vec<u8>> = sqlx::query_scalar("select jpeg from picture where member_id = $1")
            .bind(member)
            .fetch_optional(&self.readers)
            .await?;
        jpeg.ok_or(StoreError::NotFound)
    }

    /// Members from before there were handles get one of their name.
    pub(crate) async fn give_handles(&self) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let nameless: Vec<(MemberId, String)> =
            sqlx::query_as("select member_id, name from member where handle is null order by member_id")
                .fetch_all(&mut *write)
                .await?;
        for (member, name) in nameless {
            let handle = free_handle(&mut write, &crate::column::name(&name)?).await?;
            sqlx::query("update member set handle = $2, handle_skeleton = $3 where member_id = $1")
                .bind(member)
                .bind(handle.as_str())
                .bind(handle.skeleton())
                .execute(&mut *write)
                .await?;
        }
        Ok(write.commit().await?)
    }
}

/// A handle made of a name that nobody has, nor one that looks like it.
pub(crate) async fn free_handle(write: &mut SqliteConnection, name: &Name) -> Result<Handle, StoreError> {
    let mut nth = 0;
    loop {
        let handle = Handle::suggest(name, nth);
        let taken: bool = sqlx::query_scalar("select exists (select 1 from member where handle_skeleton = $1)")
            .bind(handle.skeleton())
            .fetch_one(&mut *write)
            .await?;
        if !taken {
            return Ok(handle);
        }
        nth += 1;
    }
}
