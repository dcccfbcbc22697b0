//! Who a member is to the sign-in provider: issuer and subject together (OpenID Connect Core §2), never the address,
//! which the provider may give to somebody else.

use domain::audit::Deed;
use domain::id::MemberId;
use domain::member::Member;

use crate::audit::remember;
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

    /// From now on the provider's name means this member.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn link_identity(
        &self,
        member: MemberId,
        issuer: &str,
        subject: &str,
        by: &By,
    ) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        link(&mut write, member, issuer, subject, self.now().as_millisecond()).await?;
        remember(&mut write, &Note::new(Deed::ProviderLinked, &by.member(member)), self.now()).await?;
        Ok(write.commit().await?)
    }

    /// Somebody whom the provider vouches for joins, without an invitation.
    ///
    /// # Errors
    /// [`StoreError::AddressTaken`].
    pub async fn join_by_provider(
        &self,
        member: &NewMember,
        issuer: &str,
        subject: &str,
        by: &By,
    ) -> Result<MemberId, StoreError> {
        let now = self.now();
        let mut write = self.write().await?;
        let id = insert(&mut write, member, now.as_millisecond()).await?;
        link(&mut write, id, issuer, subject, now.as_millisecond()).await?;
        remember(&mut write, &Note::new(Deed::Joined, &by.member(id)).with(member.role.as_str()), now).await?;
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
        .await?;
    Ok(())
}
