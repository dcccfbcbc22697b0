//! Everybody, as those who look after the house see them; and who is what.

use domain::access::{Refusal, may_set_role, may_take_over};
use domain::audit::Deed;
use domain::id::MemberId;
use domain::member::{Member, Role};
use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection};

use super::{MemberRow, member_columns};
use crate::audit::remember;
use crate::column::{instant, maybe_instant};
use crate::{By, Note, Store, StoreError};

/// A member in the list.
#[derive(Debug, Clone)]
pub struct MemberLine {
    /// Who.
    pub member: Member,
    /// When they joined.
    pub joined_at: Timestamp,
    /// When a sign-in of theirs was seen last, if any still lasts.
    pub seen_at: Option<Timestamp>,
    /// Whether they have a second factor.
    pub has_second_factor: bool,
    /// When they left, and who took over.
    pub left: Option<(Timestamp, Option<String>)>,
}

#[derive(FromRow)]
struct LineRow {
    #[sqlx(flatten)]
    member: MemberRow,
    joined_at: i64,
    seen_at: Option<i64>,
    has_second_factor: bool,
    left_at: Option<i64>,
    successor: Option<String>,
}

impl TryFrom<LineRow> for MemberLine {
    type Error = StoreError;

    fn try_from(row: LineRow) -> Result<Self, StoreError> {
        let left = maybe_instant(row.left_at)?.map(|at| (at, row.successor));
        Ok(Self {
            member: row.member.try_into()?,
            joined_at: instant(row.joined_at)?,
            seen_at: maybe_instant(row.seen_at)?,
            has_second_factor: row.has_second_factor,
            left,
        })
    }
}

macro_rules! lines {
    () => {
        concat!(
            "select ",
            member_columns!(),
            ", m.joined_at, (select max(s.seen_at) from sign_in s where s.member_id = m.member_id and s.seen_at > 0 and s.awaits_code = 0) as seen_at,
                exists (select 1 from second_factor f where f.member_id = m.member_id and f.confirmed_at is not null)
                    as has_second_factor,
                d.left_at, t.name as successor
             from member m left join departure d on d.member_id = m.member_id and d.returned_at is null
                left join member t on t.member_id = d.successor_id "
        )
    };
}

impl Store {
    /// Everybody: those who are here by name, then those who left.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn members(&self) -> Result<Vec<MemberLine>, StoreError> {
        let rows: Vec<LineRow> =
            sqlx::query_as(concat!(lines!(), "order by m.role = 'alumni', m.name collate nocase, m.member_id"))
                .fetch_all(&self.readers)
                .await?;
        rows.into_iter().map(MemberLine::try_from).collect()
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn member(&self, id: MemberId) -> Result<MemberLine, StoreError> {
        let row: Option<LineRow> =
            sqlx::query_as(concat!(lines!(), "where m.member_id = $1")).bind(id).fetch_optional(&self.readers).await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }

    /// Another role for a member of the team, `alumni` not among them: for that see `leave`. `actor`, as they are by
    /// now, is asked of [`may_set_role`] once more under the lock; none is the command line, which may all but leave no
    /// owner.
    ///
    /// # Errors
    /// [`StoreError::Refused`], [`StoreError::NotFound`].
    pub async fn set_role(
        &self,
        actor: Option<&Member>,
        subject: MemberId,
        role: Role,
        by: &By,
    ) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let was = allowed(&mut write, actor, subject, role).await?;
        if was.role == role {
            return Ok(());
        }
        update_role(&mut write, subject, role).await?;
        let deed = if was.role == Role::Alumni { Deed::Returned } else { Deed::RoleChanged };
        sqlx::query("update departure set returned_at = $2 where member_id = $1 and returned_at is null")
            .bind(subject)
            .bind(now.as_millisecond())
            .execute(&mut *write)
            .await?;
        remember(&mut write, &Note::new(deed, by).to(subject).with(role.as_str()), now).await?;
        Ok(write.commit().await?)
    }

    /// A member leaves the team: sign-ins, API tokens and links end, their reminders rest, what was theirs to do goes to
    /// `successor`, and what they wrote stays theirs.
    ///
    /// # Errors
    /// [`StoreError::Refused`], [`StoreError::NotFound`]; [`StoreError::NoSuccessor`] when whoever should take over does
    /// not stay.
    pub async fn leave(
        &self,
        actor: Option<&Member>,
        subject: MemberId,
        successor: Option<MemberId>,
        by: &By,
    ) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let was = allowed(&mut write, actor, subject, Role::Alumni).await?;
        if was.role == Role::Alumni {
            return Ok(());
        }
        if let Some(successor) = successor
            && !may_take_over(&was, &member_now(&mut write, successor).await?)
        {
            return Err(StoreError::NoSuccessor);
        }
        update_role(&mut write, subject, Role::Alumni).await?;
        sqlx::query(
            "insert into departure (member_id, role, successor_id, left_at, by_id) values ($1, $2, $3, $4, $5)",
        )
        .bind(subject)
        .bind(was.role)
        .bind(successor)
        .bind(now.as_millisecond())
        .bind(by.member)
        .execute(&mut *write)
        .await?;
        close_doors(&mut write, subject, now).await?;
        remember(&mut write, &Note::new(Deed::Left, by).to(subject), now).await?;
        Ok(write.commit().await?)
    }
}

async fn update_role(write: &mut SqliteConnection, subject: MemberId, role: Role) -> Result<(), StoreError> {
    sqlx::query("update member set role = $2 where member_id = $1").bind(subject).bind(role).execute(write).await?;
    Ok(())
}

/// What opened the house to a member opens it no more.
async fn close_doors(write: &mut SqliteConnection, member: MemberId, now: Timestamp) -> Result<(), StoreError> {
    for statement in [
        "delete from sign_in where member_id = $1 and $2 > 0",
        "update api_token set ended_at = $2 where member_id = $1 and ended_at is null",
        "delete from passkey where member_id = $1 and $2 > 0",
        "update password_reset set used_at = $2 where member_id = $1 and used_at is null",
        "update email_change set ended_at = $2 where member_id = $1 and ended_at is null",
        // Whoever made a link to hand out knows it, and would come back by it.
        "update invitation set revoked_at = $2
         where by_id = $1 and used_at is null and revoked_at is null",
        // They read their own posts still, and are reminded of those.
        "update schedule set stopped_at = $2, next_at = null, rule_version = rule_version + 1
         where member_id = $1 and stopped_at is null and not exists
            (select 1 from post_author a where a.post_id = schedule.post_id and a.member_id = $1)",
    ] {
        sqlx::query(statement).bind(member).bind(now.as_millisecond()).execute(&mut *write).await?;
    }
    Ok(())
}

/// The subject as they are now, if the actor may make them a `role`.
async fn allowed(
    write: &mut SqliteConnection,
    actor: Option<&Member>,
    subject: MemberId,
    role: Role,
) -> Result<Member, StoreError> {
    let subject = member_now(write, subject).await?;
    let actor = match actor {
        Some(actor) => Some(member_now(write, actor.id).await?),
        None => None,
    };
    let owners: i64 =
        sqlx::query_scalar("select count(*) from member where role = 'owner'").fetch_one(&mut *write).await?;
    let owners = usize::try_from(owners).unwrap_or_default();
    let refusal = match actor {
        Some(actor) => may_set_role(&actor, &subject, role, owners).err(),
        None => (subject.role == Role::Owner && role != Role::Owner && owners <= 1).then_some(Refusal::LastOwner),
    };
    refusal.map_or(Ok(subject), |refusal| Err(StoreError::Refused(refusal)))
}

pub(crate) async fn member_now(write: &mut SqliteConnection, id: MemberId) -> Result<Member, StoreError> {
    let row: Option<MemberRow> =
        sqlx::query_as(concat!("select ", member_columns!(), " from member m where m.member_id = $1"))
            .bind(id)
            .fetch_optional(write)
            .await?;
    row.ok_or(StoreError::NotFound)?.try_into()
}
