//! Who a member is to the sign-in provider: issuer and subject together (OpenID Connect Core §2), never the address,
//! which the provider may give to somebody else.

use domain::audit::Deed;
use domain::id::{InvitationId, MemberId};
use domain::member::Member;

use crate::audit::{remember, remember_and_tell};
use crate::invitation::take_up;
use crate::member::{MemberRow, insert, member_columns};
use crate::{By, NewMember, Note, Store, StoreError};

impl Store {
    /// The member the provider knows by this name.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Corrupt`].
    pub async fn member_by_identity(&self, issuer: &str, subject: &str) -> Result<Option<Member>, StoreError> {
        let row: Option<MemberRow> = sqlx::query_as(concat!(
            "select ",
            member_columns!(),
            " from provider_identity p join member m using (member_id) where p.issuer = $1 and p.subject = $2"
        ))
        .bind(issuer)
        .bind(subject)
        .fetch_optional(&self.readers)
        .await?;
        row.map(Member::try_from).transpose()
    }

    /// From now on the provider's name means this member, who is told so by mail. A member has one name at a
    /// provider: an address that was given to somebody else there does not open the house to them.
    ///
    /// # Errors
    /// [`StoreError::IdentityTaken`]; [`StoreError::NotFound`] when nobody has that number.
    pub async fn link_identity(
        &self,
        member: MemberId,
        issuer: &str,
        subject: &str,
        by: &By,
    ) -> Result<(), StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let address: Option<String> = sqlx::query_scalar("select email from member where member_id = $1")
            .bind(member)
            .fetch_optional(&mut *write)
            .await?;
        let address = address.ok_or(StoreError::NotFound)?;
        let is_linked: bool =
            sqlx::query_scalar("select exists (select 1 from provider_identity where member_id = $1 and issuer = $2)")
                .bind(member)
                .bind(issuer)
                .fetch_one(&mut *write)
                .await?;
        if is_linked {
            return Err(StoreError::IdentityTaken);
        }
        link(&mut write, member, issuer, subject, now.as_millisecond()).await?;
        let by = by.member(member);
        remember_and_tell(&mut write, &Note::new(Deed::ProviderLinked, &by), member, &address, now).await?;
        self.commit(write).await
    }

    /// Somebody whom the provider vouches for joins: by an invitation, whose role they get, or without one.
    ///
    /// # Errors
    /// [`StoreError::AddressTaken`] and [`StoreError::IdentityTaken`]; [`StoreError::NotFound`] when the invitation
    /// is used, taken back or over.
    pub async fn join_by_provider(
        &self,
        member: &NewMember,
        issuer: &str,
        subject: &str,
        invitation: Option<InvitationId>,
        by: &By,
    ) -> Result<MemberId, StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let id = if let Some(invitation) = invitation {
            take_up(&mut write, invitation, member, by, now).await?
        } else {
            let id = insert(&mut write, member, now.as_millisecond()).await?;
            remember(&mut write, &Note::new(Deed::Joined, &by.member(id)).with(member.role.as_str()), now).await?;
            id
        };
        link(&mut write, id, issuer, subject, now.as_millisecond()).await?;
        write.commit().await?;
        Ok(id)
    }
}

async fn link(
    write: &mut sqlx::SqliteConnection,
    member: MemberId,
    issuer: &str,
    subject: &str,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query("insert into provider_identity (issuer, subject, member_id, linked_at) values ($1, $2, $3, $4)")
        .bind(issuer)
        .bind(subject)
        .bind(member)
        .bind(now)
        .execute(write)
        .await
        .map_err(
            |error| {
                if StoreError::is_unique_violation(&error) { StoreError::IdentityTaken } else { error.into() }
            },
        )?;
    Ok(())
}
