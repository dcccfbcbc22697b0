//! Everybody on one installation: one row, made with the first member.

use domain::id::MemberId;
use domain::language::Language;
use domain::team::{Team, TeamName};

use crate::column::zone;
use crate::member::insert;
use crate::{NewMember, Store, StoreError};

impl Store {
    /// Whether there is any member yet.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn is_founded(&self) -> Result<bool, StoreError> {
        Ok(sqlx::query_scalar("select exists (select 1 from member)").fetch_one(&self.readers).await?)
    }

    /// The team, once founded.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn team(&self) -> Result<Option<Team>, StoreError> {
        let row: Option<(String, Language, String)> =
            sqlx::query_as("select name, language, zone from team").fetch_optional(&self.readers).await?;
        row.map(|(name, language, zone_name)| {
            let name = TeamName::parse(&name).map_err(|_| StoreError::Corrupt("a team's name"))?;
            Ok(Team { name, language, zone: zone(&zone_name)? })
        })
        .transpose()
    }

    /// The team and its first member, together or not at all.
    ///
    /// # Errors
    /// [`StoreError::AlreadyFounded`] when somebody was quicker.
    pub async fn found_team(&self, team: &Team, owner: &NewMember) -> Result<MemberId, StoreError> {
        let now = self.now().as_millisecond();
        let mut write = self.write().await?;
        let made = sqlx::query(
            "insert into team (team_id, name, language, zone, founded_at) values (1, $1, $2, $3, $4)
             on conflict (team_id) do nothing",
        )
        .bind(team.name.as_str())
        .bind(team.language)
        .bind(team.zone.name())
        .bind(now)
        .execute(&mut *write)
        .await?;
        if made.rows_affected() == 0 {
            return Err(StoreError::AlreadyFounded);
        }
        let id = insert(&mut write, owner, now).await?;
        write.commit().await?;
        Ok(id)
    }
}
