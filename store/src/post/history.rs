//! Revisions of a post: every save that was ever made, as far as a member may read it.

use domain::access;
use domain::id::{MemberId, PostId, RevisionId};
use domain::language::Language;
use domain::post::{Audience, Body, Content, Post, PostKind, Title};
use domain::revision::Save;
use jiff::Timestamp;
use sqlx::{FromRow, SqliteConnection};

use super::Saved;
use super::row::DetailsRow;
use crate::column::instant;
use crate::viewer::readable;
use crate::{StoreError, Viewer};

/// `domain::access::may_read_revision` in SQL, for a revision `r` of a post `p` that is readable.
macro_rules! readable_revision {
    () => {
        concat!(
            readable!(),
            " and (r.audience = 'team' or exists (select 1 from post_author a where a.post_id = p.post_id and a.member_id = $1))"
        )
    };
}

/// The columns of a revision `r` by a member `m`.
macro_rules! revision_columns {
    () => {
        "r.revision_id, r.number, r.member_id, m.name, k.set_at as picture_at, r.saved_at, r.title, r.language,
         o.number as restored_from, r.audience"
    };
}

/// A post and its revisions.
#[derive(Debug, Clone)]
pub struct History {
    /// The post as it is now.
    pub post: Post,
    /// Its revisions that the member may read, the oldest first.
    pub revisions: Vec<Revision>,
    /// Whether those are all.
    pub is_whole: bool,
    /// Whether the member may bring one back.
    pub may_edit: bool,
}

/// One save, without its words.
#[derive(Debug, Clone)]
pub struct Revision {
    /// Its number in the house.
    pub id: RevisionId,
    /// Its number among those of its post, from 1.
    pub number: i64,
    /// Who saved it.
    pub member_id: MemberId,
    /// What they are called.
    pub name: String,
    /// When they set the picture they have.
    pub picture_at: Option<Timestamp>,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// The title then.
    pub title: String,
    /// The language then.
    pub language: Language,
    /// The number of the revision that was brought back by it.
    pub restored_from: Option<i64>,
    /// Whom the post was for, where that was kept.
    pub audience: Option<Audience>,
}

impl Revision {
    /// As far as the rule of sittings cares.
    pub fn save(&self) -> Save {
        Save { by: self.member_id, at: self.saved_at, restores: self.restored_from.is_some() }
    }
}

/// One save with its words.
#[derive(Debug, Clone)]
pub struct StoredRevision {
    /// The save.
    pub revision: Revision,
    /// All it keeps.
    pub content: Content,
}

#[derive(FromRow)]
struct RevisionRow {
    revision_id: RevisionId,
    number: i64,
    member_id: MemberId,
    name: String,
    picture_at: Option<i64>,
    saved_at: i64,
    title: String,
    language: Language,
    restored_from: Option<i64>,
    audience: Option<Audience>,
}

#[derive(FromRow)]
struct StoredRow {
    #[sqlx(flatten)]
    revision: RevisionRow,
    #[sqlx(flatten)]
    details: DetailsRow,
    kind: PostKind,
    body: String,
}

impl TryFrom<RevisionRow> for Revision {
    type Error = StoreError;

    fn try_from(row: RevisionRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.revision_id,
            number: row.number,
            member_id: row.member_id,
            name: row.name,
            picture_at: row.picture_at.map(instant).transpose()?,
            saved_at: instant(row.saved_at)?,
            title: row.title,
            language: row.language,
            restored_from: row.restored_from,
            audience: row.audience,
        })
    }
}

impl TryFrom<StoredRow> for StoredRevision {
    type Error = StoreError;

    fn try_from(row: StoredRow) -> Result<Self, StoreError> {
        let revision: Revision = row.revision.try_into()?;
        let content = Content {
            title: Title::parse(&revision.title).map_err(|_| StoreError::Corrupt("a title"))?,
            body: Body::parse(&row.body).map_err(|_| StoreError::Corrupt("a body"))?,
            language: revision.language,
            tags: row.details.tags()?,
            details: row.details.details(row.kind)?,
        };
        Ok(Self { revision, content })
    }
}

impl Viewer {
    /// A post and all its revisions that the member may read.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the post is not there or not theirs to read.
    pub async fn history(&self, id: PostId) -> Result<History, StoreError> {
        let post = self.post_line(id).await?.post;
        let rows: Vec<RevisionRow> = sqlx::query_as(concat!(
            "select ",
            revision_columns!(),
            " from revision r join post p using (post_id) join member m on m.member_id = r.member_id
             left join picture k on k.member_id = r.member_id
             left join revision o on o.revision_id = r.restored_from
             where p.post_id = $3 and ",
            readable_revision!(),
            " order by r.number"
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(id)
        .fetch_all(&self.store.readers)
        .await?;
        let revisions = rows.into_iter().map(Revision::try_from).collect::<Result<Vec<_>, _>>()?;
        let authors = post.author_ids();
        Ok(History {
            is_whole: authors.contains(&self.member.id),
            may_edit: access::may_edit(&self.member, &post.facts(&authors)),
            post,
            revisions,
        })
    }

    /// One revision of a post, by its number there.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not there or not theirs to read.
    pub async fn revision(&self, id: PostId, number: i64) -> Result<StoredRevision, StoreError> {
        self.one_revision(id, Some(number), None).await
    }

    /// One revision of a post, by its number in the house: what a text was begun from.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is none of this post's, or not theirs to read.
    pub async fn base(&self, id: PostId, revision: RevisionId) -> Result<StoredRevision, StoreError> {
        self.one_revision(id, None, Some(revision)).await
    }

    async fn one_revision(
        &self,
        id: PostId,
        number: Option<i64>,
        revision: Option<RevisionId>,
    ) -> Result<StoredRevision, StoreError> {
        let row: Option<StoredRow> = sqlx::query_as(concat!(
            "select ",
            revision_columns!(),
            ", r.tags, r.period_start, r.period_end, r.book, r.summary, r.check_by, r.body, p.kind
             from revision r join post p using (post_id) join member m on m.member_id = r.member_id
             left join picture k on k.member_id = r.member_id
             left join revision o on o.revision_id = r.restored_from
             where p.post_id = $3 and (r.number = $4 or r.revision_id = $5) and ",
            readable_revision!()
        ))
        .bind(self.member.id)
        .bind(self.reads_team())
        .bind(id)
        .bind(number)
        .bind(revision)
        .fetch_optional(&self.store.readers)
        .await?;
        row.ok_or(StoreError::NotFound)?.try_into()
    }

    /// Brings a revision back: a new one with its content, for whom the post is now.
    ///
    /// # Errors
    /// [`StoreError::StaleRevision`] when somebody saved since `base`; [`StoreError::NotFound`] when the post or the
    /// revision is not there or not theirs to change.
    pub async fn restore_revision(&self, id: PostId, base: RevisionId, number: i64) -> Result<Saved, StoreError> {
        let StoredRevision { revision, content } = self.revision(id, number).await?;
        let audience = self.stored_post(id).await?.post.audience;
        self.revise(id, base, &content, audience, Some(revision.id)).await
    }

    /// Writes down what a revision is besides its content, in the transaction that makes it.
    pub(super) async fn note_revision(
        write: &mut SqliteConnection,
        revision: RevisionId,
        audience: Audience,
        restored_from: Option<RevisionId>,
    ) -> Result<(), StoreError> {
        sqlx::query("update revision set audience = $2, restored_from = $3 where revision_id = $1")
            .bind(revision)
            .bind(audience)
            .bind(restored_from)
            .execute(write)
            .await?;
        Ok(())
    }
}
