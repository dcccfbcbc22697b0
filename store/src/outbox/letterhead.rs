//! What a claimed message is written from, asked anew before each try: none when there is no more reason for it.

use domain::audit::Deed;
use domain::id::{AuditId, EmailChangeId, InvitationId, MemberId, PasswordResetId, PostId, ScheduleId};
use domain::mail::LetterKind;
use domain::member::Member;
use sqlx::FromRow;

use super::claim::{Claimed, Letterhead, Matter, ReadAgainHead};
use crate::column::{instant, maybe_instant};
use crate::member::{MemberRow, member_columns};
use crate::reminder::ScheduleRow;
use crate::{Side, Store, StoreError};

/// What a message is about.
#[derive(FromRow)]
#[expect(clippy::struct_field_names, reason = "named as the columns are")]
struct AboutRow {
    member_id: Option<MemberId>,
    schedule_id: Option<ScheduleId>,
    invitation_id: Option<InvitationId>,
    password_reset_id: Option<PasswordResetId>,
    email_change_id: Option<EmailChangeId>,
    audit_id: Option<AuditId>,
}

#[derive(FromRow)]
struct ReadAgainRow {
    post_id: PostId,
    #[sqlx(flatten)]
    schedule: ScheduleRow,
    next_at: Option<i64>,
}

impl Store {
    /// What a claimed message is written from. None when there is no more reason for it: its reader may no longer read
    /// the post, the link is used, or nobody has the address.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn letterhead(&self, claimed: &Claimed) -> Result<Option<Letterhead>, StoreError> {
        let about: AboutRow = sqlx::query_as(
            "select member_id, schedule_id, invitation_id, password_reset_id, email_change_id, audit_id
             from outbox where outbox_id = $1",
        )
        .bind(claimed.id)
        .fetch_one(&self.readers)
        .await?;
        let team = self.team().await?.ok_or(StoreError::NotFound)?;
        let matter = match self.matter(claimed.letter, &about).await {
            Ok(matter) => matter,
            Err(StoreError::NotFound) => None,
            Err(error) => return Err(error),
        };
        Ok(matter.map(|matter| Letterhead { team, matter }))
    }

    async fn matter(&self, letter: LetterKind, about: &AboutRow) -> Result<Option<Matter>, StoreError> {
        match letter {
            LetterKind::ReadAgain => self.read_again(about).await,
            LetterKind::Invitation => {
                let invitation = self.invitation(about.invitation_id.ok_or(StoreError::NotFound)?).await?;
                Ok(invitation.is_open(self.now()).then(|| Matter::Invitation(Box::new(invitation))))
            }
            LetterKind::PasswordReset => self.reset(about).await,
            LetterKind::EmailChangeOld => self.change(about, Side::Old).await,
            LetterKind::EmailChangeNew => self.change(about, Side::New).await,
            LetterKind::Notice => self.notice(about).await,
        }
    }

    async fn reader(&self, about: &AboutRow) -> Result<Member, StoreError> {
        let row: Option<MemberRow> =
            sqlx::query_as(concat!("select ", member_columns!(), " from member m where m.member_id = $1"))
                .bind(about.member_id)
                .fetch_optional(&self.readers)
                .await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }

    async fn read_again(&self, about: &AboutRow) -> Result<Option<Matter>, StoreError> {
        let schedule_id = about.schedule_id.ok_or(StoreError::NotFound)?;
        let row: ReadAgainRow = sqlx::query_as(
            "select post_id, recurrence, zone, first_local, next_at from schedule where schedule_id = $1",
        )
        .bind(schedule_id)
        .fetch_one(&self.readers)
        .await?;
        let member = self.reader(about).await?;
        let line = self.viewer(member.clone()).post_line(row.post_id).await?;
        let (schedule, next_at) = (row.schedule.try_into()?, maybe_instant(row.next_at)?);
        Ok(Some(Matter::ReadAgain(Box::new(ReadAgainHead { schedule_id, member, line, schedule, next_at }))))
    }

    async fn reset(&self, about: &AboutRow) -> Result<Option<Matter>, StoreError> {
        let row: Option<(Vec<u8>, i64)> = sqlx::query_as(
            "select salt, expires_at from password_reset
             where password_reset_id = $1 and used_at is null and expires_at > $2 and member_id is not null",
        )
        .bind(about.password_reset_id)
        .bind(self.now().as_millisecond())
        .fetch_optional(&self.readers)
        .await?;
        let Some((salt, expires_at)) = row else { return Ok(None) };
        let salt = salt.try_into().map_err(|_| StoreError::Corrupt("a salt"))?;
        let member = Box::new(self.reader(about).await?);
        Ok(Some(Matter::PasswordReset { member, salt, expires_at: instant(expires_at)? }))
    }

    async fn change(&self, about: &AboutRow, side: Side) -> Result<Option<Matter>, StoreError> {
        let member = Box::new(self.reader(about).await?);
        let change = self.email_change(member.id).await?.filter(|one| Some(one.id) == about.email_change_id);
        Ok(change.map(|change| Matter::EmailChange { member, change: Box::new(change), side }))
    }

    async fn notice(&self, about: &AboutRow) -> Result<Option<Matter>, StoreError> {
        let row: Option<(String, i64, String)> =
            sqlx::query_as("select deed, at, address from audit where audit_id = $1")
                .bind(about.audit_id)
                .fetch_optional(&self.readers)
                .await?;
        let Some((deed, at, address)) = row else { return Ok(None) };
        let deed = Deed::parse(&deed).ok_or(StoreError::Corrupt("a deed"))?;
        let member = Box::new(self.reader(about).await?);
        Ok(Some(Matter::Notice { member, deed, at: instant(at)?, address }))
    }
}
