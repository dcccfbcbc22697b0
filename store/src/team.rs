//! Everybody on one installation: one row, made with the first member.

use domain::audit::Deed;
use domain::id::MemberId;
use domain::language::Language;
use domain::team::{Team, TeamName};

use crate::audit::remember;
use crate::column::{maybe_instant, zone};
use crate::member::insert;
use crate::{By, NewMember, Note, Store, StoreError};

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
        let row: Option<(String, Language, String, Option<i64>)> =
            sqlx::query_as("select name, language, zone, second_factor_required_at from team")
                .fetch_optional(&self.readers)
                .await?;
        row.map(|(name, language, zone_name, required)| {
            let name = TeamName::parse(&name).map_err(|_| StoreError::Corrupt("a team's name"))?;
            Ok(Team { name, language, zone: zone(&zone_name)?, second_factor_required_at: maybe_instant(required)? })
        })
        .transpose()
    }

    /// Another name, language or zone for the team.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn change_team(&self, team: &Team, by: &By) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        sqlx::query("update team set name = $1, language = $2, zone = $3")
            .bind(team.name.as_str())
            .bind(team.language)
            .bind(team.zone.name())
            .execute(&mut *write)
            .await?;
        remember(&mut write, &Note::new(Deed::TeamChanged, by), self.now()).await?;
        Ok(write.commit().await?)
    }

    /// From now on everybody with a password needs a second factor, or nobody does.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn require_second_factor(&self, required: bool, by: &By) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let changed = sqlx::query(
            "update team set second_factor_required_at = case when $1 then $2 end
             where (second_factor_required_at is not null) <> $1",
        )
        .bind(required)
        .bind(now.as_millisecond())
        .execute(&mut *write)
        .await?;
        if changed.rows_affected() > 0 {
            let deed = if required { Deed::SecondFactorRequired } else { Deed::SecondFactorOptional };
            remember(&mut write, &Note::new(deed, by), now).await?;
        }
        Ok(write.commit().await?)
    }

    /// The team and its first member, together or not at all.
    ///
    /// # Errors
    /// [`StoreError::AlreadyFounded`] when somebody was quicker.
    pub async fn found_team(&self, team: &Team, owner: &NewMember, by: &By) -> Result<MemberId, StoreError> {
        let at = self.now();
        let now = at.as_millisecond();
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
        remember(&mut write, &Note::new(Deed::Founded, &by.member(id)), at).await?;
        write.commit().await?;
        Ok(id)
    }
}
